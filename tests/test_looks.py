"""Colours of the page, for every eye."""

from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from kg.looks import KINDS, QUADS

PAPERS = {"light": "#fbfaf7", "dark": "#14181e"}  # as in page.css
# How the three kinds of colour blindness see linear RGB (Machado et al. 2009).
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """Return CIE L*a*b* of what an eye makes of a colour."""
    parts = linear(colour)
    mixed = [sum(a * b for a, b in zip(row, parts, strict=True)) for row in EYES[eye]]
    red, green, blue = (min(max(part, 0.0), 1.0) for part in mixed)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("place", [0, 1], ids=list(PAPERS))
def test_lines_and_shapes_stand_out_from_the_paper(place: int) -> None:
    paper = list(PAPERS.values())[place]
    colours = [colours[place] for colours in QUADS.values()]
    colours += [colour for _, colour, _ in KINDS.values()]

    assert {c: contrast(c, paper) for c in colours if contrast(c, paper) < 3} == {}


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("place", [0, 1], ids=list(PAPERS))
def test_every_eye_tells_the_classes_of_relations_apart(place: int, eye: str) -> None:
    colours = [colours[place] for colours in QUADS.values()]
    gaps = [dist(seen(a, eye), seen(b, eye)) for a, b in combinations(colours, 2)]

    assert min(gaps) > 15


def test_kinds_of_actors_are_told_apart_without_colour() -> None:
    marks = [(shape, filled) for shape, _, filled in KINDS.values()]

    assert len(set(marks)) == len(KINDS)


def test_the_papers_are_those_of_the_page(root: Path) -> None:
    css = (root / "kg/templates/page.css").read_text("utf-8")

    assert all(f"--paper: {paper}" in css for paper in PAPERS.values())
