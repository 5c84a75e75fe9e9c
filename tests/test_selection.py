"""Parts of a network."""

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.knowledge import KnowledgeGraph
from kg.selection import Bounds, Wanted, narrow

ALL = {
    "kari-dahl leads oslo-government": 1,
    "norway meets peru": 2,
    "norway warns iceland": 2,
    "oslo-government sanctions peru": 1,
    "peru supports iceland": 1,
}


def drawn(graph: KnowledgeGraph, wanted: Wanted) -> dict[str, int]:
    part = narrow(graph, graph.network(), wanted)
    edges = part.edges(keys=True, data=True)
    return {f"{source} {key} {target}": d["count"] for source, target, key, d in edges}


def test_nothing_asked_leaves_nothing_out(graph: KnowledgeGraph) -> None:
    assert drawn(graph, Wanted()) == ALL


def test_an_actor_brings_its_neighbours_and_their_edges(graph: KnowledgeGraph) -> None:
    assert drawn(graph, Wanted(actors=("Islande",))) == {
        "norway meets peru": 2,
        "norway warns iceland": 2,
        "peru supports iceland": 1,
    }


def test_relations_go_by_any_of_their_names(graph: KnowledgeGraph) -> None:
    found = drawn(graph, Wanted(relations=("met en garde", "supports")))

    assert set(found) == {"norway warns iceland", "peru supports iceland"}


@pytest.mark.parametrize(
    ("since", "until", "meetings"),
    [
        ("2024", None, 1),
        (None, "2023", 1),
        ("2023", "2024", 2),
        ("2024-05-01", "2024-05-31", 1),  # «2024» may mean May
        ("2023-01-21", "2023-01-31", 0),
    ],
)
def test_a_period_takes_what_touches_it(
    graph: KnowledgeGraph, since: str | None, until: str | None, meetings: int
) -> None:
    found = drawn(graph, Wanted(("Norvège",), since=since, until=until))

    assert found.get("norway meets peru", 0) == meetings


QUERIES = {
    "statements": (
        "SELECT ?s { ?s kg:polarity kg:Negated }",
        {"norway warns iceland": 1},
    ),
    "relations": (
        "CONSTRUCT { ?a rel:warns ?b } WHERE { ?a rel:warns ?b }",
        {"norway warns iceland": 2},
    ),
    "both ways": (
        "CONSTRUCT { actor:peru rel:meets actor:norway } WHERE {}",
        {"norway meets peru": 2},
    ),
    "described statements": (
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s kg:polarity kg:Negated ; ?p ?o }",
        {"norway warns iceland": 1},
    ),
    "rows": (
        "SELECT ?a ?p ?b { ?a ?p ?b FILTER(?p = rel:leads) }",
        {"kari-dahl leads oslo-government": 1},
    ),
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_names_what_is_drawn(graph: KnowledgeGraph, query: str) -> None:
    sparql, expected = QUERIES[query]

    assert drawn(graph, Wanted(query=sparql)) == expected


def test_what_no_statement_upholds_is_not_drawn(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="neither statements nor relations"):
        drawn(graph, Wanted(query="CONSTRUCT { actor:peru rel:warns actor:norway } {}"))


def test_conditions_add_up_until_nothing_is_left(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no statement fits"):
        drawn(graph, Wanted(relations=("supports",), since="2030"))


def test_an_edge_is_direct_only_while_a_firm_statement_stays(
    graph: KnowledgeGraph,
) -> None:
    wanted = Wanted(query="SELECT ?s { ?s kg:polarity kg:Negated }")
    part: nx.MultiDiGraph[str] = narrow(graph, graph.network(), wanted)

    assert part.edges["norway", "iceland", "warns"]["direct"] is False


def test_a_part_knows_what_it_is(graph: KnowledgeGraph) -> None:
    wanted = Wanted(("Norvège",), ("warns",), "2020", None, minimum=0.5)

    assert narrow(graph, graph.network(), wanted).graph["bounds"] == Bounds(
        0.5, "2020", None, ("warns",), around=True, listed=False
    )
