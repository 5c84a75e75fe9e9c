"""Walks over a parse."""

from collections.abc import Callable

import pytest

from kg.model import Document
from kg.syntax import Parse


@pytest.fixture
def parse(make_parse: Callable[..., Parse]) -> Parse:
    # La Norvège et le Pérou dorment.  Oslo dort.
    return make_parse("""
La      DET    le      det    2
Norvège PROPN  norvège nsubj  6
et      CCONJ  et      cc     5
le      DET    le      det    5
Pérou   PROPN  pérou   conj   2
dorment VERB   dormir  root   0

Oslo    PROPN  oslo    nsubj  2
dort    VERB   dormir  root   0
""")


def test_a_root_governs_itself_and_is_no_dependent_of_its_own(parse: Parse) -> None:
    assert parse.heads[5] == 5
    assert parse.children[5] == [1]


def test_heads_stay_in_their_sentence(parse: Parse) -> None:
    assert parse.sentences == [(0, 6), (6, 8)]
    assert parse.heads[6] == 7


def test_words_are_not_tied_into_a_circle(parse: Parse) -> None:
    parse.heads[1], parse.deps[1] = 4, "obj"  # while «Pérou» hangs on «Norvège»
    parse.relink()

    assert (parse.heads[1], parse.deps[1]) == (5, "nsubj")
    assert parse.subtree(1) == [0, 1, 2, 3, 4]


def test_two_words_may_change_places(parse: Parse) -> None:
    parse.heads[4], parse.heads[1] = 5, 4
    parse.relink()

    assert parse.subtree(4) == [0, 1, 2, 3, 4]


def test_every_token_knows_its_sentence(parse: Parse) -> None:
    assert [parse.sentence(token) for token in (0, 5, 6, 7)] == [
        (0, 6),
        (0, 6),
        (6, 8),
        (6, 8),
    ]


def test_the_way_up_to_a_verb_is_bounded(parse: Parse) -> None:
    assert parse.up_to_verb(4, steps=6) == 5
    assert parse.up_to_verb(4, steps=1) == 1


def test_dependents_are_asked_for_by_label(parse: Parse) -> None:
    assert parse.having(1, "conj", "det") == [0, 4]
    assert parse.having(1, "obj") == []


def test_a_subtree_comes_in_text_order(parse: Parse) -> None:
    assert parse.subtree(1) == [0, 1, 2, 3, 4]


def test_coordinated_words_are_found_from_the_first(parse: Parse) -> None:
    assert parse.conjuncts(1) == [1, 4]
    assert parse.conjuncts(4) == [4]


def test_words_are_cut_from_the_text(
    parse: Parse, make_document: Callable[..., Document]
) -> None:
    text = make_document(parse).text

    assert parse.text(text, 3, 4) == "le Pérou"
    assert parse.text(text, 6, 7) == "Oslo dort"
