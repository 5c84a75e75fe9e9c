"""Names in a text, known and new."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.actors import Register
from kg.mentions import Mention, MentionKind
from kg.proper_names import find_names
from kg.syntax import Parse

MakeParse = Callable[..., Parse]


def actors(mentions: list[Mention]) -> list[str]:
    return [slug for mention in mentions for slug in mention.actors]


def test_known_names_are_found_without_the_recogniser(
    make_parse: MakeParse, register: Register
) -> None:
    # Norvège et Pérou
    parse = make_parse("""
Norvège PROPN norvège root 0
et      CCONJ et      cc   3
Pérou   PROPN pérou   conj 1
""")

    assert actors(find_names(parse, register)) == ["norway", "peru"]


def test_the_longest_name_is_taken(make_parse: MakeParse, register: Register) -> None:
    # Royaume de Norvège
    parse = make_parse("""
Royaume NOUN  royaume root 0
de      ADP   de      case 3
Norvège PROPN norvège nmod 1
""")
    (mention,) = find_names(parse, register)

    assert (mention.first, mention.last, mention.head) == (0, 2, 0)
    assert mention.kind is MentionKind.NAME


def test_a_capital_stands_for_its_state(
    make_parse: MakeParse, register: Register
) -> None:
    # Oslo proteste
    (mention,) = find_names(
        make_parse("Oslo PROPN oslo nsubj 2\nproteste VERB protester root 0"), register
    )

    assert mention.actors == ("norway",)
    assert (mention.kind, mention.metonymy) == (MentionKind.CAPITAL, True)


@pytest.mark.parametrize(
    ("word", "found"),
    [("CN", True), ("cn", False), ("Cn", False), ("Pérou", True), ("pérou", False)],
)
def test_a_name_must_be_written_as_names_are(
    make_parse: MakeParse, register: Register, word: str, *, found: bool
) -> None:
    parse = make_parse(f"{word} PROPN x root 0")

    assert bool(find_names(parse, register)) == found


def test_a_name_in_small_letters_is_found_so(
    make_parse: MakeParse, register: Register
) -> None:
    # bergers armés
    parse = make_parse("bergers NOUN berger root 0\narmés ADJ armé amod 1")

    assert actors(find_names(parse, register)) == ["shepherds"]


def test_an_organisation_hides_the_state_in_its_name(
    make_parse: MakeParse, register: Register
) -> None:
    # la Banque de Norvège prête
    parse = make_parse(
        """
la      DET   le      det   2
Banque  PROPN banque  nsubj 5
de      ADP   de      case  4
Norvège PROPN norvège nmod  2
prête   VERB  prêter  root  0
""",
        ("Banque de Norvège", "ORG"),
    )

    assert actors(find_names(parse, register)) == ["banque-de-norvege"]


def test_a_person_hides_the_state_that_is_a_first_name(
    make_parse: MakeParse, register: Register
) -> None:
    # Jordanie Berg parle
    parse = make_parse(
        """
Jordanie PROPN jordanie nsubj     3
Berg     PROPN berg     flat:name 1
parle    VERB  parler   root      0
""",
        ("Jordanie Berg", "PER"),
    )

    assert actors(find_names(parse, register)) == ["jordanie-berg"]


def test_a_given_name_that_the_recogniser_misses_is_part_of_the_name(
    make_parse: MakeParse, register: Register
) -> None:
    # Clara Norvège accuse
    parse = make_parse("""
Clara   PROPN clara   nsubj     3
Norvège PROPN norvège flat:name 1
accuse  VERB  accuser root      0
""")
    marked = replace(parse, names=[(1, 2, "PER")])

    assert actors(find_names(marked, register)) == ["clara-norvege"]


def test_a_headline_that_opens_with_a_noun_hides_nothing(
    make_parse: MakeParse, register: Register
) -> None:
    # Soutien de Norvège
    parse = make_parse(
        """
Soutien NOUN  soutien root 0
de      ADP   de      case 3
Norvège PROPN norvège nmod 1
""",
        ("Soutien de Norvège", "ORG"),
    )

    assert actors(find_names(parse, register)) == ["norway"]


def test_a_place_named_after_a_state_is_no_actor(
    make_parse: MakeParse, register: Register
) -> None:
    # mer de Norvège
    parse = make_parse(
        """
mer     NOUN  mer     root 0
de      ADP   de      case 3
Norvège PROPN norvège nmod 1
""",
        ("mer de Norvège", "LOC"),
    )
    (mention,) = find_names(parse, register)

    assert mention.place


def test_a_new_person_and_then_the_surname_are_one(
    make_parse: MakeParse, register: Register
) -> None:
    # Ola Berg dort. Berg rêve.
    parse = make_parse(
        """
Ola  PROPN ola    nsubj     3
Berg PROPN berg   flat:name 1
dort VERB  dormir root      0

Berg PROPN berg   nsubj     2
rêve VERB  rêver  root      0
""",
        ("Ola Berg", "PER"),
    )
    parse.names.append((3, 4, "PER"))

    assert actors(find_names(parse, register)) == ["ola-berg", "ola-berg"]


def test_a_shared_surname_needs_the_recogniser_or_a_proper_noun(
    make_parse: MakeParse, register: Register
) -> None:
    register.meet("kari-dahl", "Kari Dahl")

    assert actors(find_names(make_parse("Dahl PROPN dahl root 0"), register)) == [
        "kari-dahl"
    ]
    assert find_names(make_parse("Dahl NOUN dahl root 0"), register) == []
    told = make_parse("Dahl NOUN dahl root 0", ("Dahl", "PER"))
    assert actors(find_names(told, register)) == ["kari-dahl"]


def test_a_shared_surname_is_left_open(
    make_parse: MakeParse, register: Register
) -> None:
    register = replace(register, day=date(2010, 1, 1))
    register.meet("kari-dahl", "Kari Dahl")
    register.meet("arne-dahl", "Arne Dahl")

    assert find_names(make_parse("Dahl PROPN dahl root 0"), register) == []


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Accusés VERB accuser root 0", ("Accusés", "ORG")),
        ("Péruviens NOUN péruvien root 0", ("Péruviens", "ORG")),
        ("syndicat NOUN syndicat root 0", ("syndicat", "ORG")),
        (
            (
                "Ministère NOUN ministère root 0\n"
                "des ADP de case 3\n"
                "Affaires NOUN affaire nmod 1\n"
                "étrangères ADJ étranger amod 3"
            ),
            ("Ministère des Affaires étrangères", "ORG"),
        ),
    ],
)
def test_not_all_that_is_recognised_is_a_name(
    make_parse: MakeParse, register: Register, table: str, name: tuple[str, str]
) -> None:
    assert find_names(make_parse(table, name), register) == []


def test_a_place_nobody_knows_is_no_actor(
    make_parse: MakeParse, register: Register
) -> None:
    parse = make_parse("Bergen PROPN bergen root 0", ("Bergen", "LOC"))

    assert find_names(parse, register) == []
