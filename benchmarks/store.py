"""Stores of made-up news: load rate, size, latency of questions, exports.

OMP_NUM_THREADS=1 python -m benchmarks.store --statements 20000
"""

import resource
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import rdflib
from pyoxigraph import RdfFormat, Store

from benchmarks.newsroom import Newsroom, readings
from kg.collection import Collection
from kg.editions import writing
from kg.encoding import Run
from kg.export import to_ntriples
from kg.knowledge import KnowledgeGraph
from kg.namespaces import PREFIXES
from kg.pipeline import default_ontology
from kg.query import bind
from kg.sentences import search
from kg.shards import Shard, make_shard

LOAD = 50_000_000  # characters at once, as `kg build` does
QUESTIONS: dict[str, dict[str, str]] = {
    "conflicts": {"actor": "land-90"},
    "timeline": {"actor": "land-10", "other": "land-20"},
    "period": {"since": "2020-03-01", "until": "2020-03-07"},
    "actors": {},
    "balance": {},
    "relations": {},
}
WORDS = "embargo pétrole sommet"
PERCENTILE = 95


def seconds(work: Callable[[], object]) -> float:
    """Time some work by the clock, as a user does."""
    start = perf_counter()
    work()
    return perf_counter() - start


def fill(folder: Path, shards: list[Shard]) -> tuple[float, int]:
    """Load shards into a new store; return seconds and triples, the ledger included."""
    lines = sum(shard.lines.count("\n") for shard in shards)
    start = perf_counter()
    with writing(folder) as work:
        collection = Collection(work.store, default_ontology())
        for shard in shards:
            collection.add(shard)
            if collection.size > LOAD:
                collection.flush()
        collection.flush()
        work.commit()
        del collection
    return perf_counter() - start, lines


def size(folder: Path) -> float:
    """Megabytes on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*")) / 1e6


def timed(ask: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Ask again and again; return median and 95th percentile in milliseconds."""
    ask()  # warm
    times = [1000 * seconds(ask) for _ in range(rounds)]
    return median(times), quantiles(times, n=100, method="inclusive")[PERCENTILE - 1]


def exhaust(store: Store, sparql: str) -> None:
    """Ask the engine itself, and read the answer to its end."""
    for _ in store.query(sparql, prefixes=PREFIXES):  # type: ignore[union-attr]
        pass


def ask_all(graph: KnowledgeGraph, bare: Store, folder: Path, rounds: int) -> None:
    """Print the latency of six questions and of a search, beside the bare engine."""
    for name, given in QUESTIONS.items():
        mid, high = timed(lambda: graph.query(name, **given), rounds)  # noqa: B023
        sparql = bind(graph, name, given)
        alone, _ = timed(lambda: exhaust(bare, sparql), rounds)  # noqa: B023
        rows = len(graph.query(name, **given).rows)
        click.echo(
            f"{name:>10}  {mid:>9,.1f} ms, 95 %: {high:>9,.1f} ms; "
            f"bare engine {alone:>9,.1f} ms; {rows:,} rows"
        )

    def find() -> object:
        return search(graph, WORDS, folder=folder, limit=20)

    first = seconds(find)
    mid, high = timed(find, rounds)
    click.echo(
        f"{'search':>10}  {mid:>9,.1f} ms, 95 %: {high:>9,.1f} ms; "
        f"making the index {first:,.1f} s"
    )


def beside_rdflib(graph: KnowledgeGraph, lines: Path, rounds: int) -> None:
    """Print the same questions as rdflib's own store in memory answers them."""
    theirs = rdflib.Graph()
    load = seconds(lambda: theirs.parse(lines, format="nt"))
    click.echo(f"rdflib in memory: {len(theirs) / load:,.0f} triples/s")
    for name, given in QUESTIONS.items():
        sparql = bind(graph, name, given)
        slow, _ = timed(lambda: list(theirs.query(sparql)), rounds)  # noqa: B023
        mid, _ = timed(lambda: graph.sparql(sparql), rounds)  # noqa: B023
        click.echo(
            f"{name:>10}  {slow:>9,.1f} ms; ours {mid:,.1f} ms: {slow / mid:.0f} x"
        )


@click.command()
@click.option("--statements", default=20_000, show_default=True)
@click.option("--rounds", default=15, show_default=True, help="Of each question.")
@click.option("--rdflib", "by_rdflib", is_flag=True, help="Ask rdflib as well.")
def main(statements: int, rounds: int, *, by_rdflib: bool) -> None:
    """Measure a store of so many statements beside the bare engine."""
    run = Run("0", (), "benchmark")
    newsroom = Newsroom.of(default_ontology())
    shards = [make_shard(r, run, "") for r in readings(newsroom, statements)]
    with TemporaryDirectory() as name:
        folder, bare_folder = Path(name) / "store", Path(name) / "bare"
        took, triples = fill(folder, shards)
        del shards
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        click.echo(f"{statements:,} statements, {triples:,} triples and ledger entries")
        click.echo(f"store: {triples / took:,.0f} triples/s, {size(folder):,.0f} MB")
        graph = KnowledgeGraph.load(folder)
        lines = Path(name) / "graph.nt"
        writing_lines = seconds(lambda: lines.write_text(to_ntriples(graph), "utf-8"))
        bare = Store(bare_folder)
        took = seconds(lambda: bare.bulk_load(path=lines, format=RdfFormat.N_TRIPLES))
        number = len(bare)
        click.echo(
            f"bare engine: {number / took:,.0f} triples/s of {number:,}, "
            f"{size(bare_folder):,.0f} MB; peak so far {memory:,.0f} MiB"
        )
        ask_all(graph, bare, folder, rounds)
        turtle = seconds(graph.to_turtle)
        click.echo(f"N-Triples {writing_lines:.1f} s, Turtle {turtle:.1f} s")
        if by_rdflib:
            beside_rdflib(graph, lines, 3)


if __name__ == "__main__":
    main()
