"""The command line: one function a command; only here is anything printed."""

import sys
import webbrowser
from pathlib import Path

import click

from kg.errors import KgError

_OUTPUT = Path("output")
_GRAPH = _OUTPUT / "graph.ttl"
_LANG = click.option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    default="fr",
    show_default=True,
    help="Language of labels and of the page.",
)
_MODEL = click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="spaCy pipeline, a package or a folder; takes the place of "
    "the shipped one of its language.",
)
_MIN_CONFIDENCE = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out statements below, in [0, 1].",
)


class _Commands(click.Group):
    """Reports what a user can mend as one line, with exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="actor-kg")
def main() -> None:
    """Read news and build a graph of who does what to whom.

    Every edge keeps the sentence that it rests on, and who says so.
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=_GRAPH,
    show_default=True,
    help="Turtle file; the page network.html is written beside it.",
)
@_MIN_CONFIDENCE
@_MODEL
@_LANG
def build(
    paths: tuple[str, ...],
    output: Path,
    min_confidence: float,
    models: tuple[str, ...],
    lang: str,
) -> None:
    """Build a graph from articles.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.

    \b
    Example:
      kg build seeds/
    """
    from rich.console import Console

    from kg.building import build_graph
    from kg.files import check_writable
    from kg.summary import Counter, summary
    from kg.view import write_page

    check_writable(output)
    with Counter(Console(stderr=True)) as counter:
        built = build_graph(
            paths,
            models=models,
            min_confidence=min_confidence,
            progress=counter.advance,
        )
    page = output.with_name("network.html")
    built.graph.save(output)
    write_page(built.graph.network(lang=lang), page, language=lang)
    click.echo(summary(built, (output, page)), nl=False)


@main.command()
@click.argument("question", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]…")
@click.option(
    "-g",
    "--graph",
    "source",
    type=click.Path(path_type=Path),
    default=_GRAPH,
    show_default=True,
    help="Graph to ask: .ttl, .nt or .jsonld.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
@_MIN_CONFIDENCE
@_LANG
def query(
    question: str | None,
    parameters: tuple[str, ...],
    source: Path,
    form: str,
    min_confidence: float,
    lang: str,
) -> None:
    """Ask a graph a saved question, a file of SPARQL, or SPARQL itself.

    Without a question, list the saved ones with what they answer.

    \b
    Examples:
      kg query conflicts actor=Arménie
      kg query 'SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }'
    """
    from kg.answers import listing, read_parameters, read_question
    from kg.knowledge import KnowledgeGraph

    if question is None:
        click.echo(listing(lang), nl=False)
        return
    graph = KnowledgeGraph.load(source)
    graph.drop_below(min_confidence)
    table = graph.query(
        read_question(question), lang=lang, **read_parameters(parameters)
    )
    write = {"table": table.to_text, "csv": table.to_csv, "json": table.to_json}
    click.echo(write[form](), nl=False)


@main.command()
@click.argument("source", type=click.Path(path_type=Path), default=_GRAPH)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=_OUTPUT / "network.html",
    show_default=True,
)
@click.option("--top", type=click.IntRange(2), help="Draw so many strongest actors.")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@_MIN_CONFIDENCE
@_LANG
def view(
    source: Path,
    output: Path,
    top: int | None,
    show: bool,
    min_confidence: float,
    lang: str,
) -> None:
    """Write the network page of a graph: one HTML file that needs nothing else.

    \b
    Example:
      kg view output/graph.ttl --open
    """
    from kg.files import check_writable
    from kg.knowledge import KnowledgeGraph
    from kg.view import write_page

    check_writable(output)
    graph = KnowledgeGraph.load(source)
    graph.drop_below(min_confidence)
    write_page(graph.network(lang=lang), output, language=lang, top=top)
    click.echo(output)
    if show:
        webbrowser.open(output.resolve().as_uri())


@main.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
def export(source: Path, target: Path) -> None:
    """Write a graph in another format, by the ending of TARGET.

    .ttl Turtle, .nt N-Triples, .jsonld JSON-LD, .graphml the network, .csv one line a
    statement.

    \b
    Example:
      kg export output/graph.ttl output/statements.csv
    """
    from kg.knowledge import KnowledgeGraph

    KnowledgeGraph.load(source).save(target)
    click.echo(target)


@main.command()
@click.argument("sentence")
@click.option("--language", default="fr", show_default=True, help="Of the sentence.")
@_MODEL
def explain(sentence: str, language: str, models: tuple[str, ...]) -> None:
    """Show why a sentence makes statements, or why it makes none.

    \b
    Example:
      kg explain "La Russie met en garde l'Arménie."
    """
    from kg.charset import decode
    from kg.explanation import explain as lines
    from kg.pipeline import Reader, default_ontology

    text = sentence
    if sentence == "-":
        text = decode(sys.stdin.buffer.read(), "standard input")
    for line in lines(Reader(default_ontology(), models), text, language):
        click.echo(line)
