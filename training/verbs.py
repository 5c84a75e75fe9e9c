"""Conjugate the verbs of news, for exchange in treebank sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

LIST = Path(__file__).parent / "verbs.txt"
_IRREGULAR = 6
_V = TypeVar("_V")
_DOUBLING = ("rejeter", "appeler", "rappeler")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its principal parts.

    >>> regular("assiéger").present, regular("dénoncer").imperfect, regular("racheter").future
    (('assiège', 'assiègent'), 'dénonçait', 'rachètera')
    """

    lemma: str
    present: tuple[str, str]
    future: str
    imperfect: str
    participle: str

    def form(self, feats: dict[str, str]) -> str:
        """Return the form with these features, or nothing where it is not in the table."""
        number = feats.get("Number") == "Plur"
        shape = (
            feats.get("VerbForm"),
            feats.get("Mood"),
            feats.get("Tense"),
            feats.get("Person"),
        )
        forms: dict[tuple[str | None, ...], tuple[str, str]] = {
            ("Inf", None, None, None): (self.lemma, self.lemma),
            ("Fin", "Ind", "Pres", "3"): self.present,
            ("Fin", "Ind", "Fut", "3"): (self.future, self.future[:-1] + "ont"),
            ("Fin", "Ind", "Imp", "3"): (self.imperfect, self.imperfect[:-1] + "ent"),
            ("Part", None, "Past", None): self._agree(
                feminine=feats.get("Gender") == "Fem"
            ),
            ("Part", None, "Pres", None): (self.imperfect.removesuffix("ait") + "ant",)
            * 2,
        }
        return forms.get(shape, ("", ""))[number]

    def _agree(self, *, feminine: bool) -> tuple[str, str]:
        stem = self.participle + "e" * feminine
        return stem, stem if stem.endswith("s") else stem + "s"


def regular(lemma: str) -> Verb:
    """Conjugate a verb in -er."""
    stem = lemma.removesuffix("er")
    strong = _strong(lemma, stem)
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    future = lemma if "é" in stem[-3:] else strong + "er"
    return Verb(
        lemma, (strong + "e", strong + "ent"), future + "a", soft + "ait", stem + "é"
    )


def _strong(lemma: str, stem: str) -> str:
    """Return the stem under stress: «achet-» but «achèt-», «appuy-» but «appui-»."""
    if lemma in _DOUBLING:
        return stem + stem[-1]
    if stem.endswith(("uy", "oy")):
        return stem[:-1] + "i"
    for vowel in ("e", "é"):
        for length in (2, 3):
            if (
                len(stem) > length
                and stem[-length] == vowel
                and stem[1 - length :] in _CONSONANTS
            ):
                return stem[:-length] + "è" + stem[1 - length :]
    return stem


_CONSONANTS = {"t", "v", "n", "r", "g", "d", "l", "c", "m", "s", "p"}


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Return the verbs by kind: ``transitive`` and ``speech``."""
    return read_verbs(LIST, _line)


def read_verbs(
    path: Path, line_of: Callable[[list[str]], Iterable[_V]]
) -> dict[str, tuple[_V, ...]]:
    """Return the verbs of a list by section.

    Args:
        path: A list with sections in brackets.
        line_of: Makes verbs of the words of a line.
    """
    table: dict[str, tuple[_V, ...]] = {}
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            table[kind] = (*table.get(kind, ()), *line_of(line.split()))
    return table


def _line(parts: list[str]) -> Iterator[Verb]:
    """Yield the verb of a line of principal parts, or all of a line of regular ones."""
    if len(parts) == _IRREGULAR and not parts[1].endswith("er"):
        yield Verb(parts[0], (parts[1], parts[2]), parts[3], parts[4], parts[5])
    else:
        yield from map(regular, parts)
