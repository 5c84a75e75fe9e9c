"""Bytes of unknown encoding → text."""

import re

from charset_normalizer import from_bytes

from kg.errors import InputError

SAMPLE = 65_536  # bytes looked at where the encoding must be guessed
BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
MOST_HIGH = 0.25  # share of bytes above 127 in Western text, at most
WESTERN_GAPS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # undefined in cp1252
GUESSED = ("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256", "koi8_r")


def decode(data: bytes, where: str) -> str:
    """Decode a text file, UTF-8 or one of the older single-byte encodings.

    Raises:
        InputError: The data are no text, or UTF-8 with a flaw; it names `where`.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16", where)
    if data.startswith(BINARY_STARTS) or _CONTROL.search(data[:SAMPLE]):
        raise InputError(
            f"{where}: not a text but binary data; save it as plain text in UTF-8"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, where, error)


def _decode_legacy(data: bytes, where: str, error: UnicodeDecodeError) -> str:
    lenient = data.decode("utf-8", errors="replace")
    flaws = lenient.count("\ufffd")
    beyond_ascii = sum(1 for char in lenient[:SAMPLE] if char > "\x7f")
    if beyond_ascii > 2 * flaws:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{where}:{line}: a byte that is not UTF-8 in a UTF-8 text;"
            " repair the line or save the file again in UTF-8"
        ) from error
    high = len(_HIGH.findall(data[:SAMPLE]))
    if high <= MOST_HIGH * len(data[:SAMPLE]):
        return data.decode("latin-1" if WESTERN_GAPS.search(data) else "cp1252")
    guess = from_bytes(data[:SAMPLE], cp_isolation=list(GUESSED)).best()
    if guess is None:
        raise InputError(f"{where}: unknown encoding; save the file in UTF-8")
    return _strict(data, guess.encoding, where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: looks like {encoding} but is not; save the file in UTF-8"
        ) from error
