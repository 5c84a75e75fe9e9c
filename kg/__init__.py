"""Actor-relation knowledge graphs from news."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Actor, Claim, Document, Evidence, Reading, Span, Statement

if TYPE_CHECKING:
    from kg.built import Built
    from kg.knowledge import KnowledgeGraph

__all__ = [
    "Actor",
    "Claim",
    "Document",
    "Evidence",
    "Reading",
    "Span",
    "Statement",
    "build",
    "load",
]


def build(
    *paths: str | Path,
    models: Iterable[str] = (),
    min_confidence: float = 0.0,
    store: str | Path | None = None,
) -> "KnowledgeGraph":
    """Read articles and return the graph of all that they say.

    Args:
        paths: Files and folders (.txt, .md, .html, .jsonl).
        models: spaCy pipelines to use instead of the shipped ones.
        min_confidence: Statements below are left out; in [0, 1].
        store: A store on disk to add to, made if it is not there; absent, the graph is
            in memory.

    Raises:
        KgError: A path is missing, a file cannot be understood, a pipeline is missing
            or the store cannot be written.
    """
    building = import_module("kg.building")  # spaCy costs half a second: load it late
    recipe = import_module("kg.recipe").Recipe(tuple(models), min_confidence)
    if store is None:
        built: Built = building.build_graph(paths, recipe)
    else:
        built = building.build_store(paths, Path(store), recipe)
    return built.graph


def load(path: str | Path) -> "KnowledgeGraph":
    """Open a graph that was written to a file (.ttl, .nt, .jsonld), or a store on disk.

    Raises:
        KgError: It cannot be read.
    """
    graph: KnowledgeGraph = import_module("kg.knowledge").KnowledgeGraph.load(
        Path(path)
    )
    return graph
