"""What names, adjectives and titles denote."""

from datetime import date

import pytest

from kg.gazetteer import Gazetteer, read_gazetteer
from kg.ontology import Ontology
from kg.spellings import Name, fold


def named(gazetteer: Gazetteer, words: str) -> list[Name]:
    """Names that are written with exactly these words."""
    pieces = fold(words)
    return [n for n in gazetteer.names.get(pieces[0], ()) if n.pieces == pieces]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Norvège", ("norvege",)),
        ("États-Unis", ("etats", "unis")),
        ("Côte d’Ivoire", ("cote", "d", "ivoire")),
        ("cœur", ("coeur",)),
        ("«…»", ()),
    ],
)
def test_folding_keeps_letters_and_figures(text: str, pieces: tuple[str, ...]) -> None:
    assert fold(text) == pieces


def test_every_name_of_an_actor_denotes_it(gazetteer: Gazetteer) -> None:
    for words in ("Norvège", "royaume de Norvège", "ROYAUME DE NORVÈGE"):
        assert named(gazetteer, words)[0].actors == ("norway",)


def test_a_state_goes_by_its_name_in_the_language_of_the_text(known: Ontology) -> None:
    assert named(read_gazetteer(known, "fr"), "Jordan") == []
    assert named(read_gazetteer(known, "en"), "Jordan")[0].actors == ("jordan",)


def test_an_acronym_holds_in_its_own_language(known: Ontology) -> None:
    french, english = read_gazetteer(known, "fr"), read_gazetteer(known, "en")

    assert named(french, "CN")[0].acronym
    assert named(french, "NC") == []
    assert named(english, "NC")[0].actors == ("nordic-council",)
    assert named(english, "Conseil nordique")[0].actors == ("nordic-council",)


def test_a_capital_is_told_from_a_name(gazetteer: Gazetteer) -> None:
    (oslo,) = named(gazetteer, "Oslo")

    assert (oslo.actors, oslo.capital) == (("norway",), True)


def test_a_name_without_capitals_is_known_as_such(gazetteer: Gazetteer) -> None:
    assert named(gazetteer, "bergers armés")[0].lower
    assert not named(gazetteer, "Conseil nordique")[0].lower


def test_a_shared_name_leaves_all_its_bearers(gazetteer: Gazetteer) -> None:
    (dahl,) = named(gazetteer, "Dahl")

    assert dahl.actors == ("arne-dahl", "kari-dahl")
    assert dahl.ambiguous


def test_the_longest_name_comes_first(known: Ontology) -> None:
    lengths = [
        [len(name.pieces) for name in names]
        for names in read_gazetteer(known, "fr").names.values()
    ]

    assert lengths == [sorted(found, reverse=True) for found in lengths]


def test_adjectives_and_prefixes_denote_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.adjectives["norvégienne"] == ("norway",)
    assert gazetteer.adjective_forms["norway"][0] == "norvégien"
    assert gazetteer.prefixes["norvégo"] == "norway"
    assert "norwegian" not in gazetteer.adjectives


def test_an_ambiguous_adjective_never_denotes_one_actor(gazetteer: Gazetteer) -> None:
    assert gazetteer.adjectives["américain"] == ("", "united-states")


def test_gender_and_number_of_names_are_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.feminine == {"norway", "kari-dahl"}
    assert gazetteer.plural == {"united-states"}


def test_an_actor_comes_with_labels_aliases_and_links(gazetteer: Gazetteer) -> None:
    norway = gazetteer.actors["norway"]

    assert norway.kind == "State"
    assert norway.labels == (("en", "Norway"), ("fr", "Norvège"))
    assert norway.aliases == (("fr", "Royaume de Norvège"),)
    assert norway.exact_match == "Q20"
    assert gazetteer.actors["kari-dahl"].acts_for == "norway"


def test_titles_name_offices_and_organs(gazetteer: Gazetteer) -> None:
    (minister, ministry) = gazetteer.titles["ministre"], gazetteer.titles["ministere"]

    assert [(t.kind, t.offices) for t in minister] == [("Office", ("minister",))]
    assert [(t.kind, t.offices) for t in ministry] == [("Organ", ("foreign-ministry",))]


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(1989, 5, 1), None),
        (date(1990, 7, 1), None),
        (date(1992, 1, 1), "arne-dahl"),
        (date(1994, 6, 2), None),
        (date(2020, 5, 7), None),
        (date(2020, 5, 8), "kari-dahl"),
        (None, None),
    ],
)
def test_an_office_is_held_on_the_days_that_are_sure(
    gazetteer: Gazetteer, day: date | None, holder: str | None
) -> None:
    assert gazetteer.holder("premier", "norway", day) == holder


def test_an_office_with_several_holders_tells_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.holder("minister", "norway", date(2021, 1, 1)) is None


def test_an_office_may_go_with_another_and_with_one_body(gazetteer: Gazetteer) -> None:
    day = date(2021, 1, 1)

    assert gazetteer.holder("crown", "norway", day) == "kari-dahl"
    assert gazetteer.holder("crown", "peru", day) is None
