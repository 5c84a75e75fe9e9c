"""Size and speed of the page beside plain pyvis: `python -m benchmarks.page`.

Made-up networks, some well tied actors and many with a tie or two as in the news, go
the whole way: N-Triples, graph, network, page, Chromium.
"""

import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis import network as pyvis_network

from kg.knowledge import KnowledgeGraph
from kg.namespaces import PREFIXES
from kg.ontology import ontology_folder, read_ontology
from kg.view import CORE, write_page

SIZES = (100, 1_500, 5_000)
TIES = 10 / 3  # folded edges for each actor: 5,000 for 1,500
TOLD = 1.4  # statements for each edge
PATIENCE = 90  # seconds that plain pyvis is given to draw
KINDS = (
    "State",
    "Person",
    "Person",
    "Person",
    "Organisation",
    "Alliance",
    "Government",
)
OUTLETS = ("Le Matin", "La Gazette", "L'Écho", "The Courier", "Die Post", "El Diario")
# The map is there when something of it shows on the canvas.
PAINTED = """
(() => {
  const small = document.createElement('canvas');
  [small.width, small.height] = [160, 90];
  const context = small.getContext('2d', { willReadFrequently: true });
  const look = () => {
    const canvas = document.querySelector('canvas');
    if (canvas && canvas.width) {
      context.drawImage(canvas, 0, 0, 160, 90);
      if (context.getImageData(0, 0, 160, 90).data.some(value => value > 0)) {
        window.painted = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
})()
"""
# From the click to the end of the frame that shows its effect.
FILTERED = """
async () => {
  const boxes = [...document.querySelectorAll('#facets li input')].slice(0, 9);
  const times = [];
  for (const box of [...boxes, ...boxes]) {
    const start = performance.now();
    box.click();
    await new Promise(done => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    }));
    times.push(performance.now() - start);
  }
  return times;
}
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; times in seconds."""

    what: str
    write: float
    megabytes: float
    paint: float | None
    filters: float | None = None


def iri(prefix: str, local: str) -> str:
    """Write an IRI out."""
    return f"<{PREFIXES[prefix]}{local}>"


def text(value: str, kind: str) -> str:
    """Write a literal; the language or datatype is added as given."""
    return f'"{value}"{kind}'


