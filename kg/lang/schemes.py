"""What pipelines call the parts of a tree, put in the terms of Universal Dependencies."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to label trees and names.

    In some, function words govern: the preposition its noun, the copula its predicate.

    Attributes:
        labels: Label of a dependency → what the algorithms call it.
        names: Label of a name → what the algorithms call it.
        determiner: UD features of the pronouns that are determiners («son», "its").
        signs: Labels that tell the scheme from others; none for the usual one.
        prepositions: Label of a preposition that governs a noun → labels that the noun
            takes below a verb and below a noun.
        governed: Labels of that noun.
        clauses: Label of a clause that a preposition governs → likewise.
        predicates: Labels of what a copula governs.
        copulas: Lemmas of such copulas.
        infinitive: Part of speech, label and new label of the mark of infinitives.
    """

    labels: Mapping[str, str]
    names: Mapping[str, str]
    determiner: str
    signs: frozenset[str] = frozenset()
    prepositions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    governed: frozenset[str] = frozenset()
    clauses: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    predicates: tuple[str, ...] = ()
    copulas: frozenset[str] = frozenset()
    infinitive: tuple[str, str, str] = ("", "", "")


UNIVERSAL = Scheme(
    labels={
        "advcl:relcl": "advcl",
        "nmod:unmarked": "nmod",
        "obl:npmod": "obl:mod",
        "obl:tmod": "obl:mod",
        "obl:unmarked": "obl:mod",
    },
    names={"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    determiner="Poss=Yes|PronType=Prs",
)

# The labels of en_core_web_sm and its kin.
CLEAR_NLP = Scheme(
    labels={
        "ROOT": "ROOT",
        "acomp": "xcomp",
        "attr": "xcomp",
        "auxpass": "aux:pass",
        "csubjpass": "csubj",
        "dative": "iobj",
        "dobj": "obj",
        "neg": "advmod",
        "nmod": "compound",
        "npadvmod": "obl:mod",
        "nsubjpass": "nsubj:pass",
        "oprd": "xcomp",
        "poss": "nmod:poss",
        "preconj": "cc:preconj",
        "predet": "det:predet",
        "prt": "compound:prt",
        "relcl": "acl:relcl",
    },
    names={
        "PERSON": "PER",
        "ORG": "ORG",
        "GPE": "LOC",
        "LOC": "LOC",
        "FAC": "LOC",
    },
    determiner="Poss=Yes|PronType=Prs",
    signs=frozenset({"dobj", "pobj"}),
    prepositions={
        "prep": ("obl", "nmod"),
        "agent": ("obl:agent", "nmod"),
        "dative": ("obl", "nmod"),
    },
    governed=frozenset({"pobj"}),
    clauses={"pcomp": ("advcl", "acl")},
    predicates=("attr", "acomp"),
    copulas=frozenset({"be"}),
    infinitive=("PART", "aux", "mark"),
)

SCHEMES = (CLEAR_NLP, UNIVERSAL)
