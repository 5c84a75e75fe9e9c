"""Graph → files: Turtle, N-Triples, JSON-LD, GraphML and CSV, never half-written."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
from pyoxigraph import RdfFormat, parse, serialize

from kg.errors import InputError
from kg.files import write_text
from kg.graph import Graph
from kg.network import build_network, edges, nodes
from kg.query import ask

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_ntriples(graph: Graph) -> str:
    """Write sorted N-Triples."""
    return "".join(f"{line}\n" for line in graph.lines())


def to_jsonld(graph: Graph) -> str:
    """Write expanded JSON-LD, one object a subject, sorted."""
    triples = parse(to_ntriples(graph), RdfFormat.N_TRIPLES)
    out = io.BytesIO()
    serialize((quad.triple for quad in triples), out, format=RdfFormat.JSON_LD)
    subjects = json.loads(out.getvalue())
    return json.dumps(subjects, ensure_ascii=False, indent=1) + "\n"


def to_graphml(graph: Graph) -> str:
    """Write the network as GraphML with French labels, for Gephi and the like."""
    network = build_network(graph)
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(network):
        label = _NOT_XML.sub("", node.label)
        plain.add_node(node.slug, label=label, kind=node.kind)
    for edge in edges(network):
        plain.add_edge(
            edge.source,
            edge.target,
            key=edge.relation,
            label=edge.label,
            relation=edge.relation,
            quad=edge.quad or "",
            sign=edge.sign,
            direct=edge.direct,
            weight=len(edge.statements),
        )
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def to_csv(graph: Graph) -> str:
    """Write one line a statement, terms shortened as in "actor:russia"."""
    return ask(graph, "statements", lang=None).to_csv()


WRITERS: dict[str, Callable[[Graph], str]] = {  # by ending of the file's name
    ".ttl": Graph.to_turtle,
    ".nt": to_ntriples,
    ".jsonld": to_jsonld,
    ".graphml": to_graphml,
    ".csv": to_csv,
}


def save(graph: Graph, path: Path) -> None:
    """Write a graph in the format that the ending of the file's name asks for.

    Raises:
        InputError: The ending is unknown or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix)
    if writer is None:
        known = ", ".join(WRITERS)
        raise InputError(f"{path}: unknown format; the name must end in {known}")
    write_text(path, writer(graph))
