"""Files that are there before the work begins, and written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file beside its place, then move it there; make its folder.

    Raises:
        InputError: The file cannot be written; what stood there before still stands.
    """
    # Named after the process, so that two builds into one folder do not meet.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def check_writable(path: Path) -> None:
    """Make sure that a file can be written before hours are spent on its content.

    Raises:
        InputError: It cannot.
    """
    probe = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"{path}: cannot be written ({error.strerror}); choose another place"
    )


def check_present(paths: Iterable[Path]) -> None:
    """Make sure that all inputs are there before hours are spent on the first.

    Raises:
        InputError: One is not.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
