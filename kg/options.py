"""Options that several commands take."""

from pathlib import Path

import click

GRAPH = Path("output/graph.ttl")
ASKED = click.option(
    "-g",
    "--graph",
    "graph_at",  # a question may ask for a "source"
    type=click.Path(path_type=Path),
    default=GRAPH,
    show_default=True,
    help="Store, or a graph in a file: .ttl, .nt, .jsonld.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    default="fr",
    show_default=True,
    help="Language of labels and of the page.",
)
FORMAT = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
