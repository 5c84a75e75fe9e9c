"""Sentences of tests/cases, each with exactly the statements it makes."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.extraction import read_document
from kg.lexicon import read_relation_types
from kg.model import Document, Modality, Polarity, Span, Statement
from kg.parsing import parse_documents
from kg.pipeline import Reader, default_ontology

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = ("fr", "en")


class Saying(NamedTuple):
    """A statement without its evidence."""

    subject: str
    relation: str
    object: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    speaker: str = ""

    def turned(self, symmetric: frozenset[str]) -> "Saying":
        """The same with the members of a symmetric pair in order."""
        if self.relation not in symmetric or self.subject < self.object:
            return self
        return self._replace(subject=self.object, object=self.subject)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the readings that are right, each a set of statements."""

    name: str
    language: str
    text: str
    published: date | None
    readings: tuple[frozenset[Saying], ...]
    fails: str

    @property
    def empty(self) -> bool:
        """Whether the sentence makes no statement."""
        return not self.readings[0]


def saying(line: str) -> Saying:
    """Read "mali | accuses | france | Negated | Possible | by algeria"."""
    subject, relation, target, *claim = (part.strip() for part in line.split("|"))
    found = Saying(subject, relation, target)
    for word in claim:
        if word.startswith("by "):
            found = found._replace(speaker=word.removeprefix("by "))
        elif word in list(Polarity):
            found = found._replace(polarity=Polarity(word))
        else:
            found = found._replace(modality=Modality(word))
    return found


def read_cases() -> list[Case]:
    return [
        Case(
            f"{language}-{path.stem}-{number}",
            language,
            case["text"],
            case.get("date"),
            tuple(
                frozenset(map(saying, reading))
                for reading in (case["says"], *case.get("alternatives", ()))
            ),
            case.get("fails", ""),
        )
        for language in LANGUAGES
        for path in sorted((FOLDER / language).glob("*.toml"))
        for number, case in enumerate(
            tomllib.loads(path.read_text("utf-8"))["case"], start=1
        )
    ]


CASES = read_cases()
PARAMETERS = [
    pytest.param(
        case,
        id=case.name,
        marks=pytest.mark.xfail(strict=True, reason=case.fails) if case.fails else (),
    )
    for case in CASES
]


def said(statement: Statement) -> Saying:
    claim = statement.claim
    speaker = (claim.speaker or "?") if claim.attribution_cue else ""
    return Saying(
        statement.subject,
        statement.predicate,
        statement.object,
        claim.polarity,
        claim.modality,
        speaker,
    )


@pytest.fixture(scope="module")
def symmetric() -> frozenset[str]:
    """Names of the relation types that have no direction."""
    types = read_relation_types(default_ontology())
    return frozenset(name for name, found in types.items() if found.symmetric)


@pytest.fixture(scope="module")
def answers() -> dict[str, list[Saying]]:
    """What the shipped pipelines read in every case, by the case's name."""
    reader = Reader(default_ontology())
    return {
        document.identifier: [
            said(statement)
            for statement in read_document(
                document, parses, reader.knowledge(language)
            ).statements
        ]
        for language in LANGUAGES
        for document, parses in parse_documents(
            reader.pipeline(language),
            [document_of(case) for case in CASES if case.language == language],
        )
    }


def document_of(case: Case) -> Document:
    blocks = (Span(0, len(case.text)),)
    return Document(
        case.name,
        case.text,
        case.language,
        "-",
        published=case.published,
        blocks=blocks,
    )


@pytest.mark.model
@pytest.mark.parametrize("case", PARAMETERS)
def test_a_sentence_says_what_it_says_and_no_more(
    case: Case, answers: dict[str, list[Saying]], symmetric: frozenset[str]
) -> None:
    found = {answer.turned(symmetric) for answer in answers[case.name]}
    right = [{one.turned(symmetric) for one in reading} for reading in case.readings]

    assert found in right, case.text


def test_there_are_many_cases_and_many_without_statements() -> None:
    french = [case for case in CASES if case.language == "fr"]
    english = [case for case in CASES if case.language == "en"]

    assert len(french) >= 400
    assert sum(case.empty for case in french) >= 150
    assert len(english) >= 250
    assert sum(case.empty for case in english) >= 90


def test_no_case_stands_twice() -> None:
    assert len({(case.text, case.published) for case in CASES}) == len(CASES)


def test_cases_name_relation_types() -> None:
    named = {
        one.relation for case in CASES for reading in case.readings for one in reading
    }

    assert named <= read_relation_types(default_ontology()).keys()
