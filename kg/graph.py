"""The open store: readings go in as RDF; SPARQL, Turtle and rdflib come out."""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import rdflib
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
)

from kg.collection import Collection
from kg.editions import Edition
from kg.encoding import Run, term
from kg.errors import InputError, QueryError
from kg.lookups import EVERYTHING, literals, subjects
from kg.model import Reading
from kg.namespaces import PREFIXES
from kg.ontology import Ontology
from kg.shards import fingerprint, make_shard
from kg.tallies import counted, recount
from kg.turtle import to_turtle

Term = NamedNode | BlankNode | Literal | Triple

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
_REMEDY = "mend the query, or ask a saved question (`kg query`)"
_PLACE = re.compile(r"error at (\d+):(\d+): ")
_QUOTED = re.compile(r"""<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'|#.*""")
_PREFIX = re.compile(r"(?<![\w?$:])([A-Za-z][\w-]*):")
_DECLARED = re.compile(r"PREFIX\s+([\w-]+):", re.IGNORECASE)
# Direct triples first: they go where no statement that stays upholds them (shapes.ttl).
_DROP_BELOW = """DELETE {{ ?source ?relation ?target }} WHERE {{
  ?weak a kg:Statement ; kg:confidence ?low ;
    rdf:subject ?source ; rdf:predicate ?relation ; rdf:object ?target .
  FILTER(?low < {confidence})
  FILTER NOT EXISTS {{
    ?other rdf:subject ?source ; rdf:predicate ?relation ; rdf:object ?target ;
      kg:polarity kg:Affirmed ; kg:modality kg:Asserted ; kg:confidence ?enough .
    OPTIONAL {{ ?other kg:attributedTo ?speaker }}
    OPTIONAL {{ ?other kg:attributionCue ?cue }}
    FILTER(?enough >= {confidence} && IF(BOUND(?speaker), ?speaker = ?source, !BOUND(?cue)))
  }}
}} ;
DELETE {{ ?weak ?property ?value }} WHERE {{
  ?weak a kg:Statement ; kg:confidence ?low ; ?property ?value FILTER(?low < {confidence})
}}"""
_COUNTS = """SELECT ?documents ?statements ?actors ?relations ?mentions WHERE {
  { SELECT (COUNT(*) AS ?documents) WHERE { ?d a schema:NewsArticle } }
  { SELECT (COUNT(*) AS ?statements) WHERE { ?s a kg:Statement } }
  { SELECT (COUNT(DISTINCT ?a) AS ?actors) WHERE {
      ?a skos:prefLabel ?name FILTER(STRSTARTS(STR(?a), STR(actor:))) } }
  { SELECT (COUNT(*) AS ?relations) WHERE {
      { SELECT DISTINCT ?p WHERE { ?s rdf:predicate ?p } } ?x ?p ?y } }
  { SELECT (COUNT(*) AS ?mentions) WHERE { ?m itsrdf:taIdentRef ?a } }
}"""


