"""File formats: bytes on disk → texts with what the file says about them."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.charset import decode
from kg.dates import parse_date
from kg.errors import InputError
from kg.webpage import declared_charset, read_webpage

STANDARD_INPUT = "-"
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_SETTING = re.compile(r"(title|date|lang|url|publisher)\s*:\s*(.+)", re.IGNORECASE)
LONGEST_FRONT_MATTER = 10_000


@dataclass(frozen=True, slots=True)
class Source:
    """A text as its file gives it, not yet looked into.

    Attributes:
        language: ISO 639-1 code, if the file names it.
        skip: Code points of front matter before the text proper.
        markdown: Whether the lines may bear Markdown.
    """

    identifier: str
    file_name: str
    text: str
    language: str | None = None
    published: date | None = None
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    skip: int = 0
    markdown: bool = False


def read_file(path: Path, identifier: str) -> Iterator[Source]:
    """Yield the texts of one file.

    Raises:
        InputError: Its format is not supported, or it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise InputError(
            f"{path}: format {suffix or 'without extension'} is not supported;"
            f" there are: {', '.join(FORMATS)}"
        )
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    with stream:
        yield from FORMATS[suffix](stream, str(path), identifier)


def read_stream(stream: BinaryIO) -> Iterator[Source]:
    """Yield the texts of standard input: JSON lines if it begins with "{", else one."""
    start = []
    for line in stream:
        start.append(line)
        if line.strip():
            break
    if start and start[-1].lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield from _json_lines(chain(start, stream), "standard input", STANDARD_INPUT)
    else:
        data = b"".join(chain(start, stream))
        yield Source(STANDARD_INPUT, STANDARD_INPUT, decode(data, "standard input"))


def _plain_text(stream: BinaryIO, where: str, identifier: str) -> Iterator[Source]:
    yield Source(identifier, Path(where).name, decode(stream.read(), where))


def _markdown(stream: BinaryIO, where: str, identifier: str) -> Iterator[Source]:
    text = decode(stream.read(), where)
    front = _FRONT_MATTER.match(text[:LONGEST_FRONT_MATTER])
    settings = dict(_settings(front[1])) if front else {}
    yield Source(
        identifier,
        Path(where).name,
        text,
        language=_language_code(settings.get("lang")),
        published=parse_date(settings.get("date", ""), settings.get("lang", "fr")),
        headline=settings.get("title"),
        url=settings.get("url"),
        publisher=settings.get("publisher"),
        skip=front.end() if front else 0,
        markdown=True,
    )


def _settings(front_matter: str) -> Iterator[tuple[str, str]]:
    for line in front_matter.splitlines():
        if match := _SETTING.fullmatch(line.strip()):
            yield match[1].lower(), match[2].strip("\"' ")


def _html(stream: BinaryIO, where: str, identifier: str) -> Iterator[Source]:
    data = stream.read()
    page = read_webpage(_decode_page(data, where))
    yield Source(
        identifier,
        Path(where).name,
        page.text,
        published=parse_date(page.published or ""),
        headline=page.headline,
        url=page.url,
        publisher=page.publisher,
    )


def _decode_page(data: bytes, where: str) -> str:
    charset = declared_charset(data)
    if charset and charset not in ("utf-8", "utf8"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass  # pages often declare what they are not: look at the bytes
    return decode(data, where)


def _json_lines(
    lines: Iterable[bytes], where: str, _identifier: str
) -> Iterator[Source]:
    for number, line in enumerate(lines, 1):
        if stripped := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield _read_line(stripped, f"{where}:{number}", Path(where).name)


def _read_line(line: bytes, where: str, file_name: str) -> Source:
    try:
        fields = json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8; save the file in UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}: broken JSON at column {error.colno} ({error.msg});"
            " every line is one JSON object"
        ) from error
    if not isinstance(fields, dict):
        raise InputError(f"{where}: not an object; write {{'id': …, 'text': …}}")
    if isinstance(fields.get("id"), int):
        fields["id"] = str(fields["id"])
    return Source(
        _required(fields, "id", where),
        STANDARD_INPUT if where.startswith("standard input") else file_name,
        _required(fields, "text", where),
        language=_language_code(_optional(fields, "lang", where)),
        published=_date(fields, where),
        headline=_optional(fields, "title", where),
        url=_optional(fields, "url", where),
        publisher=_optional(fields, "publisher", where),
    )


def _required(fields: dict[str, object], name: str, where: str) -> str:
    value = _optional(fields, name, where)
    if value is None:
        raise InputError(f'{where}: no "{name}"; every line needs one')
    return value


def _optional(fields: dict[str, object], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'{where}: "{name}" is no string; put it in quotes')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f'{where}: "{name}" holds half a character (\\ud800 to \\udfff); remove it'
        ) from error
    return value


def _date(fields: dict[str, object], where: str) -> date | None:
    written = _optional(fields, "date", where)
    if not written:
        return None
    value = parse_date(written, _optional(fields, "lang", where) or "fr")
    if value is None:
        raise InputError(
            f'{where}: "date" {written!r} is no date; write it as 2023-01-20'
        )
    return value


def _language_code(tag: str | None) -> str | None:
    """Return the two letters before the region ("fr-CA" → "fr")."""
    return re.split("[-_]", tag.strip().lower())[0] or None if tag else None


FORMATS: dict[str, Callable[[BinaryIO, str, str], Iterator[Source]]] = {
    ".txt": _plain_text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
}
