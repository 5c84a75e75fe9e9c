"""Rerun the whole French recipe: corpora, vectors, two models, one package.

Run ``python -m training.fr --corpora CORPORA``; see README.md for the steps and their time.
"""

from pathlib import Path

import spacy

from training import entities, package, treebanks, vectors
from training.cards import FRENCH
from training.command import parser
from training.evaluate import report
from training.tokenizer import patch_tokenizer
from training.train import train

SHIPPED = Path(__file__).parent.parent / "kg" / "pipelines" / "fr_kg_news"


def run(corpora: Path, work: Path, target: Path, *, threads: int) -> dict[str, float]:
    """Prepare, train, join, measure and write the pipeline; return its figures."""
    treebanks.prepare(corpora, work / "syntax", spacy.blank("fr").vocab)
    sentences = (s for group in treebanks.training_sentences(corpora) for s in group)
    table = vectors.learn(corpora, sentences, work, threads=threads)
    syntax = train(
        "fr_syntax", work / "syntax-model", data=work / "syntax", vectors=table
    )
    names = _names(corpora, work, table)
    trial = work / "package"
    package.save(package.assemble(syntax, names), trial, FRENCH, {})
    figures = report(trial, corpora, work)
    package.save(package.assemble(syntax, names), target, FRENCH, figures)
    return figures


def _names(corpora: Path, work: Path, table: Path) -> Path:
    """Train the names model in three rounds, each the teacher of the next."""
    blank = spacy.blank("fr")
    patch_tokenizer(blank)
    data = work / "names"
    entities.prepare(corpora, data, blank)
    first = train("fr_names", work / "names-1", data=data, vectors=table)
    entities.prepare(corpora, data, blank, teacher=spacy.load(first))
    second = train("fr_names", work / "names-2", data=data, vectors=table)
    entities.prepare(corpora, data, blank, teacher=spacy.load(second))
    return train(
        "fr_names_more", work / "names-3", data=data, vectors=table, start=second
    )


def main() -> None:
    """Read the command line and run the recipe."""
    options = parser(__doc__, SHIPPED)
    options.add_argument(
        "--threads", type=int, default=2, help="threads for the vectors"
    )
    arguments = options.parse_args()
    run(arguments.corpora, arguments.work, arguments.target, threads=arguments.threads)


if __name__ == "__main__":
    main()
