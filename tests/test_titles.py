"""Titles in phrases parsed by hand: who holds them, and for whom."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.actors import Register
from kg.demonyms import find_adjectives
from kg.gazetteer import Gazetteer
from kg.lang.fr import FRENCH
from kg.mentions import Mention, Mentions
from kg.proper_names import find_names
from kg.syntax import Parse
from kg.title_phrases import TitleReader
from kg.titles import find_titles

MakeParse = Callable[..., Parse]
Find = Callable[..., Mentions]


@pytest.fixture
def find(make_parse: MakeParse, gazetteer: Gazetteer) -> Find:
    """Find the titles of a phrase written in 2021."""

    def found(table: str, *names: tuple[str, str]) -> Mentions:
        parse = make_parse(table, *names)
        register = Register(gazetteer, "fr", date(2021, 5, 3))
        named = find_names(parse, register)
        mentions = Mentions()
        for mention in named:
            mentions.add(mention)
        reader = TitleReader(
            parse,
            register,
            FRENCH,
            {m.first: m for m in find_adjectives(parse, register)},
            {m.first: m for m in named},
        )
        find_titles(reader, mentions, named, {"ancien"})
        return mentions

    return found


def only(mentions: Mentions) -> Mention:
    (mention,) = mentions.by_head.values()
    return mention


ADJECTIVE = """
le        DET  le        det  3
premier   ADJ  premier   amod 3
ministre  NOUN ministre  root 0
norvégien ADJ  norvégien amod 3
"""
COMPLEMENT = """
premier  ADJ   premier  amod 2
ministre NOUN  ministre root 0
de       ADP   de       case 5
la       DET   le       det  5
Norvège  PROPN norvège  nmod 2
"""
CAPITAL = """
premier  ADJ   premier  amod 2
ministre NOUN  ministre root 0
d'       ADP   de       case 4
Oslo     PROPN oslo     nmod 2
"""
ORGAN = """
ministère  NOUN  ministère root 0
norvégien  ADJ   norvégien amod 1
des        ADP   de        case 4
Affaires   NOUN  affaire   nmod 1
étrangères ADJ   étranger  amod 4
"""
NO_HOLDER = """
premier  ADJ   premier  amod 2
ministre NOUN  ministre root 0
du       ADP   de       case 4
Pérou    PROPN pérou    nmod 2
"""


@pytest.mark.parametrize(
    ("table", "actors", "metonymy"),
    [
        pytest.param(ADJECTIVE, ("kari-dahl",), False, id="adjective"),
        pytest.param(COMPLEMENT, ("kari-dahl",), False, id="complement"),
        pytest.param(CAPITAL, ("kari-dahl",), False, id="capital"),
        pytest.param(ORGAN, ("norway-foreign-ministry",), False, id="organ"),
        pytest.param(NO_HOLDER, ("peru",), True, id="body-for-an-unknown-holder"),
    ],
)
def test_a_title_denotes_its_holder_or_its_body(
    find: Find, table: str, actors: tuple[str, ...], *, metonymy: bool
) -> None:
    by_head = find(table).by_head
    (mention,) = [m for m in by_head.values() if m.last - m.first > 0]

    assert (mention.actors, mention.metonymy) == (actors, metonymy)


def test_a_title_covers_its_body(find: Find) -> None:
    mention = only(find(ADJECTIVE))

    assert (mention.head, mention.first, mention.last) == (2, 1, 3)


def test_a_name_behind_a_title_is_its_holder(find: Find) -> None:
    # le premier ministre norvégien Nils Berg
    mentions = find(
        """
le        DET   le        det       3
premier   ADJ   premier   amod      3
ministre  NOUN  ministre  root      0
norvégien ADJ   norvégien amod      3
Nils      PROPN nils      appos     3
Berg      PROPN berg      flat:name 5
""",
        ("Nils Berg", "PER"),
    )

    assert mentions.by_head[2].actors == ("nils-berg",)
    assert mentions.roles[-1] == ("nils-berg", "norway", 4, 1, 3)


def test_a_name_before_a_title_is_its_holder(find: Find) -> None:
    # Nils Berg, ministre norvégien
    mentions = find(
        """
Nils      PROPN nils      root      0
Berg      PROPN berg      flat:name 1
,         PUNCT ,         punct     4
ministre  NOUN  ministre  appos     1
norvégien ADJ   norvégien amod      4
""",
        ("Nils Berg", "PER"),
    )

    assert mentions.by_head[3].actors == ("nils-berg",)
    assert mentions.roles == [("nils-berg", "norway", 0, 3, 4)]


def test_a_name_behind_a_comma_and_complements_is_its_holder(find: Find) -> None:
    # le ministre norvégien pour le Nord, Nils Berg
    mentions = find(
        """
ministre  NOUN  ministre  root      0
norvégien ADJ   norvégien amod      1
pour      ADP   pour      case      5
le        DET   le        det       5
Nord      NOUN  nord      nmod      1
,         PUNCT ,         punct     7
Nils      PROPN nils      appos     1
Berg      PROPN berg      flat:name 7
""",
        ("Nils Berg", "PER"),
    )

    assert mentions.roles == [("nils-berg", "norway", 6, 0, 1)]


def test_two_persons_share_two_bodies_in_order(find: Find) -> None:
    # ministres norvégien et péruvien Nils Berg et Ana Paz
    mentions = find(
        """
ministres NOUN  ministre  root      0
norvégien ADJ   norvégien amod      1
et        CCONJ et        cc        4
péruvien  ADJ   péruvien  conj      2
Nils      PROPN nils      appos     1
Berg      PROPN berg      flat:name 5
et        CCONJ et        cc        8
Ana       PROPN ana       conj      5
Paz       PROPN paz       flat:name 8
""",
        ("Nils Berg", "PER"),
        ("Ana Paz", "PER"),
    )

    assert mentions.by_head[0].actors == ("nils-berg", "ana-paz")
    assert [role[:2] for role in mentions.roles] == [
        ("nils-berg", "norway"),
        ("ana-paz", "peru"),
    ]


def test_a_former_title_is_none(find: Find) -> None:
    # ancien premier ministre norvégien: «premier» stands behind «ancien»
    mentions = find("""
ancien    ADJ  ancien    amod 3
premier   ADJ  premier   amod 3
ministre  NOUN ministre  root 0
norvégien ADJ  norvégien amod 3
""")

    assert ("kari-dahl",) not in {m.actors for m in mentions.by_head.values()}


def test_a_title_alone_waits_for_whom_it_points_back_to(find: Find) -> None:
    mention = only(find("le DET le det 2\nministre NOUN ministre root 0"))

    assert (mention.actors, mention.offices) == ((), ("minister",))