_NAMING = {"skos:prefLabel": 1, "rdfs:label": 1, "skos:altLabel": 2}
_LANGUAGES = ("fr", "en")  # that names are in
_PERIOD = """SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
  ?document schema:datePublished ?day }"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a graph holds; relations are the direct triples."""

    documents: int
    statements: int
    actors: int
    relations: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Solutions:
    """What the engine answers: one row a solution, None where nothing is bound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Graph:
    """Documents, statements, evidence and actors in one store."""

    def __init__(
        self,
        ontology: Ontology | None = None,
        run: Run | None = None,
        store: Store | None = None,
    ) -> None:
        """Open a store, an empty one in memory if none is given.

        Args:
            ontology: Describes the relation types and qualifiers that will be used,
                so that what is exported explains itself.
            run: Stands behind every statement that will be added.
            store: Of the engine, with what was written to it.
        """
        self._store = Store() if store is None else store
        self._run = run
        self._collection = Collection(self._store, ontology)
        self._edition: Edition | None = None

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open a graph that was written to a file, or a store on disk.

        Raises:
            InputError: The file cannot be read, or is not of a known format.
            StoreError: The folder is not a store, or cannot be read.
        """
        if path.is_dir():
            edition = Edition(path)
            graph = cls(store=edition.store)
            graph._edition = edition  # held while it is read
            return graph
        kind = _FORMATS.get(path.suffix)
        if kind is None:
            known = ", ".join(sorted(_FORMATS))
            raise InputError(
                f"{path}: not a graph; the name must end in {known}, or be a store"
            )
        store = Store()
        try:
            store.bulk_load(path=path, format=kind)
        except OSError as error:
            reason = error.strerror or error
            raise InputError(f"{path}: {reason}; build it with `kg build`") from error
        except SyntaxError as error:
            raise InputError(f"{path}: {error}; export the graph anew") from error
        if not counted(store):  # written by another program
            recount(store)
        return cls(store=store)

    @property
    def edition(self) -> int:
        """The edition of a store that this is; 0 in memory."""
        return 0 if self._edition is None else self._edition.number

    def add(self, reading: Reading) -> None:
        """Add all that one document says; adding it again changes nothing."""
        mark = fingerprint(reading.document)
        self._collection.add(make_shard(reading, self._run, mark))
        self._collection.flush()

    def drop_below(self, confidence: float) -> None:
        """Drop statements below a confidence in [0, 1], and what they alone uphold.

        Documents, sentences and mentions stay. A store on disk is copied into memory
        first: nothing is dropped there.
        """
        if confidence > 0:
            if self._edition is not None:
                self._store = _copied(self._store)
                self._edition = None
            least = f"{confidence:.4f}"
            self._store.update(_DROP_BELOW.format(confidence=least), prefixes=PREFIXES)
            recount(self._store)

    def sparql(self, text: str) -> Solutions:
        """Ask the engine; ASK gives one row, CONSTRUCT gives triples.

        Args:
            text: SPARQL 1.1; the project's prefixes are known.

        Raises:
            QueryError: The text is malformed or cannot be evaluated.
        """
        try:
            found = self._store.query(text, prefixes=PREFIXES)
            if isinstance(found, QueryBoolean):
                return Solutions(("answer",), ((Literal(bool(found)),),))
            if isinstance(found, QuerySolutions):
                names = tuple(variable.value for variable in found.variables)
                return Solutions(names, tuple(tuple(row) for row in found))
            return Solutions(
                ("subject", "predicate", "object"), tuple(tuple(row) for row in found)
            )
        except SyntaxError as error:
            raise QueryError(f"SPARQL: {_where(error, text)}; {_REMEDY}") from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"SPARQL: {error}; {_REMEDY}") from error

    def labels(self, iri: NamedNode) -> dict[str, str]:
        """Return the preferred names of an actor, class or relation type by language."""
        found = {}
        for predicate in ("rdfs:label", "skos:prefLabel"):
            for label in literals(self._store, iri, term(predicate)):
                found[label.language or ""] = label.value
        return found

    def bearers(self, name: str) -> list[tuple[int, NamedNode]]:
        """Return what bears exactly this name: (1, preferred) and (2, another)."""
        return [
            (rank, thing)
            for predicate, rank in _NAMING.items()
            for language in _LANGUAGES
            for thing in subjects(
                self._store,
                term(predicate),
                Literal(name, language=language),
                EVERYTHING,
            )
        ]

    def counts(self) -> Counts:
        """Count what the graph holds."""
        (row,) = self.sparql(_COUNTS).rows
        return Counts(*(int(n.value) for n in row if isinstance(n, Literal)))

    def period(self) -> tuple[str, str]:
        """Return the first and the last day of publication; "" if none is known."""
        (row,) = self.sparql(_PERIOD).rows
        first, last = (day.value if isinstance(day, Literal) else "" for day in row)
        return first, last

    def lines(self) -> list[str]:
        """Return all triples as N-Triples lines, sorted."""
        dump = io.BytesIO()
        self._store.dump(dump, format=RdfFormat.N_TRIPLES, from_graph=EVERYTHING)
        # Not splitlines(): a literal may hold U+2028 or U+0085 as they are.
        return sorted(dump.getvalue().decode().split("\n")[:-1])

    def to_turtle(self) -> str:
        """Write the graph as Turtle; equal graphs give equal bytes."""
        return to_turtle(self.lines())

    def rdflib(self) -> rdflib.Graph:
        """Copy the graph into rdflib, for its ecosystem; mind its speed above 10^5."""
        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, iri in PREFIXES.items():
            graph.bind(prefix, iri)
        return graph.parse(data="\n".join(self.lines()), format="nt")


def _copied(store: Store) -> Store:
    copy = Store()
    copy.bulk_extend(store.quads_for_pattern(None, None, None, EVERYTHING))
    return copy


def _where(error: SyntaxError, sparql: str) -> str:
    """Cut "error at 2:23: expected X, Y, …" down to place and first line."""
    text = str(error).splitlines()[0]
    place = _PLACE.match(text)
    if place is None:
        return text
    reason = text[place.end() :]
    # The engine mistakes an unknown prefix for a wrong word further on.
    used = _PREFIX.findall(_QUOTED.sub("", sparql))
    unknown = sorted(set(used) - set(PREFIXES) - set(_DECLARED.findall(sparql)))
    if unknown:
        reason = f"unknown prefix {unknown[0]}: (declare it with PREFIX)"
    return f"line {place[1]}, column {place[2]}: {reason}"
