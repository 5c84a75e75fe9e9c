"""The whole way of the text."""

from pathlib import Path

import pytest
import spacy

from kg.documents import Skipped
from kg.errors import InputError, PipelineError
from kg.model import Reading
from kg.ontology import Ontology
from kg.pipeline import Reader, default_ontology, read_knowledge


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(default_ontology())


def test_a_pipeline_without_parser_is_refused(known: Ontology, tmp_path: Path) -> None:
    spacy.blank("fr").to_disk(tmp_path)

    with pytest.raises(PipelineError, match="has no dependency parser"):
        Reader(known, [str(tmp_path)])


def test_a_language_without_grammar_is_refused(known: Ontology, tmp_path: Path) -> None:
    nlp = spacy.blank("sv")
    nlp.add_pipe("parser").add_label("obj")  # type: ignore[attr-defined]  # typed as a mere callable
    nlp.initialize()
    nlp.to_disk(tmp_path)

    with pytest.raises(InputError, match="no grammar for language 'sv'"):
        Reader(known, [str(tmp_path)])


def test_knowledge_is_of_one_language(known: Ontology) -> None:
    knowledge = read_knowledge(known, "fr")

    assert "mettre" in knowledge.lexicon.frames
    assert knowledge.gazetteer.prefixes == {"norvégo": "norway"}


@pytest.mark.model
def test_a_reader_knows_its_languages(reader: Reader) -> None:
    assert "fr" in reader.languages
    assert len(reader.versions) == len(reader.languages)


@pytest.mark.model
def test_documents_are_read_and_others_named(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "La Norvège met en garde le Pérou contre une hausse des taxes sur le poisson.\n"
        "Le Pérou remercie le Danemark pour son aide après le séisme de mardi.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Der Außenminister hat am Montag in Berlin mit seinem Kollegen über die Lage "
        "im Land gesprochen und weitere Hilfe zugesagt.\n",
        encoding="utf-8",
    )
    read = list(reader.read([tmp_path]))

    readings = [item for item in read if isinstance(item, Reading)]
    assert [(s.subject, s.predicate, s.object) for s in readings[0].statements] == [
        ("norway", "warns", "peru"),
        ("peru", "thanks", "denmark"),
    ]
    assert len(readings) == 1
    assert [i.identifier for i in read if isinstance(i, Skipped)] == ["b.txt"]
