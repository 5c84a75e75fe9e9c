"""Where each actor stands on the page: forces computed ahead, the same every time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

SPACING = 190.0  # pixels between two tied actors: room for a relation's label
ASPECT = 1.1  # width over height of the room that the panels leave
EXACT = 300  # up to here every pair repels; above, actors repel through a mesh
MESH = 128  # cells a side
CLEARANCE = 24.0  # pixels from an actor to a line that is not its own
BREADTH = 12.0  # pixels that each line of a bundle adds to it
ROUNDS = 120  # of parting boxes
CLEARING = 90  # of them also clear the lines
COHESION = 3.0  # pull of a group on its members, beside the 0.6 of the page's middle
CROWD = 24  # neighbours looked at in one cell, so that a heap costs no more than a row


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors that attract each other.

    Attributes:
        first: Position of one actor in the list of boxes; second: of the other.
        weight: Strength of the attraction, above 0.
        lines: Number of edges that run side by side between them.
    """

    first: int
    second: int
    weight: float
    lines: int = 1


def place(
    boxes: Sequence[tuple[float, float]],
    ties: Sequence[Tie],
    groups: Sequence[Sequence[int]] = (),
) -> list[tuple[int, int]]:
    """Place actors so that tied ones are near and no two boxes overlap.

    Args:
        boxes: Width and height in pixels that each actor takes with its name.
        ties: Each pair of actors at most once.
        groups: Positions in the list of boxes of those to be drawn together.

    Returns:
        The centre of each box in pixels, the whole centred on (0, 0).

    >>> place([], [])
    []
    """
    if not boxes:
        return []
    size = np.asarray(boxes, dtype=np.float64)
    points = _fit_screen(_turn_flat(_settle(len(boxes), ties, groups)))
    points = _part(points, size, ties)
    points -= (points.min(axis=0) + points.max(axis=0)) / 2
    return [(round(x), round(y)) for x, y in points.tolist()]


