"""Graph → network: actors as nodes, statements of one kind folded into an edge."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.graph import Graph
from kg.query import ask

LANGUAGES = ("fr", "en")  # that labels are known in


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement behind an edge, with its evidence.

    Attributes:
        id: Local name of the statement's IRI.
        begin: Offset of the sentence in the document's text; end likewise.
        document: Identifier of the document.
        published: ISO 8601 date of the document.
        event_date: ISO 8601 date, year-month or year of the event.
        speaker: Label of who says so; None is the outlet or an unnamed speaker (then
            `attribution_cue` is set).
        speaker_slug: Slug of the same.
        polarity: "Affirmed" or "Negated".
        modality: "Asserted", "Possible", "Intended", "Requested" or "Conditional".
        topic_text: "" if the text names no topic.
        firm: Whether this statement upholds the direct triple.
    """

    id: str
    sentence: str
    begin: int
    end: int
    document: str
    headline: str | None
    url: str | None
    publisher: str | None
    published: str | None
    event_date: str | None
    speaker: str | None
    speaker_slug: str | None
    polarity: str
    modality: str
    confidence: float
    trigger: str
    source_text: str
    target_text: str
    topic_text: str
    attribution_cue: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in a network.

    Attributes:
        kind: Local name of its class, such as "State".
        aliases: Its other names in any language.
        acts_for: Slug of the body that it speaks for.
        names: Its label by language.
    """

    slug: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    acts_for: str | None
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """All statements of one relation from one actor to another.

    A symmetric relation has one edge, from the alphabetically first actor.

    Attributes:
        relation: Local name of the relation type, such as "warns".
        quad: Such as "VerbalConflict"; None if neither cooperation nor conflict.
        sign: +1 cooperative, -1 conflictual, 0 neither.
        direct: Whether the graph holds the direct triple.
        statements: The surest first.
        names: Its label by language.
    """

    source: str
    target: str
    relation: str
    label: str
    quad: str | None
    sign: int
    symmetric: bool
    direct: bool
    statements: tuple[Testimony, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Type:
    """A relation type as the network needs it."""

    label: str
    quad: str | None
    sign: int
    symmetric: bool
    names: Mapping[str, str]


def build_network(graph: Graph, *, lang: str = "fr") -> "nx.MultiDiGraph[str]":
    """Fold a graph into a network.

    Nodes are slugs with `label`, `kind`, `aliases`, `acts_for` and `names`; edges have the relation
    as key, the fields of `Edge` as attributes, and `count`, the number of statements.

    Args:
        graph: With the description of its relation types.
        lang: Language of the labels.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in _nodes(graph, lang):
        network.add_node(
            node.slug,
            label=node.label,
            kind=node.kind,
            aliases=node.aliases,
            acts_for=node.acts_for,
            names=node.names,
        )
    labels = {slug: data["label"] for slug, data in network.nodes(data=True)}
    for edge in _edges(graph, lang, labels):
        network.add_edge(
            edge.source,
            edge.target,
            key=edge.relation,
            label=edge.label,
            quad=edge.quad,
            sign=edge.sign,
            symmetric=edge.symmetric,
            direct=edge.direct,
            count=len(edge.statements),
            statements=edge.statements,
            names=edge.names,
        )
    return network


def nodes(network: "nx.MultiDiGraph[str]") -> Iterator[Node]:
    """Yield the actors of a network in the order of their slugs."""
    for slug in sorted(network):
        data = network.nodes[slug]
        yield Node(slug, **data)


def edges(network: "nx.MultiDiGraph[str]") -> Iterator[Edge]:
    """Yield the edges of a network by source, target and relation."""
    found = network.edges(keys=True, data=True)
    for source, target, relation, data in sorted(found, key=lambda edge: edge[:3]):
        yield Edge(
            source,
            target,
            relation,
            data["label"],
            data["quad"],
            data["sign"],
            data["symmetric"],
            data["direct"],
            data["statements"],
            data["names"],
        )


