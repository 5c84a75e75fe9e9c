"""Names and sentences are text, never markup or script, wherever they appear."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.knowledge import KnowledgeGraph
from kg.network import Testimony
from tests.browsing import Visit, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

Net = nx.MultiDiGraph
MARKUP = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
TEMPLATE = "{{7*7}}${window.pwned=1}{all}"
QUOTES = "\"'`--></textarea><svg onload=window.pwned=1>\\\u2028\u202e&amp;%s"
BREAKS = '"} } # \\" ?x ?y\nDROP ALL'
HOSTILE = {"markup": MARKUP, "template": TEMPLATE, "quotes": QUOTES, "breaks": BREAKS}
TEXTS = (
    "sentence",
    "headline",
    "publisher",
    "trigger",
    "source_text",
    "target_text",
    "topic_text",
    "attribution_cue",
    "document",
    "event_date",
    "published",
)
SUPPORTS = "france supports armenia"


def poison(network: "Net[str]", text: str) -> None:
    """Put a text wherever the network holds one, on every actor, edge and statement."""
    names = {"fr": text, "en": text}

    def bad(one: Testimony) -> Testimony:
        texts: dict[str, Any] = {
            name: text
            for name in TEXTS
            if name not in {"event_date", "published"} or one.id == "st020"
        }
        address = f"javascript:{text}" if one.id < "st030" else f"https://x/{text}"
        texts["speaker"], texts["url"] = text, address
        return replace(one, **texts, speaker_slug="kremlin")

    for slug in network:
        network.nodes[slug].update(label=text, names=names, aliases=(text, text))
    for *_, facts in network.edges(data=True):
        told = tuple(map(bad, facts["statements"]))
        facts.update(label=text, names=names, statements=told)


def seen(text: str) -> str:
    """How a browser shows a text: white space runs together."""
    return " ".join(text.split())


def shows(visit: Visit, selector: str, text: str) -> bool:
    content = visit.page.locator(selector).first.text_content() or ""
    return seen(text) in seen(content)


def is_clean(visit: Visit) -> bool:
    """Whether the page has no element that only a text could have brought."""
    alien = "img, iframe, object, embed, base, form, textarea:not([id]), link"
    count = visit.page.evaluate(
        f"""[...document.querySelectorAll({alien!r})].length
        + document.querySelectorAll('script:not([type])').length - 2
        + [...document.querySelectorAll('svg')].filter(one => one.hasAttribute('onload')).length
        + [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
            a => a.name.startsWith('on'))).length"""
    )
    return count == 0 and visit.page.evaluate("window.pwned") is None


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_stay_texts_everywhere(
    visitor: Visitor, hand_network: "Net[str]", kind: str
) -> None:
    text = HOSTILE[kind]
    poison(hand_network, text)
    visit = visitor.open(hand_network, title=text)
    page = visit.page
    assert shows(visit, "title", text)
    assert shows(visit, "#title", text)
    assert shows(visit, "#panel .phrase", text)
    for summary in page.locator("#facets summary").all():
        if summary.evaluate("one => !one.parentElement.open"):
            summary.click()
    for facet in ("relation", "speaker", "outlet"):
        assert shows(visit, f"[data-facet={facet}] .value", text)
    page.locator("#search").fill(text.split("\n", maxsplit=1)[0][:12])
    assert shows(visit, "#suggestions", text)
    page.keyboard.press("Enter")
    assert shows(visit, "#panel h2", text)
    assert shows(visit, "#panel .panel-head .hint", text)
    page.get_by_role("button", name="Voisinage seul").click()
    assert shows(visit, "#ego-name", text)
    page.locator("#ego-whole").click()
    page.get_by_role("button", name="Chemin vers…").click()
    assert shows(visit, "#path-name", text)
    page.locator("#path-drop").click()
    for tab in ("camps", "compare"):
        page.locator(f"#open-{tab}").click()
    page.get_by_label("Deux périodes").check()
    page.locator("#open-sparql").click()
    page.locator("#sparql-close").click()
    page.get_by_label("English").or_(page.locator("#language")).first.click()
    assert is_clean(visit)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_evidence_stays_text(
    visitor: Visitor, hand_network: "Net[str]", kind: str
) -> None:
    text = HOSTILE[kind]
    poison(hand_network, text)
    address = f"#edge={SUPPORTS.replace(' ', '+')}"
    visit = visitor.open(
        hand_network, address=address, permissions=["clipboard-read", "clipboard-write"]
    )
    for part in ("h2", "summary", "blockquote", ".origin", "cite", "dl"):
        assert shows(visit, f"#panel {part}", text)
    assert visit.page.locator("#panel a").count() == 0
    visit.page.get_by_role("button", name="Copier la citation").first.click()
    visit.page.wait_for_selector("text=Citation copiée")
    assert text in visit.page.evaluate("navigator.clipboard.readText()")
    assert is_clean(visit)


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_taken_away_holds_hostile_texts_as_texts(
    visitor: Visitor, hand_network: "Net[str]", kind: str
) -> None:
    text = HOSTILE[kind]
    poison(hand_network, text)
    visit = visitor.open(hand_network, title=text)
    root = ET.fromstring(visit.page.evaluate("kg.svg.draw()"))
    rows = list(csv.DictReader(io.StringIO(visit.page.evaluate("kg.share.csv()"))))

    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "path", "circle", "g", "text"}
    assert {row["sentence"] for row in rows} <= {text, f"'{text}"}
    assert len(rows) == 58


def test_the_tip_at_the_pointer_is_text(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    poison(hand_network, MARKUP)
    visit = visitor.open(hand_network)
    spot = visit.page.evaluate(
        "kg.drawing.network.canvasToDOM(kg.drawing.network.getPosition('france'))"
    )
    room = visit.page.locator("#network").bounding_box()
    assert room is not None
    visit.page.mouse.move(room["x"] + spot["x"], room["y"] + spot["y"])
    visit.page.wait_for_selector("#tip:not([hidden])")

    assert MARKUP in visit.text("#tip")
    assert is_clean(visit)


@pytest.mark.model
def test_a_hostile_outlet_cannot_break_out_of_the_query(
    visitor: Visitor, seed_graph: Path, tmp_path: Path
) -> None:
    written = '\\"} } # \\\\\\" ?x \\nDROP ALL \\\\'
    turtle = seed_graph.read_text("utf-8")
    known = "La Gazette internationale"
    assert known in turtle
    path = tmp_path / "graph.ttl"
    path.write_text(turtle.replace(known, written), encoding="utf-8")
    visit = visitor.open(KnowledgeGraph.load(path).network())
    group = visit.page.locator("[data-facet=outlet]")
    group.locator("summary").click()
    group.locator(".value", has_text="DROP ALL").click()
    query = tmp_path / "view.rq"
    query.write_text(visit.page.evaluate("kg.sparql.query()"), encoding="utf-8")
    asked = ["query", str(query), "-g", str(path), "-f", "csv"]
    result = CliRunner().invoke(main, asked)

    assert result.exit_code == 0, result.output
    rows = csv.DictReader(io.StringIO(result.output))
    edges = [
        " ".join(row[end].partition(":")[2] for end in ("source", "relation", "target"))
        for row in rows
    ]
    assert 0 < len(edges) < len(visit.page.evaluate("kg.edges"))
    assert sorted(edges) == sorted(visit.page.evaluate("[...kg.view.shown.keys()]"))


ADDRESSES = [
    "#actor=%3Cimg+src%3Dx+onerror%3Dwindow.pwned%3D1%3E",
    "#actor=__proto__&edge=constructor&path=toString+valueOf&ego=9+__proto__",
    "#camp=__proto__&tab=__proto__&tint=x&theme=__proto__&language=__proto__",
    "#compare=outlet&a=__proto__&b=constructor",
    "#compare=period&a=9999-99-99+x&b=",
    "#since=%00&until=99999999999&minimum=-1e9&no-quad=__proto__&no-kind=x",
    "#camp=99999&camp=-1&ego=0+armenia",
    "#" + "a" * 50_000,
    "#%E0%A4%A",
]


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_no_address_harms_the_page(
    visitor: Visitor, hand_network: "Net[str]", address: str
) -> None:
    visit = visitor.open(hand_network, address=address)

    assert visit.page.locator("#panel h2").count() == 1
    assert is_clean(visit)


def test_the_policy_stops_what_should_ever_slip_in(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    stopped: list[str | None] = []
    visit.page.on("requestfailed", lambda request: stopped.append(request.failure))
    visit.page.evaluate(
        """() => {
          const panel = document.getElementById('panel');
          panel.innerHTML = '<img src=x onerror="window.pwned=1"><p style="color:red">x</p>';
          const script = document.createElement('script');
          script.textContent = 'window.pwned = 1';
          panel.append(script);
          const far = document.createElement('img');
          far.src = 'https://far.example/beacon.png';
          panel.append(far);
          fetch('https://far.example/').catch(() => {});
        }"""
    )
    visit.page.wait_for_timeout(300)

    assert visit.page.evaluate("window.pwned") is None
    blocked = [said for said in visit.complaints if "Content Security Policy" in said]
    assert len(blocked) >= 4
    assert stopped == ["csp"] * (len(visit.requests) - 1)
    visit.complaints.clear()  # they were asked for
    visit.requests.clear()


def test_a_long_visit_asks_nothing_of_anybody(
    visitor: Visitor, hand_network: "Net[str]"
) -> None:
    visit = visitor.open(hand_network)
    for name in ("Camps", "Comparer", "Liste"):
        visit.page.get_by_role("button", name=name, exact=True).click()
    visit.click_actor("armenia")
    visit.page.locator("#panel summary").first.click()
    visit.page.locator("#language").click()
    visit.page.locator("#theme").click()
    for button in ("csv", "png", "svg"):
        with visit.page.expect_download():
            visit.page.locator(f"#{button}").click()

    assert len(visit.requests) == 1
