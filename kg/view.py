"""The network as one HTML page that needs nothing but a browser."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from importlib.resources import files
from math import log2
from pathlib import Path
from tempfile import NamedTemporaryFile

import networkx as nx
import pyvis
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis import edge as pyvis_edge
from pyvis import network as pyvis_network

from kg.camps import Camps, find_camps
from kg.errors import InputError
from kg.layout import Tie, fan, place
from kg.looks import KINDS, QUADS, Drawn, Tables, draw_edge, draw_node, room
from kg.network import LANGUAGES, Edge, Node, degrees, edges, nodes
from kg.selection import Bounds

CORE = 1_500  # actors that a browser draws at once and an eye can still follow
TIES = 4  # edges drawn for each actor, on average, of a network that large
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"  # pyvis' own copy
SCRIPTS = (
    "data",
    "view",
    "words",
    "drawing",
    "camps",
    "labels",
    "evidence",
    "compare",
    "panel",
    "filters",
    "search",
    "svg",
    "share",
    "sparql",
    "page",
)
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {
        "hover": True,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 4},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.7}},
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
}
ESCAPES = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")}
)


def render(
    network: "nx.MultiDiGraph[str]",
    *,
    language: str = "fr",
    title: str = "",
    top: int | None = None,
) -> str:
    """Return the network as the text of one self-contained HTML page.

    Actors without any edge, known from mentions alone, are left out.

    Args:
        network: From `kg.network.build_network`.
        language: "fr" or "en": the language the page opens in; it can be switched.
        title: Heading of the page; if empty, the page names itself.
        top: Draw this many actors, the best tied ones; absent, at most 1,500.

    Raises:
        InputError: The page does not speak the language.
    """
    if language not in LANGUAGES:
        raise InputError(
            f'no page in "{language}"; choose one of {", ".join(LANGUAGES)}'
        )
    weights = {slug: weight for slug, weight in degrees(network).items() if weight}
    core = _core(network, weights, CORE if top is None else top)
    bounds: Bounds = network.graph.get("bounds", Bounds())
    links = _links(network, {node.slug for node in core})
    most = TIES * max(len(core), CORE)
    if len(links) > most or len(core) < len(weights):
        links, bounds = _strongest(links, most), replace(bounds, listed=True)
    camps = find_camps(links)
    tables = Tables()
    page = pyvis_network.Network(directed=True)
    for node, spot in zip(core, _places(core, links, weights, camps), strict=True):
        page.add_node(node.slug, **draw_node(node, weights[node.slug], len(core), spot))
    bends = fan([(link.source, link.target) for link in links])
    for link, bend in zip(links, bends, strict=True):
        drawn = draw_edge(link, bend, len(core), tables)
        # add_edge() would look both ends up in a list: minutes for a large network.
        line = pyvis_edge.Edge(link.source, link.target, **drawn)
        page.edges.append(line.options)
    page.set_options(json.dumps(OPTIONS))
    page.path = "page.html"
    page.templateEnv = _templates(
        {
            "title": title,
            "language": language,
            "whole": {"actors": len(weights), "edges": network.number_of_edges()},
            "kinds": KINDS,
            "quads": QUADS,
            "relations": {link.relation: link.names for link in links},
            "speakers": _speakers(network, links),
            "camps": asdict(camps),
            "bounds": asdict(bounds),
            "statements": tables.statements,
            "sentences": list(tables.sentences),
            "documents": list(tables.documents),
            "texts": json.loads(_file("texts.json")),
        }
    )
    return str(page.generate_html())


def write_page(
    network: "nx.MultiDiGraph[str]",
    path: Path,
    *,
    language: str = "fr",
    title: str = "",
    top: int | None = None,
) -> None:
    """Write the page to a file, whole or not at all; options as for `render`.

    Raises:
        InputError: The file cannot be written, or the page lacks the language.
    """
    text = render(network, language=language, title=title, top=top)
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, delete=False
        ) as draft:
            draft.write(text)
        Path(draft.name).chmod(0o644)  # drafts are private, pages are to be shared
        Path(draft.name).replace(path)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror}); choose another place"
        ) from error


def _core(
    network: "nx.MultiDiGraph[str]", weights: dict[str, int], top: int
) -> list[Node]:
    ranked = sorted(weights, key=lambda slug: (-weights[slug], slug))
    kept = set(ranked[:top])
    return [node for node in nodes(network) if node.slug in kept]


def _links(network: "nx.MultiDiGraph[str]", slugs: set[str]) -> list[Edge]:
    return [
        edge for edge in edges(network) if edge.source in slugs and edge.target in slugs
    ]


def _strongest(links: Iterable[Edge], most: int) -> list[Edge]:
    """Keep the most stated edges, in their order."""
    ranked = sorted(links, key=lambda edge: -len(edge.statements))  # stable
    return sorted(ranked[:most], key=lambda e: (e.source, e.target, e.relation))


def _speakers(
    network: "nx.MultiDiGraph[str]", links: Iterable[Edge]
) -> dict[str, Mapping[str, str]]:
    """Name those who speak, drawn or not, in both languages."""
    said = (one for link in links for one in link.statements)
    return {
        one.speaker_slug: {"": one.speaker, **network.nodes[one.speaker_slug]["names"]}
        for one in said
        if one.speaker_slug and one.speaker
    }


def _places(
    core: Sequence[Node], links: Iterable[Edge], weights: dict[str, int], camps: Camps
) -> list[tuple[int, int]]:
    """Draw camps together, and friends: cooperation pulls harder than conflict."""
    index = {node.slug: position for position, node in enumerate(core)}
    ties: dict[tuple[int, int], Tie] = {}
    for link in links:
        first, second = sorted((index[link.source], index[link.target]))
        much = 1 + log2(max(len(link.statements), 1)) / 4
        pull = much * (1.0 if link.sign >= 0 else 0.35)
        seen = ties.get((first, second), Tie(first, second, 0.0, 0))
        ties[first, second] = Tie(first, second, max(pull, seen.weight), seen.lines + 1)
    boxes = [room(node, weights[node.slug], len(core)) for node in core]
    groups = [[index[slug] for slug in camp] for camp in camps.members]
    return place(boxes, list(ties.values()), groups)


def _templates(data: Drawn) -> Environment:
    """Give the template its parts; scripts and styles run by their hashes alone."""
    library = (Path(pyvis.__file__).parent / LIBRARY).read_text(encoding="utf-8")
    library = library.partition("//# sourceMappingURL")[0]  # of a file nobody has
    script = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    style = _file("page.css")
    templates = Environment(loader=PackageLoader("kg"), autoescape=True)
    templates.filters["data"] = _data
    templates.globals.update(
        data=data,
        library=Markup(library),  # noqa: S704 pyvis' own file
        script=Markup(script),  # noqa: S704 our own
        style=Markup(style),  # noqa: S704 our own
        script_hashes=[_digest(library), _digest(script)],
        style_hash=_digest(style),
    )
    return templates


def _file(name: str) -> str:
    return (files("kg") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _data(value: object) -> Markup:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))  # noqa: S704 "<" is escaped
