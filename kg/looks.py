"""How actors, edges and statements are written down for the page."""

from collections.abc import Iterable
from math import log2, sqrt
from typing import TypeAlias
from urllib.parse import urlsplit

from kg.network import Edge, Node, Testimony

NAMED = 250  # actors that can all show their names on one screen
LARGER = 1.5  # what so few grow by, to be seen when the whole map is
STATEMENTS = 200  # per edge, the surest; of the others the page gives the number

# One shape each, so that a kind can be told without its colour; then whether filled.
KINDS = {
    "State": ("dot", "#5b7083", True),
    "Government": ("diamond", "#7c93a5", True),
    "Alliance": ("hexagon", "#4f8a83", True),
    "Organisation": ("square", "#8d7b9e", True),
    "Person": ("triangle", "#a0725c", True),
    "ArmedGroup": ("triangleDown", "#94545f", True),
    "People": ("star", "#8a8350", True),
    "Place": ("dot", "#6d7f5f", False),
    "Media": ("square", "#6b6b6b", False),
}
# After Okabe and Ito, on light and on dark paper: told apart by colour-blind eyes and three
# times lighter or darker than the paper; the blues cooperate, the others oppose.
QUADS = {
    "VerbalCooperation": ("#3898d4", "#7cc8f5"),
    "MaterialCooperation": ("#00548a", "#2b8fd6"),
    "VerbalConflict": ("#c58200", "#f0b429"),
    "MaterialConflict": ("#b8400a", "#e8601c"),
    "": ("#868686", "#8f8f8f"),
}
FIELDS = (  # of a row of Tables.statements, as data.js takes them apart
    "id",
    "sentence",
    "document",
    "begin",
    "end",
    "event_date",
    "speaker",
    "attribution_cue",
    "polarity",
    "modality",
    "trigger",
    "source_text",
    "target_text",
    "topic_text",
    "confidence",
    "firm",
)

Drawn: TypeAlias = dict[str, object]  # what vis-network and the page read of one thing


class Tables:
    """Sentences and documents, each once, and the statements that point to them."""

    def __init__(self) -> None:
        self.sentences: dict[str, int] = {}
        self.documents: dict[tuple[str | None, ...], int] = {}
        self.statements: list[list[object]] = []

    def add(self, testimonies: Iterable[Testimony]) -> list[int]:
        """Take statements in and return their row numbers."""
        first = len(self.statements)
        self.statements += [self._row(testimony) for testimony in testimonies]
        return list(range(first, len(self.statements)))

    def _row(self, one: Testimony) -> list[object]:
        url = safe_link(one.url)
        document = (one.document, one.headline, one.publisher, one.published, url)
        return [
            one.id,
            self.sentences.setdefault(one.sentence, len(self.sentences)),
            self.documents.setdefault(document, len(self.documents)),
            one.begin,
            one.end,
            one.event_date,
            one.speaker_slug,
            one.attribution_cue,
            one.polarity,
            one.modality,
            one.trigger,
            one.source_text,
            one.target_text,
            one.topic_text,
            round(one.confidence, 3),
            one.firm,
        ]


def safe_link(url: str | None) -> str | None:
    """Keep an address only if following it cannot run anything.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    >>> safe_link("https://[broken"), safe_link(None)
    (None, None)
    """
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:  # the text named no address at all
        return None
    return url if scheme in {"http", "https"} else None


def radius(weight: int, crowd: int) -> float:
    """Size an actor by its statements, in pixels; few actors can stand larger."""
    larger = 1.0 if crowd > NAMED else LARGER
    return round(larger * (9 + min(3.2 * sqrt(weight), 26)), 1)


def room(node: Node, weight: int, crowd: int) -> tuple[float, float]:
    """Width and height that an actor takes among so many, in pixels.

    Few actors all show their names; of many, the page names those that have room.
    """
    across = 2 * radius(weight, crowd) + 16
    if crowd > NAMED:
        return across, across
    return max(across, 50 + 8.5 * min(len(node.label), 22)), across + 44


def draw_node(node: Node, weight: int, crowd: int, spot: tuple[int, int]) -> Drawn:
    """Give an actor its shape, colour, size and place.

    Args:
        node: The actor.
        weight: Number of statements that touch it.
        crowd: Number of actors drawn.
        spot: Its centre in pixels.
    """
    shape, colour, filled = KINDS.get(node.kind, KINDS["Place"])
    return {
        "label": node.label,
        "names": node.names,
        "kind": node.kind,
        "aliases": list(node.aliases),
        "weight": weight,
        "shape": shape,
        "size": radius(weight, crowd),
        "color": {"background": colour if filled else "#0000", "border": colour},
        "x": spot[0],
        "y": spot[1],
    }


def draw_edge(edge: Edge, bend: float, crowd: int, tables: Tables) -> Drawn:
    """Give an edge its line, arrow and statements.

    Args:
        edge: The statements of one relation from one actor to another.
        bend: From `kg.layout.fan`: 0 is straight, above 0 bends clockwise.
        crowd: Number of actors drawn.
        tables: Takes the statements in.
    """
    quad = edge.quad or ""
    larger = 1.0 if crowd > NAMED else LARGER
    turn = "curvedCW" if bend > 0 else "curvedCCW"
    return {
        "id": f"{edge.source} {edge.relation} {edge.target}",
        "relation": edge.relation,
        "name": edge.label,
        "sign": edge.sign,
        "quad": quad,
        "symmetric": edge.symmetric,
        "count": len(edge.statements),
        "statements": tables.add(edge.statements[:STATEMENTS]),
        "width": round(larger * (2.2 + log2(max(len(edge.statements), 1))), 2),
        "dashes": not edge.direct,
        "arrows": "" if edge.symmetric else "to",
        "smooth": {"type": turn, "roundness": abs(bend)} if bend else False,
    }
