"""French sentences of tests/cases/fr, each with exactly the statements it makes."""

import tomllib
from collections import Counter
from collections.abc import Mapping
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

FOLDER = Path(__file__).parent / "cases" / "fr"
SYMMETRIC = {t.name for t in read_relation_types(default_ontology()).values() if t.symmetric}


class Saying(NamedTuple):
    """A statement without its evidence; the members of a symmetric pair are sorted."""

    subject: str
    relation: str
    object: str
    polarity: str = Polarity.AFFIRMED
    modality: str = Modality.ASSERTED
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the readings that are right; each is a set of statements."""

    text: str
    published: date | None
    readings: tuple[frozenset[Saying], ...]


def saying(line: str) -> Saying:
    """Read "mali | accuses | france | Negated | by algeria"."""
    subject, relation, target, *claim = (part.strip() for part in line.split("|"))
    polarity: str = Polarity.AFFIRMED
    modality: str = Modality.ASSERTED
    speaker = ""
    for word in claim:
        if word.startswith("by "):
            speaker = word.removeprefix("by ")
        elif word in tuple(Polarity):
            polarity = word
        else:
            modality = Modality(word).value
    if relation in SYMMETRIC:
        subject, target = sorted((subject, target))
    return Saying(subject, relation, target, polarity, modality, speaker)


def said(statement: Statement) -> Saying:
    claim = statement.claim
    subject, target = statement.subject, statement.object
    if statement.predicate in SYMMETRIC:
        subject, target = sorted((subject, target))
    speaker = (claim.speaker or "?") if claim.attribution_cue else ""
    return Saying(
        subject, statement.predicate, target, claim.polarity, claim.modality, speaker
    )
