"""Writes ontology.md, the reference of the vocabulary, from the ontology's Turtle files.

python docs/generate_ontology.py
"""

# ruff: noqa: INP001 - a script beside what it writes, not a package

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace
from rdflib.term import Node

HERE = Path(__file__).resolve().parent
ONTOLOGIES = HERE.parent / "ontologies"
KG = Namespace("https://w3id.org/actor-kg/ontology#")
HEAD = """\
# The vocabulary

Written by [generate_ontology.py](generate_ontology.py) from [core.ttl](../ontologies/core.ttl), [plover.ttl](../ontologies/plover.ttl)
and [relations.ttl](../ontologies/relations.ttl): edit these, not this. The [shapes](../ontologies/shapes.ttl) say what every graph obeys.

| prefix | namespace |
|---|---|
| `kg:` | `https://w3id.org/actor-kg/ontology#` classes, qualifiers, properties |
| `rel:` | `https://w3id.org/actor-kg/relation/` relation types |
| `plover:` | `https://w3id.org/actor-kg/plover/` event types |
| `actor:` `st:` `doc:` `run:` `pair:` | `https://w3id.org/actor-kg/actor/` `…/statement/` `…/document/` `…/run/` `…/pair/` |
| `nif:` | sentences and mentions with their offsets; `itsrdf:taIdentRef` ties a mention to its actor |
| `prov:` `schema:` `skos:` `rdf:` | provenance, documents, names, statements |
"""
PARTS = (  # heading, class whose instances are listed
    ("Polarity", KG.Polarity),
    ("Modality", KG.Modality),
    ("Basis of a date", KG.DateBasis),
    ("Figure of speech", KG.Figure),
)


def local(node: Node | None) -> str:
    """Return what follows the last "/" or "#"."""
    return str(node).replace("#", "/").rpartition("/")[2] if node else ""


def text(graph: Graph, node: Node, predicate: Node, language: str) -> str:
    """Return the literal in a language, "" if there is none."""
    found = graph.objects(node, predicate)
    return next(
        (str(o) for o in found if isinstance(o, Literal) and o.language == language), ""
    )


def rows(graph: Graph, nodes: Iterable[Node], prefix: str) -> Iterator[str]:
    """Yield a line of a table for each node: name, labels, comment."""
    yield "| name | fr | en | |\n|---|---|---|---|"
    for node in sorted(nodes, key=local):
        label = [text(graph, node, RDFS.label, lang) for lang in ("fr", "en")]
        says = text(graph, node, RDFS.comment, "en")
        yield f"| `{prefix}:{local(node)}` | {label[0]} | {label[1]} | {says} |"


def relations(graph: Graph) -> Iterator[str]:
    """Yield a line for each relation type, by event type."""
    yield "| name | fr | en | PLOVER, CAMEO | sign | |\n|---|---|---|---|---|---|"
    found = graph.subjects(RDF.type, KG.RelationType)
    for node in sorted(found, key=lambda n: (place(graph, n), local(n))):
        label = [text(graph, node, RDFS.label, lang) for lang in ("fr", "en")]
        both = "°" * (str(graph.value(node, KG.symmetric)) == "true")
        plover = local(graph.value(node, KG.plover))
        cameo = graph.value(node, KG.cameoRoot) or ""
        sign = f"{int(str(graph.value(node, KG.sign))):+d}".replace("+0", "0")
        says = text(graph, node, SKOS.definition, "en")
        yield (
            f"| `rel:{local(node)}`{both} | {label[0]} | {label[1]} "
            f"| {f'{plover} {cameo}'.strip()} | {sign} | {says} |"
        )


def place(graph: Graph, relation: Node) -> tuple[float, str]:
    """Order from the friendliest event type to the most hostile, structural last."""
    plover = graph.value(relation, KG.plover)
    if plover is None:
        return (100, "")
    return (-float(str(graph.value(plover, KG.score))), local(plover))


def events(graph: Graph) -> Iterator[str]:
    """Yield a line for each PLOVER type."""
    yield "| name | quad class | score | |\n|---|---|---|---|"
    for node in sorted(graph.subjects(KG.quadClass), key=local):
        quad = graph.value(node, KG.quadClass)
        says = text(graph, node, SKOS.definition, "en")
        score = graph.value(node, KG.score)
        yield f"| `plover:{local(node)}` | `kg:{local(quad)}` | {score} | {says} |"


def reference(folder: Path) -> str:
    """Write the whole page."""
    graph = Graph()
    for name in ("core", "plover", "relations"):
        graph.parse(folder / f"{name}.ttl")
    found = graph.transitive_subjects(RDFS.subClassOf, KG.Actor)
    actors = [actor for actor in found if actor is not None]
    parts = [HEAD, "## Actors\n", *rows(graph, actors, "kg")]
    of_statements = set(graph.subjects(RDFS.domain, KG.Statement))
    of_statements.add(KG.trigger)
    parts += ["\n## What a statement bears\n", *rows(graph, of_statements, "kg")]
    for heading, kind in PARTS:
        values = graph.subjects(RDF.type, kind)
        parts += [f"\n### {heading}\n", *rows(graph, values, "kg")]
    parts += [
        "\n## Relation types\n\n° symmetric: the order of the two actors means nothing.\n",
        *relations(graph),
        "\n## Event types\n",
        *events(graph),
    ]
    properties = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    properties |= set(graph.subjects(RDF.type, OWL.DatatypeProperty))
    parts += [
        "\n## Properties of documents, actors and the lexicon\n",
        *rows(graph, properties - of_statements, "kg"),
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    page = reference(ONTOLOGIES)
    (HERE / "ontology.md").write_text(page, encoding="utf-8", newline="\n")
