"""The ontology as plain entries: what each Turtle subject says, without RDF terms."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyoxigraph

from kg.errors import OntologyError
from kg.namespaces import compact


@dataclass(frozen=True, slots=True)
class Value:
    """A literal or a shortened IRI such as "kg:Noun"; language "" if it has none."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ontology says about one subject.

    Attributes:
        name: Local name, such as "armenia".
        properties: Values by shortened predicate, such as "skos:prefLabel".
    """

    name: str
    types: frozenset[str]
    properties: dict[str, list[Value]]

    def values(self, predicate: str, language: str | None = None) -> list[str]:
        """Return the texts of a property, in one language if it is named."""
        return [
            value.text
            for value in self.properties.get(predicate, ())
            if language is None or value.language in (language, "")
        ]

    def value(self, predicate: str, language: str | None = None) -> str | None:
        """Return the only text of a property, or None.

        Raises:
            OntologyError: There are several.
        """
        values = self.values(predicate, language)
        if len(values) > 1:
            raise OntologyError(f"{self.name}: several values of {predicate}: {values}")
        return values[0] if values else None

    def local(self, predicate: str) -> str | None:
        """Return the local name of the only IRI of a property, or None.

        Raises:
            OntologyError: There are several.
        """
        value = self.value(predicate)
        return None if value is None else value.partition(":")[2]

    def locals(self, predicate: str) -> list[str]:
        """Return the local names of the IRIs of a property.

        >>> Entry("a", frozenset(), {"kg:of": [Value("actor:mali")]}).locals("kg:of")
        ['mali']
        """
        return [value.partition(":")[2] for value in self.values(predicate)]

    def words(self, predicate: str) -> list[str]:
        """Return all words of a property that holds lists with spaces between."""
        return " ".join(self.values(predicate)).split()

    def by_language(self, predicate: str) -> tuple[tuple[str, str], ...]:
        """Return the texts of a property as (language, text), in order."""
        values = self.properties.get(predicate, ())
        return tuple(sorted((value.language, value.text) for value in values))


@dataclass(frozen=True, slots=True)
class Ontology:
    """Every entry of a folder of Turtle files.

    Attributes:
        version: Hash over the files, to tell what a graph was built with.
    """

    entries: dict[str, list[Entry]]  # by shortened class
    version: str

    def of(self, *types: str) -> Iterator[Entry]:
        """Yield the entries of the given classes, by name."""
        for kind in types:
            yield from self.entries.get(kind, ())


def _short(iri: str) -> str:
    return compact(iri) or iri


def ontology_folder() -> Path:
    """Return the packaged ontology if there, else the checkout's."""
    packaged = Path(__file__).parent / "ontologies"
    return packaged if packaged.is_dir() else packaged.parent.parent / "ontologies"


def read_ontology(folder: Path) -> Ontology:
    """Read all Turtle files of a folder.

    Raises:
        OntologyError: A file is not well-formed Turtle, or the folder has none.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise OntologyError(f"{folder}: no Turtle file (*.ttl); name another folder")
    digest = sha256()
    properties: dict[str, dict[str, list[Value]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for file in files:
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content)
        try:
            for triple in pyoxigraph.parse(content, pyoxigraph.RdfFormat.TURTLE):
                _file_under(properties, triple)
        except SyntaxError as error:
            raise OntologyError(f"{file}: {error}") from error
    entries: dict[str, list[Entry]] = defaultdict(list)
    for subject in sorted(properties):
        known = properties[subject]
        types = frozenset(value.text for value in known.pop("rdf:type", ()))
        entry = Entry(subject.partition(":")[2], types, dict(known))
        for kind in types:
            entries[kind].append(entry)
    return Ontology(dict(entries), digest.hexdigest()[:12])


def _file_under(
    properties: dict[str, dict[str, list[Value]]], triple: pyoxigraph.Quad
) -> None:
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if not isinstance(subject, pyoxigraph.NamedNode):
        return  # SHACL shapes hold blank nodes; they are no entries
    if isinstance(value, pyoxigraph.Literal):
        filed = Value(value.value, value.language or "")
    elif isinstance(value, pyoxigraph.NamedNode):
        filed = Value(_short(value.value))
    else:
        return
    properties[_short(subject.value)][_short(predicate.value)].append(filed)
