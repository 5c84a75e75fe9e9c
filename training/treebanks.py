"""Prepare the French treebanks: one scheme, one file each for training, choice and test."""

import random
from collections.abc import Iterator
from pathlib import Path

from spacy.vocab import Vocab

from training.conllu import Sentence, read_sentences
from training.docs import as_news, in_order, store, to_doc
from training.exchange import exchange
from training.harmonise import Habits, relabel, to_house
from training.typography import vary

SEQUOIA = "UD_French-Sequoia/fr_sequoia-ud-{part}.conllu"
REFERENCE = (
    SEQUOIA.format(part="train"),
    "UD_French-GSD/fr_gsd-ud-dev.conllu",
    "UD_French-GSD/fr_gsd-ud-test.conllu",
)
RELABELLED = (
    "UD_French-PUD/fr_pud-ud-test.conllu",
    "UD_French-FQB/fr_fqb-ud-test.conllu",
)
SEED = 7


def prepare(corpora: Path, target: Path, vocab: Vocab) -> None:
    """Write ``train.spacy``, ``dev.spacy`` and ``test.spacy`` under ``target``."""
    dice = random.Random(SEED)  # noqa: S311
    by_file = training_sentences(corpora)
    layouts = [words for sentences in by_file for words in in_order(sentences)]
    varied = [[vary(sentence, dice) for sentence in sentences] for sentences in by_file]
    varied += [
        [vary(exchange(sentence, dice), dice) for sentence in sentences]
        for sentences in by_file
    ]
    for sentences in varied:
        layouts.extend(as_news(sentences, dice))
    dice.shuffle(layouts)
    store((to_doc(words, vocab) for words in layouts), target / "train.spacy")
    for part in ("dev", "test"):
        kept = list(house_sentences(corpora / SEQUOIA.format(part=part)))
        store(
            (to_doc(words, vocab) for words in in_order(kept)), target / f"{part}.spacy"
        )


def training_sentences(corpora: Path) -> list[list[Sentence]]:
    """Return the training sentences of each file, all in the reference scheme."""
    reference = [list(house_sentences(corpora / name)) for name in REFERENCE]
    habits = Habits.of(sentence for sentences in reference for sentence in sentences)
    relabelled = [
        [relabel(sentence, habits) for sentence in house_sentences(corpora / name)]
        for name in RELABELLED
    ]
    return [*reference, *relabelled]


def house_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a treebank file with the shared conventions."""
    return (to_house(sentence) for sentence in read_sentences(path))
