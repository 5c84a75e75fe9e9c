"""Camps of a signed network."""

from collections.abc import Iterable
from itertools import combinations

import networkx as nx

from kg.camps import Camps, Front, find_camps
from kg.network import Edge, Testimony, edges


def said(count: int, *, firm: bool = True) -> tuple[Testimony, ...]:
    one = Testimony(
        id="s",
        sentence="",
        begin=0,
        end=0,
        document="",
        headline=None,
        url=None,
        publisher=None,
        published=None,
        event_date=None,
        speaker=None,
        speaker_slug=None,
        polarity="Affirmed",
        modality="Asserted",
        confidence=0.8,
        trigger="",
        source_text="",
        target_text="",
        topic_text="",
        attribution_cue="",
        firm=firm,
    )
    return (one,) * count


def tie(pair: tuple[str, str], sign: int, count: int = 1, *, firm: bool = True) -> Edge:
    relation = {1: "supports", -1: "accuses", 0: "represents"}[sign]
    statements = said(count, firm=firm)
    return Edge(*pair, relation, "", None, sign, False, firm, statements, {})  # noqa: FBT003


def feud() -> list[Edge]:
    """Two groups of friends, each against the other."""
    friends = [*combinations("abcd", 2), *combinations("wxyz", 2)]
    foes = [("a", "w"), ("b", "x"), ("c", "y"), ("d", "z")]
    return [tie(p, 1) for p in friends] + [tie(p, -1) for p in foes]


def camps_of(links: Iterable[Edge]) -> set[frozenset[str]]:
    return {frozenset(members) for members in find_camps(links).members}


def test_friends_make_a_camp_and_foes_stand_in_two() -> None:
    found = find_camps(feud())

    assert {frozenset(m) for m in found.members} == {
        frozenset("abcd"),
        frozenset("wxyz"),
    }
    assert (found.kept, found.inner, found.outer, found.mixed) == (16, (), (), 0)
    assert found.fronts == (Front((0, 1), 4, 0),)


def test_ties_against_the_camps_are_named() -> None:
    found = find_camps([*feud(), tie(("a", "x"), 1), tie(("b", "c"), -1, 2)])

    assert found.inner == (("b", "c"),)
    assert found.outer == (("a", "x"),)
    assert found.kept == 15


def test_as_much_of_both_counts_on_neither_side() -> None:
    found = find_camps([*feud(), tie(("d", "w"), 1), tie(("w", "d"), -1)])

    assert (found.kept, found.mixed) == (16, 1)


def test_what_is_not_asserted_ties_nobody() -> None:
    assert find_camps([tie(p, 1, firm=False) for p in combinations("abc", 2)]) == Camps(
        (), 0, (), (), 0, ()
    )


def test_who_represents_a_body_stands_with_it() -> None:
    assert camps_of([*feud(), tie(("envoy", "a"), 0)]) == {
        frozenset(("a", "b", "c", "d", "envoy")),
        frozenset("wxyz"),
    }


def test_the_order_of_edges_plays_no_part(hand_network: "nx.MultiDiGraph[str]") -> None:
    links = list(edges(hand_network))

    assert find_camps(reversed(links)) == find_camps(links)


def test_an_actor_and_itself_are_no_pair() -> None:
    assert find_camps([tie(("a", "a"), -1)]).kept == 0
