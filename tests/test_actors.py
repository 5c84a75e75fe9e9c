"""Whom a name denotes in one document."""

from dataclasses import replace
from datetime import date

import pytest

from kg.actors import Register, slug_of

BOTH = ("arne-dahl", "kari-dahl")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Kari Dahl", "kari-dahl"),
        ("Jeyhun Əliyev", "jeyhun-eliyev"),
        ("…", "unnamed"),
    ],
)
def test_a_slug_is_readable(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_person_never_seen_before_is_kept(register: Register) -> None:
    slug = register.newcomer("Ola Berg")

    assert slug == "ola-berg"
    assert register.actor(slug).labels == (("fr", "Ola Berg"),)
    assert register.kind(slug) == "Person"


def test_a_newcomer_with_a_known_name_is_the_known_one(register: Register) -> None:
    assert register.newcomer("Kari Dahl") == "kari-dahl"
    assert register.found == {}


def test_a_newcomer_is_not_taken_for_an_actor_of_another_kind(
    register: Register,
) -> None:
    assert register.newcomer("Peru", "Organisation") == "peru-organisation"
    assert register.kind("peru") == "State"


def test_a_surname_is_enough_once_the_person_was_named(register: Register) -> None:
    assert register.surname("Berg") is None
    register.newcomer("Ola Berg")
    assert register.surname("Berg") == "ola-berg"
    register.newcomer("Liv Berg")
    assert register.surname("Berg") is None


def test_an_organisation_lends_no_surname(register: Register) -> None:
    register.newcomer("Banque Berg", "Organisation")

    assert register.surname("Berg") is None


def test_who_is_met_first_acts_for_one_body(register: Register) -> None:
    register.newcomer("Ola Berg")
    assert register.body("ola-berg") == "ola-berg"
    register.acts_for("ola-berg", "norway")
    register.acts_for("ola-berg", "peru")

    assert register.body("ola-berg") == "norway"


def test_what_the_ontology_knows_is_not_changed(register: Register) -> None:
    register.acts_for("kari-dahl", "peru")

    assert register.body("kari-dahl") == "norway"


def test_an_organ_is_labelled_with_the_adjective_or_the_name(
    register: Register,
) -> None:
    slug = register.organ("foreign-ministry", "norway")
    organ = register.actor(slug)

    assert slug == "norway-foreign-ministry"
    assert organ.labels == (("fr", "ministère norvégien des Affaires étrangères"),)
    assert (organ.kind, organ.acts_for) == ("Government", "norway")
    assert register.organ("foreign-ministry", "jordan") == "jordan-foreign-ministry"
    assert "Jordanie" in register.actor("jordan-foreign-ministry").label("fr")


def test_of_namesakes_the_one_named_before_is_meant(register: Register) -> None:
    register.meet("arne-dahl", "Arne Dahl")

    assert register.choose(BOTH) == "arne-dahl"


@pytest.mark.parametrize(
    ("day", "chosen"),
    [
        (date(1992, 1, 1), "arne-dahl"),
        (date(2021, 1, 1), "kari-dahl"),
        (date(2010, 1, 1), None),
        (None, "kari-dahl"),
    ],
)
def test_of_namesakes_the_one_in_office_is_meant(
    register: Register, day: date | None, chosen: str | None
) -> None:
    assert replace(register, day=day).choose(BOTH) == chosen


def test_of_namesakes_without_office_none_is_meant(register: Register) -> None:
    assert register.choose(("peru", "jordan")) is None
