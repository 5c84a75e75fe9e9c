"""Offices, organs and tenures as the ontology tells them."""

from collections.abc import Callable
from datetime import date

from kg.offices import Tenure, read_offices, read_organs, read_tenures
from kg.ontology import Ontology

MakeOntology = Callable[[str], Ontology]


def test_a_broader_office_knows_the_narrower_ones(make_ontology: MakeOntology) -> None:
    ontology = make_ontology(
        "office:head a kg:Office . office:king a kg:Office ; skos:broader office:head ."
    )

    assert read_offices(ontology)["head"].narrower == ("king",)


def test_an_office_tells_where_it_may_be_held(make_ontology: MakeOntology) -> None:
    ontology = make_ontology(
        "office:speaker a kg:Office ; kg:onlyOf actor:peru ; kg:ofKind kg:State ; "
        "kg:impliedBody actor:peru ."
    )
    office = read_offices(ontology)["speaker"]

    assert (office.unique, office.implied, office.held_with) == (False, "peru", None)
    assert office.only_of == {"peru"}
    assert office.of_kind == {"State"}


def test_an_organ_is_named_after_its_state(make_ontology: MakeOntology) -> None:
    ontology = make_ontology(
        'office:navy a kg:Organ ; kg:labelPattern "marine {}"@fr , "{} navy"@en .'
    )
    organ = read_organs(ontology)["navy"]

    assert organ.labels == (("en", "{} navy"), ("fr", "marine {}"))
    assert organ.slug == "{}-navy"


def test_dates_keep_to_the_side_where_a_tenure_is_sure(known: Ontology) -> None:
    first, second = read_tenures(known)["premier", "norway"]

    assert first == Tenure("arne-dahl", date(1990, 12, 28), date(1994, 6, 1))
    assert second == Tenure("kari-dahl", date(2020, 5, 8), None)


def test_a_tenure_of_unknown_beginning_is_never_sure() -> None:
    assert not Tenure("kari-dahl", None, None).covers(date(2020, 1, 1))
