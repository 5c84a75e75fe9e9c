"""Sentences parsed by hand → statements with their evidence."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.actors import Register
from kg.analysis import Knowledge, analyse
from kg.extraction import read_document
from kg.model import DateBasis, Document, Evidence, Polarity, Reading, Span
from kg.ontology import Ontology
from kg.pipeline import read_knowledge
from kg.statements import StatementMaker
from kg.syntax import Parse

MakeParse = Callable[..., Parse]
MakeDocument = Callable[..., Document]

WARNING = """
La      DET   le      det   2
Norvège PROPN norvège nsubj 3
met     VERB  mettre  root  0 Mood=Ind|VerbForm=Fin
en      ADP   en      case  5
garde   NOUN  garde   obl:arg 3
le      DET   le      det   7
Pérou   PROPN pérou   obj   3
.       PUNCT .       punct 3
"""
MEETING = """
Oslo  PROPN oslo  nsubj   3
se    PRON  se    expl:pv 3 Reflex=Yes
voit  VERB  voir  root    0 Mood=Ind|VerbForm=Fin
avec  ADP   avec  case    5
Pérou PROPN pérou obl:arg 3
.     PUNCT .     punct   3
"""


@pytest.fixture(scope="module")
def knowledge(known: Ontology) -> Knowledge:
    return read_knowledge(known, "fr")


@pytest.fixture
def read(
    make_parse: MakeParse, make_document: MakeDocument, knowledge: Knowledge
) -> Callable[..., Reading]:
    """Read a document given as one table."""

    def reading(table: str, *, published: date | None = None) -> Reading:
        parse = make_parse(table)
        document = make_document(parse, published=published)
        return read_document(document, [parse], knowledge)

    return reading


def test_a_sentence_becomes_a_statement(read: Callable[..., Reading]) -> None:
    (statement,) = read(WARNING).statements

    assert statement.subject == "norway"
    assert statement.predicate == "warns"
    assert statement.object == "peru"
    assert statement.frame == "warns.fr.mettre-en-garde"
    assert statement.trigger == "met en garde"
    assert statement.source_text == "Norvège"
    assert statement.target_text == "Pérou"
    assert statement.claim.polarity is Polarity.AFFIRMED
    assert not statement.metonymy


def test_the_evidence_slices_back_to_the_text(read: Callable[..., Reading]) -> None:
    reading = read(WARNING + MEETING)
    text = reading.document.text

    assert len(reading.statements) == 2
    for evidence in (
        *(statement.evidence for statement in reading.statements),
        *(evidence for _, evidence, _ in reading.mentions),
    ):
        assert text[evidence.span.begin : evidence.span.end] == evidence.text
        assert evidence.document_id == reading.document.id


def test_what_is_said_twice_in_two_sentences_is_stated_twice(
    read: Callable[..., Reading],
) -> None:
    first, second = read(WARNING + WARNING).statements

    assert first.evidence.span != second.evidence.span
    assert first.id != second.id


def test_a_capital_is_told_as_metonymy_and_less_sure(
    read: Callable[..., Reading],
) -> None:
    (plain,) = read(WARNING).statements
    (capital,) = read(MEETING).statements

    assert capital.metonymy
    assert capital.confidence < plain.confidence


def test_an_event_is_dated_by_its_document(read: Callable[..., Reading]) -> None:
    (dated,) = read(WARNING, published=date(2023, 1, 20)).statements
    (undated,) = read(WARNING).statements

    assert (dated.event_date, dated.date_basis) == (
        "2023-01-20",
        DateBasis.PUBLICATION_DATE,
    )
    assert (undated.event_date, undated.date_basis) == (None, None)


def test_every_actor_of_a_sentence_is_mentioned_once(
    read: Callable[..., Reading],
) -> None:
    reading = read(WARNING + MEETING)
    text = reading.document.text

    assert [
        (slug, text[place.begin : place.end]) for slug, _, place in reading.mentions
    ] == [
        ("norway", "Norvège"),
        ("peru", "Pérou"),
        ("norway", "Oslo"),
        ("peru", "Pérou"),
    ]


def test_evidence_is_one_sentence(
    make_parse: MakeParse, make_document: MakeDocument, knowledge: Knowledge
) -> None:
    parse = make_parse(WARNING + MEETING)
    document = make_document(parse)
    reading = read_document(document, [], knowledge)
    assert reading.statements == ()

    register = Register(knowledge.gazetteer, "fr", None)
    maker = StatementMaker(document, analyse(parse, register, knowledge), knowledge)
    begin = parse.begins[8]

    assert maker.evidence(parse.sentences[1]) == Evidence(
        document.id,
        Span(begin, len(document.text)),
        "Oslo se voit avec Pérou .",
        "fr",
    )
