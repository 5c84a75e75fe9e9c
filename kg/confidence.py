"""How likely a statement is right, from how its actors were found."""

from kg.mentions import MentionKind
from kg.relations import Relation

ROLE = 0.95  # a title beside a name
_FULL = 0.92  # a frame with both slots filled by names
_HANDED_OVER = 0.12  # off for each noun phrase an actor was taken out of
_PRONOUN = 0.12
_METONYMY = 0.03
_LEAST = 0.05


def confidence(relation: Relation) -> float:
    """Estimate in [0, 1] that a relation stands in the text as it was read."""
    estimate = _FULL
    for filler in (relation.source, relation.target):
        estimate -= _HANDED_OVER * filler.handed_over
        if filler.mention.kind in (MentionKind.PRONOUN, MentionKind.NOMINAL):
            estimate -= _PRONOUN
        if filler.mention.metonymy:
            estimate -= _METONYMY
    return round(max(estimate, _LEAST), 2)