def fan(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Bend parallel edges apart; positive bends clockwise seen from the source.

    >>> fan([("a", "b"), ("b", "c")])
    [0.0, 0.0]
    >>> fan([("a", "b"), ("b", "a"), ("a", "b")])
    [-0.26, -0.0, 0.26]
    """
    beams: dict[tuple[str, str], list[int]] = {}
    for position, (source, target) in enumerate(pairs):
        pair = (source, target) if source < target else (target, source)
        beams.setdefault(pair, []).append(position)
    bends = [0.0] * len(pairs)
    for pair, beam in beams.items():
        step = min(0.26, 1.3 / max(len(beam) - 1, 1))
        for rank, position in enumerate(beam):
            bend = (rank - (len(beam) - 1) / 2) * step
            # «Clockwise» turns over with the direction of the edge.
            side = 1 if pairs[position] == pair else -1
            bends[position] = round(side * bend, 3)
    return bends


def _settle(count: int, ties: Sequence[Tie], groups: Sequence[Sequence[int]]) -> Floats:
    """Let ties pull and actors push until the heat is gone (Fruchterman, Reingold).

    Members of a group are drawn to its middle as well.
    """
    rows = [np.array(group, dtype=np.int64) for group in groups]
    first = np.array([tie.first for tie in ties], dtype=np.int64)
    second = np.array([tie.second for tie in ties], dtype=np.int64)
    weight = np.array([tie.weight for tie in ties], dtype=np.float64)
    degree = np.bincount(first, minlength=count) + np.bincount(second, minlength=count)
    mass = 1 + np.sqrt(degree) / 2  # hubs keep their neighbours at arm's length
    points = _sunflower(count, degree)
    push = _push_pairs if count <= EXACT else _push_mesh
    rounds = 350 if count <= EXACT else 160
    for turn in range(rounds):
        force = push(points, mass) - 0.6 * points
        apart = points[second] - points[first]
        pull = apart * (weight * np.hypot(apart[:, 0], apart[:, 1]))[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(first, pull[:, axis], count)
            force[:, axis] -= np.bincount(second, pull[:, axis], count)
        for row in rows:
            force[row] += COHESION * (points[row].mean(axis=0) - points[row])
        length = np.hypot(force[:, 0], force[:, 1]) + 1e-9
        heat = 0.12 * np.sqrt(count) * (1 - turn / rounds) ** 1.5 + 1e-3
        points = points + force * (np.minimum(length, heat) / length)[:, None]
    apart = points[second] - points[first]
    usual = float(np.median(np.hypot(apart[:, 0], apart[:, 1]))) if ties else 1.0
    return points * (SPACING / max(usual, 0.5))


def _sunflower(count: int, degree: Integers) -> Floats:
    """Start with the best tied in the middle and no two at one point."""
    rank = np.empty(count)
    rank[np.argsort(-degree, kind="stable")] = np.arange(count)
    angle = rank * 2.399963  # the golden angle
    radius = np.sqrt(rank + 0.5)
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))


def _push_pairs(points: Floats, mass: Floats) -> Floats:
    across = np.subtract.outer(points[:, 0], points[:, 0])
    along = np.subtract.outer(points[:, 1], points[:, 1])
    strength = np.multiply.outer(mass, mass) / (across**2 + along**2 + 1e-3)
    return np.column_stack(
        ((across * strength).sum(axis=1), (along * strength).sum(axis=1))
    )


def _push_mesh(points: Floats, mass: Floats) -> Floats:
    """Repel through a mesh: actors weigh on its nodes, the nodes push back."""
    low = points.min(axis=0)
    cell = float((points.max(axis=0) - low).max()) / (MESH - 2) + 1e-9
    scaled = (points - low) / cell
    corner = scaled.astype(np.int64)
    part = scaled - corner
    shares: list[tuple[Integers, Floats]] = []
    for right in (0, 1):
        for up in (0, 1):
            share = np.abs(1 - right - part[:, 0]) * np.abs(1 - up - part[:, 1])
            shares.append(((corner[:, 0] + right) * MESH + corner[:, 1] + up, share))
    density = np.zeros(MESH * MESH)
    for node, share in shares:
        density += np.bincount(node, share * mass, MESH * MESH)
    force = np.zeros_like(points)
    for axis, field in enumerate(_field(density.reshape(MESH, MESH))):
        for node, share in shares:
            force[:, axis] += share * field.ravel()[node]
    return force * mass[:, None] / cell


def _field(density: Floats) -> tuple[Floats, Floats]:
    """Sum the push of every mesh node on every other, by convolution."""
    side = 2 * MESH
    steps = np.arange(side, dtype=np.float64)
    steps[MESH:] -= side
    across, along = np.meshgrid(steps, steps, indexing="ij")
    square = across**2 + along**2 + 0.3
    heavy = np.fft.rfft2(density, (side, side))
    fields = [
        np.fft.irfft2(heavy * np.fft.rfft2(step / square), (side, side))[:MESH, :MESH]
        for step in (across, along)
    ]
    return fields[0], fields[1]


def _turn_flat(points: Floats) -> Floats:
    """Turn the longest axis of the cloud into the horizontal."""
    middle = points - points.mean(axis=0)
    x, y = middle[:, 0], middle[:, 1]
    angle = 0.5 * np.arctan2(2 * float((x * y).sum()), float((x * x - y * y).sum()))
    cos, sin = np.cos(angle), np.sin(angle)
    return np.column_stack((x * cos + y * sin, y * cos - x * sin))


def _fit_screen(points: Floats) -> Floats:
    """Stretch the cloud towards the shape of a page, wider than high."""
    extent = np.ptp(points, axis=0) + SPACING
    stretch = float(np.clip(np.sqrt(ASPECT * extent[1] / extent[0]), 0.75, 1.4))
    stretched: Floats = points * np.array([stretch, 1 / stretch])
    return stretched


def _part(points: Floats, size: Floats, ties: Sequence[Tie]) -> Floats:
    """Push overlapping boxes apart, and actors off the lines between others."""
    if len(points) == 1:
        return points
    area = float((size[:, 0] * size[:, 1]).sum()) * 3
    extent = np.ptp(points, axis=0) + SPACING
    points = points * max(1.0, float(np.sqrt(area / (extent[0] * extent[1]))))
    points = _spread(points)
    small = len(points) <= EXACT
    for turn in range(ROUNDS):
        clearing = small and turn < CLEARING
        if clearing:
            points = points + _off_lines(points, ties)
        first, second, lap = _overlaps(points, size)
        if not clearing and not len(first):
            break
        if len(first) > len(points) / 20:
            points = points * 1.012  # still a heap: more room for everybody
        axis = np.argmin(lap, axis=1)
        rows = np.arange(len(axis))
        side = np.where((points[second] - points[first])[rows, axis] < 0, -1.0, 1.0)
        shift = np.zeros_like(lap)
        shift[rows, axis] = side * (lap[rows, axis] / 2 + 0.5)
        for column in (0, 1):
            moved = np.bincount(second, shift[:, column], len(points))
            moved -= np.bincount(first, shift[:, column], len(points))
            points[:, column] += moved * 0.9
    return points


def _overlaps(points: Floats, size: Floats) -> tuple[Integers, Integers, Floats]:
    """List pairs of boxes that overlap, and by how much on each axis."""
    first, second = _near_pairs(points, float(size.max()))
    apart = np.abs(points[second] - points[first])
    lap = (size[first] + size[second]) / 2 - apart
    hit = (lap > 0).all(axis=1)
    return first[hit], second[hit], lap[hit]


def _off_lines(points: Floats, ties: Sequence[Tie]) -> Floats:
    """Move actors that stand on the line between two others to its side."""
    moves = np.zeros_like(points)
    for tie in ties:
        start, line = points[tie.first], points[tie.second] - points[tie.first]
        length = float(np.hypot(line[0], line[1])) + 1e-9
        along = (points - start) @ line / length
        normal = np.array([-line[1], line[0]]) / length
        off = (points - start) @ normal
        short = CLEARANCE + BREADTH * tie.lines - np.abs(off)
        hit = (short > 0) & (along > 0) & (along < length)
        hit[[tie.first, tie.second]] = False
        push = np.where(hit, short * np.where(off < 0, -1.0, 1.0), 0.0)
        moves += push[:, None] * normal * 0.3
        moves[[tie.first, tie.second]] -= push.sum() * normal * 0.1
    return moves


def _spread(points: Floats) -> Floats:
    """Even out crowds: move each coordinate half-way to its rank."""
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    rank = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0)
    even: Floats = low + rank * (extent / max(len(points) - 1, 1))
    return (points + even) / 2


def _near_pairs(points: Floats, reach: float) -> tuple[Integers, Integers]:
    """List pairs of points in the same or a neighbouring cell of a grid."""
    cells = ((points - points.min(axis=0)) / reach).astype(np.int64) + 1
    row = int(cells[:, 1].max()) + 2
    key = cells[:, 0] * row + cells[:, 1]
    order = np.argsort(key, kind="stable")
    key = key[order]
    firsts: list[Integers] = []
    seconds: list[Integers] = []
    for offset in (0, 1, row - 1, row, row + 1):
        low = np.searchsorted(key, key + offset, "left")
        if offset == 0:
            low = np.arange(1, len(key) + 1)  # each pair of one cell once
        high = np.searchsorted(key, key + offset, "right")
        many = np.clip(high - low, 0, CROWD)
        begins = np.cumsum(many) - many
        within = np.arange(int(many.sum())) - np.repeat(begins, many)
        firsts.append(order[np.repeat(np.arange(len(key)), many)])
        seconds.append(order[np.repeat(low, many) + within])
    return np.concatenate(firsts), np.concatenate(seconds)
