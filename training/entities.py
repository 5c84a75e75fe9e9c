"""Prepare the data of the name recogniser."""

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language

from training import frsemcor, newspapers, pud, silver
from training.docs import store
from training.plain import open_text
from training.swap import swap
from training.tagged import Tagged, retype, to_doc
from training.templates import filled
from training.treebanks import house_sentences
from training.vectors import RAW

SEED = 11
DEV_EVERY = 5
GOLD_COPIES = 3
TREEBANKS = (
    "UD_French-GSD/fr_gsd-ud-dev.conllu",
    "UD_French-GSD/fr_gsd-ud-test.conllu",
    "UD_French-FQB/fr_fqb-ud-test.conllu",
)
ROUNDS = {"news": 8, "wiki": 10, "nouns": 7, "plain": 6, "works": 12}
OLD_PRINT_SHARE = 0.4
RAW_LINES = 200_000
RAW_SHARE = 0.15
_SHORTEST, _LONGEST = 8, 60


def prepare(
    corpora: Path, target: Path, nlp: Language, *, teacher: Language | None = None
) -> None:
    """Write ``train.spacy``, ``dev.spacy`` and ``test.spacy`` under ``target``.

    Args:
        corpora: Folder of the corpora.
        target: Folder to write to.
        nlp: Blank pipeline with the tokenizer of the package.
        teacher: A first model, whose names are taken over where lists or syntax agree.
    """
    dice = random.Random(SEED)  # noqa: S311
    gold = list(frsemcor.read(corpora, "train"))
    carried = list(pud.read(corpora))
    held = [item for item in carried[::DEV_EVERY] if not item.unknown]
    kept = [item for index, item in enumerate(carried) if index % DEV_EVERY]
    trained = [
        *gold * GOLD_COPIES,
        *kept * GOLD_COPIES,
        *(swap(item, dice) for item in (gold + kept) * GOLD_COPIES),
        *(item for item in newspapers.read(corpora) if dice.random() < OLD_PRINT_SHARE),
        *_silver(corpora, dice, teacher),
        *(
            item
            for kind, rounds in ROUNDS.items()
            for item in filled(kind, rounds, dice)
        ),
    ]
    dice.shuffle(trained)
    store((to_doc(item, nlp) for item in retype(trained, dice)), target / "train.spacy")
    chosen = [*frsemcor.read(corpora, "dev"), *held]
    store((to_doc(item, nlp) for item in chosen), target / "dev.spacy")
    measured = frsemcor.read(corpora, "test")
    store((to_doc(item, nlp) for item in measured), target / "test.spacy")


def _silver(
    corpora: Path, dice: random.Random, teacher: Language | None
) -> Iterator[Tagged]:
    """Yield treebank sentences and, with a teacher, raw ones with the names that are sure."""
    items = list(
        silver.tag(s for name in TREEBANKS for s in house_sentences(corpora / name))
    )
    if teacher is None:
        yield from items
        return
    for item, doc in zip(
        items, teacher.pipe([item.text for item in items]), strict=True
    ):
        found = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        yield silver.adopt(item, found)
    with open_text(corpora / RAW) as stream:
        lines = [line for line in islice(stream, RAW_LINES) if _promising(line, dice)]
    yield from silver.from_raw(lines, teacher)


def _promising(line: str, dice: random.Random) -> bool:
    words = line.split()
    capitals = sum(word[0].isupper() for word in words[1:])
    fits = _SHORTEST < len(words) < _LONGEST and 0 < capitals < len(words) / 2
    worn = "\ufffd" in line or line.startswith(("La parole est", "Le scrutin"))
    return fits and not worn and dice.random() < RAW_SHARE
