"""Options that several commands take."""

from pathlib import Path

import click

GRAPH = Path("output/graph.ttl")
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
