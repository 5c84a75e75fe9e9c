"""The part of the ontology that a graph takes along to explain itself."""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.lookups import about, occurs, remove
from kg.namespaces import PREFIXES, expand
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

_PREDICATES = {NamedNode(expand(name)) for name in ("rdf:type", *_KEPT)}
_OURS = tuple(PREFIXES[prefix] for prefix in ("kg", "rel", "plover"))


class Description:
    """What a store says about the classes, qualifiers and relation types it uses."""

    def __init__(self, store: Store, ontology: Ontology | None) -> None:
        self._store = store
        self._known: dict[NamedNode, set[Quad]] = {}
        self._met: set[NamedNode] = set()
        entries = {} if ontology is None else ontology.entries
        for entry in (entry for members in entries.values() for entry in members):
            prefix = _prefix(entry)
            if prefix is not None:
                iri = NamedNode(expand(f"{prefix}:{entry.name}"))
                self._known[iri] = {Quad(*triple) for triple in _describe(iri, entry)}

    def require(self, terms: Iterable[NamedNode]) -> None:
        """Describe terms and the terms of their descriptions, as the ontology has it."""
        wanted = [term for term in terms if term not in self._met]
        for term in wanted:
            self._met.add(term)
            says = self._known.get(term)
            if says is None:
                continue
            held = self._held(term)
            remove(self._store, held - says)  # as an earlier ontology had it
            self._store.extend(says - held)
            wanted += [o for o in _objects(says) if o not in self._met]

    def release(self, terms: Iterable[NamedNode]) -> None:
        """Drop the descriptions of terms that nothing points at any more."""
        doubtful = list(dict.fromkeys(terms))
        for term in doubtful:
            if not term.value.startswith(_OURS):
                continue
            if occurs(self._store, term):
                continue
            held = self._held(term)
            remove(self._store, held)
            self._met.discard(term)
            doubtful += _objects(held)

    def _held(self, term: NamedNode) -> set[Quad]:
        said = about(self._store, term)
        return {quad for quad in said if quad.predicate in _PREDICATES}


def _objects(quads: Iterable[Quad]) -> list[NamedNode]:
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


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