def triples(actors: int) -> Iterator[str]:
    """Make a graph of so many actors, the same every time."""
    chance = random.Random(actors)  # noqa: S311 a benchmark, no secret
    date = f"^^{iri('xsd', 'date')}"
    number = f"^^{iri('xsd', 'integer')}"
    slugs = [f"actor-{n}" for n in range(actors)]
    for n, slug in enumerate(slugs):
        actor = iri("actor", slug)
        yield f"{actor} {iri('rdf', 'type')} {iri('kg', KINDS[n % len(KINDS)])} ."
        for lang in ("fr", "en"):
            name = f"Acteur {n} de Ville-{n % 97}"
            yield f"{actor} {iri('skos', 'prefLabel')} {text(name, '@' + lang)} ."
    types = read_ontology(ontology_folder()).of("kg:RelationType")
    relations = [entry.name for entry in types]
    weights = [1 / (n + 3) ** 0.7 for n in range(actors)]
    pairs = chance.choices(slugs, weights, k=2 * round(actors * TIES))
    names = chance.choices(relations, k=len(pairs) // 2)
    edges = list(zip(pairs[::2], pairs[1::2], names, strict=True))
    again = chance.choices(edges, k=round(TOLD * len(edges)) - len(edges))
    for n, (source, target, relation) in enumerate([*edges, *again]):
        document, statement = iri("doc", f"d{n // 5}"), iri("st", f"s{n}")
        begin = 200 * (n % 5)
        evidence = f"<{PREFIXES['doc']}d{n // 5}#char={begin},{begin + 120}>"
        news = n // 5
        day = f"20{10 + news % 15}-{1 + news % 12:02}-{1 + news % 28:02}"
        firm = chance.random() < 0.8  # noqa: PLR2004 four in five, as in the press
        sentence = f"Selon nos informations n° {n}, {source} met en garde {target} contre un nouvel accord avec ses voisins."
        facts = {
            (document, "rdf:type"): iri("schema", "NewsArticle"),
            (document, "schema:identifier"): text(f"{n // 5:06}.txt", ""),
            (document, "schema:datePublished"): text(day, date),
            (document, "schema:publisher"): text(OUTLETS[n // 5 % len(OUTLETS)], ""),
            (statement, "rdf:type"): iri("kg", "Statement"),
            (statement, "rdf:subject"): iri("actor", source),
            (statement, "rdf:predicate"): iri("rel", relation),
            (statement, "rdf:object"): iri("actor", target),
            (statement, "kg:polarity"): iri("kg", "Affirmed"),
            (statement, "kg:modality"): iri("kg", "Asserted" if firm else "Possible"),
            (statement, "kg:confidence"): text(
                f"{chance.uniform(0.3, 1):.2f}", f"^^{iri('xsd', 'decimal')}"
            ),
            (statement, "kg:eventDate"): text(day, date),
            (statement, "kg:trigger"): text("met en garde", "@fr"),
            (statement, "kg:frame"): text("warns.fr.mettre-en-garde", ""),
            (statement, "kg:sourceText"): text(source, "@fr"),
            (statement, "kg:targetText"): text(target, "@fr"),
            (statement, "prov:wasDerivedFrom"): evidence,
            (evidence, "nif:anchorOf"): text(sentence, "@fr"),
            (evidence, "nif:beginIndex"): text(str(begin), number),
            (evidence, "nif:endIndex"): text(str(begin + 120), number),
            (evidence, "nif:referenceContext"): document,
        }
        for (subject, predicate), value in facts.items():
            prefix, _, local = predicate.partition(":")
            yield f"{subject} {iri(prefix, local)} {value} ."


def write_graph(actors: int, path: Path) -> Path:
    """Write a graph with the ontology that describes its relation types."""
    folder = ontology_folder()
    parts = [
        (folder / name).read_text("utf-8") for name in ("plover.ttl", "relations.ttl")
    ]
    path.write_text("\n".join([*parts, *triples(actors)]), encoding="utf-8")
    return path


def write_pyvis(network: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write the same network as pyvis does by itself: names, kinds, relations."""
    page = pyvis_network.Network(directed=True, cdn_resources="in_line")
    for slug, facts in network.nodes(data=True):
        if network.degree(slug):
            page.add_node(slug, label=facts["label"], group=facts["kind"])
    for source, target, facts in network.edges(data=True):
        page.edges.append(
            {"from": source, "to": target, "title": facts["label"], "arrows": "to"}
        )
    path.write_text(page.generate_html(), encoding="utf-8")


def opened(browser: Browser, path: Path) -> tuple[Page, float | None]:
    """Open a page offline; return it with the seconds to its first map, if any."""
    window = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page = window.new_page()
    page.add_init_script(PAINTED)
    page.goto(path.as_uri(), wait_until="commit")  # plain pyvis is long in loading
    deadline = perf_counter() + PATIENCE
    while perf_counter() < deadline:
        painted = page.evaluate("window.painted || 0")
        if painted:
            return page, float(painted) / 1000
        page.wait_for_timeout(100)
    return page, None


def measure(
    browser: Browser, path: Path, turns: int, *, filters: bool
) -> tuple[float | None, float | None]:
    """Return the medians of first paint and of a filter's response, in seconds."""
    paints, answers = [], []
    for _ in range(turns):
        page, paint = opened(browser, path)
        if paint is None:
            return None, None
        paints.append(paint)
        if filters:
            answers += page.evaluate(FILTERED)
        page.context.close()
    return median(paints), median(answers) / 1000 if answers else None


def rows(browser: Browser, actors: int, folder: Path, turns: int) -> Iterator[Row]:
    """Measure the page of one network, and of its core where it is large."""
    network = KnowledgeGraph.load(write_graph(actors, folder / "graph.ttl")).network()
    name = f"{actors:,} actors, {network.number_of_edges():,} edges"
    tops = {"": None} if actors <= CORE else {", --top 5000": actors, ", core": None}
    for what, top in tops.items():
        path = folder / "page.html"
        start = perf_counter()
        write_page(network, path, top=top)
        spent = perf_counter() - start
        paint, answer = measure(browser, path, turns, filters=True)
        yield Row(name + what, spent, path.stat().st_size / 1e6, paint, answer)


def plain_row(browser: Browser, actors: int, folder: Path) -> Row:
    """Measure plain pyvis once, on the same network."""
    network = KnowledgeGraph.load(write_graph(actors, folder / "graph.ttl")).network()
    path = folder / "pyvis.html"
    start = perf_counter()
    write_pyvis(network, path)
    spent = perf_counter() - start
    paint, _ = measure(browser, path, 1, filters=False)
    return Row(f"{actors:,} actors, pyvis", spent, path.stat().st_size / 1e6, paint)


def show(row: Row) -> str:
    """Write a line of the table."""
    paint = f"> {PATIENCE} s" if row.paint is None else f"{row.paint:.2f} s"
    answer = "–" if row.filters is None else f"{1000 * row.filters:.0f} ms"
    return f"| {row.what} | {row.write:.1f} s | {row.megabytes:.1f} MB | {paint} | {answer} |"


@click.command(help=__doc__)
@click.option("--size", "sizes", type=int, multiple=True, default=SIZES)
@click.option("--turns", default=5, show_default=True, help="Medians of so many.")
@click.option(
    "--beside",
    type=click.Choice(["pyvis", "nothing"]),
    default="pyvis",
    show_default=True,
)
@click.option("--command", type=int, help="Time `kg view` on so many actors instead.")
def main(sizes: tuple[int, ...], turns: int, beside: str, command: int | None) -> None:
    """Print the table."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if command is not None:
            time_command(command, folder)
            return
        click.echo(
            "| network | written in | file | first paint | a filter |\n|---|---|---|---|---|"
        )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            for size in sizes:
                for row in rows(browser, size, folder, turns):
                    click.echo(show(row))
                if beside == "pyvis":
                    click.echo(show(plain_row(browser, size, folder)))
            browser.close()


def time_command(actors: int, folder: Path) -> None:
    """Time the command as a user starts it, reading of the graph included."""
    graph = write_graph(actors, folder / "graph.ttl")
    start = perf_counter()
    arguments = ["view", str(graph), "-o", str(folder / "page.html")]
    subprocess.run([sys.executable, "-m", "kg", *arguments], check=True)  # noqa: S603
    spent = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    click.echo(f"kg view, {actors:,} actors: {spent:.1f} s, {peak:.0f} MiB")


if __name__ == "__main__":
    main()
