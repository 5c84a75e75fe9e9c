"""How far confidence can be trusted: `python -m benchmarks.calibration`.

Fits the weights of kg/confidence.py to `judgements.tsv` and tells how well they foretell
judgements that they were not fitted to.
"""

import csv
from collections import defaultdict
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
TURNS = 20  # each with other parts
THRESHOLDS = (0.5, 0.6, 0.7, 0.8)
_STEPS = 50  # of Newton's method; a dozen would do

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A statement made of a real sentence, judged by hand.

    Attributes:
        before: The confidence that it had by the weights before.
    """

    sentence: str
    frame: str
    before: float
    signs: Signs
    right: bool

    def part(self, turn: int, parts: int) -> int:
        """Return the part that its sentence falls into."""
        digest = sha256(f"{turn} {self.sentence}".encode()).digest()
        return int.from_bytes(digest[:4]) % parts


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
            key = f"{row['corpus']}:{row['sentence']}"
            before = float(row["before"])
            relations.append(Judgement(key, row["frame"], before, found, right))
    return relations, roles


def fit(judgements: list[Judgement]) -> Numbers:
    """Return the base and the weights of the signs."""
    inputs = np.array([(1.0, *one.signs.values) for one in judgements])
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
    return _logistic(inputs @ weights)


def _logistic(score: Numbers) -> Numbers:
    return 1 / (1 + np.exp(-score))


def held_out(
    judgements: list[Judgement], parts: int
) -> Iterator[tuple[list[Judgement], Numbers]]:
    """Foretell each part of the sentences by a fit to the other parts, in turns."""
    for turn in range(TURNS):
        tests: list[Judgement] = []
        found: list[Numbers] = []
        for part in range(parts):
            test = [one for one in judgements if one.part(turn, parts) == part]
            train = [one for one in judgements if one.part(turn, parts) != part]
            tests += test
            found.append(foretell(fit(train), test))
        yield tests, np.concatenate(found)


def calibration_error(found: Numbers, right: Numbers) -> float:
    """Mean distance of foretold and true shares over ten bins of one width."""
    bins = np.minimum((found * 10).astype(int), 9)
    distances = [
        abs(found[kept].sum() - right[kept].sum())
        for kept in (bins == one for one in range(10))
    ]
    return float(sum(distances) / len(right))


def figures(found: Numbers, right: Numbers) -> list[float]:
    """Return what a column of the table tells, row by row."""
    row = [
        len(right),
        right.mean(),
        found.mean(),
        calibration_error(found, right),
        ((found - right) ** 2).mean(),
    ]
    for threshold in THRESHOLDS:
        kept = found >= threshold
        row += [right[kept].mean() if kept.any() else np.nan, kept.mean()]
    return row


def columns(judgements: list[Judgement]) -> dict[str, list[float]]:
    """Return the table by its columns: means over all turns."""
    turns: dict[str, list[list[float]]] = defaultdict(list)
    for parts, name in ((2, "halves"), (10, "tenths")):
        for tests, found in held_out(judgements, parts):
            right = np.array([float(one.right) for one in tests])
            before = np.array([one.before for one in tests])
            turns["before"].append(figures(before, right))
            turns[name].append(figures(found.round(2), right))
    return {name: list(np.nanmean(rows, axis=0)) for name, rows in turns.items()}


def labels() -> Iterator[str]:
    """Yield the names of the rows of the table."""
    yield from ("judgements", "right", "mean confidence")
    yield from ("calibration error", "Brier score")
    for threshold in THRESHOLDS:
        yield f"precision at ≥ {threshold}"
        yield f"share at ≥ {threshold}"


@click.command()
def main() -> None:
    """Print the weights and the table of docs/confidence.md."""
    judgements, roles = read_judgements()
    base, *weights = fit(judgements)
    click.echo(f"BASE = {base:.2f}")
    for name, weight in zip(Signs._fields, weights, strict=True):
        click.echo(f"    {name}={weight:.2f},")
    click.echo(
        f"ROLE = {sum(roles) / len(roles):.2f}  # {sum(roles)} of {len(roles)}\n"
    )
    table = columns(judgements)
    click.echo(f"| held out | {' | '.join(table)} |")
    click.echo(f"|---|{'---|' * len(table)}")
    for label, *row in zip(labels(), *table.values(), strict=True):
        cells = (f"{one:.0f}" if one > 1 else f"{one:.3f}" for one in row)
        click.echo(f"| {label} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
