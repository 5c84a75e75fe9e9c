"""Parses of one document → its reading."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.analysis import Knowledge
from kg.extraction import read_document
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.pipeline import read_knowledge
from kg.syntax import Parse

MakeParse = Callable[..., Parse]

# Kari Dahl met en garde le Pérou.
WARNING = """
Kari  PROPN kari   nsubj     3
Dahl  PROPN dahl   flat:name 1
met   VERB  mettre root      0 Mood=Ind|VerbForm=Fin
en    ADP   en     case      5
garde NOUN  garde  obl:arg   3
le    DET   le     det       7
Pérou PROPN pérou  obj       3
.     PUNCT .      punct     3
"""
# Dahl dort.
SLEEP = """
Dahl PROPN dahl   nsubj 2
dort VERB  dormir root  0
.    PUNCT .      punct 2
"""


@pytest.fixture(scope="module")
def knowledge(known: Ontology) -> Knowledge:
    return read_knowledge(known, "fr")


def test_actors_come_by_slug_with_the_bodies_they_act_for(
    make_parse: MakeParse, make_document: Callable[..., Document], knowledge: Knowledge
) -> None:
    parse = make_parse(WARNING)
    reading = read_document(make_document(parse), [parse], knowledge)

    assert [actor.slug for actor in reading.actors] == ["kari-dahl", "norway", "peru"]


def test_a_name_is_remembered_in_later_parses_of_the_document(
    make_parse: MakeParse, make_document: Callable[..., Document], knowledge: Knowledge
) -> None:
    first, second = make_parse(WARNING.replace("Kari", "Arne")), make_parse(SLEEP)
    text = make_document(first).text
    shift = len(text) + 1
    second.begins = [begin + shift for begin in second.begins]
    second.ends = [end + shift for end in second.ends]
    document = replace(make_document(first), text=f"{text} Dahl dort .")
    reading = read_document(document, [first, second], knowledge)

    assert [slug for slug, *_ in reading.mentions] == ["arne-dahl", "peru", "arne-dahl"]


def test_a_reading_depends_on_nothing_read_before(
    make_parse: MakeParse, make_document: Callable[..., Document], knowledge: Knowledge
) -> None:
    def read(table: str) -> Reading:
        parse = make_parse(table)
        document = make_document(parse, published=date(1992, 1, 1))
        return read_document(document, [parse], knowledge)

    alone = read(SLEEP)
    read(WARNING)

    assert read(SLEEP) == alone
    assert [actor.slug for actor in alone.actors] == ["arne-dahl", "norway"]


def test_a_document_without_parses_says_nothing(
    make_parse: MakeParse, make_document: Callable[..., Document], knowledge: Knowledge
) -> None:
    document = make_document(make_parse(SLEEP))

    assert read_document(document, [], knowledge) == Reading(document, (), ())
