"""Inflect the English verbs of news, for exchange in treebank sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.verbs import read_verbs

LIST = Path(__file__).parent / "verbs_en.txt"
_PRINCIPAL_PARTS = "/"
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class EnglishVerb:
    """A verb by its principal parts.

    >>> regular("deny").third, regular("ban+").past, regular("seize").gerund
    ('denies', 'banned', 'seizing')
    """

    lemma: str
    third: str
    past: str
    participle: str
    gerund: str

    def form(self, feats: dict[str, str]) -> str:
        """Return the form with these features, or nothing where it is not in the table."""
        shape, tense = feats.get("VerbForm"), feats.get("Tense")
        if shape == "Ger" or (shape == "Part" and tense == "Pres"):
            return self.gerund
        if tense == "Past":
            return {"Fin": self.past, "Part": self.participle}.get(shape or "", "")
        if shape == "Fin" and tense == "Pres" and feats.get("Person") == "3":
            return self.third if feats.get("Number") == "Sing" else self.lemma
        return self.lemma if shape in {"Fin", "Inf"} else ""


def regular(text: str) -> EnglishVerb:
    """Inflect a regular verb; a «+» behind it says that its last letter is doubled."""
    lemma = text.rstrip("+")
    stem = lemma + lemma[-1] if text.endswith("+") else lemma
    if lemma[-1] == "y" and lemma[-2] not in _VOWELS:
        soft = lemma[:-1] + "i"
        return EnglishVerb(lemma, f"{soft}es", f"{soft}ed", f"{soft}ed", f"{lemma}ing")
    third = lemma + ("es" if lemma.endswith(_SIBILANTS) else "s")
    past = lemma + "d" if lemma[-1] == "e" else stem + "ed"
    silent = lemma[-1] == "e" and lemma[-2] not in "eo"
    return EnglishVerb(
        lemma, third, past, past, (lemma[:-1] if silent else stem) + "ing"
    )


@cache
def verbs() -> dict[str, tuple[EnglishVerb, ...]]:
    """Return the verbs by kind: ``transitive`` and ``speech``."""
    return read_verbs(LIST, _line)


def _line(parts: list[str]) -> Iterator[EnglishVerb]:
    """Yield the verbs of a line, irregular ones as «take/took/taken»."""
    for part in parts:
        lemma, *rest = part.split(_PRINCIPAL_PARTS)
        verb = regular(lemma)
        past, participle = rest or (verb.past, verb.participle)
        yield EnglishVerb(verb.lemma, verb.third, past, participle, verb.gerund)
