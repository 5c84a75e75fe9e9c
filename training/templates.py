"""Make up sentences with names: templates and name patterns, filled by chance."""

import random
import re
import string
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from training.names import LISTS, Name, city, countries, entries, named, person
from training.tagged import Tagged

FOLDER = Path(__file__).parent / "templates"
PATTERNS = Path(__file__).parent / "patterns.txt"
SYLLABLES = [
    onset + vowel + coda
    for onset in "bdfklmnprstvz"
    for vowel in "aeiou"
    for coda in ("", "", "n", "r", "x", "l", "s")
]
_SLOT = re.compile(r"\{(?:(le_low|le|de_cap|de|à|en):)?(\w+)\}")
_NUMBERS = {"year": (1820, 2024), "num": (12, 900), "age": (2, 95), "number": (1, 30)}


def filled(kind: str, rounds: int, dice: random.Random) -> Iterator[Tagged]:
    """Yield each template of a register, filled ``rounds`` times; the fixed ones twice."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    for template in lines:
        if template and not template.startswith("#"):
            for _ in range(rounds if "{" in template else 2):
                yield fill(template, dice)


def fill(template: str, dice: random.Random) -> Tagged:
    """Fill one template; the first letter becomes a capital."""
    tagged = Tagged("")
    at = 0
    for match in _SLOT.finditer(template):
        tagged.text += template[at : match.start()]
        name = draw(match[2], dice)
        tagged.text += _before(name, match[1])
        start = len(tagged.text)
        tagged.text += name.text
        if name.label:
            tagged.spans.append((start, len(tagged.text), name.label))
        at = match.end()
    tagged.text += template[at:]
    tagged.text = tagged.text[0].upper() + tagged.text[1:]
    return tagged


def draw(slot: str, dice: random.Random) -> Name:
    """Return a name of a kind: from a pattern, a list, or made on the spot."""
    if slot in patterns():
        label, alternatives = patterns()[slot]
        pattern = dice.choice(alternatives)
        return named(_SLOT.sub(lambda match: _expand(match, dice), pattern), label)
    if slot in LISTS:
        return dice.choice(entries(slot))
    if slot in _NUMBERS:
        return Name("", str(dice.randint(*_NUMBERS[slot])), "")
    return _MAKERS[slot](dice)


@cache
def patterns() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return by kind the label and the alternatives, likely ones repeated."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    kind = label = ""
    for line in PATTERNS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, _, label = line.strip("[]").partition(" ")
            table[kind] = label, ()
        elif line and not line.startswith("#"):
            table[kind] = label, (*table[kind][1], *_alternatives(line))
    return table


def _alternatives(line: str) -> Iterator[str]:
    for part in line.split("|"):
        text, _, times = part.partition("*")
        for _ in range(int(times or 1)):
            yield text.strip()


def _expand(match: re.Match[str], dice: random.Random) -> str:
    name = draw(match[2], dice)
    return _before(name, match[1]) + name.text


def _before(name: Name, preposition: str | None) -> str:
    if preposition is None:
        return ""
    if preposition == "de_cap":
        return name.after("de").capitalize()
    return name.after("" if preposition in {"le", "le_low"} else preposition)


def _last(dice: random.Random) -> str:
    return person(dice).split(" ", 1)[1]


def _brand(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))).capitalize()


def _acronym(dice: random.Random) -> str:
    return "".join(dice.choices(string.ascii_uppercase, k=dice.randint(3, 5)))


def _given(dice: random.Random) -> str:
    return person(dice).split(" ", 1)[0].rstrip(".")


_MAKERS: dict[str, Callable[[random.Random], Name]] = {
    "per": lambda dice: Name("", person(dice), "PER"),
    "last": lambda dice: Name("", _last(dice), "PER"),
    "first": lambda dice: Name("", _given(dice), "PER"),
    "given": lambda dice: Name("", _given(dice), ""),
    "family": lambda dice: Name("", person(dice).rpartition(" ")[2], ""),
    "brand": lambda dice: Name("", _brand(dice), ""),
    "acronym": lambda dice: Name("", _acronym(dice), "ORG"),
    "city": lambda dice: Name("", city(dice), "LOC"),
    "country": lambda dice: dice.choice(countries()),
}
