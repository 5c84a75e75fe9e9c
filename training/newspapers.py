"""Names of old newspapers, read by machine: Europeana (CC0) and NewsEye (CC BY)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.tagged import Tagged, join

EUROPEANA = "europeana-ner-fr/enp_FR.bnf.bio"
NEWSEYE = "newseye-fr/HIPE-2022-v2.1-newseye-{part}-fr.tsv"
PARTS = ("dev", "dev2", "test")
TITLES = {
    "M",
    "M.",
    "MM",
    "MM.",
    "Mme",
    "Mlle",
    "Mgr",
    "Dr",
    "Me",
    ".",
    "le",
    "général",
    "Monsieur",
    "Madame",
}
_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_ENDS = {".", "!", "?"}
_SHORT, _LONG = 12, 60
_CLEAN = 0.75
_Token = tuple[str, str]


def read(corpora: Path) -> Iterator[Tagged]:
    """Yield sentence-like stretches with a name in them and not too many misreadings."""
    for chunk in _chunks(_europeana(corpora / EUROPEANA)):
        yield _tagged(chunk)
    for part in PARTS:
        for chunk in _chunks(_newseye(corpora / NEWSEYE.format(part=part))):
            yield _tagged(chunk)


def _europeana(path: Path) -> Iterator[_Token]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            columns = line.split()
            if len(columns) > 1:
                yield columns[0], columns[1]


def _newseye(path: Path) -> Iterator[_Token]:
    """Yield tokens with words cut at line ends joined again."""
    stump = None
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            columns = line.rstrip("\n").split("\t")
            if line.startswith(("#", "TOKEN")) or len(columns) < 2:  # noqa: PLR2004
                continue
            word, tag = columns[0], columns[1]
            if stump:
                word, tag, stump = stump[0] + word, stump[1], None
            if word.endswith("¬"):
                stump = word[:-1], tag
            else:
                yield word, tag


def _chunks(tokens: Iterable[_Token]) -> Iterator[list[_Token]]:
    chunk: list[_Token] = []
    for token in tokens:
        chunk.append(token)
        if (token[0] in _ENDS and len(chunk) > _SHORT) or len(chunk) > _LONG:
            if _usable(chunk):
                yield chunk
            chunk = []


def _usable(chunk: list[_Token]) -> bool:
    plain = sum(
        bool(re.fullmatch(r"[A-Za-zÀ-ÿœ'’-]+|[.,;:!?()]|\d+", word))
        for word, _ in chunk
    )
    tags = {tag.partition("-")[2] for _, tag in chunk}
    return plain > _CLEAN * len(chunk) and bool(tags & set(_LABELS))


def _tagged(chunk: list[_Token]) -> Tagged:
    words = [word for word, _ in chunk]
    text, extents = join(words, spaces(words))
    tagged = Tagged(text)
    start = None
    label = ""
    for index, (_, tag) in enumerate([*chunk, ("", "O")]):
        mark, _, kind = tag.partition("-")
        if start is not None and (kind != label or mark == "B"):
            first = start
            while first < index - 1 and words[first] in TITLES:
                first += 1
            tagged.spans.append((extents[first][0], extents[index - 1][1], label))
            start = None
        if start is None and kind in _LABELS:
            start, label = index, kind
    return tagged


def spaces(words: list[str]) -> list[bool]:
    """Guess where blanks stood."""
    return [
        not (
            word.endswith(("'", "’", "("))
            or following in {".", ",", ")", "…", "'", "’"}
        )
        for word, following in zip(words, [*words[1:], ""], strict=True)
    ]
