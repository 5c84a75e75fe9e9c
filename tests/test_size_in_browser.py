"""A page of 1,500 actors and 5,000 edges, with room for slow machines.

What it takes on an idle one is measured by benchmarks/page.py.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.page import measure, write_graph
from kg.knowledge import KnowledgeGraph
from kg.view import write_page
from tests.browsing import Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PATIENCE = 6  # times what is aimed at: tests run beside each other


@pytest.fixture(scope="module")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made-up network."""
    folder = tmp_path_factory.mktemp("large")
    network = KnowledgeGraph.load(write_graph(1_500, folder / "graph.ttl")).network()
    assert network.number_of_edges() >= 4_900
    write_page(network, folder / "page.html")
    return folder / "page.html"


def test_a_large_page_is_small_enough_and_answers_soon(
    browser: Browser, large_page: Path
) -> None:
    paint, answer = measure(browser, large_page, 3, filters=True)

    assert large_page.stat().st_size < 12_000_000
    assert paint is not None
    assert answer is not None
    assert paint < PATIENCE * 1.0
    assert answer < PATIENCE * 0.150


def test_names_of_a_large_page_can_be_read(visitor: Visitor, large_page: Path) -> None:
    visit = visitor.visit(large_page)
    names = visit.page.evaluate("kg.labels.written().filter(one => one.actor).length")
    laps = visit.page.evaluate(
        """kg.labels.written().flatMap(({ rect: a }, i, all) => all.slice(i + 1)
          .filter(({ rect: b }) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])).length"""
    )

    assert names > 40
    assert laps == 0
    assert visit.visible("edge") >= 4_900


def test_a_larger_network_opens_on_its_core(visitor: Visitor, tmp_path: Path) -> None:
    network = KnowledgeGraph.load(write_graph(1_800, tmp_path / "graph.ttl")).network()
    visit = visitor.open(network)

    assert visit.visible("node") == 1_500
    assert "les 1\u202f500 acteurs les plus liés sur" in visit.text("#notice")
    assert "--top" in visit.text("#notice")
