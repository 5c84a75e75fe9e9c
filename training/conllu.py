"""Read Universal Dependencies treebanks into sentences of surface tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from training.plain import open_text

COLUMNS = 10


@dataclass(slots=True)
class Word:
    """One surface token with its annotation.

    Attributes:
        head: Index of the governor in the sentence; the root points at itself.
        space: Whether a blank follows in the text.
        entity: IOB tag such as ``B-PER``; empty where nothing is known.
        misc: The last column of the treebank.
    """

    form: str
    lemma: str = ""
    pos: str = ""
    feats: dict[str, str] = field(default_factory=dict)
    head: int = 0
    dep: str = ""
    space: bool = True
    entity: str = ""
    misc: str = ""


@dataclass(slots=True)
class Sentence:
    """A treebank sentence, in the order of the text."""

    key: str
    words: list[Word]


class _Row(NamedTuple):
    lemma: str
    pos: str
    feats: dict[str, str]
    head: int
    dep: str
    misc: str


def read_sentences(path: Path, *, split: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file.

    Args:
        path: The file, compressed or not.
        split: Whether contractions are cut where their parts add up to the text
            («do» «n't»); else, and where they do not («du»), they stay whole.
    """
    key = ""
    lines: list[list[str]] = []
    with open_text(path) as stream:
        for line in stream:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == COLUMNS:
                lines.append(columns)
            elif line.startswith("# sent_id"):
                key = line.partition("=")[2].strip()
            elif not line.strip() and lines:
                yield Sentence(key, _words(lines, split=split))
                lines = []
    if lines:
        yield Sentence(key, _words(lines, split=split))


def parse_feats(text: str) -> dict[str, str]:
    """Split a CoNLL-U feature column.

    >>> parse_feats("Gender=Fem|Number=Sing")
    {'Gender': 'Fem', 'Number': 'Sing'}
    """
    return dict(pair.split("=", 1) for pair in text.split("|")) if text != "_" else {}


def format_feats(feats: dict[str, str]) -> str:
    """Write features the way spaCy reads them; the inverse of `parse_feats`."""
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats))


def _words(lines: list[list[str]], *, split: bool) -> list[Word]:
    """Turn syntactic rows into surface words: «du» is one word, not «de» + «le»."""
    numbered = [columns for columns in lines if columns[0].isdigit()]
    rows = {int(columns[0]): _row(columns) for columns in numbered}
    surface = _surface(lines, split=split)
    place = {index: at for at, (_, _, parts) in enumerate(surface) for index in parts}
    words = []
    for at, (form, space, parts) in enumerate(surface):
        word = _merge(form, rows, parts, place, at)
        word.space = space
        words.append(word)
    return _split_at_blanks(words)


def _surface(
    lines: list[list[str]], *, split: bool
) -> list[tuple[str, bool, list[int]]]:
    """Return form, following blank and rows of each surface token."""
    surface: list[tuple[str, bool, list[int]]] = []
    forms = {columns[0]: columns[1] for columns in lines}
    covered = 0
    for columns in lines:
        space = "SpaceAfter=No" not in columns[9]
        first, dash, last = columns[0].partition("-")
        if dash:
            covered = int(last)
            parts = list(range(int(first), covered + 1))
            pieces = [forms[str(index)] for index in parts]
            if split and "".join(pieces) == columns[1]:
                surface += [
                    (piece, space and index == covered, [index])
                    for index, piece in zip(parts, pieces, strict=True)
                ]
            else:
                surface.append((columns[1], space, parts))
        elif columns[0].isdigit() and int(columns[0]) > covered:
            surface.append((columns[1], space, [int(columns[0])]))
    return surface


def _row(columns: list[str]) -> _Row:
    return _Row(
        lemma=columns[2],
        pos=columns[3],
        feats=parse_feats(columns[5]),
        head=int(columns[6]),
        dep=columns[7],
        misc=columns[9],
    )


def _merge(
    form: str, rows: dict[int, _Row], parts: list[int], place: dict[int, int], at: int
) -> Word:
    """Give a contraction the annotation of the part whose governor lies outside."""
    outer = rows[next(index for index in parts if rows[index].head not in parts)]
    feats = {
        name: value for index in parts for name, value in rows[index].feats.items()
    }
    return Word(
        form=form,
        lemma=outer.lemma,
        pos=outer.pos,
        feats=feats,
        head=place[outer.head] if outer.head else at,
        dep="ROOT" if outer.dep == "root" else outer.dep,
        misc=outer.misc,
    )


def _split_at_blanks(words: list[Word]) -> list[Word]:
    """Cut «10 000», one token in the treebanks, where the tokenizer will."""
    pieces = [word.form.split() for word in words]
    start = [0, *accumulate(len(piece) for piece in pieces)]
    result = []
    for at, (word, forms) in enumerate(zip(words, pieces, strict=True)):
        word.head = start[word.head]
        result.append(replace(word, form=forms[0], space=len(forms) > 1 or word.space))
        for rank, form in enumerate(forms[1:], 2):
            space = rank < len(forms) or word.space
            result.append(
                replace(
                    word,
                    form=form,
                    lemma=form,
                    head=start[at],
                    dep="flat",
                    space=space,
                    misc="",
                )
            )
    return result
