"""Files, folders and standard input → documents, one at a time."""

import heapq
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.blocks import Line, find_blocks, find_headline, read_lines
from kg.dates import publication_date
from kg.errors import InputError
from kg.formats import FORMATS, STANDARD_INPUT, Source, read_file, read_stream
from kg.language import language_among
from kg.model import Document

SAMPLED_LINES = 5
SAMPLED_POINTS = 240  # of each sampled line
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why.

    Attributes:
        language: ISO 639-1 code, "" if it was not looked for.
        reason: One phrase for the reader.
    """

    identifier: str
    language: str
    reason: str


def read_documents(
    paths: Iterable[str | Path], *, languages: Collection[str]
) -> Iterator[Document | Skipped]:
    """Read files, folders and "-" (standard input), in the order given.

    Folders are read with all below them, sorted by path. What is left out (a language
    not asked for, an empty file or an unknown format inside a folder) is yielded as
    `Skipped`, so that it can be counted.

    Raises:
        InputError: A path is missing, a file given by name is empty or of an unknown
            format, or a file cannot be understood.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _given(
                read_stream(sys.stdin.buffer), "standard input", languages
            )
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), languages)
        elif Path(path).is_file():
            named = Path(path)
            yield from _given(read_file(named, named.name), str(path), languages)
        else:
            raise InputError(f"{path}: no such file or folder; check the path")


def count_documents(paths: Iterable[str | Path]) -> int | None:
    """Count what `read_documents` will yield, without reading it; None if nobody knows.

    A line of JSON lines counts as a document, even an empty one.
    """
    number = 0
    for path in map(Path, paths):
        if str(path) == STANDARD_INPUT:
            return None
        files = _visible(path).values() if path.is_dir() else [path]
        for file in files:
            lines = file.suffix.lower() == ".jsonl" and file.is_file()
            number += _count_lines(file) if lines else 1
    return number


def _count_lines(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(1 for _ in stream)


def _given(
    sources: Iterable[Source], where: str, languages: Collection[str]
) -> Iterator[Document | Skipped]:
    """Read what was given by name: there an empty input is a mistake."""
    texts = 0
    for source in sources:
        texts += bool(_LETTER.search(source.text))
        yield _compose(source, languages)
    if not texts:
        raise InputError(f"{where}: no text in it; give a file with an article")


def _read_folder(
    folder: Path, languages: Collection[str]
) -> Iterator[Document | Skipped]:
    files = _visible(folder)
    if not any(Path(name).suffix.lower() in FORMATS for name in files):
        raise InputError(
            f"{folder}: no documents in it; supported are: {', '.join(FORMATS)}"
        )
    for name in files:
        if Path(name).suffix.lower() not in FORMATS:
            yield Skipped(name, "", "format not supported")
        elif not files[name].stat().st_size:
            yield Skipped(name, "", "empty")
        else:
            for source in read_file(files[name], name):
                yield _compose(source, languages)


def _visible(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their paths in it, sorted, none hidden."""
    files = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file()
    }
    visible = sorted(name for name in files if not re.search(r"(?:^|/)\.", name))
    return {name: files[name] for name in visible}


def _compose(source: Source, languages: Collection[str]) -> Document | Skipped:
    if not _LETTER.search(source.text):
        return Skipped(source.identifier, source.language or "", "no text")
    lines = read_lines(source.text, markdown=source.markdown, skip=source.skip)
    language = source.language or language_among(_sample(lines), languages)
    if language not in languages:
        return Skipped(source.identifier, language, f"language {language}")
    blocks = find_blocks(source.text, lines, language)
    return Document(
        identifier=source.identifier,
        text=source.text,
        language=language,
        file_name=source.file_name,
        published=source.published
        or publication_date([line.words for line in lines if line.words], language),
        headline=source.headline or find_headline(source.text, blocks),
        url=source.url,
        publisher=source.publisher,
        blocks=blocks,
    )


def _sample(lines: Sequence[Line]) -> str:
    """Beginnings of the longest lines: prose of the main language, if any is."""
    prose = [line for line in lines if not line.furniture]
    longest = heapq.nlargest(SAMPLED_LINES, prose or lines, key=lambda x: len(x.words))
    return "\n".join(line.words[:SAMPLED_POINTS] for line in longest)
