"""Open text files, compressed or not."""

import gzip
import lzma
from pathlib import Path
from typing import TextIO, cast


def open_text(path: Path) -> TextIO:
    """Open a UTF-8 text for reading; ``.gz`` and ``.xz`` are unpacked on the way."""
    if path.suffix == ".gz":
        return cast("TextIO", gzip.open(path, "rt", encoding="utf-8"))
    if path.suffix == ".xz":
        return cast("TextIO", lzma.open(path, "rt", encoding="utf-8"))
    return path.open(encoding="utf-8")
