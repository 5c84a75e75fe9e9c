"""A store on disk as a row of editions: readers keep theirs while a writer makes the next.

    STORE/edition-000012/   what was committed last; never changed, read by any number
    STORE/work-…/           the writer's copy of it; thrown away if the writer is killed
    STORE/lock              held by the writer

The engine allows one writer to a folder and leaves undefined what a reader beside it
sees. So nobody reads where somebody writes: a commit is a snapshot of the writer's copy
(the engine links the files, it does not copy them) that takes its name in one step. A
reader holds its edition by a lock on the folder, and the next commit removes editions
that nobody holds.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from pyoxigraph import Store

from kg.errors import StoreError

if sys.platform != "win32":
    import fcntl

_EDITION = "edition-"
_WORK, _NEXT, _LOCK = "work", "next", "lock"


class Edition:
    """What was last committed to a store, held until it is closed or forgotten.

    Attributes:
        number: Grows with every commit.
    """

    def __init__(self, folder: Path) -> None:
        """Open the last edition.

        Raises:
            StoreError: There is none, or it cannot be read.
        """
        self._hold, path = _hold_last(folder)
        self.number = int(path.name.removeprefix(_EDITION))
        self.store = _opened(path)

    def __del__(self) -> None:
        if hasattr(self, "_hold"):
            os.close(self._hold)


class Work:
    """The writer's copy of a store.

    Attributes:
        store: Where to write; what is not committed is lost.
        number: Of the last edition, 0 if there is none.
    """

    def __init__(self, folder: Path) -> None:
        """Start from a copy of the last edition, or from nothing."""
        self._folder = folder
        for leftover in (*folder.glob(f"{_WORK}*"), *folder.glob(f"{_NEXT}*")):
            shutil.rmtree(leftover)
        self.number = max(_numbers(folder), default=0)
        # A name of its own: in one process the engine may not have let go of the last.
        self._path = Path(mkdtemp(prefix=f"{_WORK}-", dir=folder)) / "database"
        if self.number:
            _retire(folder, self.number)
            _opened(_path(folder, self.number)).backup(self._path)
        self.store = Store(self._path)

    def close(self) -> None:
        """Throw the copy away."""
        del self.store
        shutil.rmtree(self._path.parent, ignore_errors=True)

    def guard(self) -> AbstractContextManager[None]:
        """Say of what the system refuses that what is committed stays."""
        return written_to(self._folder)

    def commit(self) -> None:
        """Make what was written the next edition.

        Raises:
            StoreError: The disk is full or fails; the last edition is as it was.
        """
        following = self._folder / _NEXT
        with written_to(self._folder):
            self.store.backup(following)
            for path in (*following.iterdir(), following):
                _sync(path)
            self.number += 1
            following.rename(_path(self._folder, self.number))
            _sync(self._folder)
            _retire(self._folder, self.number)


def is_store(path: Path) -> bool:
    """Tell whether a path is a folder that some writer has claimed."""
    return path.is_dir() and (path / _LOCK).is_file()


@contextmanager
def writing(folder: Path) -> Iterator[Work]:
    """Open a store for writing; make its folder if need be.

    Raises:
        StoreError: Another process writes to it, it is no store, or cannot be written.
    """
    _check_system(folder)
    if folder.is_dir() and not is_store(folder) and any(folder.iterdir()):
        raise StoreError(
            f"{folder}: not a store but a folder with other files; name another"
        )
    with written_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("a+", encoding="ascii")
    with lock:
        _claim(lock, folder)
        with written_to(folder):
            work = Work(folder)
        try:
            yield work
        finally:
            work.close()


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """Say of what the system refuses that what is committed stays.

    Raises:
        StoreError: The disk is full, fails, or may not be written.
    """
    try:
        yield
    except OSError as error:
        # The engine's errors bear no number, but the system's words at the end.
        reason = error.strerror or str(error).rpartition(": ")[2]
        raise StoreError(
            f"{folder}: cannot be written ({reason}); what was committed before is "
            "untouched: make room or get the right to write, and run it again"
        ) from error


def _check_system(folder: Path) -> None:
    if sys.platform == "win32":
        raise StoreError(
            f"{folder}: stores on disk need Linux or macOS; without --store the graph "
            "is kept in memory"
        )


def _claim(lock: IO[str], folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.seek(0)
        raise StoreError(
            f"{folder}: process {lock.read() or '?'} writes to it; wait until it is "
            "done, or write to another store"
        ) from error
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()


def _hold_last(folder: Path) -> tuple[int, Path]:
    """Lock the last edition against removal; one that goes meanwhile is passed over."""
    _check_system(folder)
    while numbers := _numbers(folder):
        path = _path(folder, max(numbers))
        try:
            hold = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(hold, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(hold)
            continue
        if path.exists():
            return hold, path
        os.close(hold)
    if is_store(folder):
        raise StoreError(f"{folder}: nothing is committed to it yet; build it anew")
    raise StoreError(
        f"{folder}: not a store; make one with `kg build … --store {folder}`"
    )


def _retire(folder: Path, last: int) -> None:
    """Remove the editions before the last that no reader holds."""
    for number in _numbers(folder):
        if number < last:
            path = _path(folder, number)
            hold = os.open(path, os.O_RDONLY)
            try:
                fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path)
            except BlockingIOError:
                continue
            finally:
                os.close(hold)


def _numbers(folder: Path) -> list[int]:
    names = (path.name.removeprefix(_EDITION) for path in folder.glob(f"{_EDITION}*"))
    return [int(name) for name in names]


def _path(folder: Path, number: int) -> Path:
    return folder / f"{_EDITION}{number:06}"


def _opened(path: Path) -> Store:
    try:
        return Store.read_only(str(path))
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read ({error}); was it written by another version?"
        ) from error


def _sync(path: Path) -> None:
    """Make sure that a file or a folder's list of files is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
