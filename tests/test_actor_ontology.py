"""The known actors: complete, told apart by their names, and reproducible."""

import csv
import doctest
import runpy
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycountry
import pytest

from kg.gazetteer import ACTOR_CLASSES
from kg.ontology import Entry, Ontology, read_ontology
from kg.spellings import fold

LANGUAGES = ("fr", "en")
BOUND = {"kg:State", "kg:Place"}  # their names count in their own language only
NOT_IN_THE_UN = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO "
    "JE KY MF MO MP MQ MS NC NF NU PF PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI "
    "WF YT"
)


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    """The ontology's folder."""
    return root / "ontologies"


@pytest.fixture(scope="module")
def ontology(folder: Path) -> Ontology:
    return read_ontology(folder)


@pytest.fixture(scope="module")
def actors(ontology: Ontology) -> dict[str, Entry]:
    kinds = (f"kg:{kind}" for kind in ACTOR_CLASSES)
    return {entry.name: entry for entry in ontology.of(*kinds)}


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "states.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def own_names(entry: Entry, language: str) -> set[tuple[str, ...]]:
    """Names that a text in a language may use for an actor and for nothing else."""
    bound = language if entry.types & BOUND else None
    doubtful = {fold(name) for name in entry.values("kg:ambiguousLabel", bound)}
    claimed = {
        fold(name)
        for predicate in ("skos:prefLabel", "skos:altLabel")
        for name in entry.values(predicate, bound)
    }
    return claimed - doubtful


def shared(claims: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Collect what several actors claim, given pairs of claim and actor."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for claim, slug in claims:
        bearers[claim].add(slug)
    return {claim: slugs for claim, slugs in bearers.items() if len(slugs) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_denotes_one_actor(actors: dict[str, Entry], language: str) -> None:
    claims = (
        (" ".join(name), slug)
        for slug, entry in actors.items()
        for name in own_names(entry, language)
    )

    assert shared(claims) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("predicate", ["kg:adjective", "kg:prefixForm", "kg:capital"])
def test_an_adjective_or_capital_denotes_one_actor(
    actors: dict[str, Entry], predicate: str, language: str
) -> None:
    claims = (
        (form.lower(), slug)
        for slug, entry in actors.items()
        for form in entry.values(predicate, language)
    )

    assert shared(claims) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_capital_is_not_the_name_of_an_actor(
    actors: dict[str, Entry], language: str
) -> None:
    names = {name for entry in actors.values() for name in own_names(entry, language)}

    assert [
        (slug, capital)
        for slug, entry in actors.items()
        for capital in entry.values("kg:capital", language)
        if fold(capital) in names
    ] == []


def test_every_actor_has_one_label_in_both_languages(actors: dict[str, Entry]) -> None:
    assert len(actors) > 800
    assert [
        slug
        for slug, entry in actors.items()
        for language in LANGUAGES
        if len(entry.values("skos:prefLabel", language)) != 1
    ] == []


def test_an_actor_is_of_one_class(actors: dict[str, Entry]) -> None:
    assert {s: e.types for s, e in actors.items() if len(e.types) != 1} == {}


def test_every_body_that_is_spoken_for_exists(actors: dict[str, Entry]) -> None:
    assert [
        (slug, body)
        for slug, entry in actors.items()
        for body in entry.values("kg:actsFor")
        if body.removeprefix("actor:") not in actors
    ] == []


def test_an_organ_of_state_speaks_for_one_body(actors: dict[str, Entry]) -> None:
    assert [
        slug
        for slug, entry in actors.items()
        if "kg:Government" in entry.types and len(entry.values("kg:actsFor")) != 1
    ] == []


def test_french_adjectives_are_in_lower_case(actors: dict[str, Entry]) -> None:
    assert [
        form
        for entry in actors.values()
        for predicate in ("kg:adjective", "kg:ambiguousAdjective", "kg:prefixForm")
        for form in entry.values(predicate, "fr")
        if form != form.lower() and not form.endswith((" du Sud", " du Nord"))
    ] == []


def test_an_identifier_denotes_one_actor(actors: dict[str, Entry]) -> None:
    claims = (
        (identifier, slug)
        for slug, entry in actors.items()
        for identifier in entry.values("skos:exactMatch")
    )

    assert shared(claims) == {}


def test_every_member_of_the_united_nations_is_there(
    rows: list[dict[str, str]],
) -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    members = {code for code in codes if code not in NOT_IN_THE_UN}
    states = {row["iso"] for row in rows if row["kind"] == "State"}

    assert len(members) == 193
    assert members - states == set()


def test_every_state_of_today_has_its_adjective_in_french_and_an_identifier(
    rows: list[dict[str, str]],
) -> None:
    today = [row for row in rows if row["kind"] == "State" and row["iso"]]

    assert [r["slug"] for r in today if not (r["adjective_fr"] and r["wikidata"])] == []


def test_a_slug_stands_once_in_the_table(rows: list[dict[str, str]]) -> None:
    assert len({row["slug"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("united-states", "États-Unis;Etats-Unis;USA;U.S.;États-Unis d'Amérique"),
        ("nagorno-karabakh", "Haut-Karabakh;Artsakh;Karabagh;République d'Artsakh"),
        ("dr-congo", "RDC;République démocratique du Congo"),
        ("myanmar", "Birmanie;Myanmar"),
        ("soviet-union", "URSS;Union soviétique"),
        ("csto", "OTSC;CSTO;KTMT;Organisation du traité de sécurité collective"),
        ("islamic-state", "Daech;EI;État islamique"),
    ],
)
def test_the_names_that_the_press_uses_are_there(
    actors: dict[str, Entry], slug: str, names: str
) -> None:
    known = own_names(actors[slug], "fr")

    assert [name for name in names.split(";") if fold(name) not in known] == []


@pytest.mark.parametrize("adjective", ["coréen", "congolais", "européen"])
def test_an_adjective_of_several_actors_denotes_none(
    actors: dict[str, Entry], adjective: str
) -> None:
    clear = [s for s, e in actors.items() if adjective in e.values("kg:adjective")]

    assert clear == []


@pytest.mark.parametrize(
    ("adjective", "slug"),
    [
        ("nigérien", "niger"),
        ("nigérianes", "nigeria"),
        ("dominicaine", "dominican-republic"),
        ("dominiquais", "dominica"),
        ("équato-guinéenne", "equatorial-guinea"),
        ("nord-coréens", "north-korea"),
        ("grecque", "greece"),
        ("turques", "turkey"),
        ("soviétique", "soviet-union"),
        ("burkinabè", "burkina-faso"),
    ],
)
def test_an_adjective_denotes_its_state(
    actors: dict[str, Entry], adjective: str, slug: str
) -> None:
    bearers = [s for s, e in actors.items() if adjective in e.values("kg:adjective")]

    assert bearers == [slug]


def test_the_list_of_states_is_reproduced_byte_for_byte(folder: Path) -> None:
    generator = runpy.run_path(str(folder / "generate_states.py"))
    written: str = generator["turtle"](folder / "states.tsv")

    assert written.encode() == (folder / "states.ttl").read_bytes()


def test_the_examples_of_the_generator_hold(folder: Path) -> None:
    generator = runpy.run_path(str(folder / "generate_states.py"))
    runner = doctest.DocTestRunner()
    parser = doctest.DocTestParser()
    for name, thing in sorted(generator.items()):
        if getattr(thing, "__module__", None) == generator["__name__"]:
            examples = thing.__doc__ or ""
            runner.run(parser.get_doctest(examples, generator, name, None, None))

    assert runner.tries >= 4
    assert runner.failures == 0
