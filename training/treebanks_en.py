"""Prepare the English treebanks: one scheme, one file each for training, choice and test."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from spacy.vocab import Vocab

from training.conllu import Sentence, read_sentences
from training.exchange_en import exchange
from training.harmonise_en import mark_passives, to_house
from training.headlines import headlines
from training.treebanks import SEED, write_held, write_training
from training.typography import ENGLISH_QUOTES, vary

EWT = "UD_English-EWT/en_ewt-ud-{part}.conllu.gz"
EWT_TRAIN = EWT.format(part="train.rebuilt")
GUM = tuple(
    f"UD_English-GUM/en_gum-ud-{part}.conllu.gz"
    for part in ("train.rebuilt", "dev", "test")
)
PUD = "UD_English-PUD/en_pud-ud-test.conllu"
FREE_GENRES = {"news", "interview", "bio", "voyage", "textbook", "vlog", "speech"}
TITLED = 0.5
HEADLINES = 4_000


def prepare(corpora: Path, target: Path, vocab: Vocab) -> None:
    """Write the English ``train.spacy``, ``dev.spacy`` and ``test.spacy``."""
    held = {
        part: list(house_sentences(corpora / EWT.format(part=part)))
        for part in ("dev", "test")
    }
    typography = partial(vary, quotes=ENGLISH_QUOTES, titled=TITLED)
    changes = typography, exchange
    made_up = list(headlines(HEADLINES, random.Random(SEED)))  # noqa: S311
    write_training(training_sentences(corpora), target, vocab, changes, made_up)
    write_held(held, target, vocab)


def training_sentences(corpora: Path) -> list[list[Sentence]]:
    """Return the training sentences of each treebank."""
    return [
        list(house_sentences(corpora / EWT_TRAIN)),
        free_gum(corpora),
        [mark_passives(sentence) for sentence in house_sentences(corpora / PUD)],
    ]


def free_gum(corpora: Path) -> list[Sentence]:
    """Return the sentences of all parts of GUM whose genre is free."""
    sentences = (s for name in GUM for s in house_sentences(corpora / name))
    return [sentence for sentence in sentences if genre(sentence) in FREE_GENRES]


def genre(sentence: Sentence) -> str:
    """Return the genre of a GUM sentence.

    >>> genre(Sentence("GUM_news_iodine-3", []))
    'news'
    """
    return sentence.key.split("_")[1]


def house_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a treebank file with the shared conventions."""
    return (to_house(sentence) for sentence in read_sentences(path, split=True))
