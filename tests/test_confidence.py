"""How sure a statement is, and that the judgements bear it out."""

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks.calibration import (
    calibration_error,
    figures,
    fit,
    held_out,
    read_judgements,
)
from kg.confidence import BASE, ROLE, WEIGHTS, Signs, estimate
from kg.extraction import read_document
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.pipeline import read_knowledge
from kg.syntax import Parse

PLAIN = Signs(0, 0, 0, 0, 0, 0, 3)

WARNING = """
La      DET   le      det   2
Norvège PROPN norvège nsubj 3
met     VERB  mettre  root  0 Mood=Ind|VerbForm=Fin
en      ADP   en      case  5
garde   NOUN  garde   obl:arg 3
le      DET   le      det   7
Pérou   PROPN pérou   obj   3
.       PUNCT .       punct 3
"""
POSSIBLE = WARNING.replace(".       PUNCT .  ", "?       PUNCT ?  ")


@pytest.fixture
def sureness(
    make_parse: Callable[..., Parse],
    make_document: Callable[..., Document],
    known: Ontology,
) -> Callable[[str], float]:
    """Return the confidence of the one statement of a table."""

    def of(table: str) -> float:
        parse = make_parse(table)
        knowledge = read_knowledge(known, "fr")
        reading: Reading = read_document(make_document(parse), [parse], knowledge)
        (statement,) = reading.statements
        return statement.confidence

    return of


@pytest.mark.parametrize(
    "sign",
    [name for name in Signs._fields if name != "distance"],
)
def test_every_sign_of_trouble_lowers_confidence(sign: str) -> None:
    assert estimate(PLAIN._replace(**{sign: 1})) < estimate(PLAIN)


def test_confidence_is_a_rounded_probability_that_is_never_certain() -> None:
    assert estimate(Signs(1, 1, 1, 9, 1, 1, 0)) == 0.05
    assert estimate(PLAIN) == round(estimate(PLAIN), 2)
    assert all(0.5 < estimate(PLAIN._replace(distance=n)) <= 0.98 for n in range(99))


def test_far_is_far() -> None:
    assert estimate(PLAIN._replace(distance=10)) == estimate(
        PLAIN._replace(distance=50)
    )


def test_what_is_asked_is_less_sure_than_what_is_said(
    sureness: Callable[[str], float],
) -> None:
    said, asked = sureness(WARNING), sureness(POSSIBLE)

    assert said == estimate(PLAIN._replace(distance=5))
    assert asked == estimate(PLAIN._replace(distance=5, doubt=1))


def test_the_weights_are_those_that_the_judgements_give() -> None:
    judgements, roles = read_judgements()

    base, *weights = fit(judgements).round(2)

    assert base == BASE
    assert list(WEIGHTS) == weights
    assert round(sum(roles) / len(roles), 2) == ROLE


def test_judgements_are_many_and_of_distinct_statements() -> None:
    judgements, roles = read_judgements()

    assert len(judgements) >= 250
    assert len(roles) >= 40


def test_of_the_statements_at_eight_tenths_eight_in_ten_are_right() -> None:
    judgements, _ = read_judgements()
    errors, before, precision = [], [], []
    for tests, found in held_out(judgements, parts=2):
        right = np.array([float(one.right) for one in tests])
        errors.append(calibration_error(found, right))
        hand_set = np.array([one.before for one in tests])
        before.append(calibration_error(hand_set, right))
        precision.append(figures(found, right)[-2])

    assert np.mean(errors) <= 0.08 < np.mean(before)
    assert np.mean(precision) >= 0.8


def test_calibration_error_is_the_distance_of_the_shares() -> None:
    found = np.array([0.95, 0.95, 0.15, 0.15])

    assert calibration_error(found, np.array([1.0, 1.0, 0.0, 0.0])) == pytest.approx(
        0.1
    )
    assert calibration_error(found, np.array([0.0, 0.0, 0.0, 0.0])) == pytest.approx(
        0.55
    )
