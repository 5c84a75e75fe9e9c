"""What came of a build."""

from dataclasses import dataclass, field

from kg.documents import Skipped
from kg.knowledge import KnowledgeGraph

NAMED = 3  # documents that are named of many


@dataclass(slots=True)
class Built:
    """What came of a build.

    Attributes:
        new: Documents that were not there before.
        changed: Documents that took the place of an earlier reading of theirs.
        present: Documents that were there already, as they are.
        left_out: Number and first names of documents left out, by reason.
        stopped: Whether it was asked to stop before the end.
    """

    graph: KnowledgeGraph = field(default_factory=KnowledgeGraph)
    new: int = 0
    changed: int = 0
    present: int = 0
    left_out: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    stopped: bool = False

    def leave_out(self, document: Skipped) -> None:
        """Count a document that was left out."""
        number, names = self.left_out.get(document.reason, (0, ()))
        named = (*names, document.identifier)[:NAMED]
        self.left_out[document.reason] = (number + 1, named)
