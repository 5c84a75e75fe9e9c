"""Names in UD English-GUM: its mentions of persons, organisations and places, cut to the name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from training.conllu import Sentence, Word
from training.tagged import Tagged, join

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MARK = re.compile(
    r"\((?P<opened>[^-()]+)-(?P<kind>[a-z]+)[^()]*|(?P<closed>[^-()]*)\)"
)
_JOINTS = {"-", "'", "&", "."}
_BRIDGES = {
    "PER": {"de", "von", "van", "al", "bin"},
    "ORG": {"of", "for", "in", "on"},
    "LOC": {"of", "de"},
}
_TITLES = set(
    "Chair Chairman Director President Minister Senator Governor Mayor Judge Emperor Empress Tsar King "
    "Queen Prince Princess Pope Bishop Saint Captain General Colonel Professor Doctor Mr. Mrs. Ms. Dr. "
    "Sir Lord Lady Commissioner Secretary Speaker Editor Manager God Mom Dad".split()
)
_ADJUNCTS = {"nmod:desc", "appos", "conj", "list", "dep", "parataxis"}


class _Mention(NamedTuple):
    kind: str
    first: int
    last: int


def read(sentences: Sequence[Sentence]) -> Iterator[Tagged]:
    """Yield the sentences with their names; the head of a mention decides what is one.

    Unknown are single words that are common nouns too, such as «Party», and proper nouns
    outside mentions that are names elsewhere: «the Bush administration».
    """
    common = {w.lemma for s in sentences for w in s.words if w.pos == "NOUN"}
    found = [list(_names(sentence.words)) for sentence in sentences]
    known = {
        sentence.words[low].form
        for sentence, names in zip(sentences, found, strict=True)
        for low, high, _ in names
        if low == high
    }
    for sentence, names in zip(sentences, found, strict=True):
        words = sentence.words
        text, extents = join(
            [word.form for word in words], [word.space for word in words]
        )
        tagged = Tagged(text)
        for low, high, label in names:
            start, end = extents[low][0], extents[high][1]
            if text[start:end].lower() in common:
                tagged.unknown.append((start, end))
            else:
                tagged.spans.append((start, end, label))
        for word, (start, end) in zip(words, extents, strict=True):
            inside = any(low <= start < high for low, high, _ in tagged.spans)
            if not inside and word.pos == "PROPN" and word.form in known:
                tagged.unknown.append((start, end))
        yield tagged


def _names(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, last word and label of each name."""
    for kind, first, last in _mentions(words):
        label = LABELS.get(kind, "")
        name = _name(words, first, last, label)
        if name is not None:
            yield *name, label


def _mentions(words: list[Word]) -> Iterator[_Mention]:
    """Yield the mentions: their kind, first and last word."""
    opened: list[tuple[str, str, int]] = []
    for at, word in enumerate(words):
        for mark in _MARK.finditer(_entity(word)):
            if mark["opened"]:
                opened.append((mark["opened"], mark["kind"], at))
                continue
            places = [
                index
                for index, (key, _, _) in enumerate(opened)
                if key == mark["closed"] or not mark["closed"]
            ]
            if places:
                _, kind, first = opened.pop(places[-1])
                yield _Mention(kind, first, at)


def _entity(word: Word) -> str:
    fields = word.misc.split("|")
    values = (
        field.removeprefix("Entity=") for field in fields if field.startswith("Entity=")
    )
    return next(values, "")


def _name(
    words: list[Word], first: int, last: int, label: str
) -> tuple[int, int] | None:
    """Return first and last word of the name in a mention, if its head is a proper noun."""
    inside = range(first, last + 1)
    head = next(
        at for at in inside if words[at].head not in inside or words[at].head == at
    )
    if not label or words[head].pos != "PROPN":
        return None
    low = high = head
    while low > first and (step := _step(words, low, first, label)):
        low -= step
    while high < last and (step := _step(words, high, last, label)):
        high += step
    while low < high and words[low].form in _TITLES and label == "PER":
        low += 1
    return (low, high) if _is_name(words[low : high + 1], label) else None


def _is_name(words: list[Word], label: str) -> bool:
    """Leave out titles, peoples and families: «the Pope», «the Americans»."""
    return label != "PER" or not any(
        word.feats.get("Number") == "Plur" or word.form in _TITLES for word in words
    )


def _step(words: list[Word], at: int, limit: int, label: str) -> int:
    """Return how many words on the name goes: one, two or three over joints, or none."""
    room = abs(limit - at)
    way = 1 if limit > at else -1
    if _belongs(words[at + way]):
        return 1
    between = words[at + way].form
    bridge = between in _JOINTS or (way > 0 and between in _BRIDGES[label])
    if room > 1 and bridge and _belongs(words[at + 2 * way]):
        return 2
    article = way > 0 and room > 2 and words[at + 2].form == "the"  # noqa: PLR2004
    return 3 if article and bridge and _belongs(words[at + 3]) else 0


def _belongs(word: Word) -> bool:
    capital = word.form[0].isupper() and word.pos not in {"PRON", "DET", "ADP", "SCONJ"}
    return (capital or word.pos == "PROPN") and word.dep not in _ADJUNCTS
