"""Names as people write them → actors and relation types of a graph."""

import re
from collections import defaultdict
from collections.abc import Mapping

from anyascii import anyascii
from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from kg.errors import QueryError
from kg.graph import Graph
from kg.namespaces import PREFIXES, local_name

_ARTICLE = re.compile(r"(?:l'|(?:les?|la|the) )(?=.)")
_SLUG = re.compile(r"[A-Za-z0-9-]+")
_NAMES = """SELECT ?thing ?name ?rank WHERE {
  VALUES (?property ?rank) {
    (skos:prefLabel 1) (rdfs:label 1) (skos:altLabel 2) }
  ?thing ?property ?name }"""
_USED_RELATIONS = (
    "SELECT DISTINCT ?relation WHERE { ?statement rdf:predicate ?relation }"
)
_NEAR = 60  # of 100, how like a name must be to be suggested


def fold(name: str) -> str:
    """Reduce a name to what readers take for the same name.

    >>> fold("L’Arménie") == fold("armenie")
    True
    """
    plain = anyascii(name).casefold().replace("-", " ")
    return _ARTICLE.sub("", " ".join(plain.split()), count=1)


def find_actor(graph: Graph, name: str) -> NamedNode:
    """Find an actor by slug, IRI, label or alias in any language.

    A slug counts more than a preferred label, and that more than an alias.

    Raises:
        QueryError: No actor or several bear the name.
    """
    return _exact(graph, name, "actor") or _find(graph, name, "actor", ())


def find_relation(graph: Graph, name: str) -> NamedNode:
    """Find a relation type by local name, IRI or label in any language.

    Raises:
        QueryError: No relation type or several bear the name.
    """
    exact = _exact(graph, name, "rel")
    if exact is not None:
        return exact
    used = graph.sparql(_USED_RELATIONS).rows
    iris = [term.value for (term,) in used if isinstance(term, NamedNode)]
    return _find(graph, name, "rel", iris)


def _exact(graph: Graph, name: str, prefix: str) -> NamedNode | None:
    """Find what bears a name as it stands, by the engine's index; a scan takes seconds."""
    base = PREFIXES[prefix]
    local = name.removeprefix(base).removeprefix(f"{prefix}:")
    for slug in (local, fold(local).replace(" ", "-")):
        iri = NamedNode(base + slug) if _SLUG.fullmatch(slug) else None
        if iri is not None and graph.labels(iri):
            return iri
    found = {
        (rank, thing.value)
        for rank, thing in graph.bearers(name)
        if thing.value.startswith(base)
    }
    best = [iri for rank, iri in found if rank == min(found)[0]]
    return NamedNode(best[0]) if len(best) == 1 else None


def _find(
    graph: Graph, name: str, prefix: str, iris: tuple[str, ...] | list[str]
) -> NamedNode:
    base = PREFIXES[prefix]
    named = _names(graph, base)
    for iri in (*iris, *{iri for ranks in named.values() for _, iri in ranks}):
        named[fold(local_name(iri))].add((0, iri))
    wanted = fold(name.removeprefix(base).removeprefix(f"{prefix}:"))
    ranks = named.get(wanted, set())
    best = sorted(iri for rank, iri in ranks if rank == min(ranks)[0])
    if len(best) == 1:
        return NamedNode(best[0])
    if best:
        choices = ", ".join(local_name(iri) for iri in best)
        raise QueryError(f"{name!r} names several: {choices}; write one of these")
    raise QueryError(f"unknown {_NOUNS[prefix]} {name!r}; {_suggest(wanted, named)}")


_NOUNS = {"actor": "actor", "rel": "relation type"}


def _names(graph: Graph, base: str) -> dict[str, set[tuple[int, str]]]:
    """Collect (rank, IRI) by folded name of all that live under a namespace."""
    named: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for thing, name, rank in graph.sparql(_NAMES).rows:
        if not (isinstance(name, Literal) and isinstance(rank, Literal)):
            continue  # a foreign file may label with an IRI
        if isinstance(thing, NamedNode) and thing.value.startswith(base):
            named[fold(name.value)].add((int(rank.value), thing.value))
    return named


def _suggest(wanted: str, named: Mapping[str, set[tuple[int, str]]]) -> str:
    near = process.extract(wanted, list(named), limit=3, score_cutoff=_NEAR)
    slugs = dict.fromkeys(
        local_name(iri) for match in near for _, iri in sorted(named[match[0]])
    )
    if not slugs:
        return "ask `actors` for those there are"
    return f"did you mean {' or '.join(slugs)}?"
