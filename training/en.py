"""Rerun the whole English recipe: corpora, two models, one package.

Run ``python -m training.en --corpora CORPORA``; see README.md for the steps and their time.
"""

from pathlib import Path

import spacy

from training import entities_en, package, treebanks_en
from training.cards import ENGLISH
from training.command import parser
from training.evaluate import report
from training.tokenizer_en import patch_tokenizer
from training.train import go_on, train

SHIPPED = Path(__file__).parent.parent / "kg" / "pipelines" / "en_kg_news"


def run(corpora: Path, work: Path, target: Path) -> dict[str, float]:
    """Prepare, train, join, measure and write the pipeline; return its figures."""
    blank = spacy.blank("en")
    patch_tokenizer(blank)
    treebanks_en.prepare(corpora, work / "syntax", blank.vocab)
    entities_en.prepare(corpora, work / "names", blank)
    first = train("en_syntax", work / "syntax-1", data=work / "syntax")
    syntax = go_on("en_syntax_more", first, work / "syntax-2", data=work / "syntax")
    names = train("en_names", work / "names-model", data=work / "names")
    trial = work / "package"
    package.save(package.assemble(syntax, names), trial, ENGLISH, {})
    figures = report(trial, corpora, work)
    package.save(package.assemble(syntax, names), target, ENGLISH, figures)
    return figures


def main() -> None:
    """Read the command line and run the recipe."""
    arguments = parser(__doc__, SHIPPED).parse_args()
    run(arguments.corpora, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
