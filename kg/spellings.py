"""Names as they are written, and whom each may denote."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.ontology import Entry

_SHORT = 3  # letters of an article or less
_LANGUAGE_BOUND = {"kg:State", "kg:Place"}  # "Jordan" is a country in English only


@lru_cache(maxsize=65536)
def fold(text: str) -> tuple[str, ...]:
    """Split into words without case, accents and punctuation.

    >>> fold("Côte d’Ivoire"), fold("États-Unis")
    (('cote', 'd', 'ivoire'), ('etats', 'unis'))
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return tuple(
        "".join(
            c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)
        ).split()
    )


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name actors.

    Attributes:
        pieces: The name as `fold` splits it.
        actors: Slugs of all that bear it; several if the name alone does not tell.
        capital: Whether it is a capital that stands for a state by metonymy.
        acronym: Whether it must stand in capitals ("UA", not "ua").
        lower: Whether it is written without a capital ("talibans").
        second: Whether its second word needs a capital too («Les Républicains»).
        ambiguous: Whether the name often denotes something else.
        others: Slugs that it denotes only where the text speaks of their country.
    """

    pieces: tuple[str, ...]
    actors: tuple[str, ...]
    capital: bool = False
    acronym: bool = False
    lower: bool = False
    second: bool = False
    ambiguous: bool = False
    others: tuple[str, ...] = ()


class _Spelling(NamedTuple):
    """A name without its bearers."""

    pieces: tuple[str, ...]
    capital: bool = False
    acronym: bool = False
    lower: bool = False
    second: bool = False


def read_names(
    entries: Mapping[str, Entry], language: str
) -> dict[str, tuple[Name, ...]]:
    """Return the names of actors by their first piece, longest first."""
    bearers: dict[_Spelling, set[str]] = defaultdict(set)
    ambiguous: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for slug, entry in entries.items():
        bound = language if entry.types & _LANGUAGE_BOUND else None
        for spelling in _spellings(entry, language, bound):
            bearers[spelling].add(slug)
        for predicate in ("kg:ambiguousLabel", "kg:ambiguousCapital"):
            for label in entry.values(predicate, bound):
                ambiguous[fold(label)].add(slug)
    names: dict[str, list[Name]] = defaultdict(list)
    for spelling, slugs in bearers.items():
        if spelling.pieces:
            clear = slugs - ambiguous.get(spelling.pieces, set())
            doubtful = len(clear) != 1
            bearer = tuple(sorted(slugs if doubtful else clear))
            others = tuple(sorted(slugs.difference(bearer)))
            name = Name(spelling.pieces, bearer, *spelling[1:], doubtful, others)
            names[spelling.pieces[0]].append(name)
    return {first: _longest_first(found) for first, found in names.items()}


def _spellings(entry: Entry, language: str, bound: str | None) -> Iterator[_Spelling]:
    """Yield the names of an actor; an acronym holds in its own language only."""
    for predicate in ("skos:prefLabel", "skos:altLabel", "kg:ambiguousLabel"):
        own = entry.values(predicate, language)
        for label in entry.values(predicate, bound):
            acronym = label.isupper()
            if label in own or not acronym:
                lower, second = label[0].islower(), _second_capital(label)
                yield _Spelling(
                    fold(label), acronym=acronym, lower=lower, second=second
                )
    for predicate in ("kg:capital", "kg:ambiguousCapital"):
        for capital in entry.values(predicate, bound):
            yield _Spelling(fold(capital), capital=True)


def _second_capital(label: str) -> bool:
    """«Le Monde» is a newspaper, «Le monde» the world: the short word tells nothing."""
    words = label.split()
    short = len(words) > 1 and len(words[0]) <= _SHORT and not words[0].isupper()
    return short and words[0][0].isupper() and words[1][0].isupper()


def _longest_first(names: list[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda n: (-len(n.pieces), n.capital, n.pieces)))
