"""Commands for a store: what is in it, what has to go, and where words stand."""

from pathlib import Path

import click

from kg.options import ASKED, FORMAT, LANG


@click.command()
@click.argument("source", type=click.Path(path_type=Path), metavar="STORE")
def stats(source: Path) -> None:
    """Tell how much a store holds; of a graph in a file likewise.

    \b
    Example:
      kg stats news
    """
    from kg.knowledge import KnowledgeGraph
    from kg.summary import state

    click.echo(state(KnowledgeGraph.load(source), source), nl=False)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="STORE")
@click.argument("wanted", metavar="ID|PATTERN")
def remove(folder: Path, wanted: str) -> None:
    """Withdraw documents from a store, and all that they alone say.

    ID is a document as `kg query documents` names it; a PATTERN may hold * for any
    characters and ? for one, and must be quoted.

    \b
    Examples:
      kg remove news seeds/taiwan.txt
      kg remove news '2021/*'
    """
    from kg.removal import withdraw
    from kg.summary import removed

    click.echo(removed(withdraw(folder, wanted)), nl=False)


@click.command()
@click.argument("words")
@ASKED
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="Of sentences.",
)
@FORMAT
@LANG
def search(words: str, graph_at: Path, limit: int, form: str, lang: str) -> None:
    """Find the statements on sentences that hold all these WORDS, best matches first.

    "Several in quotes" stand in this order; a word with * is a beginning. Case and
    accents mean nothing. The index lies beside the store and keeps itself up to date.

    \b
    Examples:
      kg search "sanctions pétrole" -g news
      kg search 'achet* "gaz russe"' -g news --lang en
    """
    from kg.knowledge import KnowledgeGraph
    from kg.sentences import search as find

    graph = KnowledgeGraph.load(graph_at)
    folder = graph_at if graph_at.is_dir() else None
    table = find(graph, words, folder=folder, limit=limit, lang=lang)
    click.echo(table.written(form), nl=False)
