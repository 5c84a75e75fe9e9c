"""Exchange names in annotated sentences for others of the same kind."""

import random
from collections.abc import Callable

from training.gazetteer import towns
from training.names import cities, countries, entries, person
from training.tagged import Extent, Tagged

_SHARE = 0.6
_VOWELS = "AEIOUYÉÈÎÔÂHaeiouyéèêîôâh"


Other = Callable[[str, str, random.Random], str]


def swap(item: Tagged, dice: random.Random, other: Other | None = None) -> Tagged:
    """Return a copy with about half of its names exchanged.

    Args:
        item: Left as it is.
        dice: Source of chance.
        other: Makes another name of a name and its label; without it, a French one.
    """
    text = ""
    at = 0
    spans: list[Extent] = []
    moved: list[tuple[int, int]] = []
    for start, end, label in sorted(item.spans):
        moved += _between(item.unknown, at, start, len(text) - at)
        text += item.text[at:start]
        old = item.text[start:end]
        new = (other or _other)(old, label, dice) if dice.random() < _SHARE else old
        after_elision = text.endswith(("'", "’"))
        if after_elision or (
            new[0] in _VOWELS and text.endswith((" de ", " le ", " la ", " que "))
        ):
            new = old
        spans.append((len(text), len(text) + len(new), label))
        text += new
        at = end
    moved += _between(item.unknown, at, len(item.text), len(text) - at)
    return Tagged(text + item.text[at:], spans, moved)


def _between(
    unknown: list[tuple[int, int]], low: int, high: int, shift: int
) -> list[tuple[int, int]]:
    return [
        (start + shift, end + shift)
        for start, end in unknown
        if low <= start and end <= high
    ]


def _other(name: str, label: str, dice: random.Random) -> str:
    """Return another name of the kind, or the same where none is sure to fit."""
    if label == "PER" and name[0].isupper():
        full = person(dice)
        return full if " " in name else full.split(" ", 1)[1]
    if label == "LOC":
        return (
            dice.choice(cities()[dice.choice([0, 0, 1, 2])])
            if name in towns()
            else _country(name, dice)
        )
    if label == "ORG" and name.isupper():
        return dice.choice(
            [entry.text for entry in entries("institutions") if entry.text.isupper()]
        )
    return name


def _country(name: str, dice: random.Random) -> str:
    """Return a country of the same article, so that the sentence stays French."""
    known = {country.text: country.article for country in countries()}
    if name not in known:
        return name
    return dice.choice(
        [text for text, article in known.items() if article == known[name]]
    )
