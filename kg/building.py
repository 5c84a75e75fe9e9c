"""Paths → graph: what `kg build` and `kg.build` do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from kg.documents import Skipped
from kg.encoding import Run
from kg.files import check_present
from kg.formats import STANDARD_INPUT
from kg.knowledge import KnowledgeGraph
from kg.ontology import Ontology
from kg.pipeline import Reader, default_ontology


@dataclass(slots=True)
class Built:
    """A graph with what was left out on the way."""

    graph: KnowledgeGraph
    skipped: list[Skipped] = field(default_factory=list)


def build_graph(
    paths: Iterable[str | Path],
    *,
    models: Iterable[str] = (),
    min_confidence: float = 0.0,
    ontology: Ontology | None = None,
    progress: Callable[[str], None] | None = None,
) -> Built:
    """Read documents and put all that they say into a graph.

    Args:
        paths: Files, folders, or "-" for standard input.
        models: spaCy pipelines to use instead of the shipped ones.
        min_confidence: Statements below are left out; in [0, 1].
        ontology: Another one than the shipped.
        progress: Told the identifier of every document that is done.

    Raises:
        InputError: A path is missing or a file cannot be understood.
        PipelineError: A pipeline is missing or unfit.
    """
    given = list(paths)
    check_present(Path(path) for path in given if str(path) != STANDARD_INPUT)
    known = default_ontology() if ontology is None else ontology
    reader = Reader(known, models)
    run = Run(version("actor-kg"), reader.versions, known.version)
    built = Built(KnowledgeGraph(known, run))
    for item in reader.read(given):
        if isinstance(item, Skipped):
            built.skipped.append(item)
        else:
            built.graph.add(item.above(min_confidence))
        if progress is not None:
            identifier = (
                item.identifier
                if isinstance(item, Skipped)
                else item.document.identifier
            )
            progress(identifier)
    return built
