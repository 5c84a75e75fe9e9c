"""Conjugate the verbs of news, for exchange in treebank sentences."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "verbs.txt"
_IRREGULAR = 6
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
    table: dict[str, list[Verb]] = {}
    kind = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if line.startswith("["):
            kind = line.strip("[]")
        elif len(parts) == _IRREGULAR and not parts[1].endswith("er"):
            verb = Verb(parts[0], (parts[1], parts[2]), parts[3], parts[4], parts[5])
            table.setdefault(kind, []).append(verb)
        elif not line.startswith("#"):
            table.setdefault(kind, []).extend(regular(lemma) for lemma in parts)
    return {name: tuple(members) for name, members in table.items()}
