"""Vary the typography of treebank sentences: apostrophes, quotes, headlines, line breaks."""

import random
from collections.abc import Sequence
from dataclasses import replace

from training.conllu import Sentence, Word

STRAIGHT, CURLY = '"', ("“", "”")
GUILLEMETS = ("«", "»")
FRENCH_QUOTES = (CURLY, GUILLEMETS, (STRAIGHT, STRAIGHT))
ENGLISH_QUOTES = (CURLY, CURLY, (STRAIGHT, STRAIGHT))
_OPENING = {"«", "“"}
_QUOTES = {STRAIGHT, *CURLY, *GUILLEMETS}
_UNACCENTED = str.maketrans("ÀÂÇÉÈÊËÎÔ", "AACEEEEIO")
_CURLED = 0.4
_REQUOTED = 0.5
_HEADLINE = 0.12
_CAPITALS = 0.01
_BARE_CAPITAL = 0.15
_TITLE_LENGTH = 15
_SMALL = {"ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"}


def vary(
    sentence: Sentence,
    dice: random.Random,
    *,
    quotes: Sequence[tuple[str, str]] = FRENCH_QUOTES,
    titled: float = 0,
) -> Sentence:
    """Return the sentence in another typography, annotation unchanged.

    Args:
        sentence: Left as it is.
        dice: Source of chance.
        quotes: Pairs of quotation marks the language uses.
        titled: Share of headlines that start all words but the smallest with a capital.
    """
    words = [replace(word) for word in sentence.words]
    if dice.random() < _HEADLINE:
        words = _without_final_stop(words)
        if titled and len(words) < _TITLE_LENGTH and dice.random() < titled:
            _capitalise(words)
    if dice.random() < _REQUOTED:
        _requote(words, dice.choice(quotes))
    if dice.random() < _BARE_CAPITAL:
        for word in words:
            word.form = word.form.translate(_UNACCENTED)
    if dice.random() < _CAPITALS:
        for word in words:
            word.form = word.form.upper()
    return Sentence(sentence.key, words)


def curl(words: list[Word], dice: random.Random) -> None:
    """Write the apostrophes of a whole document as «’» in some of the documents."""
    if dice.random() < _CURLED:
        for word in words:
            word.form = word.form.replace("'", "’")
            word.lemma = word.lemma.replace("’", "'")


def line_break(word: Word, at: int, text: str) -> Word:
    """Return the white-space token that follows the word at index ``at``."""
    return Word(
        form=text,
        lemma=text,
        pos="SPACE",
        head=at,
        dep="dep",
        space=False,
        entity=word.entity and "O",
    )


def _without_final_stop(words: list[Word]) -> list[Word]:
    """Drop the full stop, as headlines do, if nothing hangs on it."""
    last = len(words) - 1
    if words[last].form != "." or any(w.head == last for w in words[:last]):
        return words
    return words[:last]


def _capitalise(words: list[Word]) -> None:
    """Write words with capitals as headlines in English do; lemmas stay."""
    for word in words:
        if word.pos not in _SMALL:
            word.form = word.form[0].upper() + word.form[1:]


def _requote(words: list[Word], pair: tuple[str, str]) -> None:
    """Replace all quotation marks by one style, its spacing included."""
    opened = False
    for at, word in enumerate(words):
        if word.form not in _QUOTES or word.pos != "PUNCT":
            continue
        opening = word.form in _OPENING or (word.form == STRAIGHT and not opened)
        opened = opening
        word.form = word.lemma = pair[0] if opening else pair[1]
        spaced = pair == GUILLEMETS
        if opening:
            word.space = spaced
        elif at:
            words[at - 1].space = spaced
