"""Who reads documents: this process alone, or workers beside it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import Protocol

from kg.documents import Skipped
from kg.encoding import Run
from kg.model import Document, Reading
from kg.pipeline import Reader, default_ontology
from kg.recipe import Recipe
from kg.shards import Shard, make_shard


class Crew(Protocol):
    """Turns documents into shards."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it reads."""

    def shards(self, documents: Iterable[Document]) -> Iterator[Shard | Skipped]:
        """Yield a shard for each document, or why there is none."""


@lru_cache(maxsize=1)
def _reader(models: tuple[str, ...]) -> Reader:
    """Load pipelines, which takes seconds, once for all builds that use them."""
    return Reader(default_ontology(), models)


class Alone:
    """One reader, in this process."""

    def __init__(self, recipe: Recipe) -> None:
        """Load the pipelines.

        Raises:
            PipelineError: A pipeline is missing or unfit.
        """
        ontology = default_ontology()
        self._recipe = recipe
        self._reader = _reader(recipe.models)
        self._run = Run(version("actor-kg"), self._reader.versions, ontology.version)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it reads."""
        return self._reader.languages

    def shards(self, documents: Iterable[Document]) -> Iterator[Shard]:
        """Yield the shard of each document, some out of their order."""
        return map(self._shard, self._reader.read_all(documents))

    def _shard(self, reading: Reading) -> Shard:
        mark = self._recipe.mark(reading.document)
        return make_shard(reading.above(self._recipe.min_confidence), self._run, mark)
