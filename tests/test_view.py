"""The page as text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.errors import InputError
from kg.knowledge import KnowledgeGraph
from kg.looks import FIELDS
from kg.network import build_network
from kg.view import render, write_page

HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=alert(1)>&\u2028"


class Skeleton(HTMLParser):
    """Elements, addresses and embedded data of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.tags: list[str] = []
        self.metas: dict[str, str] = {}
        self.data: dict[str, Any] = {}
        self.reading: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        self.addresses += [found[name] for name in ("src", "href") if name in found]
        self.handlers += [name for name in found if name.startswith("on")]
        if tag == "meta":
            name = found.get("name") or found.get("http-equiv") or ""
            self.metas[name] = found.get("content", "")
        is_data = found.get("type") == "application/json"
        self.reading = found["id"] if tag == "script" and is_data else None

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.data[self.reading] = json.loads(data)
            self.reading = None


@pytest.fixture
def hostile_network(hand_network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The network with markup wherever text can stand."""
    names = {"fr": HOSTILE}
    hand_network.nodes["france"].update(label=HOSTILE, names=names, aliases=(HOSTILE,))
    facts = hand_network.edges["france", "armenia", "supports"]
    facts.update(label=HOSTILE, names=names)
    texts = dict.fromkeys(
        ("sentence", "headline", "publisher", "speaker", "trigger", "document"), HOSTILE
    )
    bad = replace(facts["statements"][0], **texts, url="javascript:alert(1)")
    facts["statements"] = (bad, *facts["statements"][1:])
    return hand_network


def test_the_page_names_no_address_to_load_from(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    page = Skeleton(render(hand_network))

    assert page.addresses == []
    assert "link" not in page.tags
    assert "iframe" not in page.tags


def test_the_policy_lets_only_the_page_s_own_scripts_run(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    policy = Skeleton(render(hand_network)).metas["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_every_actor_edge_and_statement_is_in_the_page(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    data = Skeleton(render(hand_network)).data

    assert [node["id"] for node in data["nodes"]] == sorted(
        {end for link in hand_network.edges() for end in link}
    )
    assert len(data["edges"]) == hand_network.number_of_edges() == 52
    assert len(data["data"]["statements"]) == 58
    labels = {node["label"] for node in data["nodes"]}
    assert {"Arménie", "Géorgie", "États-Unis"} <= labels


def test_edges_show_direction_certainty_and_class(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    edges = {edge["id"]: edge for edge in Skeleton(render(hand_network)).data["edges"]}

    warns = edges["russia warns armenia"]
    assert (warns["from"], warns["to"], warns["arrows"]) == ("russia", "armenia", "to")
    assert warns["dashes"] is False
    assert warns["quad"] == "VerbalConflict"
    assert edges["nikol-pashinyan meets ilham-aliyev"]["arrows"] == ""
    assert edges["georgia negotiatesWith russia"]["dashes"] is True
    assert edges["russia aidsMilitarily separatists"]["dashes"] is True


def test_physics_is_off_and_every_actor_has_its_place(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    data = Skeleton(render(hand_network)).data

    assert json.loads(data["options"])["physics"] == {"enabled": False}
    assert len({(node["x"], node["y"]) for node in data["nodes"]}) == 26


def test_the_same_network_gives_the_same_bytes(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    shuffled: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(hand_network.nodes(data=True))))
    links = reversed(list(hand_network.edges(keys=True, data=True)))
    shuffled.add_edges_from(links)

    assert render(shuffled) == render(hand_network)


def test_markup_in_names_and_sentences_stays_text(
    hostile_network: "nx.MultiDiGraph[str]",
) -> None:
    text = render(hostile_network, title=HOSTILE)
    page = Skeleton(text)

    assert page.tags.count("script") == 6
    assert "img" not in page.tags
    assert page.handlers == []
    assert "\u2028" not in text.replace("<title>", "").partition("</h1>")[2]
    france = next(node for node in page.data["nodes"] if node["id"] == "france")
    assert france["label"] == HOSTILE


def test_only_addresses_of_the_web_become_links(
    hostile_network: "nx.MultiDiGraph[str]",
) -> None:
    documents = Skeleton(render(hostile_network)).data["data"]["documents"]

    urls = {document[-1] for document in documents}
    assert None in urls
    assert {url for url in urls if url and not url.startswith("https://")} == set()


def test_a_large_network_shows_its_core_and_says_so(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    data = Skeleton(render(hand_network, top=3)).data

    shown = {node["id"] for node in data["nodes"]}
    assert shown == {"armenia", "azerbaijan", "russia"}
    assert {edge["from"] for edge in data["edges"]} <= shown
    assert data["data"]["whole"] == {"actors": 26, "edges": 52}


def test_an_edge_keeps_its_surest_statements_and_the_number_of_all(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    facts = hand_network.edges["russia", "armenia", "warns"]
    many = [replace(facts["statements"][0], id=f"s{number}") for number in range(250)]
    facts["statements"] = tuple(many)
    edges = {edge["id"]: edge for edge in Skeleton(render(hand_network)).data["edges"]}

    warns = edges["russia warns armenia"]
    assert (len(warns["statements"]), warns["count"]) == (200, 250)


def test_a_graph_becomes_a_page(graph: KnowledgeGraph) -> None:
    data = Skeleton(render(build_network(graph))).data

    edges = {edge["id"]: edge for edge in data["edges"]}
    assert edges["norway warns iceland"]["count"] == 2
    assert edges["peru supports iceland"]["dashes"] is True
    row = edges["peru supports iceland"]["statements"][0]
    facts = dict(zip(FIELDS, data["data"]["statements"][row], strict=True))
    assert (facts["speaker"], facts["modality"]) == ("kari-dahl", "Possible")
    assert data["data"]["speakers"]["kari-dahl"]["fr"] == "Kari Dahl"


def test_an_empty_network_gives_a_page() -> None:
    data = Skeleton(render(nx.MultiDiGraph())).data

    assert (data["nodes"], data["edges"]) == ([], [])


def test_an_unknown_language_is_refused_with_the_known_ones(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    with pytest.raises(InputError, match="fr, en"):
        render(hand_network, language="de")


def test_both_languages_say_the_same_things(
    hand_network: "nx.MultiDiGraph[str]",
) -> None:
    texts = Skeleton(render(hand_network)).data["data"]["texts"]

    assert texts["fr"].keys() == texts["en"].keys()
    assert texts["fr"]["values"].keys() == texts["en"]["values"].keys()


def test_the_page_reads_statements_as_they_are_written(root: Path) -> None:
    script = (root / "kg/templates/data.js").read_text("utf-8")
    (names,) = re.findall(r"data\.statements\.map\(\(\[([\w\s,]+)\]\)", script)

    assert tuple(re.findall(r"\w+", names)) == FIELDS


def test_every_text_of_the_page_is_used_and_every_one_used_is_there(
    root: Path,
) -> None:
    folder = root / "kg" / "templates"
    texts = json.loads((folder / "texts.json").read_text("utf-8"))["fr"]
    scripts = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    markup = (folder / "page.html").read_text("utf-8")
    asked = set(re.findall(r'\b(?:t|counted)\("([\w-]+)"', scripts))
    asked |= set(re.findall(r'data-(?:text|label|placeholder)="([\w-]+)"', markup))
    words = set(re.findall(r"[\w-]+", scripts + markup))
    built = {f"compare-{by}" for by in ("none", "period", "outlet")}

    assert asked - set(texts) == set()
    assert set(texts) - words - built == set()


def test_the_page_is_written_whole_or_not_at_all(
    hand_network: "nx.MultiDiGraph[str]", tmp_path: Path
) -> None:
    path = tmp_path / "réseau.html"
    write_page(hand_network, path, language="en", title="Caucase")

    assert path.read_bytes().decode("utf-8") == render(
        hand_network, language="en", title="Caucase"
    )
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(InputError, match="cannot be written"):
        write_page(hand_network, tmp_path / "nowhere" / "page.html")
