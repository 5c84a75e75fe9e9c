"""Documents in a store, entered in a ledger so that each can be withdrawn exactly.

The default graph is the union of all that the documents say. What several share, such
as direct triples, actors and words of the ontology, must stay while one of them still
says it: therefore the ledger, a graph beside the default one, notes for each document

- its fingerprint, the run that read it and its profiles of actors, in `LEDGER`;
- its direct triples, in a named graph under the document's own IRI.
"""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.description import Description
from kg.encoding import node, term
from kg.lookups import EVERYTHING, about, links, literals, occurs, remove, subjects
from kg.namespaces import LEDGER, local_name
from kg.ontology import Ontology
from kg.profiles import Profile, describe
from kg.shards import Shard
from kg.tallies import Tallies, facts

_BOOK = NamedNode(LEDGER)
_FINGERPRINT, _RUN, _PROFILE, _OF, _TEXT = (
    NamedNode(f"{LEDGER}#{name}")
    for name in ("fingerprint", "run", "profile", "of", "text")
)


class Collection:
    """The documents of one store, the only writer to it.

    What is added waits until `flush`, for the engine loads large pieces several times
    as fast as small ones.

    Attributes:
        touched: Whether anything was added or withdrawn.
    """

    def __init__(self, store: Store, ontology: Ontology | None) -> None:
        self._store = store
        self._description = Description(store, ontology)
        self._tallies = Tallies(store)
        self._profiles: set[str] = set()  # known to be in the ledger
        self._runs: set[str] = set()  # likewise in the graph
        self._waiting: dict[str, Shard] = {}
        self._names: dict[str, set[str]] = defaultdict(set)  # identifier → waiting
        self._size = 0
        self.touched = False

    @property
    def size(self) -> int:
        """Characters that wait to be written."""
        return self._size

    def fingerprint(self, document: str) -> str | None:
        """Return what a document was read from; None if it is not there."""
        if document in self._waiting:
            return self._waiting[document].fingerprint
        iri = node("doc", document)
        found = literals(self._store, iri, _FINGERPRINT, _BOOK)
        return found[0].value if found else None

    def named(self, identifier: str) -> set[str]:
        """Return the documents of one identifier."""
        name, predicate = Literal(identifier), term("schema:identifier")
        kept = subjects(self._store, predicate, name, EVERYTHING)
        waiting = self._names.get(identifier, set())
        return waiting | {local_name(iri.value) for iri in kept}

    def add(self, shard: Shard) -> None:
        """Add a document; in place of an earlier reading, if there is one."""
        if self.fingerprint(shard.document) is not None:
            self.withdraw(shard.document)
        self.touched = True
        self._waiting[shard.document] = shard
        self._names[shard.identifier].add(shard.document)
        self._size += len(shard.lines)

    def flush(self) -> None:
        """Write what waits."""
        shards = self._waiting.values()
        if not shards:
            return
        for triple in {triple for shard in shards for triple in shard.direct}:
            terms = [NamedNode(iri[1:-1]) for iri in triple.split(" ")]
            if Quad(*terms) not in self._store:
                self._tallies.count_direct(terms[1], 1)
        lines = "".join(shard.lines for shard in shards)
        self._store.bulk_load(lines, RdfFormat.N_QUADS)
        for shard in shards:
            self._share(shard)
        self._tallies.write()
        self._waiting.clear()
        self._names.clear()
        self._size = 0

    def _share(self, shard: Shard) -> None:
        """Write what a document has in common with others."""
        if shard.run not in self._runs:
            self._runs.add(shard.run)
            self._store.load(shard.run, RdfFormat.N_TRIPLES)
        for profile in shard.profiles:
            if profile.id not in self._profiles:
                self._profiles.add(profile.id)
                self._enter(profile)
        self._description.require(map(term, shard.terms))
        for fact in shard.facts:
            self._tallies.count(fact, 1)

    def withdraw(self, document: str) -> None:
        """Remove a document and all that no other one says."""
        self.touched = True
        waiting = self._waiting.pop(document, None)
        if waiting is not None:
            self._names[waiting.identifier].discard(document)
            return
        iri = node("doc", document)
        self._withdraw_direct(iri)
        gone = list(self._own(iri))
        for fact in facts(gone):
            self._tallies.count(fact, -1)
        remove(self._store, gone)
        terms = [quad.object for quad in gone if isinstance(quad.object, NamedNode)]
        runs = links(self._store, iri, _RUN, _BOOK)
        profiles = links(self._store, iri, _PROFILE, _BOOK)
        remove(self._store, about(self._store, iri, _BOOK))
        for run in runs:
            if not occurs(self._store, run, _BOOK):
                remove(self._store, about(self._store, run))
                self._runs.clear()
        for profile in profiles:
            if not occurs(self._store, profile, _BOOK):
                terms += self._strike(profile)
        self._tallies.write()
        self._description.release(terms)

    def _withdraw_direct(self, document: NamedNode) -> None:
        """Remove the direct triples that no other document licenses."""
        for quad in list(self._store.quads_for_pattern(None, None, None, document)):
            self._store.remove(quad)
            triple = quad.triple
            found = self._store.quads_for_pattern(
                triple.subject, triple.predicate, triple.object
            )
            if all(other.graph_name == EVERYTHING for other in found):
                self._store.remove(Quad(*triple))
                self._tallies.count_direct(triple.predicate, -1)
        self._store.remove_graph(document)

    def _own(self, document: NamedNode) -> Iterator[Quad]:
        """Yield what no other document can have said."""
        store = self._store
        yield from about(store, document)
        context, origin = term("nif:referenceContext"), term("prov:wasDerivedFrom")
        for stretch in subjects(store, context, document, EVERYTHING):
            yield from about(store, stretch)
            for statement in subjects(store, origin, stretch, EVERYTHING):
                yield from about(store, statement)

    def _enter(self, profile: Profile) -> None:
        """Put a profile into the ledger, unless there, and describe its actor anew."""
        actor = node("actor", profile.slug)
        entry = Quad(profile.iri, _OF, actor, _BOOK)
        if entry in self._store:
            return
        before = self._describe(actor)
        self._store.add(entry)
        self._store.add(Quad(profile.iri, _TEXT, Literal(profile.text), _BOOK))
        self._replace(before, self._describe(actor))

    def _strike(self, profile: NamedNode) -> list[NamedNode]:
        """Take a profile out of the ledger, and describe its actor without it.

        Returns:
            The terms that described the actor before.
        """
        (actor,) = links(self._store, profile, _OF, _BOOK)
        before = self._describe(actor)
        remove(self._store, about(self._store, profile, _BOOK))
        self._profiles.clear()
        self._replace(before, self._describe(actor))
        return [t.object for t in before if isinstance(t.object, NamedNode)]

    def _describe(self, actor: NamedNode) -> set[Quad]:
        texts = [
            text.value
            for profile in subjects(self._store, _OF, actor, _BOOK)
            for text in literals(self._store, profile, _TEXT, _BOOK)
        ]
        return {Quad(*triple) for triple in describe(actor, texts)}

    def _replace(self, before: set[Quad], after: set[Quad]) -> None:
        remove(self._store, before - after)
        self._store.extend(after - before)
