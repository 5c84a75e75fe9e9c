"""Prepare treebanks: one file each for training, choice and test; the French ones."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.vocab import Vocab

from training.conllu import Sentence, read_sentences
from training.docs import as_news, in_order, store, to_doc
from training.exchange_fr import exchange
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


Change = Callable[[Sentence, random.Random], Sentence]


def prepare(corpora: Path, target: Path, vocab: Vocab) -> None:
    """Write the French ``train.spacy``, ``dev.spacy`` and ``test.spacy``."""
    held = {
        part: list(house_sentences(corpora / SEQUOIA.format(part=part)))
        for part in ("dev", "test")
    }
    write_training(training_sentences(corpora), target, vocab, (vary, exchange))
    write_held(held, target, vocab)


def write_training(
    by_file: Sequence[Sequence[Sentence]],
    target: Path,
    vocab: Vocab,
    changes: tuple[Change, Change],
    made_up: Sequence[Sentence] = (),
) -> None:
    """Write ``train.spacy``: all sentences as they are, varied, and exchanged and varied.

    Args:
        by_file: The sentences of each treebank, in the order of the text.
        target: Folder to write to.
        vocab: Of the pipeline to be trained.
        changes: How typography is varied, and how words are exchanged.
        made_up: Further sentences, which are only varied.
    """
    dice = random.Random(SEED)  # noqa: S311
    vary_typography, exchange_words = changes
    layouts = [words for sentences in by_file for words in in_order(sentences)]
    varied = [
        [vary_typography(sentence, dice) for sentence in sentences]
        for sentences in by_file
    ]
    varied += [
        [vary_typography(exchange_words(s, dice), dice) for s in sentences]
        for sentences in by_file
    ]
    if made_up:
        varied.append([vary_typography(sentence, dice) for sentence in made_up])
    for sentences in varied:
        layouts.extend(as_news(sentences, dice))
    dice.shuffle(layouts)
    store((to_doc(words, vocab) for words in layouts), target / "train.spacy")


def write_held(
    held: Mapping[str, Sequence[Sentence]], target: Path, vocab: Vocab
) -> None:
    """Write the sentences kept for choice and test, as they are, under their names."""
    for part, sentences in held.items():
        documents = (to_doc(words, vocab) for words in in_order(sentences))
        store(documents, target / f"{part}.spacy")


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
