"""Turtle as plain entries."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Entry, Ontology, read_ontology

MakeOntology = Callable[[str], Ontology]


def only(ontology: Ontology, kind: str) -> Entry:
    (entry,) = ontology.of(kind)
    return entry


def test_an_entry_has_its_values_by_language(make_ontology: MakeOntology) -> None:
    entry = only(
        make_ontology('actor:peru a kg:State ; rdfs:label "Pérou"@fr , "Peru"@en .'),
        "kg:State",
    )

    assert entry.name == "peru"
    assert entry.types == {"kg:State"}
    assert entry.values("rdfs:label", "fr") == ["Pérou"]
    assert sorted(entry.values("rdfs:label")) == ["Peru", "Pérou"]
    assert entry.by_language("rdfs:label") == (("en", "Peru"), ("fr", "Pérou"))


def test_a_text_without_language_counts_in_all(make_ontology: MakeOntology) -> None:
    entry = only(make_ontology('actor:peru a kg:State ; kg:source "a b" .'), "kg:State")

    assert entry.value("kg:source", "fr") == "a b"
    assert entry.words("kg:source") == ["a", "b"]


def test_iris_are_shortened(make_ontology: MakeOntology) -> None:
    entry = only(
        make_ontology("actor:lima a kg:Government ; kg:actsFor actor:peru ."),
        "kg:Government",
    )

    assert entry.value("kg:actsFor") == "actor:peru"
    assert entry.local("kg:actsFor") == "peru"
    assert entry.local("kg:gender") is None


def test_one_value_is_asked_for_and_two_are_there(make_ontology: MakeOntology) -> None:
    ontology = make_ontology("actor:a a kg:Person ; kg:actsFor actor:b , actor:c .")
    entry = only(ontology, "kg:Person")

    assert entry.locals("kg:actsFor") == ["b", "c"]
    with pytest.raises(OntologyError, match="a: several values of kg:actsFor"):
        entry.local("kg:actsFor")


def test_entries_come_by_name(make_ontology: MakeOntology) -> None:
    ontology = make_ontology("actor:b a kg:State . actor:a a kg:State , kg:Place .")

    assert [entry.name for entry in ontology.of("kg:State")] == ["a", "b"]
    assert [entry.name for entry in ontology.of("kg:Place")] == ["a"]
    assert list(ontology.of("kg:Media")) == []


def test_the_version_tells_ontologies_apart(make_ontology: MakeOntology) -> None:
    one, same, other = (
        make_ontology(f"actor:{name} a kg:State .") for name in ("a", "a", "b")
    )

    assert one.version == same.version != other.version


def test_bad_turtle_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "states.ttl").write_text("actor:peru a kg:State", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"states\.ttl: "):
        read_ontology(tmp_path)


def test_a_folder_without_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"no Turtle file \(\*\.ttl\)"):
        read_ontology(tmp_path)
