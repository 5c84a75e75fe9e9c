"""The part of a network that somebody wants to see."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import networkx as nx

from kg.errors import QueryError
from kg.graph import Graph
from kg.namespaces import PREFIXES, expand, local_name
from kg.naming import find_actor, find_relation
from kg.network import Testimony
from kg.query import ask

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Key = tuple[str, str, str]  # source, target and relation of an edge


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw; what is left empty leaves nothing out.

    Attributes:
        actors: Names; they, their neighbours and all edges between these.
        relations: Names of relation types.
        since: ISO 8601 date, month or year of the event, else of the document; the
            undated have no part in a period. `until` likewise, both included.
        query: SPARQL whose answer names statements, or relations between actors.
        minimum: Confidence that the graph was narrowed to before, in [0, 1].
    """

    actors: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    query: str | None = None
    minimum: float = 0.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What part of a graph a network is, for the query behind a page to say it too.

    Attributes:
        relations: Local names; empty means all.
        around: Whether it was narrowed to actors and their neighbours.
        listed: Whether its statements can be told only one by one.
    """

    minimum: float = 0.0
    since: str | None = None
    until: str | None = None
    relations: tuple[str, ...] = ()
    around: bool = False
    listed: bool = False


def narrow(
    graph: Graph, network: "nx.MultiDiGraph[str]", wanted: Wanted
) -> "nx.MultiDiGraph[str]":
    """Keep what is wanted of a graph's network, and tell it in its `graph["bounds"]`.

    A network of which nothing is left out is given back itself.

    Raises:
        QueryError: A name is unknown, a date malformed, the query's answer names
            nothing that could be drawn, or nothing is left.
    """
    relations = tuple(
        local_name(find_relation(graph, n).value) for n in wanted.relations
    )
    centres = [local_name(find_actor(graph, name).value) for name in wanted.actors]
    for date in (wanted.since, wanted.until):
        if date and not _DATE.fullmatch(date):
            raise QueryError(f"{date!r} is no date; write 2023, 2023-01 or 2023-01-20")

    def kept(key: Key, one: Testimony) -> bool:
        return (not relations or key[2] in relations) and _within(one, wanted)

    chosen = relations or wanted.since or wanted.until
    part = _keep(network, kept) if chosen else network
    if wanted.query is not None:
        part = _keep(part, _asked(graph, wanted.query, part))
    if centres:
        part = _around(part, centres)
    if network.edges and not part.edges:
        raise QueryError("no statement fits all that was asked for; ask for less")
    part.graph["bounds"] = Bounds(
        wanted.minimum,
        wanted.since,
        wanted.until,
        relations,
        bool(centres),
        wanted.query is not None,
    )
    return part


def _keep(
    network: "nx.MultiDiGraph[str]", kept: Callable[[Key, Testimony], bool]
) -> "nx.MultiDiGraph[str]":
    """Copy a network with some of its statements and the edges that these leave."""
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from(network.nodes(data=True))
    for source, target, relation, facts in network.edges(keys=True, data=True):
        key = (source, target, relation)
        found = tuple(one for one in facts["statements"] if kept(key, one))
        if found:
            changed = {"statements": found, "count": len(found)}
            direct = any(one.firm for one in found)
            part.add_edge(*key, **{**facts, **changed, "direct": direct})
    return part


def _within(one: Testimony, wanted: Wanted) -> bool:
    """Tell whether a date, perhaps only a year, touches the period.

    Dates of unlike precision compare by what both say: "2023" touches "2023-05".
    """
    since, until = wanted.since, wanted.until
    if since is None and until is None:
        return True
    day = (one.event_date or one.published or "")[:10]
    if not day:
        return False
    begun = since is None or since[: len(day)] <= day
    return begun and (until is None or day[: len(until)] <= until)


def _around(
    network: "nx.MultiDiGraph[str]", centres: Iterable[str]
) -> "nx.MultiDiGraph[str]":
    near = {slug for slug in centres if slug in network}
    near |= {other for slug in near for other in nx.all_neighbors(network, slug)}
    return nx.MultiDiGraph(network.subgraph(near))


def _asked(
    graph: Graph, sparql: str, network: "nx.MultiDiGraph[str]"
) -> Callable[[Key, Testimony], bool]:
    """Read which statements and which edges an answer names."""
    statements: set[str] = set()
    edges: set[Key] = set()
    for row in ask(graph, sparql, lang=None).rows:
        iris = [expand(cell) for cell in row if cell]
        named = [local_name(iri) for iri in iris if iri.startswith(PREFIXES["st"])]
        statements.update(named)
        if not named:
            edges.update(_triples(iris, network))
    if not statements and not edges:
        raise QueryError(
            "the answer names neither statements nor relations that the graph holds "
            "between actors; SELECT ?statement, or CONSTRUCT such relations"
        )
    return lambda key, one: key in edges or one.id in statements


def _triples(iris: list[str], network: "nx.MultiDiGraph[str]") -> Iterable[Key]:
    """Find actor, relation, actor in a row, and the edge that holds them."""
    for at in range(len(iris) - 2):
        parts = zip(iris[at:], ("actor", "rel", "actor"), strict=False)
        if not all(iri.startswith(PREFIXES[kind]) for iri, kind in parts):
            continue
        source, relation, target = (local_name(iri) for iri in iris[at : at + 3])
        # An edge without direction is kept one way round.
        mirrored = network.get_edge_data(target, source, relation)
        if network.has_edge(source, target, relation):
            yield source, target, relation
        elif mirrored and mirrored["symmetric"]:
            yield target, source, relation
