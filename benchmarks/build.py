"""Speed and memory of a whole build beside bare parsing: `python -m benchmarks.build`."""

import cProfile
import pstats
import resource
import shutil
import sys
from collections.abc import Callable
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import click
import spacy
from pyoxigraph import Store
from spacy.language import Language

from kg.building import build_graph
from kg.collection import Collection
from kg.documents import read_documents
from kg.extraction import read_document
from kg.knowledge import KnowledgeGraph
from kg.model import Document
from kg.parsing import (
    _PACKAGED as PACKAGED,
)
from kg.parsing import (
    DEFAULT_PIPELINES,
    _docs,  # bare parsing takes the same Docs
    parse_documents,
)
from kg.pipeline import Reader, default_ontology
from kg.shards import fingerprint, make_shard

SEEDS = Path(__file__).parent.parent / "seeds"
SHOWN = 30  # functions of a profile


def copy_seeds(folder: Path, words: int) -> list[Document]:
    """Fill a folder with copies of French seeds until it holds so many words; read them.

    No two documents have one identifier, else the graph would take them for one.
    """
    seeds = read([SEEDS])
    french = {document.file_name for document in seeds}
    foreign = {path.name for path in SEEDS.iterdir()} - french
    for number in range(ceil(words / count_words(seeds))):
        copy = folder / f"{number:06}"
        shutil.copytree(SEEDS, copy, ignore=shutil.ignore_patterns(*foreign))
        for lines in copy.glob("*.jsonl"):
            text = lines.read_text("utf-8")
            lines.write_text(text.replace('{"id": "', f'{{"id": "{number}-'), "utf-8")
    return read([folder])


def read(paths: list[Path]) -> list[Document]:
    """Read the French documents."""
    found = read_documents(paths, languages=["fr"])
    return [one for one in found if isinstance(one, Document)]


def count_words(documents: list[Document]) -> int:
    """Count what stands between spaces in the prose."""
    return sum(
        len(document.text[block.begin : block.end].split())
        for document in documents
        for block in document.blocks
    )


def parse(nlp: Language, documents: list[Document], *, batch: int) -> None:
    """Tokenise and parse, and throw the result away."""
    docs = (doc for document in documents for doc, _ in _docs(nlp, document))
    for _ in nlp.pipe(docs, batch_size=batch):
        pass


def build(folder: Path) -> str:
    """Do all that `kg build` does after loading, up to the text of the Turtle file."""
    return build_graph([folder]).graph.to_turtle()


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work, which other programs disturb less than the clock."""
    start = process_time()
    work()
    return process_time() - start


def profile(reader: Reader, documents: list[Document]) -> None:
    """Print where a build spends its time once the texts are parsed."""
    knowledge = reader.knowledge("fr")
    parsed = list(parse_documents(reader.pipeline("fr"), documents))
    watch = cProfile.Profile()
    watch.enable()
    store = Store()
    collection = Collection(store, default_ontology())
    for document, parses in parsed:
        reading = read_document(document, parses, knowledge)
        collection.add(make_shard(reading, None, fingerprint(document)))
    collection.flush()
    KnowledgeGraph(store=store).to_turtle()
    watch.disable()
    pstats.Stats(watch, stream=sys.stdout).sort_stats("tottime").print_stats(SHOWN)


@click.command()
@click.option("--words", default=50_000, show_default=True)
@click.option("--rounds", default=5, show_default=True)
@click.option("--profile", "profiled", is_flag=True, help="Print hot spots instead.")
def main(words: int, rounds: int, *, profiled: bool) -> None:
    """Measure parsing and building in turns; print the medians."""
    reader = Reader(default_ontology())
    with TemporaryDirectory() as name:
        folder = Path(name)
        documents = copy_seeds(folder, words)
        ours = reader.pipeline("fr")
        stock = spacy.load(PACKAGED / DEFAULT_PIPELINES["fr"])
        parse(ours, documents[:20], batch=1)  # warm
        parse(stock, documents[:20], batch=64)
        build_graph([SEEDS])  # loads its own pipelines, once
        if profiled:
            profile(reader, documents)
            return
        turns = [
            (
                seconds(lambda: parse(stock, documents, batch=64)),
                seconds(lambda: parse(ours, documents, batch=1)),
                seconds(lambda: build(folder)),
            )
            for _ in range(rounds)
        ]
    size = count_words(documents)
    spacy_alone, bare, whole = map(median, zip(*turns, strict=True))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    click.echo(f"{size:>9,}  words in {len(documents)} documents, {rounds} rounds")
    click.echo(f"{size / spacy_alone:>9,.0f}  words/s, the pipeline as spaCy runs it")
    click.echo(f"{size / bare:>9,.0f}  words/s, bare parsing as in a build")
    click.echo(f"{size / whole:>9,.0f}  words/s, whole build")
    for name, times in (("spaCy alone", 0), ("bare parsing", 1)):
        ratio = median(turn[2] / turn[times] for turn in turns)
        click.echo(f"{ratio:>9.2f}  whole build : {name}")
    click.echo(f"{memory:>9,.0f}  MiB at the peak")


if __name__ == "__main__":
    main()
