"""Camps, paths and comparisons on the page, driven as a person would."""

from dataclasses import replace

import networkx as nx
import pytest

from kg.camps import find_camps
from kg.network import edges
from tests.browsing import Visit, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph


@pytest.fixture
def turning(hand_network: "Net[str]") -> "Net[str]":
    """France, which supported Armenia in 2023, condemns it in 2024."""
    facts = dict(hand_network.edges["france", "azerbaijan", "condemns"])
    late = replace(facts["statements"][0], id="late", event_date="2024-04-20")
    facts["statements"] = (late,)
    hand_network.add_edge("france", "armenia", key="condemns", **facts)
    return hand_network


def changes(visit: Visit) -> dict[str, str]:
    return dict(visit.page.evaluate("[...kg.view.changes]"))


def compare_periods(visit: Visit, *days: str) -> None:
    visit.page.get_by_role("button", name="Comparer").click()
    visit.page.get_by_label("Deux périodes").check()
    fields = visit.page.locator("#panel input[type=date]")
    for place, day in enumerate(days):
        fields.nth(place).fill(day)


def test_camps_are_told_in_words_and_shown_on_the_map(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    camps = find_camps(edges(hand_network))
    visit = visitor.open(hand_network)
    visit.page.get_by_role("button", name="Camps").click()
    panel = visit.text("#panel")

    pairs = camps.kept + len(camps.inner) + len(camps.outer)
    assert f"Sur {pairs} paires d’acteurs qui coopèrent ou s’opposent" in panel
    assert f"{camps.kept} suivent les camps" in panel
    share = round(100 * (pairs - camps.kept) / pairs)
    assert f"Frustration : {share} %." in panel
    assert visit.page.locator("#panel .item b", has_text="Camp ").count() == len(
        camps.members
    )
    assert visit.page.evaluate("kg.camps.outlines().length") == len(camps.members) > 1
    numbers = visit.page.evaluate("kg.labels.written().filter(n => n.camp >= 0).length")
    assert numbers > 0
    visit.page.get_by_label("Montrer les camps").uncheck()
    assert visit.page.evaluate("kg.camps.outlines().length") == 0


def test_a_camp_names_its_members_and_whom_they_oppose(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    first = find_camps(edges(hand_network)).members[0]
    visit.page.get_by_role("button", name="Camps").click()
    visit.page.locator("#panel .item", has_text="Camp 1").click()

    panel = visit.text("#panel")
    names = [hand_network.nodes[slug]["label"] for slug in first]
    assert panel.startswith("Camp 1 : ")
    assert [name for name in names if name not in panel] == []
    assert "Conflits avec le dehors" in panel
    assert visit.page.evaluate("location.hash") == "#camp=0&tab=camps"


def test_members_of_a_camp_stand_nearer_than_others(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)

    gaps = visit.page.evaluate(
        """() => {
          const camps = kg.data.camps.members;
          const at = id => kg.drawing.network.getPosition(id);
          const gap = (a, b) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
          const mean = pairs => pairs.reduce((sum, [a, b]) => sum + gap(a, b), 0) / pairs.length;
          const all = camps.flatMap((m, camp) => m.map(id => [id, camp]));
          const pairs = all.flatMap((a, i) => all.slice(i + 1).map(b => [a, b]));
          return [true, false].map(same => mean(
            pairs.filter(([a, b]) => (a[1] === b[1]) === same).map(([a, b]) => [a[0], b[0]])));
        }"""
    )
    assert gaps[0] < 0.75 * gaps[1]


def test_all_shortest_paths_are_listed_with_their_evidence(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_actor("india")
    visit.page.get_by_role("button", name="Chemin vers…").click()
    visit.page.keyboard.type("azerb")
    visit.page.keyboard.press("Enter")

    plain = nx.Graph(hand_network)
    ways = [list(way) for way in nx.all_shortest_paths(plain, "india", "azerbaijan")]
    shown = visit.page.evaluate("kg.paths(['india', 'azerbaijan']).found")
    assert sorted(shown) == sorted(ways)
    assert "1 plus court chemin" in visit.text("#panel")
    visit.click_actor("greece")
    visit.page.get_by_role("button", name="Chemin vers…").click()
    visit.page.keyboard.type("armén")
    visit.page.keyboard.press("Enter")
    ways = [list(way) for way in nx.all_shortest_paths(plain, "greece", "armenia")]
    assert sorted(
        visit.page.evaluate("kg.paths(['greece', 'armenia']).found")
    ) == sorted(ways)


def test_of_many_shortest_paths_the_most_stated_are_listed(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    facts = hand_network.edges["india", "greece", "cooperatesWith"]
    twice = {**facts, "statements": facts["statements"] * 2, "count": 2}
    for number in range(8):
        slug = f"relay-{number}"
        names = {"label": slug, "names": {}}
        hand_network.add_node(slug, **{**hand_network.nodes["iran"], **names})
        for end in ("india", "red-cross"):
            told = twice if number == 6 else facts
            hand_network.add_edge(slug, end, key="cooperatesWith", **told)
    visit = visitor.open(hand_network, address="#path=india+red-cross")

    assert "8 plus courts chemins, dont les 5 les plus cités" in visit.text("#panel")
    first = visit.page.locator("#panel h3").first.inner_text()
    assert first == "Inde – relay-6 – Croix-Rouge"
    assert visit.page.locator("#panel h3").count() == 5


def test_filters_apply_to_paths(visitor: Visitor, hand_network: "Net[str]") -> None:
    visit = visitor.open(hand_network, address="#path=india+nato&no-kind=State")

    assert "Aucun chemin" in visit.text("#panel")


def test_two_periods_show_what_was_added_is_gone_and_turned(
    visitor: Visitor, turning: "Net[str]"
) -> None:
    visit = visitor.open(turning)
    compare_periods(visit, "2023-09-01", "2023-12-31", "2024-01-01", "2024-12-31")
    found = changes(visit)

    assert found["france supports armenia"] == "flipped"
    assert found["france condemns armenia"] == "flipped"
    assert found["france aidsMilitarily armenia"] == "flipped"
    assert found["azerbaijan expels france"] == "gone"
    assert found["european-union aids armenia"] == "added"
    assert "russia warns armenia" not in found
    assert visit.visible("edge") == len(found)
    kinds = list(found.values())
    words = "{} retournées, {} apparues, {} disparues, {} gardées.".format(
        *(kinds.count(kind) for kind in ("flipped", "added", "gone", "kept"))
    )
    assert words in visit.text("#panel")
    listed = visit.page.locator("[data-change=flipped] .item").all_inner_texts()
    assert len(listed) == kinds.count("flipped")
    named = visit.page.evaluate(
        "kg.labels.written().filter(n => n.edge).map(n => n.text)"
    )
    assert {text[0] for text in named} <= {"+", "\N{MINUS SIGN}", "⇄", "="}


def test_a_compared_statement_says_in_which_period_it_stands(
    visitor: Visitor, turning: "Net[str]"
) -> None:
    visit = visitor.open(turning)
    compare_periods(visit, "2023-09-01", "2023-12-31", "2024-01-01", "2024-12-31")
    visit.page.locator("[data-change=flipped] .item", has_text="condamne").click()

    assert "Se trouve dans\n1 janv. 2024 – 31 déc. 2024" in visit.text("#panel article")


def test_two_outlets_show_what_only_one_says(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.get_by_role("button", name="Comparer").click()
    visit.page.get_by_label("Deux médias").check()
    visit.page.locator("#panel select").nth(0).select_option("La Gazette")
    visit.page.locator("#panel select").nth(1).select_option("L'Écho")

    said = {
        f"{edge.source} {edge.relation} {edge.target}": {
            one.publisher for one in edge.statements
        }
        for edge in edges(hand_network)
    }
    found = changes(visit)
    for edge, outlets in said.items():
        bits = ("La Gazette" in outlets, "L'Écho" in outlets)
        expected = {(True, False): "gone", (False, True): "added", (True, True): "kept"}
        if found.get(edge) != "flipped":
            assert found.get(edge) == expected.get(bits)
    visit.page.get_by_label("Rien").check()
    assert visit.visible("edge") == 52


def test_an_address_keeps_what_is_compared(
    visitor: Visitor, turning: "Net[str]"
) -> None:
    first = visitor.open(turning)
    compare_periods(first, "2023-09-01", "2023-12-31", "2024-01-01", "2024-12-31")
    address = str(first.page.evaluate("location.hash"))
    assert "compare=period&a=2023-09-01+2023-12-31" in address
    second = visitor.open(turning, address=address)

    assert changes(second) == changes(first)
    assert second.text("#panel h2") == "Comparer"


def test_everything_comes_back_from_an_ego_network_step_by_step(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_actor("nato", clicks=2)
    first = visit.visible("node")
    assert first == len(nx.Graph(hand_network)["nato"]) + 1
    visit.page.get_by_role("button", name="Élargir").click()
    assert visit.visible("node") > first
    visit.page.get_by_role("button", name="Retour").click()
    assert visit.visible("node") == first
    visit.page.get_by_role("button", name="Retour").click()

    assert visit.visible("node") == 26
