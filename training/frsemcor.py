"""Names of the FrSemCor corpus (proper nouns of UD French-Sequoia with supersenses)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.conllu import read_sentences
from training.gazetteer import is_place
from training.names import entries
from training.tagged import Extent, Tagged
from training.treebanks import SEQUOIA

SOURCE = "FrSemCor/sequoia-9.1.frsemcor"
LABELS = {
    "Person": "PER",
    "Event": "MISC",
    "Act": "MISC",
    "Cognition": "MISC",
    "Act/Cognition": "MISC",
    "Artifact/Cognition": "MISC",
    "Artifact": "LOC",
    "Object": "LOC",
}
_LEAFLETS = "emea"
_DETERMINERS = {"le", "la", "les", "l'", "au", "aux", "du", "de", "des", "d'"}
_GROUP = re.compile(r"(\d+)(?::(.+))?$")
_Row = list[str]


def read(corpora: Path, part: str) -> Iterator[Tagged]:
    """Yield the sentences of a part (train, dev, test) of Sequoia, drug leaflets left out."""
    keys = {
        sentence.key for sentence in read_sentences(corpora / SEQUOIA.format(part=part))
    }
    key = text = ""
    rows: list[_Row] = []
    with (corpora / SOURCE).open(encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# sent_id"):
                key = line.partition("=")[2].strip()
            elif line.startswith("# text"):
                text = line.partition("=")[2].strip()
            elif not line.strip() and rows:
                if key in keys and _LEAFLETS not in key:
                    yield _tagged(text, rows)
                rows = []
            elif line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))


def _tagged(text: str, rows: list[_Row]) -> Tagged:
    starts = []
    at = 0
    for row in rows:
        found = text.find(row[1], at)
        starts.append(found if found >= 0 else at)
        at = starts[-1] + (len(row[1]) if found >= 0 else 0)
    spans: list[Extent] = []
    for indices, sense in _names(rows):
        first, last = indices[0], indices[-1]
        while first < last and rows[first][1] in _DETERMINERS:
            first += 1
        start = starts[first]
        end = starts[last] + len(rows[last][1])
        label = _label(text[start:end], sense)
        if label:
            spans.append((start, end, label))
    return Tagged(text, spans)


def _names(rows: list[_Row]) -> Iterator[tuple[list[int], str]]:
    """Yield the rows and the supersense of each proper name, of one word or several."""
    groups: dict[str, list[int]] = defaultdict(list)
    senses: dict[str, str] = {}
    for index, row in enumerate(rows):
        for mark in row[5].split(";"):
            match = _GROUP.match(mark)
            if match:
                groups[match[1]].append(index)
                senses[match[1]] = match[2] or senses.get(match[1], "")
            elif mark not in {"*", "_", ""} and row[3] == "NPP":
                yield [index], mark
    for group, indices in groups.items():
        proper = any(rows[index][3] in {"NPP", "ET"} for index in indices)
        capital = any(rows[index][1][0].isupper() for index in indices if index)
        sense = senses[group]
        if proper or (capital and sense.startswith("Instit")):
            yield list(range(min(indices), max(indices) + 1)), sense


def _label(name: str, sense: str) -> str:
    """Return the entity type; an Institution is a place if a list says so."""
    if name in _exceptions():
        return _exceptions()[name]
    if name in _media():
        return "ORG"
    if sense.startswith("Ins"):
        return "LOC" if name in _places() or is_place(name) else "ORG"
    return LABELS.get(sense, "")


@cache
def _places() -> frozenset[str]:
    return frozenset(entry.text for entry in entries("sequoia_places"))


@cache
def _media() -> frozenset[str]:
    return frozenset(entry.text for entry in entries("medias"))


@cache
def _exceptions() -> dict[str, str]:
    pairs = (entry.text.partition("=") for entry in entries("sequoia_others"))
    return {name: label for label, _, name in pairs}
