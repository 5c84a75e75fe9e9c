"""Counts that the graph bears, kept up to date as documents come and go.

Questions about the whole graph would otherwise read every statement: with millions of
them that takes seconds where a look at the counts takes tenths.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.encoding import node, term
from kg.lookups import EVERYTHING, literals, remove
from kg.namespaces import local_name
from kg.shards import Fact

_ACTOR = ("kg:asSource", "kg:asTarget")
_RELATION = ("kg:statements", "kg:directTriples")
_PAIR = ("kg:cooperative", "kg:conflictual")
_ENDS = ("kg:one", "kg:two")  # of a pair, in alphabetical order
_INTEGER = term("xsd:integer")


class Tallies:
    """Changes of the counts of a store, gathered until they are written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._actors: dict[str, Counter[str]] = defaultdict(Counter)
        self._relations: dict[str, Counter[str]] = defaultdict(Counter)
        self._signs: dict[str, int] = {}  # by relation type, as the store has them
        self._pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def count(self, fact: Fact, step: int) -> None:
        """Count a statement that comes (1) or goes (-1); its relation is described."""
        self._actors[fact.source]["kg:asSource"] += step
        self._actors[fact.target]["kg:asTarget"] += step
        self._relations[fact.relation]["kg:statements"] += step
        sign = self._sign(fact.relation) if fact.holds else 0
        if sign:
            one, two = sorted((fact.source, fact.target))
            kind = "kg:cooperative" if sign > 0 else "kg:conflictual"
            self._pairs[one, two][kind] += step

    def count_direct(self, relation: NamedNode, step: int) -> None:
        """Count a direct triple that comes (1) or goes (-1)."""
        self._relations[local_name(relation.value)]["kg:directTriples"] += step

    def write(self) -> None:
        """Bring the counts in the store up to date."""
        # Together, for the engine takes them several times as fast.
        coming: list[Quad] = []
        for slug, changes in self._actors.items():
            coming += self._write(node("actor", slug), _ACTOR, changes)
        for name, changes in self._relations.items():
            coming += self._write(node("rel", name), _RELATION, changes)
        for ends, changes in self._pairs.items():
            pair = node("pair", "--".join(ends))
            roles = [
                Quad(pair, term(role), node("actor", slug))
                for role, slug in zip(_ENDS, ends, strict=True)
            ]
            counts = self._write(pair, _PAIR, changes)
            if counts:
                coming += counts + roles
            else:
                remove(self._store, roles)
        self._store.extend(coming)
        for gathered in (self._actors, self._relations, self._pairs, self._signs):
            gathered.clear()

    def _write(
        self, subject: NamedNode, predicates: tuple[str, str], changes: Counter[str]
    ) -> list[Quad]:
        """Remove the old counts of a subject.

        Returns:
            The new ones: those of a subject are there together or, all zero, not at all.
        """
        held = [
            Quad(subject, term(name), number)
            for name in predicates
            for number in literals(self._store, subject, term(name))
        ]
        remove(self._store, held)
        counts = {term(name): changes[name] for name in predicates}
        for quad in held:
            if isinstance(quad.object, Literal):
                counts[quad.predicate] += int(quad.object.value)
        if not any(counts.values()):
            return []
        return [Quad(subject, name, _number(count)) for name, count in counts.items()]

    def _sign(self, relation: str) -> int:
        if relation not in self._signs:
            found = literals(self._store, node("rel", relation), term("kg:sign"))
            self._signs[relation] = int(found[0].value) if found else 0
        return self._signs[relation]


@cache
def _number(count: int) -> Literal:
    return Literal(str(count), datatype=_INTEGER)


def facts(statements: Iterable[Quad]) -> Iterator[Fact]:
    """Tell what statements add to the counts, from all that is said of them."""
    said: dict[NamedNode, dict[str, str]] = defaultdict(dict)
    for quad in statements:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            name = local_name(quad.predicate.value)
            said[quad.subject][name] = local_name(quad.object.value)
    for properties in said.values():
        if "predicate" in properties:
            yield Fact(
                properties["subject"],
                properties["predicate"],
                properties["object"],
                properties["polarity"] == "Affirmed"
                and properties["modality"] == "Asserted",
            )


def counted(store: Store) -> bool:
    """Tell whether the graph bears counts."""
    known = store.quads_for_pattern(None, term(_RELATION[0]), None, EVERYTHING)
    return next(known, None) is not None


def recount(store: Store) -> None:
    """Count everything anew, after statements have been dropped."""
    for name in (*_ACTOR, *_RELATION, *_PAIR, *_ENDS):
        for quad in list(store.quads_for_pattern(None, term(name), None, EVERYTHING)):
            store.remove(quad)
    tallies = Tallies(store)
    relations = set()
    wanted = [term(f"rdf:{name}") for name in ("subject", "predicate", "object")]
    wanted += [term("kg:polarity"), term("kg:modality")]
    found = [
        quad
        for predicate in wanted
        for quad in store.quads_for_pattern(None, predicate, None, EVERYTHING)
    ]
    for fact in facts(found):
        tallies.count(fact, 1)
        relations.add(fact.relation)
    for relation in sorted(relations):
        iri = node("rel", relation)
        for _ in store.quads_for_pattern(None, iri, None, EVERYTHING):
            tallies.count_direct(iri, 1)
    tallies.write()
