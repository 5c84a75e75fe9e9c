"""Adjectives and peoples that denote states."""

from collections.abc import Callable

import pytest

from kg.actors import Register
from kg.demonyms import find_adjectives, is_nation
from kg.lang import grammar_of
from kg.mentions import MentionKind
from kg.syntax import Parse

MakeParse = Callable[..., Parse]


@pytest.mark.parametrize(
    ("row", "actors", "kind"),
    [
        ("norvégienne ADJ norvégien root 0", ("norway",), MentionKind.ADJECTIVE),
        ("Péruviens ADJ péruvien root 0", ("peru",), MentionKind.ADJECTIVE),
        ("Péruviens NOUN péruvien root 0", ("peru",), MentionKind.PEOPLE),
        ("norvégo-péruvien ADJ x root 0", ("norway", "peru"), MentionKind.ADJECTIVE),
    ],
)
def test_an_adjective_denotes_its_state(
    make_parse: MakeParse,
    register: Register,
    row: str,
    actors: tuple[str, ...],
    kind: MentionKind,
) -> None:
    (mention,) = find_adjectives(make_parse(row), register)

    assert (mention.actors, mention.kind) == (actors, kind)
    assert mention.metonymy == (kind is MentionKind.PEOPLE)


@pytest.mark.parametrize(
    "word", ["nordique", "américain", "norvégo-américain", "balto-péruvien"]
)
def test_an_adjective_that_does_not_tell_denotes_none(
    make_parse: MakeParse, register: Register, word: str
) -> None:
    assert find_adjectives(make_parse(f"{word} ADJ x root 0"), register) == []


@pytest.mark.parametrize(
    ("table", "nation"),
    [
        # les Péruviens; des Péruviens; les deux Péruviens; les Péruviens d'Oslo
        ("les DET le det 2\nPéruviens NOUN péruvien root 0 Number=Plur", True),
        ("des DET un det 2\nPéruviens NOUN péruvien root 0 Number=Plur", False),
        ("Péruviens NOUN péruvien root 0 Number=Plur", False),
        ("le DET le det 2\nPéruviens NOUN péruvien root 0 Number=Sing", False),
        (
            (
                "les DET le det 3\ndeux NUM deux nummod 3\n"
                "Péruviens NOUN péruvien root 0 Number=Plur"
            ),
            False,
        ),
        (
            (
                "les DET le det 2\nPéruviens NOUN péruvien root 0 Number=Plur\n"
                "d' ADP de case 4\nOslo PROPN oslo nmod 2"
            ),
            False,
        ),
        (
            (
                "Péruviens NOUN péruvien root 0 Number=Plur\net CCONJ et cc 3\n"
                "Russes NOUN russe conj 1 Number=Plur"
            ),
            True,
        ),
    ],
)
def test_a_people_as_a_whole_is_its_nation(
    make_parse: MakeParse, register: Register, table: str, *, nation: bool
) -> None:
    parse = make_parse(table)
    people = find_adjectives(parse, register)[0]

    assert is_nation(parse, people, grammar_of("fr")) == nation
