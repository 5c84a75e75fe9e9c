"""What each part of the extraction is worth: `python -m benchmarks.ablation`.

Every row takes one part out by putting something that does nothing in its place, and
scores what is then read in the sentences of tests/cases/fr.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

import click

from kg.actors import Register
from kg.arguments import Arguments
from kg.claims import ClaimReader
from kg.encoding import Run
from kg.extraction import read_document
from kg.frames import Trigger, find_triggers
from kg.gazetteer import Gazetteer
from kg.knowledge import KnowledgeGraph
from kg.lexicon import Lexicon, read_relation_types
from kg.model import Claim, Document, Reading, Span
from kg.parsing import parse_documents
from kg.pipeline import Reader, default_ontology
from kg.relations import RelationFinder
from kg.syntax import Parse
from tests.test_cases import CASES, Saying, said

FRENCH = [case for case in CASES if case.language == "fr"]
_LEVEL = "rollup/directed + relation"  # of score_events.py: exact relation, any alias

Ablation = AbstractContextManager[object]


class Score(NamedTuple):
    """Counts of sayings; a row is wrong if it is found and not gold.

    Attributes:
        exact: Cases read without a fault.
    """

    right: int
    found: int
    gold: int
    exact: int

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and their harmonic mean."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.gold
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def ablations(lexicon: Lexicon) -> dict[str, Ablation]:
    """Return what to run under, by what is left out; "nothing" is the whole."""
    verbal = _without_nouns(lexicon)

    def undated(gazetteer: Gazetteer, language: str, _: date | None) -> Register:
        return Register(gazetteer, language, None)

    def verbal_triggers(
        arguments: Arguments, _: Lexicon, tokens: Iterable[int]
    ) -> list[Trigger]:
        return find_triggers(arguments, verbal, tokens)

    return {
        "nothing": nullcontext(),
        "coreference": patch("kg.analysis.resolve_pronouns", _nothing),
        "dates of offices": patch("kg.extraction.Register", undated),
        "noun triggers": patch("kg.relations.find_triggers", verbal_triggers),
        "claims": patch.object(ClaimReader, "read", lambda *_: Claim()),
        "hand-over": patch.object(RelationFinder, "handed_over", lambda *_: []),
        "titles": patch("kg.analysis.find_titles", _nothing),
        "repairs": patch("kg.analysis.repair_parse", _nothing),
    }


def _nothing(*_: object) -> None:
    """Stand in for a step that changes what it is given."""


def _without_nouns(lexicon: Lexicon) -> Lexicon:
    frames = {
        head: tuple(frame for frame in frames if frame.category != "Noun")
        for head, frames in lexicon.frames.items()
    }
    return replace(lexicon, frames=frames)


@dataclass(frozen=True, slots=True)
class Cases:
    """The sentences of tests/cases/fr, parsed once.

    Attributes:
        symmetric: Names of the relation types that have no direction.
    """

    reader: Reader
    parsed: list[tuple[Document, list[Parse]]]
    symmetric: frozenset[str]

    def score(self, view: Callable[[Saying], Saying]) -> Score:
        """Read every sentence and compare, after a view has left out what it may."""
        knowledge = self.reader.knowledge("fr")
        total: Counter[str] = Counter()
        for case, (document, parses) in zip(FRENCH, self.parsed, strict=True):
            # Repairs change the parse that they are given.
            reading = read_document(document, deepcopy(parses), knowledge)
            found = self._viewed(map(said, reading.statements), view)
            golds = [self._viewed(gold, view) for gold in case.readings]
            gold = min(golds, key=lambda one: len(one ^ found))
            total["right"] += len(gold & found)
            total["found"] += len(found)
            total["gold"] += len(gold)
            total["exact"] += gold == found
        return Score(*(total[name] for name in Score._fields))

    def _viewed(
        self, sayings: Iterable[Saying], view: Callable[[Saying], Saying]
    ) -> set[Saying]:
        return {view(one.turned(self.symmetric)) for one in sayings}


def read_cases(reader: Reader) -> Cases:
    """Parse the cases."""
    types = read_relation_types(default_ontology())
    documents = [
        Document(
            case.name,
            case.text,
            "fr",
            "-",
            published=case.published,
            blocks=(Span(0, len(case.text)),),
        )
        for case in FRENCH
    ]
    return Cases(
        reader,
        list(parse_documents(reader.pipeline("fr"), documents)),
        frozenset(name for name, found in types.items() if found.symmetric),
    )


def edge(one: Saying) -> Saying:
    """Leave the claim out."""
    return Saying(one.subject, one.relation, one.object)


@dataclass(frozen=True, slots=True)
class Gold:
    """Gold files beside the project, and the programs that score against them.

    Attributes:
        folder: Holds `seeds.jsonl` and `fr_sentences.jsonl`.
        articles: The texts that `seeds.jsonl` speaks of.
        scorers: Holds `score_statements.py`, `graph_to_events.py`, `score_events.py`.
    """

    folder: Path
    articles: Path
    scorers: Path

    def figures(self, reader: Reader) -> Iterator[tuple[float, float, float]]:
        """Yield precision, recall and F1 on the articles and on the sentences."""
        with TemporaryDirectory() as name:
            graph, events = Path(name, "graph.ttl"), Path(name, "events.jsonl")
            _build(reader, self.articles, graph)
            yield self._articles(graph)
            gold = self.folder / "fr_sentences.jsonl"
            _build(reader, gold, graph)
            events.write_text(self._run("graph_to_events.py", graph), "utf-8")
            scores = self._run("score_events.py", gold, events, "--json")
            found = json.loads(scores)["scores"][_LEVEL]
            yield found["P"], found["R"], found["F1"]

    def _articles(self, graph: Path) -> tuple[float, float, float]:
        text = self._run("score_statements.py", graph, self.folder / "seeds.jsonl")
        line = next(line for line in text.splitlines() if line.startswith("precision"))
        _, precision, _, recall, _, both = line.split()
        return float(precision), float(recall), float(both)

    def _run(self, program: str, *arguments: Path | str) -> str:
        command = [sys.executable, str(self.scorers / program), *map(str, arguments)]
        return subprocess.run(  # noqa: S603 the programs that the user names
            command, check=True, capture_output=True, text=True
        ).stdout


def _build(reader: Reader, path: Path, target: Path) -> None:
    ontology = default_ontology()
    graph = KnowledgeGraph(ontology, Run("0", (), ontology.version))
    for item in reader.read([path]):
        if isinstance(item, Reading):
            graph.add(item)
    target.write_text(graph.to_turtle(), "utf-8")


def _cells(figures: tuple[float, float, float]) -> str:
    return " / ".join(f"{100 * figure:.1f}" for figure in figures)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--gold", type=_FOLDER, help="Folder of further gold files.")
@click.option("--articles", type=_FOLDER, help="Texts of its seeds.jsonl.")
@click.option("--scorers", type=_FOLDER, help="Programs that score against it.")
def main(gold: Path | None, articles: Path | None, scorers: Path | None) -> None:
    """Print the table of benchmarks/README.md."""
    reader = Reader(default_ontology())
    cases = read_cases(reader)
    header = ["left out", "statements", "edges", "exact"]
    further = None
    if gold is not None and articles is not None and scorers is not None:
        further = Gold(gold, articles, scorers)
        header += ["articles", "sentences"]
    elif gold or articles or scorers:
        raise click.UsageError("give --gold, --articles and --scorers together")
    click.echo(f"{', '.join(reader.versions)}; {len(cases.parsed)} cases\n")
    click.echo(f"| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for name, ablation in ablations(reader.knowledge("fr").lexicon).items():
        with ablation:
            whole, bare = cases.score(lambda one: one), cases.score(edge)
            row = [name, _cells(whole.figures), _cells(bare.figures)]
            row.append(f"{100 * whole.exact / len(cases.parsed):.1f}")
            if further is not None:
                row += map(_cells, further.figures(reader))
        click.echo(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
