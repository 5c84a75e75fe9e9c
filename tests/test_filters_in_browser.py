"""Filters of the page: every one, together, and with the counts they show."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import pytest

from kg.network import Edge, Testimony, edges
from tests.browsing import Visit, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph
Told = tuple[Edge, Testimony]

# What each facet asks of a statement, by its words on the page.
ASKS: dict[str, Callable[[Told], str | None]] = {
    "relation": lambda told: told[0].label,
    "polarity": lambda told: {"Affirmed": "affirmé", "Negated": "nié"}[
        told[1].polarity
    ],
    "modality": lambda told: {
        "Asserted": "certain",
        "Possible": "possible",
        "Intended": "voulu",
    }[told[1].modality],
    "speaker": lambda told: told[1].speaker or "voix du média",
    "outlet": lambda told: told[1].publisher,
}


def told(network: "Net[str]") -> list[Told]:
    return [(edge, one) for edge in edges(network) for one in edge.statements]


def unfold(visit: Visit, facet: str) -> None:
    group = visit.page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    more = group.get_by_role("button", name="de plus")
    if more.count():
        more.click()


def counts(visit: Visit, facet: str) -> dict[str, int]:
    unfold(visit, facet)
    lines = visit.page.locator(f"[data-facet={facet}] li")
    names = lines.locator(".value").all_inner_texts()
    numbers = lines.locator(".count").all_inner_texts()
    return dict(zip(names, map(int, numbers), strict=True))


def choose(visit: Visit, facet: str, value: str) -> None:
    unfold(visit, facet)
    label = visit.page.locator(f"[data-facet={facet}] .value").get_by_text(
        value, exact=True
    )
    label.click()


def ids(visit: Visit) -> set[str]:
    found = "[...kg.view.shown.values()].flat().map(row => kg.statements[row].id)"
    return set(visit.page.evaluate(found))


@pytest.mark.parametrize("facet", ASKS)
def test_each_value_shows_how_many_statements_it_has(
    visitor: Visitor, hand_network: "Net[str]", facet: str
) -> None:
    visit = visitor.open(hand_network)

    assert counts(visit, facet) == Counter(map(ASKS[facet], told(hand_network)))


@pytest.mark.parametrize("facet", ASKS)
def test_an_unticked_value_takes_its_statements_away(
    visitor: Visitor, hand_network: "Net[str]", facet: str
) -> None:
    visit = visitor.open(hand_network)
    (value, _), *_ = Counter(map(ASKS[facet], told(hand_network))).most_common()
    assert value is not None
    choose(visit, facet, value)

    kept = {t[1].id for t in told(hand_network) if ASKS[facet](t) != value}
    assert ids(visit) == kept
    group = visit.page.locator(f"[data-facet={facet}]")
    assert " sur " in group.locator("summary .count").inner_text()
    group.get_by_role("button", name="Tout garder").click()
    assert len(ids(visit)) == 58


def test_filters_combine_and_counts_follow(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#firm").check()
    visit.page.locator("#minimum").fill("80")
    choose(visit, "outlet", "La Gazette")
    visit.page.locator("[data-facet=quad] .value", has_text="Conflit en actes").click()

    def kept(t: Told, *, but: str = "") -> bool:
        edge, one = t
        return (
            one.firm
            and one.confidence >= 0.8
            and (but == "outlet" or one.publisher != "La Gazette")
            and (but == "quad" or edge.quad != "MaterialConflict")
        )

    every = told(hand_network)
    shown = [t for t in every if kept(t)]
    assert 0 < len(shown) < 58
    assert ids(visit) == {one.id for _, one in shown}
    assert counts(visit, "relation") == {
        **{edge.label: 0 for edge, _ in every},
        **Counter(edge.label for edge, _ in shown),
    }
    # A facet counts what its other values would bring back.
    outlets = Counter(
        one.publisher for _, one in filter(lambda t: kept(t, but="outlet"), every)
    )
    assert counts(visit, "outlet") == outlets
    assert visit.text("#firm-count") == visit.text("#minimum-count") == str(len(shown))


def test_confidence_shows_how_many_statements_lie_where(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#minimum").fill("90")
    sure = [t for t in told(hand_network) if t[1].confidence >= 0.9]

    assert visit.text("#minimum-count") == str(len(sure)) != "58"
    bars = visit.page.locator("#sure i").evaluate_all(
        "all => all.map(bar => bar.title)"
    )
    numbers = [int(bar.split(" : ")[1].split()[0]) for bar in bars]
    assert sum(numbers) == 58
    assert bars[9].startswith("90 à 100 % : ")


def test_a_kind_of_actor_filters_both_ends(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("[data-facet=kind] .value", has_text="Personne").click()

    facts = hand_network.nodes(data=True)
    persons = {slug for slug, data in facts if data["kind"] == "Person"}
    kept = {
        one.id
        for edge, one in told(hand_network)
        if not persons & {edge.source, edge.target}
    }
    assert ids(visit) == kept


def test_a_long_list_shows_its_most_frequent_values_first(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("[data-facet=relation] summary").click()
    lines = visit.page.locator("[data-facet=relation] li:visible")
    assert lines.count() == 10
    visit.page.locator("[data-facet=relation]").get_by_role(
        "button", name="de plus"
    ).click()

    assert lines.count() == len({edge.relation for edge in edges(hand_network)})
    numbers = [int(n) for n in lines.locator(".count").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)


def test_a_year_or_month_lasts_as_long_as_it_says(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    facts = hand_network.edges["france", "armenia", "supports"]
    one = facts["statements"][0]
    facts["statements"] = tuple(
        replace(one, id=day, event_date=day)
        for day in ("2023", "2023-06", "2023-06-15")
    )
    visit = visitor.open(hand_network, address="#since=2023-06-16&until=2023-06-30")

    assert {"2023", "2023-06"} == ids(visit) & {"2023", "2023-06", "2023-06-15"}
    assert visit.text("#period") == "16 juin 2023 – 30 juin 2023"


def test_the_far_handle_narrows_the_period_too(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#until").focus()
    visit.page.keyboard.press("Home")

    assert visit.visible("edge") == 1
    assert visit.text("#period").endswith("1949")
    handle = visit.page.locator("#until")
    assert handle.get_attribute("aria-valuetext") == "1 janv. 1949"


def test_a_filter_leaves_open_what_was_opened(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network, address="#actor=armenia")
    group = visit.page.locator("#panel [data-edge='france supports armenia']")
    group.locator("summary").click()
    group.locator("article").first.wait_for()
    assert group.locator("article").count() == 3
    visit.page.locator("#firm").check()
    group.locator("article").first.wait_for()

    assert group.locator("article").count() == 2
