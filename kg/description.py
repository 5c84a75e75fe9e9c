"""The part of the ontology that a graph takes along to explain itself."""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.namespaces import expand
from kg.ontology import Entry, Ontology, Value


def _link(value: Value) -> NamedNode:
    return NamedNode(expand(value.text))


def _words(value: Value) -> Literal:
    return Literal(value.text, language=value.language or None)


def _typed(datatype: str) -> Callable[[Value], Literal]:
    iri = NamedNode(expand(datatype))
    return lambda value: Literal(value.text, datatype=iri)


_KEPT: dict[str, Callable[[Value], NamedNode | Literal]] = {
    "rdfs:subClassOf": _link,
    "rdfs:label": _words,
    "skos:prefLabel": _words,
    "kg:plover": _link,
    "kg:quadClass": _link,
    "kg:cameoRoot": _words,
    "kg:score": _typed("xsd:decimal"),
    "kg:sign": _typed("xsd:integer"),
    "kg:symmetric": _typed("xsd:boolean"),
}


class Description:
    """What the ontology says about classes, qualifiers and relation types."""

    def __init__(self, ontology: Ontology | None) -> None:
        self._triples: dict[NamedNode, list[Triple]] = {}
        entries = {} if ontology is None else ontology.entries
        for entry in (entry for members in entries.values() for entry in members):
            prefix = _prefix(entry)
            if prefix is not None:
                iri = NamedNode(expand(f"{prefix}:{entry.name}"))
                self._triples[iri] = list(_describe(iri, entry))

    def of(self, triples: Iterable[Triple]) -> list[Triple]:
        """Describe the terms in object position and the terms of their descriptions.

        Each term is described once in the life of a graph.
        """
        found: list[Triple] = []
        wanted = list(triples)
        for triple in wanted:
            if isinstance(triple.object, NamedNode):
                described = self._triples.pop(triple.object, [])
                found += described
                wanted += described
        return found


def _prefix(entry: Entry) -> str | None:
    """Tell where an entry lives; None if graphs do not speak of it."""
    if "kg:RelationType" in entry.types:
        return "rel"
    if "skos:Concept" in entry.types:
        return "kg" if "kg:QuadClass" in entry.types else "plover"
    return "kg" if "rdfs:label" in entry.properties else None


def _describe(iri: NamedNode, entry: Entry) -> Iterator[Triple]:
    for kind in entry.types:
        yield Triple(iri, NamedNode(expand("rdf:type")), NamedNode(expand(kind)))
    for predicate, read in _KEPT.items():
        for value in entry.properties.get(predicate, ()):
            yield Triple(iri, NamedNode(expand(predicate)), read(value))
