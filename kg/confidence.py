"""How likely a statement is right, from signs of how it was read.

The weights are a logistic regression over statements that the extraction made of
sentences it was not developed on, each judged right or wrong by hand:
docs/confidence.md tells of the data and benchmarks/calibration.py prints the weights.
"""

from math import exp, log1p
from typing import NamedTuple

from kg.mentions import MentionKind
from kg.model import Claim, Modality, Polarity
from kg.relations import Relation
from kg.syntax import Parse

ROLE = 0.96  # a title beside a name: 55 of 57 judged right
_LEAST, _MOST = 0.05, 0.98
_FAR = 10  # tokens; a longer way tells no more
_DEEP = 2  # noun phrases, likewise
_MARKS = {",", ";", ":", "(", ")", "–", "-"}
_POINTING = {MentionKind.PRONOUN, MentionKind.NOMINAL}
_FIRM = {Modality.ASSERTED, Modality.INTENDED}


class Signs(NamedTuple):
    """What tells sound statements from unsound ones.

    Attributes:
        doubt: Whether it is possible, requested or conditional.
        negation: Whether it is negated.
        enumeration: Whether each actor is one of several.
        handed_over: Noun phrases that the actors were taken out of.
        pronoun: Whether the source is a pronoun or a noun that points back.
        punctuation: Whether commas and the like stand between the actors.
        distance: Tokens from one actor to the other.
    """

    doubt: float
    negation: float
    enumeration: float
    handed_over: float
    pronoun: float
    punctuation: float
    distance: float

    @property
    def values(self) -> tuple[float, ...]:
        """The signs as the weights take them."""
        handed_over = min(self.handed_over, _DEEP)
        distance = log1p(min(self.distance, _FAR))
        return self._replace(handed_over=handed_over, distance=distance)


# Fitted to 350 judgements on 2026-11-27, pipeline fr_kg_news 1.0.0.
BASE = 1.12
WEIGHTS = Signs(
    doubt=-0.69,
    negation=-0.9,
    enumeration=-0.55,
    handed_over=-0.4,
    pronoun=-0.92,
    punctuation=-0.51,
    distance=0.37,
)


def confidence(relation: Relation, claim: Claim, parse: Parse) -> float:
    """Estimate in [0, 1] that a statement stands in the text as it was read."""
    return estimate(signs(relation, claim, parse))


def signs(relation: Relation, claim: Claim, parse: Parse) -> Signs:
    """Gather the signs of a relation with the claim that was read for it."""
    source, target = relation.source, relation.target
    first, last = sorted((source.token, target.token))
    return Signs(
        doubt=claim.modality not in _FIRM,
        negation=claim.polarity is Polarity.NEGATED,
        enumeration=source.group and target.group,
        handed_over=source.handed_over + target.handed_over,
        pronoun=source.mention.kind in _POINTING,
        punctuation=not _MARKS.isdisjoint(parse.words[first + 1 : last]),
        distance=last - first,
    )


def estimate(found: Signs) -> float:
    """Turn signs into a probability."""
    score = BASE + sum(w * v for w, v in zip(WEIGHTS, found.values, strict=True))
    return round(min(max(1 / (1 + exp(-score)), _LEAST), _MOST), 2)
