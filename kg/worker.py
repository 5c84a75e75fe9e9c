"""A worker: a process that turns documents into shards until nobody sends any more."""

import ctypes
import os
import signal
import sys
from importlib import import_module
from multiprocessing.connection import Connection

from kg.errors import KgError
from kg.recipe import Recipe

DEFAULT_CREW = "kg.crew:Alone"
_PR_SET_PDEATHSIG = 1  # of prctl(2)
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def work(pipe: Connection, recipe: Recipe, crew: str, parent: int) -> None:
    """Read what comes through a pipe and send back the shards.

    First goes the tuple of languages, then a list of shards for each list of
    documents; an error that the user can mend goes as it is.

    Args:
        pipe: To the process that hands out the work.
        recipe: How to read.
        crew: Module and class that reads, such as "kg.crew:Alone".
        parent: The process to end with, whatever ends it.
    """
    _end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    # Before NumPy is loaded: as many threads as workers would be in each other's way.
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    module, _, name = crew.partition(":")
    try:
        reader = getattr(import_module(module), name)(recipe)
        pipe.send(reader.languages)
        while (documents := pipe.recv()) is not None:
            pipe.send(list(reader.shards(documents)))
    except KgError as error:
        pipe.send(error)
    except (EOFError, BrokenPipeError):
        pass  # the parent has gone


def _end_with(parent: int) -> None:
    """Let the system end this process when its parent ends, even by SIGKILL."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit()  # it ended before it could be said
