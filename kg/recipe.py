"""How documents are to be read; light, for workers read it before all else."""

from dataclasses import dataclass

from kg.model import Document
from kg.shards import fingerprint


@dataclass(frozen=True, slots=True)
class Recipe:
    """How documents are to be read.

    Attributes:
        models: spaCy pipelines to use instead of the shipped ones.
        min_confidence: Statements below are left out; in [0, 1].
        workers: Processes to share the work.
    """

    models: tuple[str, ...] = ()
    min_confidence: float = 0.0
    workers: int = 1

    def mark(self, document: Document) -> str:
        """Return what tells this reading of a document from others."""
        return fingerprint(document, self.min_confidence)
