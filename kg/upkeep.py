"""Commands that look after a store: what is in it, and what has to go."""

from pathlib import Path

import click


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
