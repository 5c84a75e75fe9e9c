"""The page in a browser, driven as a person would."""

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from kg.view import write_page
from tests.browsing import Scheme, Visitor, needs_chromium

SUPPORTS = "france supports armenia"

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph


def test_the_page_opens_alone_with_all_actors_and_edges(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)

    assert len(visit.requests) == 1
    assert (visit.visible("node"), visit.visible("edge")) == (26, 52)
    assert visit.text("#summary") == "26 acteurs, 52 relations, 58 énoncés"
    named = visit.page.evaluate(
        "kg.labels.written().filter(n => n.actor).map(n => kg.nodeById.get(n.actor).label)"
    )
    assert {"Arménie", "Géorgie", "États-Unis", "Azerbaïdjan"} <= set(named)


@pytest.mark.parametrize("actors", [0, 1, 2])
def test_hardly_anything_is_shown_without_complaint(
    visitor: Visitor, hand_network: "Net[str]", actors: int
) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    facts = hand_network.edges["france", "armenia", "supports"]
    undated = replace(facts["statements"][0], event_date=None, published=None)
    for number in range(actors):
        slug = f"only-{number}"
        network.add_node(slug, **hand_network.nodes["france"])
        told = {**facts, "statements": (undated,), "count": 1}
        network.add_edge("only-0", slug, key="supports", **told)
    visit = visitor.open(network, named=actors > 0)
    for tab in ("camps", "compare", "overview"):
        visit.page.locator(f"#open-{tab}").click()
    visit.page.locator("#firm").check()

    assert visit.page.evaluate("kg.svg.draw()").startswith("<svg")
    assert visit.visible("node") == actors
    assert not visit.page.locator("#time").is_visible()


def test_something_is_painted_on_the_map(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)

    painted = visit.page.evaluate(
        """() => {
          const canvas = document.querySelector('#network canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, index) => index % 4 === 3 && value > 0).length;
        }"""
    )
    assert painted > 5_000


def test_no_name_on_the_map_covers_another(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)

    laps = visit.page.evaluate(
        """kg.labels.written().flatMap((a, i, all) => all.slice(i + 1).filter(b =>
          a.rect[0] < b.rect[2] && b.rect[0] < a.rect[2] &&
          a.rect[1] < b.rect[3] && b.rect[1] < a.rect[3])).length"""
    )
    assert laps == 0


