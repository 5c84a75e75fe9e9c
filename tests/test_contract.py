"""What every graph keeps, whatever it was built from: the rules of the vocabulary."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyshacl import validate
from rdflib import RDF, BNode, Namespace
from rdflib.compare import isomorphic
from rdflib.term import Node

from kg.building import build_graph
from kg.documents import read_documents
from kg.model import Document

pytestmark = pytest.mark.model

KG = Namespace("https://w3id.org/actor-kg/ontology#")
REL = "https://w3id.org/actor-kg/relation/"
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")

Triple = tuple[Node | None, Node | None, Node | None]


@pytest.fixture(scope="module")
def triples(seed_graph: Path) -> rdflib.Graph:
    """The graph of seeds/ as rdflib reads it."""
    return rdflib.Graph().parse(seed_graph)


@pytest.fixture(scope="module")
def seeds(root: Path) -> list[Path]:
    found = sorted((root / "seeds").iterdir())
    assert len(found) >= 10
    return found


@pytest.fixture(scope="module")
def given_in_order(seeds: list[Path]) -> str:
    return build_graph(seeds).graph.to_turtle()


def test_every_seed_makes_statements(triples: rdflib.Graph) -> None:
    sentences = set(triples.objects(None, PROV.wasDerivedFrom))
    telling = {triples.value(sentence, NIF.referenceContext) for sentence in sentences}

    assert telling == set(triples.subjects(RDF.type, SCHEMA.NewsArticle))
    assert len(telling) == 12


def test_the_order_of_files_does_not_matter(
    seeds: list[Path], given_in_order: str
) -> None:
    assert build_graph(reversed(seeds)).graph.to_turtle() == given_in_order


def test_a_folder_gives_what_its_files_give(
    seed_graph: Path, given_in_order: str
) -> None:
    assert seed_graph.read_text("utf-8") == given_in_order


def test_files_built_twice_give_the_same_bytes(
    seeds: list[Path], given_in_order: str
) -> None:
    assert build_graph([*seeds, *seeds]).graph.to_turtle() == given_in_order


def test_every_stretch_slices_back_to_its_words(
    root: Path, triples: rdflib.Graph
) -> None:
    texts = {
        document.identifier: document.text
        for document in read_documents([root / "seeds"], languages=["fr", "en"])
        if isinstance(document, Document)
    }
    stretches = {
        stretch
        for kind in (NIF.Sentence, NIF.Phrase)
        for stretch in triples.subjects(RDF.type, kind)
    }

    assert len(stretches) >= 100
    for stretch in stretches:
        begin, end, words, document = (
            triples.value(stretch, NIF[name], any=False)
            for name in ("beginIndex", "endIndex", "anchorOf", "referenceContext")
        )
        text = texts[str(triples.value(document, SCHEMA.identifier))]
        assert text[int(str(begin)) : int(str(end))] == str(words)


def test_every_shape_holds(root: Path, triples: rdflib.Graph) -> None:
    ontologies = root / "ontologies"
    shapes = rdflib.Graph().parse(ontologies / "shapes.ttl")
    known = rdflib.Graph().parse(ontologies / "core.ttl")

    # Merged, not given as ontology graph: of that, only classes would be looked at.
    _, report, text = validate(triples + known, shacl_graph=shapes)

    assert isinstance(report, rdflib.Graph)
    assert not list(report.subjects(RDF.type, SH.ValidationResult)), text


def test_nothing_is_blank(triples: rdflib.Graph) -> None:
    assert not [t for triple in triples for t in triple if isinstance(t, BNode)]


def test_both_readers_of_turtle_read_the_same(
    seed_graph: Path, triples: rdflib.Graph
) -> None:
    quads = pyoxigraph.parse(path=seed_graph, format=pyoxigraph.RdfFormat.TURTLE)
    lines = "".join(f"{quad.triple} .\n" for quad in quads)

    assert isomorphic(rdflib.Graph().parse(data=lines, format="nt"), triples)


def test_a_direct_triple_stands_on_a_firm_statement_and_only_there(
    triples: rdflib.Graph,
) -> None:
    upheld: set[Triple] = set()
    others: set[Triple] = set()
    for statement in triples.subjects(RDF.type, KG.Statement):
        fact = (
            triples.value(statement, RDF.subject, any=False),
            triples.value(statement, RDF.predicate, any=False),
            triples.value(statement, RDF.object, any=False),
        )
        speaker = triples.value(statement, KG.attributedTo)
        unnamed = speaker is None and (statement, KG.attributionCue, None) in triples
        firm = (
            (statement, KG.polarity, KG.Affirmed) in triples
            and (statement, KG.modality, KG.Asserted) in triples
            and speaker in (None, fact[0])
            and not unnamed
        )
        (upheld if firm else others).add(fact)

    direct = {triple for triple in triples if str(triple[1]).startswith(REL)}
    assert direct == upheld
    assert others - upheld
