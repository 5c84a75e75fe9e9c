"""How far confidence can be trusted: `python -m benchmarks.calibration`.

Fits the weights of kg/confidence.py to `judgements.tsv` and tells how well they foretell
judgements that they were not fitted to.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from kg.confidence import Signs

JUDGEMENTS = Path(__file__).with_name("judgements.tsv")
ROLE = "represents.title"  # frame of the statements that a title beside a name makes
PENALTY = 1.0  # on the squares of all weights but the base
BINS = 10  # of equal count
FOLDS = 10
THRESHOLDS = (0.5, 0.6, 0.7, 0.8)
_STEPS = 50  # of Newton's method; a dozen would do

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A statement made of a real sentence, judged by hand.

    Attributes:
        prose: Whether the sentence comes from books, whose actors are other than in
            news: the fit gives these a weight of their own, which is left out later.
        before: The confidence that it had by hand-set rules.
    """

    sentence: str
    frame: str
    prose: bool
    before: float
    signs: Signs
    right: bool

    @property
    def number(self) -> int:
        """A number of the sentence that parts and folds go by."""
        return int(sha256(self.sentence.encode()).hexdigest(), 16)


def read_judgements() -> tuple[list[Judgement], list[bool]]:
    """Read the judgements of relations, and whether those of roles are right."""
    relations, roles = [], []
    with JUDGEMENTS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            right = row["right"] == "1"
            if row["frame"] == ROLE:
                roles.append(right)
                continue
            found = Signs(*(float(row[name]) for name in Signs._fields))
            prose, before = row["prose"] == "1", float(row["before"])
            key = f"{row['corpus']}:{row['sentence']}"
            relations.append(
                Judgement(key, row["frame"], prose, before, found, right)
            )
    return relations, roles


def fit(judgements: list[Judgement]) -> Numbers:
    """Return the base, the weights of the signs and the weight of prose."""
    inputs = np.array(
        [(1.0, *one.signs.values, float(one.prose)) for one in judgements]
    )
    right = np.array([float(one.right) for one in judgements])
    penalty = np.full(inputs.shape[1], PENALTY)
    penalty[0] = 0
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        found = _logistic(inputs @ weights)
        slope = inputs.T @ (found - right) + penalty * weights
        curve = (inputs.T * (found * (1 - found))) @ inputs + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


def foretell(weights: Numbers, judgements: list[Judgement]) -> Numbers:
    """Return the probabilities that judgements are right, as the product would."""
    inputs = np.array([(1.0, *one.signs.values) for one in judgements])
    return _logistic(inputs @ weights[:-1])


def _logistic(score: Numbers) -> Numbers:
    return 1 / (1 + np.exp(-score))


def in_halves(judgements: list[Judgement]) -> tuple[list[Judgement], Numbers]:
    """Fit to the sentences of odd number and foretell the others."""
    train = [one for one in judgements if one.number % 2]
    test = [one for one in judgements if not one.number % 2]
    return test, foretell(fit(train), test)


def in_folds(judgements: list[Judgement]) -> tuple[list[Judgement], Numbers]:
    """Foretell every tenth of the sentences by a fit to the other nine."""
    tests: list[Judgement] = []
    found: list[Numbers] = []
    for fold in range(FOLDS):
        test = [one for one in judgements if one.number % FOLDS == fold]
        train = [one for one in judgements if one.number % FOLDS != fold]
        tests += test
        found.append(foretell(fit(train), test))
    return tests, np.concatenate(found)


def calibration_error(found: Numbers, right: Numbers) -> float:
    """Mean distance of foretold and true shares over bins of equal count."""
    order = np.argsort(found, kind="stable")
    parts = np.array_split(order, BINS)
    distances = [len(p) * abs(found[p].mean() - right[p].mean()) for p in parts]
    return float(sum(distances) / len(right))


def figures(found: Numbers, tests: list[Judgement]) -> Iterator[str]:
    """Yield the cells of one column of the table."""
    right = np.array([float(one.right) for one in tests])
    yield f"{len(tests)}"
    yield f"{right.mean():.2f}"
    yield f"{found.mean():.2f}"
    yield f"{calibration_error(found, right):.3f}"
    yield f"{((found - right) ** 2).mean():.3f}"
    for threshold in THRESHOLDS:
        kept = found.round(2) >= threshold
        precision = f"{right[kept].mean():.2f}" if kept.any() else "–"
        yield f"{precision} ({kept.mean():.0%})"


def columns(judgements: list[Judgement]) -> dict[str, list[str]]:
    """Return the table by its columns."""
    table = {
        "": [
            "judgements",
            "right",
            "mean confidence",
            "calibration error",
            "Brier score",
            *(f"precision at ≥ {t} (share kept)" for t in THRESHOLDS),
        ]
    }
    for name, (tests, found) in {
        "half": in_halves(judgements),
        "folds": in_folds(judgements),
    }.items():
        for kind in ("news", "prose"):
            kept = np.array([one.prose == (kind == "prose") for one in tests])
            chosen = [one for one in tests if one.prose == (kind == "prose")]
            before = np.array([one.before for one in chosen])
            table[f"{kind}, {name}: before"] = list(figures(before, chosen))
            table[f"{kind}, {name}: now"] = list(figures(found[kept], chosen))
    return table


@click.command()
def main() -> None:
    """Print the weights and the table of docs/confidence.md."""
    judgements, roles = read_judgements()
    base, *weights = fit(judgements)
    click.echo(f"BASE = {base:.2f}")
    for name, weight in zip((*Signs._fields, "prose"), weights, strict=True):
        click.echo(f"    {name}={weight:.2f},")
    click.echo(f"ROLE = {sum(roles) / len(roles):.2f}  # {sum(roles)} of {len(roles)}\n")
    table = columns(judgements)
    click.echo(f"| {' | '.join(table)} |")
    click.echo(f"|{'---|' * len(table)}")
    for row in zip(*table.values(), strict=True):
        click.echo(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
