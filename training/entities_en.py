"""Prepare the data of the English name recogniser."""

import random
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from training import gum, uner
from training.docs import store
from training.names_en import STOCK, other, places
from training.swap import swap
from training.tagged import Tagged, curl_quotes, retype, to_doc
from training.templates import filled
from training.treebanks_en import EWT as TREEBANK
from training.treebanks_en import (
    EWT_TRAIN,
    free_gum,
    house_sentences,
)
from training.treebanks_en import PUD as PUD_TREEBANK

SEED = 11
DEV_EVERY = 5
COPIES = 2
ROUNDS = {"news": 14, "nouns": 12, "plain": 8}
EWT = "UNER_English-EWT/en_ewt-ud-{part}.iob2"
PUD = "UNER_English-PUD/en_pud-ud-test.iob2"
_LOWERED = 0.03
_RAISED = 0.03


def prepare(corpora: Path, target: Path, nlp: Language) -> None:
    """Write ``train.spacy``, ``dev.spacy`` and ``test.spacy`` under ``target``.

    Args:
        corpora: Folder of the corpora.
        target: Folder to write to.
        nlp: Blank pipeline with the tokenizer of the package.
    """
    dice = random.Random(SEED)  # noqa: S311
    carried = list(
        uner.relabel(
            uner.read(corpora / PUD, house_sentences(corpora / PUD_TREEBANK)), places()
        )
    )
    gold = [*_ewt(corpora), *gum.read(free_gum(corpora))]
    kept = [item.tagged for index, item in enumerate(carried) if index % DEV_EVERY]
    gold += kept * COPIES
    trained = [
        *gold,
        *(_recase(swap(item, dice, other), dice) for item in gold),
        *(
            item
            for kind, rounds in ROUNDS.items()
            for item in filled(kind, rounds, dice, STOCK)
        ),
    ]
    dice.shuffle(trained)
    varied = retype(trained, dice, quotes=[curl_quotes])
    store((to_doc(item, nlp) for item in varied), target / "train.spacy")
    held = {
        "dev": [*annotated(corpora, "dev"), *carried[::DEV_EVERY]],
        "test": annotated(corpora, "test"),
    }
    for part, items in held.items():
        store((item.to_doc(nlp.vocab) for item in items), target / f"{part}.spacy")


def annotated(corpora: Path, part: str) -> Iterator[uner.Annotated]:
    """Yield the sentences of a part of UNER EWT."""
    sentences = house_sentences(corpora / TREEBANK.format(part=part))
    return uner.read(corpora / EWT.format(part=part), sentences)


def _ewt(corpora: Path) -> Iterator[Tagged]:
    """Yield the training sentences of UNER EWT, names left out in it unknown."""
    sentences = list(house_sentences(corpora / EWT_TRAIN))
    return uner.doubt(
        uner.read(corpora / EWT.format(part="train"), sentences), sentences
    )


def _recase(item: Tagged, dice: random.Random) -> Tagged:
    """Write a few sentences in small letters, as on the web, or in capitals."""
    throw = dice.random()
    text = item.text
    if throw < _LOWERED:
        text = text.lower()
    elif throw < _LOWERED + _RAISED:
        text = text.upper()
    fits = len(text) == len(item.text)
    return Tagged(text, item.spans, item.unknown) if fits else item
