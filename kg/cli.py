"""The command line: one function a command; only here is anything printed."""

import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from click.core import ParameterSource

from kg.errors import KgError
from kg.options import ASKED, FORMAT, GRAPH, LANG
from kg.upkeep import remove, search, stats

_OUTPUT = Path("output")
_PARAMETERS = ("actor", "other", "source", "target", "relation", "since", "until")
_INTERRUPTED = 130  # the exit code that shells give to what Ctrl-C has ended
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


_Command = TypeVar("_Command", bound=Callable[..., object])


def _named_parameters(command: _Command) -> _Command:
    """Let a command take the parameters of saved questions as options."""
    for name in reversed(_PARAMETERS):
        help_text = f"The same as {name}=…, for questions that take it."
        command = click.option(f"--{name}", metavar="…", help=help_text)(command)
    return command


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
    default=GRAPH,
    show_default=True,
    help="Turtle file; the page network.html is written beside it.",
)
@click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Add to a store on disk instead; documents that it holds are not read again.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes that read; each loads the pipelines.",
)
@_MIN_CONFIDENCE
@_MODEL
@LANG
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: Path,
    folder: Path | None,
    workers: int,
    min_confidence: float,
    models: tuple[str, ...],
    lang: str,
) -> None:
    """Build a graph from articles.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.

    \b
    Examples:
      kg build seeds/
      kg build today/ --store news
    """
    from rich.console import Console

    from kg.building import build_graph, build_store
    from kg.files import check_writable
    from kg.recipe import Recipe
    from kg.summary import Counter, summary
    from kg.view import write_page

    recipe = Recipe(models, min_confidence, workers)
    console = Console(stderr=True)
    if folder is not None:
        for option in ("output", "lang"):
            if ctx.get_parameter_source(option) is ParameterSource.COMMANDLINE:
                raise click.UsageError(f"--{option} does not go with --store")
        with Counter(console, paths) as counter:
            built = build_store(paths, folder, recipe, counter.advance)
        click.echo(summary(built, (folder,)), nl=False)
        ctx.exit(_INTERRUPTED if built.stopped else 0)
    check_writable(output)
    with Counter(console, paths) as counter:
        built = build_graph(paths, recipe, counter.advance)
    page = output.with_name("network.html")
    built.graph.save(output)
    write_page(built.graph.network(lang=lang), page, language=lang)
    click.echo(summary(built, (output, page)), nl=False)


@main.command()
@click.argument("question", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]…")
@_named_parameters
@ASKED
@FORMAT
@_MIN_CONFIDENCE
@LANG
def query(
    question: str | None,
    parameters: tuple[str, ...],
    graph_at: Path,
    form: str,
    min_confidence: float,
    lang: str,
    **named: str | None,
) -> None:
    """Ask a graph a saved question, a file of SPARQL, or SPARQL itself.

    Without a question, list the saved ones with what they answer.

    \b
    Examples:
      kg query conflicts --actor Arménie --since 2022
      kg query 'SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }'
    """
    from kg.answers import listing, read_parameters, read_question
    from kg.knowledge import KnowledgeGraph

    if question is None:
        click.echo(listing(lang), nl=False)
        return
    given = read_parameters(parameters)
    given |= {name: value for name, value in named.items() if value is not None}
    graph = KnowledgeGraph.load(graph_at)
    graph.drop_below(min_confidence)
    table = graph.query(read_question(question), lang=lang, **given)
    click.echo(table.written(form), nl=False)


@main.command()
@click.argument("source", type=click.Path(path_type=Path), default=GRAPH)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=_OUTPUT / "network.html",
    show_default=True,
)
@click.option("--actor", "actors", multiple=True, help="Draw it and its neighbours.")
@click.option("--relation", "relations", multiple=True, help="Draw this type alone.")
@click.option("--since", help="Leave out what happened before: 2023, 2023-01, …")
@click.option("--until", help="Leave out what happened after.")
@click.option(
    "--query",
    "asked",
    metavar="FILE",
    help="Draw what SPARQL constructs, or the statements that it selects.",
)
@click.option("--top", type=click.IntRange(2), help="Draw so many strongest actors.")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@_MIN_CONFIDENCE
@LANG
def view(
    source: Path,
    output: Path,
    actors: tuple[str, ...],
    relations: tuple[str, ...],
    since: str | None,
    until: str | None,
    asked: str | None,
    top: int | None,
    show: bool,
    min_confidence: float,
    lang: str,
) -> None:
    """Write the network page of a graph: one HTML file that needs nothing else.

    \b
    Examples:
      kg view output/graph.ttl --open
      kg view --actor Iran --since 2022 --until 2023-03
    """
    from kg.answers import read_question
    from kg.files import check_writable
    from kg.knowledge import KnowledgeGraph
    from kg.selection import Wanted, narrow
    from kg.view import write_page

    check_writable(output)
    graph = KnowledgeGraph.load(source)
    graph.drop_below(min_confidence)
    query = None if asked is None else read_question(asked)
    wanted = Wanted(actors, relations, since, until, query, min_confidence)
    network = narrow(graph, graph.network(lang=lang), wanted)
    write_page(network, output, language=lang, top=top)
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
@click.option("--language", help="Of the sentence.  [default: detected]")
@_MODEL
def explain(sentence: str, language: str | None, models: tuple[str, ...]) -> None:
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


for command in (stats, remove, search):
    main.add_command(command)