def test_a_click_on_an_edge_shows_its_evidence(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_edge("iran accuses israel")
    panel = visit.text("#panel")

    assert "L'Iran accuse Israël d'espionnage." in panel
    assert "Dépêche n° 39" in panel
    assert "039.txt, caractères 1560 à 1594" in panel
    assert "30 janv. 2023" in panel
    assert "voix du média" in panel
    assert "affirmé" in panel
    assert "certain" in panel
    assert "93 %" in panel
    marks = visit.page.locator("#panel blockquote mark")
    assert marks.all_inner_texts() == ["L'Iran", "accuse", "Israël"]
    assert marks.nth(1).get_attribute("class") == "trigger"
    link = visit.page.locator("#panel a").first
    assert link.get_attribute("href") == "https://journal.example/39"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_denied_and_reported_statements_say_so(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_edge(SUPPORTS)

    denied = visit.page.locator("#panel article").nth(2)
    assert "Selon\nKremlin" in denied.inner_text()
    assert "nié" in denied.inner_text()
    assert "unsure" in (denied.get_attribute("class") or "")


def test_a_click_on_an_actor_groups_its_statements_by_relation(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_actor("france")
    groups = visit.page.locator("#panel details")

    assert visit.text("#panel h2") == "France"
    assert groups.count() == 6
    assert "France → soutient → Arménie" in groups.first.inner_text()
    groups.first.locator("summary").click()
    groups.first.locator("article").first.wait_for()
    assert groups.first.locator("article").count() == 3


def test_a_citation_is_copied(visitor: Visitor, hand_network: "Net[str]") -> None:
    visit = visitor.open(
        hand_network, permissions=["clipboard-read", "clipboard-write"]
    )
    visit.click_edge("iran accuses israel")
    visit.page.get_by_role("button", name="Copier la citation").first.click()
    visit.page.wait_for_selector("text=Citation copiée")
    copied = visit.page.evaluate("navigator.clipboard.readText()")

    assert copied == (
        "« L'Iran accuse Israël d'espionnage. », Le Courrier du Caucase, « Dépêche n° 39 », "
        "30 janv. 2023, https://journal.example/39, 039.txt, caractères 1560 à 1594."
    )


def test_search_finds_names_and_aliases_whatever_their_accents(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("georg")
    options = visit.page.locator("#suggestions [role=option]")
    assert options.all_inner_texts() == ["Géorgie"]
    visit.page.keyboard.press("Control+a")
    visit.page.keyboard.type("pashin")
    assert options.first.inner_text() == "Nikol Pachinian Nikol Pashinyan"
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")

    assert visit.text("#panel h2") == "Nikol Pachinian"
    assert visit.page.locator("#search").get_attribute("aria-expanded") == "false"


def test_only_what_is_asserted_takes_the_rest_away(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.get_by_role("switch").check()

    facts = hand_network.edges(data=True)
    assert visit.visible("edge") == sum(data["direct"] for *_, data in facts) < 52
    assert "52" not in visit.text("#summary")


def test_the_legend_filters_and_counts(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    line = visit.page.locator("#facets li", has_text="Conflit en actes")
    assert line.locator(".count").inner_text() == "7"
    line.locator("input").uncheck()
    quads = [data["quad"] for *_, data in hand_network.edges(data=True)]
    assert visit.visible("edge") == 52 - quads.count("MaterialConflict")
    assert line.locator(".count").inner_text() == "7"
    persons = visit.page.locator("#facets li", has_text="Personne")
    persons.locator("input").uncheck()
    assert "Emmanuel Macron" not in visit.text("#panel")
    visit.page.get_by_role("button", name="Tout remontrer").click()

    assert visit.visible("edge") == 52


def test_one_outlet_can_be_kept_alone(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("summary", has_text="Médias").click()
    line = visit.page.locator("#facets li", has_text="L'Écho")
    line.hover()
    line.get_by_role("button").click()

    said = visit.page.evaluate(
        "[...kg.view.shown.values()].flat().map(r => kg.statements[r].document.publisher)"
    )
    assert set(said) == {"L'Écho"}


def test_the_period_narrows_what_is_shown(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#since").focus()
    for _ in range(8):
        visit.page.keyboard.press("PageUp")
    years = visit.page.evaluate(
        "[...kg.view.shown.values()].flat().map(r => kg.statements[r].event_date.slice(0, 4))"
    )

    assert 0 < len(years) < 58
    assert set(years) <= {"2023", "2024"}
    assert not visit.text("#period").startswith("1 janv. 1949")


def test_a_double_click_isolates_a_neighbourhood_and_there_is_a_way_back(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.click_actor("nato", clicks=2)
    assert visit.visible("node") == 5
    visit.page.get_by_role("button", name="Élargir").click()
    assert 5 < visit.visible("node") < 26
    visit.page.get_by_role("button", name="Tout le réseau").click()

    assert visit.visible("node") == 26


def test_a_path_between_two_actors_shows_the_evidence_of_each_step(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    for slug, label in (("moon", "Lune"), ("sun", "Soleil")):
        facts = {"label": label, "names": {"fr": label}}
        hand_network.add_node(slug, **{**hand_network.nodes["iran"], **facts})
    meets = hand_network.edges["nikol-pashinyan", "ilham-aliyev", "meets"]
    hand_network.add_edge("moon", "sun", key="meets", **meets)
    visit = visitor.open(hand_network)
    visit.click_actor("india")
    visit.page.get_by_role("button", name="Chemin vers…").click()
    visit.page.keyboard.type("otan")
    visit.page.keyboard.press("Enter")

    assert visit.text("#panel h2") == "Inde … OTAN"
    assert "Inde – Grèce – OTAN" in visit.text("#panel")
    assert "La Grèce, membre de l'OTAN, proteste." in visit.text("#panel")
    assert visit.page.evaluate("location.hash") == "#path=india+nato"
    visit.click_actor("azerbaijan")
    visit.page.get_by_role("button", name="Chemin vers…").click()
    visit.page.locator("#search").fill("lune")
    visit.page.keyboard.press("Enter")
    assert "Aucun chemin" in visit.text("#panel")


def test_the_map_obeys_the_keyboard(visitor: Visitor, hand_network: "Net[str]") -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#network").focus()
    before = visit.page.evaluate("kg.drawing.network.getScale()")
    visit.page.keyboard.press("+")
    assert visit.page.evaluate("kg.drawing.network.getScale()") > before
    visit.page.keyboard.press("n")
    assert visit.text("#panel h2") == "Arménie"
    visit.page.keyboard.press("n")
    assert visit.text("#panel h2") == "Azerbaïdjan"
    visit.page.keyboard.press("Escape")

    assert visit.text("#panel h2") == "Vue d’ensemble"


def test_the_list_reaches_the_evidence_without_a_mouse(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.locator("#panel button.item", has_text="soutient").first.focus()
    visit.page.keyboard.press("Enter")

    assert "La France soutient l'Arménie." in visit.text("#panel")
    assert visit.page.evaluate("document.activeElement.id") == "panel"


def test_every_control_has_a_name(visitor: Visitor, hand_network: "Net[str]") -> None:
    visit = visitor.open(hand_network)
    nameless = visit.page.evaluate(
        """[...document.querySelectorAll('button, input, [role]')].filter(e =>
          !e.textContent.trim() && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)
          && e.getAttribute('role') !== 'status').map(e => e.outerHTML)"""
    )

    assert nameless == []


def test_the_interface_changes_its_language(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    visit.page.get_by_role("button", name="English").click()

    assert visit.text("#summary") == "26 actors, 52 relations, 58 statements"
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    assert "Cooperation in words" in visit.text("#facets")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_switched(
    visitor: Visitor, hand_network: "Net[str]", scheme: Scheme
) -> None:
    visit = visitor.open(hand_network, color_scheme=scheme)
    theme = "document.documentElement.dataset.theme"
    assert visit.page.evaluate(theme) == scheme
    visit.page.locator("#theme").click()

    assert visit.page.evaluate(theme) != scheme


def test_an_address_shows_the_same_view_again(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    first = visitor.open(hand_network)
    first.page.get_by_role("switch").check()
    first.click_actor("iran")
    address = "#" + str(first.page.evaluate("location.hash.slice(1)"))
    second = visitor.open(hand_network, address=address)

    assert second.text("#summary") == first.text("#summary")
    assert second.text("#panel h2") == "Iran"


def test_a_made_up_address_does_no_harm(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(
        hand_network,
        address="#actor=nobody&edge=x&since=abc&no-quad=x&language=__proto__",
    )

    assert visit.visible("edge") == 52


def test_what_is_shown_leaves_as_a_table(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Énoncés en CSV").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()

    assert len(lines) == 59
    assert lines[0].startswith("id,source,relation,target,polarity")


def test_the_map_leaves_as_a_picture(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Image PNG").click()

    picture = Path(download.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000


def test_a_cell_of_the_table_cannot_become_a_formula(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    hand_network.nodes["iran"]["names"] = {"fr": "=HYPERLINK(1)"}
    visit = visitor.open(hand_network)

    table = visit.page.evaluate("kg.share.csv()")
    assert ",'=HYPERLINK(1)," in table
    assert ",=" not in table


def test_time_plays_only_when_asked(visitor: Visitor, hand_network: "Net[str]") -> None:
    visit = visitor.open(hand_network)
    visit.page.wait_for_timeout(600)
    assert visit.visible("edge") == 52
    visit.page.get_by_role("button", name="Dérouler le temps").click()
    visit.wait_until("kg.drawing.network.body.edgeIndices.length < 40")
    visit.page.get_by_role("button", name="Arrêter").click()
    shown = visit.visible("edge")
    visit.page.wait_for_timeout(600)

    assert visit.visible("edge") == shown


def test_a_telephone_shows_map_filters_and_evidence_one_over_the_other(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network, viewport={"width": 390, "height": 844})
    page = visit.page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not page.locator("#panel").is_visible()
    assert not page.locator("#filters").is_visible()
    page.locator("#open-filters").click()
    assert page.locator("#filters").is_visible()
    page.locator("#close-filters").click()
    assert not page.locator("#filters").is_visible()
    visit.click_actor("armenia")

    assert page.locator("#panel").is_visible()
    page.get_by_role("button", name="Fermer").click()
    assert not page.locator("#panel").is_visible()


def test_the_core_of_a_larger_network_says_what_is_missing(
    visitor: Visitor, hand_network: "Net[str]", tmp_path: Path
) -> None:
    path = tmp_path / "core.html"
    write_page(hand_network, path, top=5)
    visit = visitor.open(hand_network)
    visit.page.goto(path.as_uri())

    assert "5 acteurs les plus liés sur 26" in visit.text("#notice")
