"""The page for everybody: keyboard, screen readers, contrast, small screens, no motion."""

from collections.abc import Callable

import networkx as nx
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import Scheme, Visit, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph
SERIOUS = {"serious", "critical"}


def findings(visit: Visit) -> list[str]:
    """What axe-core finds seriously wrong, with the first element of each."""
    found = Axe().run(visit.page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html']} {one['nodes'][0]['failureSummary']}"
        for one in found
        if one["impact"] in SERIOUS
    ]


def unfold_all(visit: Visit) -> None:
    for summary in visit.page.locator("#facets summary").all():
        if summary.evaluate("one => !one.parentElement.open"):
            summary.click()


def suggest(visit: Visit) -> None:
    visit.page.locator("#search").fill("a")
    visit.page.keyboard.press("ArrowDown")


def query(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Requête SPARQL").click()


STATES: dict[str, tuple[str, Callable[[Visit], None]]] = {
    "overview": ("", unfold_all),
    "actor": (
        "#actor=armenia",
        lambda visit: visit.page.locator("#panel summary").first.click(),
    ),
    "edge": ("#edge=france+supports+armenia", unfold_all),
    "path": ("#path=india+nato", unfold_all),
    "camps": ("#tab=camps", unfold_all),
    "camp": ("#camp=0", unfold_all),
    "periods": (
        "#tab=compare&compare=period&a=2020-01-01+2022-12-31&b=2023-01-01+2024-12-31",
        unfold_all,
    ),
    "neighbours": ("#ego=1+armenia", unfold_all),
    "suggestions": ("", suggest),
    "query": ("", query),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_serious(
    visitor: Visitor, hand_network: "Net[str]", state: str, scheme: Scheme
) -> None:
    address, act = STATES[state]
    visit = visitor.open(hand_network, address=address, color_scheme=scheme)
    act(visit)

    assert findings(visit) == []


@pytest.mark.parametrize("place", ["map", "filters", "panel"])
def test_axe_finds_nothing_serious_on_a_telephone(
    visitor: Visitor, hand_network: "Net[str]", place: str
) -> None:
    visit = visitor.open(hand_network, viewport={"width": 390, "height": 844})
    if place == "filters":
        visit.page.locator("#open-filters").click()
    if place == "panel":
        visit.page.locator("#open-camps").click()

    assert findings(visit) == []


def test_tab_reaches_every_control_and_shows_where_it_is(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    wanted = visit.page.evaluate(
        """() => {
          const all = document.querySelectorAll('button, input, summary, [tabindex="0"]');
          const shown = [...all].filter(one => one.checkVisibility() && !one.disabled);
          shown.forEach((one, number) => { one.dataset.number = number; });
          return shown.length;
        }"""
    )
    reached = set()
    outlined = []
    for _ in range(wanted + 5):
        visit.page.keyboard.press("Tab")
        number, outline = visit.page.evaluate(
            """(() => {
              const one = document.activeElement;
              return [one.dataset.number, getComputedStyle(one).outlineStyle];
            })()"""
        )
        if number is not None:
            reached.add(int(number))
            outlined.append(outline)

    assert wanted > 60
    assert reached == set(range(wanted))
    assert set(outlined) == {"solid"}


def test_a_whole_inquiry_needs_no_mouse(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    press = visit.page.keyboard.press
    press("/")
    visit.page.keyboard.type("armén")
    press("Enter")
    assert visit.text("#panel h2") == "Arménie"
    assert visit.page.evaluate("document.activeElement.id") == "panel"
    press("Tab")
    press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Voisinage seul"
    press("Enter")
    assert visit.page.locator("#ego").is_visible()
    assert visit.page.evaluate("document.activeElement.id") == "panel"
    for _ in range(9):
        press("Tab")
        if visit.page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    press("Enter")
    visit.page.locator("#panel details[open] blockquote").first.wait_for()
    press("Escape")
    assert visit.text("#panel h2") == "Vue d’ensemble"
    visit.page.locator("#ego-whole").focus()
    press("Enter")

    assert visit.visible("node") == 26


def test_what_happens_is_said_to_those_who_do_not_see_it(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    for selector in ("#summary", "#notice", "#spoken"):
        assert visit.page.locator(selector).get_attribute("role") == "status"
    visit.page.locator("#network").focus()
    visit.page.keyboard.press("n")

    assert visit.text("#spoken") == "Arménie, État"
    assert (
        "flèches"
        in (visit.page.locator("#network").get_attribute("aria-label") or "").lower()
    )


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_of_a_telephone(
    visitor: Visitor, hand_network: "Net[str]", state: str, width: int
) -> None:
    visit = visitor.open(
        hand_network,
        address=STATES[state][0],
        title="Un titre assez long pour deux lignes au moins sur un téléphone",
        viewport={"width": width, "height": 700},
    )
    out = visit.page.evaluate(
        """[...document.querySelectorAll('body *')].filter(one => one.checkVisibility()
          && !one.closest('#network') && one.getBoundingClientRect().right > innerWidth + 1
          && getComputedStyle(one).visibility === 'visible').map(one => one.outerHTML.slice(0, 90))"""
    )

    assert out == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_finger_opens_the_evidence(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(
        hand_network, viewport={"width": 390, "height": 844}, has_touch=True
    )
    spot = visit.page.evaluate(
        "kg.drawing.network.canvasToDOM(kg.drawing.network.getPosition('armenia'))"
    )
    room = visit.page.locator("#network").bounding_box()
    assert room is not None
    visit.page.touchscreen.tap(room["x"] + spot["x"], room["y"] + spot["y"])
    visit.page.locator("#panel h2", has_text="Arménie").wait_for()

    assert visit.page.locator("#panel").is_visible()


def test_nothing_moves_for_those_who_want_no_motion(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network, reduced_motion="reduce")
    frame = "document.querySelector('#network canvas').toDataURL()"
    before = visit.page.evaluate(frame)
    visit.page.wait_for_timeout(700)

    assert visit.page.evaluate(frame) == before
    assert visit.page.evaluate("document.getAnimations().length") == 0
