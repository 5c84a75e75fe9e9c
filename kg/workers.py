"""Many processes that read documents; one that dies is replaced.

A pool of its own, for the ready-made ones do not tell which task a worker died of:
`nlp.pipe(n_process=…)` hangs for ever, `ProcessPoolExecutor` gives up all that is under
way. Here each worker has a pipe and one piece of work at a time.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from kg.documents import Skipped
from kg.errors import KgError, PipelineError
from kg.model import Document
from kg.recipe import Recipe
from kg.shards import Shard
from kg.worker import DEFAULT_CREW, work

_PIECE = 8  # documents handed out at once
_AHEAD = 4  # pieces under way or waiting for their turn, for each worker
_STILLBORN = 3  # workers that may die while they load before the build gives up
_KILLER = "killed its worker twice"
_PROCESSES = get_context("spawn")  # a fork would inherit the threads of the store

Outcome = Shard | Skipped


@dataclass(slots=True)
class _Piece:
    """Documents that one worker gets at once.

    Attributes:
        number: Its place in the order of results.
        suspect: Whether a worker has died of it already.
    """

    number: int
    documents: list[Document]
    suspect: bool = False

    def singly(self) -> "list[_Piece]":
        """Return the documents one by one, all suspect."""
        return [_Piece(self.number, [d], suspect=True) for d in self.documents]


class _Worker:
    """A process with a pipe to it."""

    def __init__(self, recipe: Recipe, crew: str) -> None:
        self.pipe, theirs = _PROCESSES.Pipe()
        self._process = _PROCESSES.Process(
            target=work, args=(theirs, recipe, crew, os.getpid()), daemon=True
        )
        self._process.start()
        theirs.close()  # so that its end is felt here
        self.ready = False
        self.piece: _Piece | None = None

    def take(self, piece: _Piece) -> bool:
        """Hand a piece of work over; False if the worker is dead."""
        self.piece = piece
        try:
            self.pipe.send(piece.documents)
        except OSError:
            return False
        return True

    def end(self) -> None:
        """End it at once: nothing is lost, for only the parent writes."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


class Workers:
    """A crew of processes.

    Attributes:
        languages: The languages that they read.
    """

    def __init__(self, recipe: Recipe, crew: str = DEFAULT_CREW) -> None:
        """Start the workers and wait until the first is ready.

        Args:
            recipe: How to read, and how many they are.
            crew: What each of them runs.

        Raises:
            PipelineError: A pipeline is missing or unfit, or workers die while loading.
        """
        self._recipe, self._crew = recipe, crew
        self._team: dict[Connection, _Worker] = {}
        self._stillborn = 0
        self.languages: tuple[str, ...] = ()
        self._idle: set[Connection] = set()
        for _ in range(recipe.workers):
            self._hire()
        try:
            while not self.languages:
                self._listen(_Round())
        except KgError:
            self._dismiss()
            raise

    def shards(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        """Yield a shard for each document, or why there is none, in order of pieces.

        Raises:
            PipelineError: Workers die while loading.
        """
        source = iter(documents)
        turn = _Round()
        try:
            while True:
                self._hand_out(turn, source)
                yield from turn.ready()
                if turn.over:
                    return
                self._listen(turn)
        finally:
            self._dismiss()

    def _dismiss(self) -> None:
        for worker in self._team.values():
            worker.end()
        self._team.clear()

    def _hire(self) -> None:
        worker = _Worker(self._recipe, self._crew)
        self._team[worker.pipe] = worker

    def _hand_out(self, turn: "_Round", source: Iterator[Document]) -> None:
        room = _AHEAD * self._recipe.workers
        while self._idle and (piece := turn.next_piece(source, room)) is not None:
            worker = self._team[self._idle.pop()]
            if not worker.take(piece):
                self._bury(worker, turn)

    def _listen(self, turn: "_Round") -> None:
        """Wait until a worker has something to say, and take it in."""
        for pipe in wait(list(self._team)):
            if not isinstance(pipe, Connection):
                continue
            worker = self._team[pipe]
            try:
                said = pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, turn)
                continue
            if isinstance(said, KgError):
                raise said
            if worker.piece is None:
                worker.ready, self._stillborn = True, 0
                self.languages = said
            else:
                turn.take_in(worker.piece, said)
                worker.piece = None
            self._idle.add(pipe)

    def _bury(self, worker: _Worker, turn: "_Round") -> None:
        """Put another in the place of a dead worker, and look at what it died of."""
        del self._team[worker.pipe]
        self._idle.discard(worker.pipe)
        worker.end()
        if worker.piece is not None:
            turn.suspect(worker.piece)
        elif not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise PipelineError(
                    "workers die while they load; is there memory for so many? "
                    "Take fewer (--workers)"
                )
        self._hire()


@dataclass(slots=True)
class _Round:
    """What is under way: pieces handed out, results that wait for their turn."""

    again: deque[_Piece] = field(default_factory=deque)
    results: dict[int, list[Outcome]] = field(default_factory=dict)
    missing: dict[int, int] = field(default_factory=dict)
    handed: int = 0
    told: int = 0
    exhausted: bool = False

    @property
    def over(self) -> bool:
        """Whether all is done."""
        return self.exhausted and not self.missing

    def next_piece(self, source: Iterator[Document], room: int) -> _Piece | None:
        """Return work for one worker, if there is any, and room for its results."""
        if self.again:
            return self.again.popleft()
        if self.exhausted or len(self.missing) >= room:
            return None
        documents = list(islice(source, _PIECE))
        if not documents:
            self.exhausted = True
            return None
        piece = _Piece(self.handed, documents)
        self.missing[piece.number] = len(documents)
        self.results[piece.number] = []
        self.handed += 1
        return piece

    def take_in(self, piece: _Piece, outcomes: list[Outcome]) -> None:
        """Keep results until it is their turn."""
        self.results[piece.number] += outcomes
        self.missing[piece.number] -= len(piece.documents)

    def suspect(self, piece: _Piece) -> None:
        """Try the documents that a worker died of one by one; leave out a second time."""
        if not piece.suspect:
            self.again += piece.singly()
            return
        (document,) = piece.documents
        left_out = Skipped(document.identifier, document.language, _KILLER)
        self.take_in(piece, [left_out])

    def ready(self) -> Iterator[Outcome]:
        """Yield the results whose turn it is."""
        while self.missing.get(self.told) == 0:
            del self.missing[self.told]
            yield from sorted(self.results.pop(self.told), key=_identifier)
            self.told += 1


def _identifier(outcome: Outcome) -> str:
    return outcome.identifier
