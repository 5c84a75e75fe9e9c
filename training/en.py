"""Rerun the whole English recipe: corpora, syntax, then syntax and names, one package.

Run ``python -m training.en --corpora CORPORA``; see README.md for the steps and their time.
"""

import random
from pathlib import Path

import spacy

from training import entities_en, package, treebanks_en
from training.cards import ENGLISH
from training.command import parser
from training.docs import mix
from training.evaluate import report
from training.tokenizer_en import patch_tokenizer
from training.train import go_on, train

SEED = 7
SHIPPED = Path(__file__).parent.parent / "kg" / "pipelines" / "en_kg_news"


def run(corpora: Path, work: Path, target: Path) -> dict[str, float]:
    """Prepare, train, measure and write the pipeline; return its figures."""
    blank = spacy.blank("en")
    patch_tokenizer(blank)
    treebanks_en.prepare(corpora, work / "syntax", blank.vocab)
    entities_en.prepare(corpora, work / "names", blank)
    dice = random.Random(SEED)  # noqa: S311
    mix([work / "syntax", work / "names"], work / "joint", dice)
    first = train("en_syntax", work / "syntax-model", data=work / "syntax")
    model = go_on("en_joint", first, work / "joint-model", data=work / "joint")
    trial = work / "package"
    package.save(package.assemble(model), trial, ENGLISH, {})
    figures = report(trial, corpora, work)
    package.save(package.assemble(model), target, ENGLISH, figures)
    return figures


def main() -> None:
    """Read the command line and run the recipe."""
    arguments = parser(__doc__, SHIPPED).parse_args()
    run(arguments.corpora, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
