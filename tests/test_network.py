"""From the graph to networkx."""

import pytest

from kg.knowledge import KnowledgeGraph
from kg.network import degrees, edges, nodes, ranks


def test_actors_become_nodes_with_their_names(graph: KnowledgeGraph) -> None:
    network = graph.network()
    found = {node.slug: node for node in nodes(network)}

    assert sorted(network) == list(found)
    assert found["norway"].label == "Norvège"
    assert found["norway"].kind == "State"
    assert found["norway"].aliases == ("Norway", "Royaume de Norvège")
    assert found["oslo-government"].acts_for == "norway"
    assert network.nodes["peru"]["label"] == "Pérou"


def test_statements_of_one_kind_fold_into_an_edge(graph: KnowledgeGraph) -> None:
    found = {
        f"{edge.source} {edge.relation} {edge.target}": (
            len(edge.statements),
            edge.direct,
            edge.sign,
            edge.quad,
        )
        for edge in edges(graph.network())
    }

    assert found == {
        "kari-dahl leads oslo-government": (1, True, 0, None),
        "norway meets peru": (2, True, 1, "VerbalCooperation"),
        "norway warns iceland": (2, True, -1, "VerbalConflict"),
        "oslo-government sanctions peru": (1, True, -1, None),
        "peru supports iceland": (1, False, 1, "VerbalCooperation"),
    }


def test_an_edge_bears_its_evidence_the_firm_first(graph: KnowledgeGraph) -> None:
    network = graph.network()

    first, second = network.edges["norway", "iceland", "warns"]["statements"]

    assert first.firm
    assert first.sentence == "La Norvège met en garde l'Islande « à temps »."
    assert (first.document, first.begin, first.end) == ("001.txt", 0, 46)
    assert (first.published, first.event_date) == ("2023-01-20", "2023-01")
    assert first.confidence == pytest.approx(0.8)
    assert not second.firm
    assert second.polarity == "Negated"
    (hearsay,) = network.edges["peru", "iceland", "supports"]["statements"]
    assert (hearsay.speaker, hearsay.modality) == ("Kari Dahl", "Possible")
    assert not hearsay.firm


def test_edge_and_graph_agree_on_what_is_direct(graph: KnowledgeGraph) -> None:
    for edge in edges(graph.network()):
        ask = f"ASK {{ actor:{edge.source} rel:{edge.relation} actor:{edge.target} }}"

        assert graph.query(ask).rows == ((str(edge.direct).lower(),),)


def test_labels_follow_the_language(graph: KnowledgeGraph) -> None:
    network = graph.network(lang="en")

    assert network.nodes["norway"]["label"] == "Norway"
    assert network.edges["norway", "iceland", "warns"]["label"] == "warns"


def test_degrees_count_statements(graph: KnowledgeGraph) -> None:
    assert degrees(graph.network()) == {
        "iceland": 3,
        "kari-dahl": 1,
        "norway": 4,
        "oslo-government": 2,
        "peru": 4,
    }


def test_ranks_share_out_one(graph: KnowledgeGraph) -> None:
    found = ranks(graph.network())

    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == "iceland"


def test_an_empty_graph_gives_an_empty_network() -> None:
    network = KnowledgeGraph().network()

    assert (list(nodes(network)), list(edges(network))) == ([], [])
    assert ranks(network) == {}
