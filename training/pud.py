"""Names of UD French-PUD, carried over from the same sentences in English."""

from collections.abc import Iterator
from pathlib import Path

from training.conllu import Sentence, read_sentences
from training.gazetteer import exonyms, is_place
from training.tagged import Tagged, join

FRENCH = "UD_French-PUD/fr_pud-ud-test.conllu"
ENGLISH = "UNER_English-PUD/en_pud-ud-test.iob2"
_LABELS = {"PER", "ORG", "LOC"}


def read(corpora: Path) -> Iterator[Tagged]:
    """Yield the 1,000 sentences; names that could not be carried over are unknown."""
    english = dict(_english(corpora / ENGLISH))
    sources = _comments(corpora / FRENCH, "# text_en = ")
    for sentence, source in zip(read_sentences(corpora / FRENCH), sources, strict=True):
        if source in english:
            yield _carry(sentence, english[source])


def _comments(path: Path, start: str) -> list[str]:
    with path.open(encoding="utf-8") as stream:
        return [
            line.removeprefix(start).strip()
            for line in stream
            if line.startswith(start)
        ]


def _english(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the text and the names, (text, label), of each sentence."""
    words: list[tuple[str, str]] = []
    source = ""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# text = "):
                source = line.removeprefix("# text = ").strip()
            elif not line.strip():
                yield source, _group(words)
                words = []
            elif not line.startswith("#"):
                columns = line.rstrip("\n").split("\t")
                words.append((columns[1], columns[2]))
    if words:
        yield source, _group(words)


def _group(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    names: list[tuple[str, str]] = []
    for word, tag in words:
        mark, _, label = tag.partition("-")
        if mark == "I" and names:
            names[-1] = (f"{names[-1][0]} {word}", names[-1][1])
        elif mark in {"B", "I"}:
            names.append((word, label))
    return [(text, label) for text, label in names if label in _LABELS]


def _carry(sentence: Sentence, names: list[tuple[str, str]]) -> Tagged:
    words = [word.form.replace("’", "'") for word in sentence.words]
    text, extents = join(words, [word.space for word in sentence.words])
    taken: set[int] = set()
    tagged = Tagged(text)
    lost = False
    for name, label in names:
        found = _find(words, name, taken)
        if found is None:
            lost = True
            continue
        taken.update(range(*found))
        start, end = extents[found[0]][0], extents[found[1] - 1][1]
        sure = (
            "LOC"
            if label == "ORG" and is_place(text[start:end]) and " " not in name
            else label
        )
        tagged.spans.append((start, end, sure))
    for index, word in enumerate(sentence.words):
        capital = word.form[0].isupper() and index > 0
        if index not in taken and (word.pos in {"PROPN", "X"} or (lost and capital)):
            tagged.unknown.append(extents[index])
    if lost:
        tagged.unknown += _between(tagged, extents)
    return tagged


def _between(tagged: Tagged, extents: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the small words next to unknown ones: «Chambre des représentants»."""
    unknown = set(tagged.unknown)
    near = []
    for before, here, after in zip(extents, extents[1:], extents[2:], strict=False):
        if before in unknown and after in unknown:
            near.append(here)
    return near


def _find(words: list[str], name: str, taken: set[int]) -> tuple[int, int] | None:
    """Return the place of the English name or of one of its French names."""
    bare = name.removeprefix("the ").removeprefix("The ")
    for candidate in (
        name,
        bare,
        *sorted(exonyms().get(bare, ()), key=len, reverse=True),
    ):
        parts = candidate.lower().replace(" - ", "-").replace("'", "' ").split()
        for start in range(len(words) - len(parts) + 1):
            window = range(start, start + len(parts))
            if taken.isdisjoint(window) and [words[i].lower() for i in window] == parts:
                return start, start + len(parts)
    return None
