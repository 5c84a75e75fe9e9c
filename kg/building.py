"""Paths → graph, in memory or in a store: what `kg build` and `kg.build` do."""

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import FrameType

from pyoxigraph import Store

from kg.built import Built
from kg.collection import Collection
from kg.crew import Alone, Crew
from kg.documents import Skipped, read_documents
from kg.editions import Work, writing
from kg.errors import InputError
from kg.files import check_present
from kg.formats import STANDARD_INPUT
from kg.knowledge import KnowledgeGraph
from kg.model import Document
from kg.pipeline import default_ontology
from kg.recipe import Recipe
from kg.shards import Shard
from kg.workers import Workers

COMMIT = 30.0  # seconds between two commits: as much work is lost if one is killed
_LOAD = 50_000_000  # characters to load at once, some 400,000 triples

Progress = Callable[[str], None]


def build_graph(
    paths: Iterable[str | Path],
    recipe: Recipe | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read documents and put all that they say into a graph in memory.

    Args:
        paths: Files, folders, or "-" for standard input.
        recipe: How to read them.
        progress: Told the identifier of every document that is done.

    Raises:
        InputError: A path is missing or a file cannot be understood.
        PipelineError: A pipeline is missing or unfit.
    """
    store = Store()
    collection = Collection(store, default_ontology())
    intake = _Intake(paths, recipe or Recipe(), progress)
    for _ in intake.into(collection):
        pass
    collection.flush()
    intake.built.graph = KnowledgeGraph(store=store)
    return intake.built


def build_store(
    paths: Iterable[str | Path],
    folder: Path,
    recipe: Recipe | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read documents into a store on disk; those that it holds already are skipped.

    Ctrl-C stops it between two documents; what is done is committed.

    Args:
        paths: Files, folders, or "-" for standard input.
        folder: The store; made if it is not there.
        recipe: How to read them.
        progress: Told the identifier of every document that is done.

    Raises:
        InputError: A path is missing or a file cannot be understood; what was read
            before it is committed.
        PipelineError: A pipeline is missing or unfit.
        StoreError: The store is busy or cannot be written.
    """
    intake = _Intake(paths, recipe or Recipe(), progress)
    with writing(folder) as work, _interruptible(intake):
        collection = Collection(work.store, default_ontology())
        due = time.monotonic() + COMMIT
        try:
            for _ in intake.into(collection, work.guard):
                if intake.built.stopped:
                    break
                if time.monotonic() >= due:
                    commit(collection, work)
                    due = time.monotonic() + COMMIT
        except InputError:
            commit(collection, work)
            raise
        commit(collection, work)
        del collection
    intake.built.graph = KnowledgeGraph.load(folder)
    return intake.built


def commit(collection: Collection, work: Work) -> None:
    """Make what was added and withdrawn the next edition, if there was anything.

    Raises:
        StoreError: The disk is full or fails; the last edition is as it was.
    """
    if collection.touched or not work.number:
        with work.guard():
            collection.flush()
        work.commit()
        collection.touched = False


class _Intake:
    """Documents on their way into a collection."""

    def __init__(
        self, paths: Iterable[str | Path], recipe: Recipe, progress: Progress | None
    ) -> None:
        self.built = Built()
        self._paths = list(paths)
        check_present(Path(p) for p in self._paths if str(p) != STANDARD_INPUT)
        self._recipe = recipe
        self._crew: Crew = Alone(recipe) if recipe.workers == 1 else Workers(recipe)
        self._progress = progress
        self._error: InputError | None = None
        self._marks: dict[str, str] = {}  # of the documents met in this build

    def into(
        self,
        collection: Collection,
        guard: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> Iterator[None]:
        """Add every document that is not there yet, a step for each.

        Raises:
            InputError: A file cannot be understood.
        """
        for outcome in self._crew.shards(self._wanted(collection)):
            if isinstance(outcome, Skipped):
                self.built.leave_out(outcome)
            else:
                with guard():
                    self._add(collection, outcome)
            self._done(outcome.identifier)
            yield
        if self._error is not None:
            raise self._error

    def _wanted(self, collection: Collection) -> Iterator[Document]:
        """Yield the documents that must be read."""
        found = read_documents(self._paths, languages=self._crew.languages)
        while not self.built.stopped:
            try:
                item = next(found, None)
            except InputError as error:
                self._error = error  # raised when all before it is read
                return
            if item is None:
                return
            if isinstance(item, Skipped):
                self.built.leave_out(item)
            elif self._is_news(item, collection):
                yield item
                continue
            self._done(item.identifier)

    def _is_news(self, document: Document, collection: Collection) -> bool:
        """Tell whether a document must be read, and remember that it was met."""
        mark = self._recipe.mark(document)
        met = self._marks.get(document.id)
        # Given twice with two dates: one is taken, the same in any order.
        if met is not None and met <= mark:
            return False
        self._marks[document.id] = mark
        if collection.fingerprint(document.id) != mark:
            return True
        self.built.present += 1
        return False

    def _add(self, collection: Collection, shard: Shard) -> None:
        """Add a document in place of what stood under its name before this build."""
        earlier = collection.named(shard.identifier) - self._marks.keys()
        for document in earlier:
            collection.withdraw(document)
        if earlier or collection.fingerprint(shard.document) is not None:
            self.built.changed += 1
        else:
            self.built.new += 1
        collection.add(shard)
        if collection.size > _LOAD:
            collection.flush()

    def _done(self, identifier: str) -> None:
        if self._progress is not None:
            self._progress(identifier)


@contextmanager
def _interruptible(intake: _Intake) -> Iterator[None]:
    """Let the first Ctrl-C end a build between two documents, the second break it off."""

    def ask(_signal: int, _frame: FrameType | None) -> None:
        if intake.built.stopped:
            raise KeyboardInterrupt
        intake.built.stopped = True

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
