"""Make up sentences with names: templates and name patterns, filled by chance."""

import random
import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.names import LISTS, Name, city, countries, entries, named, person
from training.tagged import Tagged

FOLDER = Path(__file__).parent / "templates"
PATTERNS = Path(__file__).parent / "patterns.txt"
Maker = Callable[[random.Random], Name]
SYLLABLES = [
    onset + vowel + coda
    for onset in "bdfklmnprstvz"
    for vowel in "aeiou"
    for coda in ("", "", "n", "r", "x", "l", "s")
]
_SLOT = re.compile(r"\{(?:(the|le_low|le|de_cap|de|à|en):)?(\w+)\}")
_NUMBERS = {"year": (1820, 2024), "num": (12, 900), "age": (2, 95), "number": (1, 30)}


@dataclass(frozen=True, slots=True)
class Stock:
    """Where the templates of one language find their names.

    Attributes:
        folder: Holds a file of templates for each register.
        patterns: How names are formed.
        lists: Folder of the lists, with a slash, under ``names``; empty for the French ones.
        makers: Names made on the spot, by kind.
    """

    folder: Path
    patterns: Path
    lists: str
    makers: Mapping[str, Maker]


def filled(
    kind: str, rounds: int, dice: random.Random, stock: Stock | None = None
) -> Iterator[Tagged]:
    """Yield each template of a register, filled ``rounds`` times; the fixed ones twice."""
    stock = stock or FRENCH
    lines = (stock.folder / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    for template in lines:
        if template and not template.startswith("#"):
            for _ in range(rounds if "{" in template else 2):
                yield fill(template, dice, stock)


def fill(template: str, dice: random.Random, stock: Stock) -> Tagged:
    """Fill one template; the first letter becomes a capital."""
    tagged = Tagged("")
    at = 0
    for match in _SLOT.finditer(template):
        tagged.text += template[at : match.start()]
        name = draw(match[2], dice, stock)
        tagged.text += _before(name, match[1])
        start = len(tagged.text)
        tagged.text += name.text
        if name.label:
            tagged.spans.append((start, len(tagged.text), name.label))
        at = match.end()
    tagged.text += template[at:]
    tagged.text = tagged.text[0].upper() + tagged.text[1:]
    return tagged


def draw(slot: str, dice: random.Random, stock: Stock) -> Name:
    """Return a name of a kind: from a pattern, a list, or made on the spot."""
    if slot in patterns(stock.patterns):
        label, alternatives = patterns(stock.patterns)[slot]
        pattern = dice.choice(alternatives)
        return named(
            _SLOT.sub(lambda match: _expand(match, dice, stock), pattern), label
        )
    if stock.lists + slot in LISTS:
        return dice.choice(entries(stock.lists + slot))
    if slot in _NUMBERS:
        return Name("", str(dice.randint(*_NUMBERS[slot])), "")
    return stock.makers[slot](dice)


@cache
def patterns(path: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return by kind the label and the alternatives, likely ones repeated."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    kind = label = ""
    for line in path.read_text(encoding="utf-8").splitlines():
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


def _expand(match: re.Match[str], dice: random.Random, stock: Stock) -> str:
    name = draw(match[2], dice, stock)
    return _before(name, match[1]) + name.text


def _before(name: Name, preposition: str | None) -> str:
    if preposition is None:
        return ""
    if preposition == "de_cap":
        return name.after("de").capitalize()
    return name.after("" if preposition in {"the", "le", "le_low"} else preposition)


def brand(dice: random.Random) -> Name:
    """Return an invented word."""
    syllables = dice.choices(SYLLABLES, k=dice.randint(2, 4))
    return Name("", "".join(syllables).capitalize(), "")


def acronym(dice: random.Random) -> Name:
    """Return an invented acronym of an organisation."""
    letters = dice.choices(string.ascii_uppercase, k=dice.randint(3, 5))
    return Name("", "".join(letters), "ORG")


def makers(
    person: Callable[[random.Random], str],
    city: Callable[[random.Random], str],
    countries: Callable[[], Sequence[Name]],
) -> dict[str, Maker]:
    """Return what a language makes on the spot from its people and places."""

    def given(dice: random.Random) -> str:
        return person(dice).split(" ", 1)[0].rstrip(".")

    def last(dice: random.Random) -> str:
        return person(dice).split(" ", 1)[1]

    return {
        "per": lambda dice: Name("", person(dice), "PER"),
        "last": lambda dice: Name("", last(dice), "PER"),
        "first": lambda dice: Name("", given(dice), "PER"),
        "given": lambda dice: Name("", given(dice), ""),
        "family": lambda dice: Name("", person(dice).rpartition(" ")[2], ""),
        "brand": brand,
        "acronym": acronym,
        "city": lambda dice: Name("", city(dice), "LOC"),
        "country": lambda dice: dice.choice(countries()),
    }


FRENCH = Stock(FOLDER, PATTERNS, "", makers(person, city, countries))
