"""What a reader takes away: pictures, tables, the query behind the view, its address."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.knowledge import KnowledgeGraph
from kg.selection import Wanted, narrow
from tests.browsing import Visit, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph
SVG = "{http://www.w3.org/2000/svg}"


def saved(visit: Visit, button: str) -> Path:
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name=button).click()
    return Path(download.value.path())


def answer(query: Path, graph: Path) -> dict[str, int]:
    """Number of statements by edge, as `kg query` prints them."""
    asked = ["query", str(query), "-g", str(graph), "-f", "csv"]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 0, result.output
    rows = csv.DictReader(io.StringIO(result.output))
    names = ("source", "relation", "target")
    return {
        " ".join(row[name].partition(":")[2] for name in names): int(row["statements"])
        for row in rows
    }


def shown(visit: Visit) -> dict[str, int]:
    found = visit.page.evaluate(
        "[...kg.view.shown].map(([id, rows]) => [id, rows.length])"
    )
    return dict(found)


def ask_behind(visit: Visit, graph: Path, folder: Path) -> dict[str, int]:
    visit.page.get_by_role("button", name="Requête SPARQL").click()
    text = visit.page.locator("#sparql-text").input_value()
    file = folder / "view.rq"
    file.write_text(text, encoding="utf-8")
    visit.page.locator("#sparql-close").click()
    return answer(file, graph)


def keep_only(facet: str, value: str) -> Callable[[Visit], None]:
    def act(visit: Visit) -> None:
        group = visit.page.locator(f"[data-facet={facet}]")
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        line = group.locator("li", has_text=value).first
        line.hover()
        line.get_by_role("button").click()

    return act


def drop(facet: str, place: int) -> Callable[[Visit], None]:
    def act(visit: Visit) -> None:
        group = visit.page.locator(f"[data-facet={facet}]")
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        group.locator("input[type=checkbox]").nth(place).uncheck()

    return act


def later(visit: Visit) -> None:
    visit.page.locator("#since").focus()
    for _ in range(5):
        visit.page.keyboard.press("PageUp")


def surer(visit: Visit) -> None:
    visit.page.locator("#minimum").fill("60")


def compare_periods(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Comparer").click()
    visit.page.get_by_label("Deux périodes").check()
    fields = visit.page.locator("#panel input[type=date]")
    days = ("2021-01-01", "2022-12-31", "2023-01-01", "2023-12-31")
    for place, day in enumerate(days):
        fields.nth(place).fill(day)


def around_iran(visit: Visit) -> None:
    visit.page.locator("#search").fill("iran")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("button", name="Voisinage seul").click()


VIEWS: dict[str, list[Callable[[Visit], None]]] = {
    "everything": [],
    "asserted": [lambda visit: visit.page.locator("#firm").check()],
    "later": [later],
    "surer": [surer],
    "one class": [keep_only("quad", "Conflit en paroles")],
    "not one kind": [drop("kind", 0)],
    "one kind": [keep_only("kind", "Personne")],
    "not one relation": [drop("relation", 3)],
    "denied": [keep_only("polarity", "nié")],
    "not certain": [drop("modality", 0)],
    "own voice": [keep_only("speaker", "voix du média")],
    "not one speaker": [drop("speaker", 2)],
    "not one outlet": [drop("outlet", 0)],
    "two periods": [compare_periods],
    "neighbours": [around_iran],
    "all at once": [later, surer, drop("kind", 4), drop("quad", 4), around_iran],
}


@pytest.mark.model
@pytest.mark.parametrize("view", VIEWS)
def test_the_query_behind_a_view_gives_its_edges(
    visitor: Visitor, seed_graph: Path, tmp_path: Path, view: str
) -> None:
    visit = visitor.open(KnowledgeGraph.load(seed_graph).network())
    for act in VIEWS[view]:
        act(visit)
    edges = shown(visit)

    assert len(edges) > 0
    assert (len(edges) < len(visit.page.evaluate("kg.edges"))) == (view != "everything")
    assert ask_behind(visit, seed_graph, tmp_path) == edges


PARTS = {
    "actor": Wanted(actors=("Iran",)),
    "period": Wanted(since="2022", until="2023-03"),
    "relation": Wanted(relations=("soutient", "accuse")),
    "query": Wanted(query="SELECT ?s { ?s a kg:Statement ; kg:polarity kg:Negated }"),
}


@pytest.mark.model
@pytest.mark.parametrize("part", PARTS)
def test_the_query_behind_a_part_of_a_graph_gives_its_edges(
    visitor: Visitor, seed_graph: Path, tmp_path: Path, part: str
) -> None:
    graph = KnowledgeGraph.load(seed_graph)
    visit = visitor.open(narrow(graph, graph.network(), PARTS[part]))
    edges = shown(visit)

    assert 0 < len(edges) < graph.network().number_of_edges()
    assert ask_behind(visit, seed_graph, tmp_path) == edges


@pytest.mark.model
def test_the_query_behind_the_core_gives_its_edges(
    visitor: Visitor, seed_graph: Path, tmp_path: Path
) -> None:
    visit = visitor.open(KnowledgeGraph.load(seed_graph).network(), top=12)

    assert len(shown(visit)) > 5
    assert ask_behind(visit, seed_graph, tmp_path) == shown(visit)


def test_the_query_is_saved_and_copied(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(
        hand_network, permissions=["clipboard-read", "clipboard-write"]
    )
    visit.page.get_by_role("button", name="Requête SPARQL").click()
    text = visit.page.locator("#sparql-text").input_value()
    visit.page.get_by_role("button", name="Copier la requête").click()
    visit.page.wait_for_selector("text=Requête copiée")

    assert visit.page.evaluate("navigator.clipboard.readText()") == text
    assert saved(visit, "Enregistrer view.rq").read_text("utf-8") == text
    visit.page.keyboard.press("Escape")
    assert not visit.page.locator("#sparql").is_visible()


def test_the_map_leaves_as_a_drawing(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#firm").check()
    root = ET.parse(saved(visit, "Dessin SVG")).getroot()

    edges = [group.get("data-edge") for group in root.iter(f"{SVG}g")]
    assert sorted(filter(None, edges)) == sorted(shown(visit))
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Arménie", "Azerbaïdjan", "Russie"} <= texts
    titles = {element.text for element in root.iter(f"{SVG}title")}
    assert "Arménie → Azerbaïdjan\naccuse · 2 énoncés" in titles


def test_a_table_holds_what_is_filtered(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    keep_only("quad", "Conflit en actes")(visit)
    rows = list(
        csv.DictReader(
            io.StringIO(saved(visit, "Énoncés en CSV").read_text("utf-8-sig"))
        )
    )

    assert len(rows) == sum(shown(visit).values())
    assert {row["relation"] for row in rows} == {
        data["label"]
        for *_, data in hand_network.edges(data=True)
        if data["quad"] == "MaterialConflict"
    }
    assert {"id", "sentence", "document", "url"} <= set(rows[0])
    said = {
        one.speaker or ""
        for *_, data in hand_network.edges(data=True)
        if data["quad"] == "MaterialConflict"
        for one in data["statements"]
    }
    assert {row["speaker"] for row in rows} == said
