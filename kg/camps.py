"""Who stands with whom: camps of a signed network, and how far its ties keep to them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.network import Edge

SMALLEST = 3  # actors that make a camp worth its name
BELONGING = frozenset({"leads", "memberOf", "represents"})  # unsigned, yet they bind
ROUNDS = 20  # of moving single actors; a few are enough to settle
SLIGHT = 1e-9  # gains below are rounding

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Front:
    """What two camps do to each other.

    Attributes:
        camps: Positions of both in the list of camps, the lower first.
        conflicts: Asserted statements of conflict between their members.
        cooperations: Likewise of cooperation.
    """

    camps: tuple[int, int]
    conflicts: int
    cooperations: int


@dataclass(frozen=True, slots=True)
class Camps:
    """A division of the actors, and the pairs of actors that keep to it or do not.

    A pair is what its asserted statements mostly are, cooperative or conflictual.

    Attributes:
        members: Slugs of each camp, the best tied first; the largest camp first.
        kept: Number of pairs that cooperate within a camp or oppose across two.
        inner: Pairs that oppose within one camp.
        outer: Pairs that cooperate across two.
        mixed: Number of pairs that do as much of both.
        fronts: Between camps that touch, the most conflictual first.
    """

    members: tuple[tuple[str, ...], ...]
    kept: int
    inner: tuple[Pair, ...]
    outer: tuple[Pair, ...]
    mixed: int
    fronts: tuple[Front, ...]


def find_camps(links: Iterable[Edge]) -> Camps:
    """Divide actors so that cooperation falls within camps and conflict between them.

    Louvain communities of the cooperative ties are the start; then actors move while
    the signed modularity of Gómez, Jensen and Arenas (2009) grows. Only statements that
    uphold a direct triple count. All actors take part in the count of pairs, camps of
    fewer than three members too; these are not listed.
    """
    edges = [edge for edge in links if edge.source != edge.target]
    scores = _scores(edges)
    bonds: nx.Graph[str] = nx.Graph()
    for pair, (good, bad) in sorted(scores.items()):
        if good != bad:
            bonds.add_edge(*pair, weight=good - bad)
    for edge in sorted(edges, key=lambda e: (e.source, e.target)):
        if edge.relation in BELONGING and edge.direct:
            pair = (edge.source, edge.target)
            known = bonds.edges[pair]["weight"] if bonds.has_edge(*pair) else 0
            bonds.add_edge(*pair, weight=max(known, 1))
    camp = _settle(bonds, _communities(bonds))
    return _describe(camp, bonds, scores)


def _scores(edges: Iterable[Edge]) -> dict[Pair, tuple[int, int]]:
    """Count asserted cooperation and conflict of each pair of actors."""
    counts: dict[Pair, Counter[int]] = defaultdict(Counter)
    for edge in edges:
        firm = sum(one.firm for one in edge.statements)
        if edge.sign and firm:
            pair = min(edge.source, edge.target), max(edge.source, edge.target)
            counts[pair][edge.sign] += firm
    return {pair: (found[1], found[-1]) for pair, found in counts.items()}


def _communities(bonds: "nx.Graph[str]") -> dict[str, int]:
    """Number the communities of cooperative ties.

    Actors stand in as integers: a set of strings has another order in every process.
    """
    names = sorted(bonds)
    number = {name: position for position, name in enumerate(names)}
    friends: nx.Graph[int] = nx.Graph()
    friends.add_nodes_from(range(len(names)))
    friends.add_weighted_edges_from(
        (number[one], number[two], bond["weight"])
        for one, two, bond in bonds.edges(data=True)
        if bond["weight"] > 0
    )
    parts = nx.community.louvain_communities(friends, seed=0) if names else []
    return {names[n]: label for label, part in enumerate(parts) for n in part}


class _Weights:
    """Strength of the ties of one sign: of each actor, of each camp, of all."""

    def __init__(
        self, bonds: "nx.Graph[str]", sign: int, camp: Mapping[str, int]
    ) -> None:
        self.of: dict[str, int] = {
            name: sum(max(sign * bond["weight"], 0) for bond in bonds[name].values())
            for name in bonds
        }
        self.total = sum(self.of.values()) or 1
        self.camps: Counter[int] = Counter()
        for name, weight in self.of.items():
            self.camps[camp[name]] += weight

    def expected(self, name: str, label: int, *, member: bool) -> float:
        """Strength by chance of an actor's ties to a camp, itself left out."""
        own = self.of[name]
        return own * (self.camps[label] - member * own) / self.total

    def move(self, name: str, old: int, new: int) -> None:
        self.camps[old] -= self.of[name]
        self.camps[new] += self.of[name]


def _settle(bonds: "nx.Graph[str]", camp: dict[str, int]) -> dict[str, int]:
    """Move actors to the camp that suits them best until none wants to move."""
    friends, foes = _Weights(bonds, 1, camp), _Weights(bonds, -1, camp)
    order = sorted(bonds, key=lambda name: (-friends.of[name] - foes.of[name], name))
    for _ in range(ROUNDS):
        moved = False
        for place, name in enumerate(order):
            alone = -1 - place  # a label that nobody else takes
            choices = {camp[other] for other in bonds[name]} | {camp[name], alone}
            best = _best(name, choices, bonds, camp, (friends, foes))
            old = camp[name]
            if best != old:
                camp[name] = best
                friends.move(name, old, best)
                foes.move(name, old, best)
                moved = True
        if not moved:
            break
    return camp


def _best(
    name: str,
    choices: set[int],
    bonds: "nx.Graph[str]",
    camp: Mapping[str, int],
    weights: tuple[_Weights, _Weights],
) -> int:
    """Choose the camp where ties exceed chance the most; stay if none is better."""
    friends, foes = weights
    old = camp[name]
    tied: Counter[int] = Counter()
    for other, bond in bonds[name].items():
        tied[camp[other]] += bond["weight"]

    def gain(label: int) -> float:
        by_chance = friends.expected(name, label, member=label == old)
        return tied[label] - by_chance + foes.expected(name, label, member=label == old)

    best = max(sorted(choices), key=gain)
    return best if gain(best) > gain(old) + SLIGHT else old


def _describe(
    camp: Mapping[str, int],
    bonds: "nx.Graph[str]",
    scores: Mapping[Pair, tuple[int, int]],
) -> Camps:
    groups: dict[int, list[str]] = defaultdict(list)
    strength = {
        name: sum(abs(b["weight"]) for b in bonds[name].values()) for name in bonds
    }
    for name in sorted(bonds, key=lambda name: (-strength[name], name)):
        groups[camp[name]].append(name)
    listed = sorted(groups.values(), key=lambda group: (-len(group), group))
    members = [tuple(group) for group in listed if len(group) >= SMALLEST]
    place = {name: n for n, group in enumerate(members) for name in group}
    inner: list[Pair] = []
    outer: list[Pair] = []
    kept = 0
    fronts: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for pair, (good, bad) in sorted(scores.items()):
        one, two = pair
        if one in place and two in place and place[one] != place[two]:
            low, high = sorted((place[one], place[two]))
            fronts[low, high].update(good=good, bad=bad)
        if good == bad:
            continue
        together = camp[one] == camp[two]
        if together == (good > bad):
            kept += 1
        else:
            (inner if together else outer).append(pair)
    met = [Front(ends, n["bad"], n["good"]) for ends, n in fronts.items()]
    return Camps(
        tuple(members),
        kept,
        tuple(inner),
        tuple(outer),
        sum(good == bad for good, bad in scores.values()),
        tuple(sorted(met, key=lambda f: (f.cooperations - f.conflicts, f.camps))),
    )