def degrees(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Count the statements that each actor is source or target of.

    A statement of an actor about itself counts twice.
    """
    return dict(network.degree(weight="count"))


def ranks(network: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """Share out importance in [0, 1] so that all sum to 1 (PageRank by statements)."""
    return nx.pagerank(network, weight="count")


def _nodes(graph: Graph, lang: str) -> Iterator[Node]:
    aliases: dict[str, list[str]] = defaultdict(list)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for slug, name, language, preferred in ask(graph, "names", lang=None).rows:
        aliases[slug or ""].append(name or "")
        if preferred == "true" and language in LANGUAGES:
            names[slug or ""].setdefault(language or "", name or "")
    terms = ask(graph, "directory", lang=None).rows
    labels = ask(graph, "directory", lang=lang).rows
    seen = set()
    for (actor, kind, acts_for, _), (label, *_) in zip(terms, labels, strict=True):
        slug = _local(actor)
        if slug in seen:  # a second kind or body makes no second node
            continue
        seen.add(slug)
        others = tuple(name for name in dict.fromkeys(aliases[slug]) if name != label)
        body = _local(acts_for) or None
        yield Node(slug, label or slug, _local(kind), others, body, names[slug])


def _types(graph: Graph, lang: str) -> dict[str, _Type]:
    terms = ask(graph, "relations", lang=None).rows
    labels = {
        name: ask(graph, "relations", lang=name).rows
        for name in dict.fromkeys((*LANGUAGES, lang))
    }
    return {
        _local(relation): _Type(
            labels[lang][row][0] or _local(relation),
            _local(quad) or None,
            int(sign or 0),
            symmetric == "true",
            {name: found[row][0] or "" for name, found in labels.items()},
        )
        for row, (relation, _, quad, sign, symmetric, *_) in enumerate(terms)
    }


def _edges(graph: Graph, lang: str, labels: Mapping[str, str]) -> Iterator[Edge]:
    types = _types(graph, lang)
    folded: dict[tuple[str, str, str], list[Testimony]] = defaultdict(list)
    table = ask(graph, "statements", lang=None)
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        source, target = _local(row["source"]), _local(row["target"])
        relation = _local(row["relation"])
        if types[relation].symmetric and target < source:
            source, target = target, source
        folded[source, target, relation].append(_testimony(row, labels))
    for (source, target, relation), found in sorted(folded.items()):
        kind = types[relation]
        yield Edge(
            source,
            target,
            relation,
            kind.label,
            kind.quad,
            kind.sign,
            symmetric=kind.symmetric,
            direct=any(testimony.firm for testimony in found),
            statements=tuple(
                sorted(found, key=lambda t: (not t.firm, -t.confidence, t.id))
            ),
            names=kind.names,
        )


def _testimony(row: Mapping[str, str | None], labels: Mapping[str, str]) -> Testimony:
    speaker, cue = row["speaker"], row["attributionCue"]
    own_voice = speaker == row["source"] if speaker else not cue
    polarity, modality = _local(row["polarity"]), _local(row["modality"])
    return Testimony(
        id=_local(row["statement"]),
        sentence=row["sentence"] or "",
        begin=int(row["begin"] or 0),
        end=int(row["end"] or 0),
        document=row["document"] or "",
        headline=row["headline"],
        url=row["url"],
        publisher=row["publisher"],
        published=row["published"],
        event_date=row["eventDate"],
        speaker=labels[_local(speaker)] if speaker else None,
        speaker_slug=_local(speaker) or None,
        polarity=polarity,
        modality=modality,
        confidence=float(row["confidence"] or 0),
        trigger=row["trigger"] or "",
        source_text=row["sourceText"] or "",
        target_text=row["targetText"] or "",
        topic_text=row["topicText"] or "",
        attribution_cue=cue or "",
        firm=own_voice and (polarity, modality) == ("Affirmed", "Asserted"),
    )


def _local(term: str | None) -> str:
    """Cut the prefix from a shortened term; nothing gives nothing."""
    return (term or "").rpartition(":")[2]
