"""What documents know of an actor: each its own profile, all of them its description.

Documents may disagree: one calls a person "Jean Dupont", another "J. Dupont". The
description follows from the set of their profiles, whatever order they came in, so
that it can be taken back when one of the documents is withdrawn.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, Self

from pyoxigraph import Literal, NamedNode, Triple

from kg.encoding import node, term
from kg.model import Actor, content_id
from kg.namespaces import LEDGER


class Profile(NamedTuple):
    """What one or more documents know of an actor.

    Attributes:
        id: Hash of slug and text.
        text: The rest as JSON.
    """

    id: str
    slug: str
    kind: str
    text: str

    @classmethod
    def of(cls, actor: Actor) -> Self:
        """Write an actor down."""
        return cls(*_written(actor))

    @property
    def iri(self) -> NamedNode:
        """Its name in the ledger."""
        return NamedNode(f"{LEDGER}/{self.id}")


@lru_cache(maxsize=100_000)  # the same states and persons come in most documents
def _written(actor: Actor) -> tuple[str, str, str, str]:
    fields = [
        actor.kind,
        actor.labels,
        actor.aliases,
        actor.acts_for,
        actor.exact_match,
    ]
    text = json.dumps(fields, ensure_ascii=False)
    return content_id(actor.slug, text), actor.slug, actor.kind, text


def describe(iri: NamedNode, texts: Iterable[str]) -> set[Triple]:
    """Describe an actor from its profiles; without any there is nothing to say.

    Of several preferred names in a language, the first in alphabetical order stays.
    """
    triples: set[Triple] = set()
    preferred: set[Literal] = set()
    others: set[Literal] = set()
    for text in texts:
        kind, labels, aliases, acts_for, exact_match = json.loads(text)
        triples.add(Triple(iri, term("rdf:type"), term(f"kg:{kind}")))
        if acts_for is not None:
            triples.add(Triple(iri, term("kg:actsFor"), node("actor", acts_for)))
        if exact_match is not None:
            match = node("wd", exact_match)
            triples.add(Triple(iri, term("skos:exactMatch"), match))
        preferred |= set(_names(labels))
        others |= set(_names(aliases))
    keep = _first_by_language(preferred)
    for label in preferred | others:
        named = "skos:prefLabel" if label in keep else "skos:altLabel"
        triples.add(Triple(iri, term(named), label))
    return triples


def _names(pairs: Iterable[tuple[str, str]]) -> Iterator[Literal]:
    return (Literal(name, language=language) for language, name in pairs)


def _first_by_language(labels: Iterable[Literal]) -> set[Literal]:
    best: dict[str | None, Literal] = {}
    for label in sorted(labels, key=lambda label: label.value):
        best.setdefault(label.language, label)
    return set(best.values())
