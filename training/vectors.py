"""Learn word vectors (floret) from raw text of free licences."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import floret
import spacy
from spacy.training.initialize import convert_vectors

from training.conllu import Sentence
from training.plain import open_text

RAW = "raw-fr/fr.tok.xz"
DIMENSIONS = 100
BUCKETS = 50_000
_LETTERS = 0.6
_LEAST_WORDS = 3
_CURLED = 0.2
_TREEBANK_COPIES = 2


def learn(
    corpora: Path, sentences: Iterable[Sentence], work: Path, *, threads: int = 2
) -> Path:
    """Return the folder of a blank French pipeline with floret vectors.

    Both apostrophes occur in the text, so that both get sensible vectors.
    """
    text = work / "raw.txt"
    table = work / "fr.floret"
    folder = work / "vectors"
    dice = random.Random(5)  # noqa: S311
    lines = list(_clean(corpora / RAW))
    for sentence in sentences:
        lines += [" ".join(word.form for word in sentence.words)] * _TREEBANK_COPIES
    dice.shuffle(lines)
    with text.open("w", encoding="utf-8") as stream:
        for line in lines:
            curled = line.replace("'", "’") if dice.random() < _CURLED else line
            stream.write(curled + "\n")
    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=BUCKETS,
        dim=DIMENSIONS,
        minn=4,
        maxn=5,
        minCount=4,
        ws=4,
        neg=8,
        epoch=3,
        lr=0.05,
        thread=threads,
        verbose=1,
    )
    model.save_floret_vectors(str(table))
    nlp = spacy.blank("fr")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(folder)
    return folder


def _clean(path: Path) -> Iterator[str]:
    """Yield the lines that are text: enough letters, nothing broken."""
    with open_text(path) as stream:
        for line in stream:
            words = line.split()
            solid = "".join(words)
            letters = sum(character.isalpha() for character in solid)
            if (
                len(words) >= _LEAST_WORDS
                and "\ufffd" not in line
                and letters > _LETTERS * len(solid)
            ):
                yield line.strip().replace("’", "'")
