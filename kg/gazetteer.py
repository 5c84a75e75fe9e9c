"""Known actors by the names, adjectives, capitals and titles that denote them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.model import Actor
from kg.offices import (
    Office,
    Organ,
    Tenure,
    read_offices,
    read_organs,
    read_tenures,
)
from kg.ontology import Entry, Ontology

ACTOR_CLASSES = (
    "State",
    "Person",
    "Organisation",
    "Government",
    "Alliance",
    "ArmedGroup",
    "Place",
    "People",
    "Media",
)
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
        ambiguous: Whether the name often denotes something else.
    """

    pieces: tuple[str, ...]
    actors: tuple[str, ...]
    capital: bool = False
    acronym: bool = False
    lower: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """Words that name an office, an organ or a noun that stands for a state.

    Attributes:
        kind: "Office", "Organ" or "StateNoun".
        offices: Local names of what the words may denote.
        acts: Whether a noun that stands for a state also does so as source.
    """

    pieces: tuple[str, ...]
    kind: str
    offices: tuple[str, ...]
    acts: bool = True


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known actors, seen from one language.

    Attributes:
        names: Names by their first piece, longest first.
        adjectives: Demonym adjective in lower case → slugs that it may denote.
        prefixes: Combining form ("turco") → slug.
        titles: Titles by their first piece, longest first.
        tenures: Tenures by office and body.
        organs: Kinds of organs by local name; likewise offices.
        feminine: Slugs whose name in the language is feminine; likewise plural.
        adjective_forms: Slug → its first demonym adjective, masculine singular.
        given: Folded given names of known persons.
        courtesy: Words with a capital before a surname («Mme») → "Masc", "Fem" or "".
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[Name, ...]]
    adjectives: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, str]
    titles: Mapping[str, tuple[Title, ...]]
    tenures: Mapping[tuple[str, str], tuple[Tenure, ...]]
    organs: Mapping[str, Organ]
    feminine: frozenset[str]
    plural: frozenset[str]
    offices: Mapping[str, Office]
    adjective_forms: Mapping[str, str]
    given: frozenset[str]
    courtesy: Mapping[str, str]

    def holder(self, office: str, body: str, day: date | None) -> str | None:
        """Return who holds an office of a body on a day, if that is known."""
        facts = self.offices.get(office)
        if day is None or facts is None or not facts.unique:
            return None
        if facts.only_of and body not in facts.only_of:
            return None
        if facts.held_with is not None:
            return self.holder(facts.held_with, body, day)
        holders = {
            tenure.holder
            for kind in (office, *facts.narrower)
            for tenure in self.tenures.get((kind, body), ())
            if tenure.covers(day)
        }
        return holders.pop() if len(holders) == 1 else None


def read_gazetteer(ontology: Ontology, language: str) -> Gazetteer:
    """Read all known actors and offices for texts in one language."""
    entries = {
        entry.name: entry
        for entry in ontology.of(*(f"kg:{kind}" for kind in ACTOR_CLASSES))
    }
    return Gazetteer(
        actors={slug: _actor(entry) for slug, entry in entries.items()},
        names=_names(entries, language),
        adjectives=_adjectives(entries, language),
        prefixes={
            form: slug
            for slug, entry in entries.items()
            for form in entry.values("kg:prefixForm", language)
        },
        titles=_titles(ontology, language),
        tenures=read_tenures(ontology),
        organs=read_organs(ontology),
        feminine=_having(entries, "kg:gender", "kg:Feminine"),
        plural=_having(entries, "kg:number", "kg:Plural"),
        offices=read_offices(ontology),
        adjective_forms={
            slug: forms[0]
            for slug, entry in entries.items()
            if (forms := entry.values("kg:adjective", language))
        },
        given=frozenset(
            pieces[0]
            for entry in entries.values()
            if "kg:Person" in entry.types
            for label in entry.values("skos:prefLabel")
            if len(pieces := fold(label)) > 1
        ),
        courtesy={
            word: (entry.local("kg:gender") or "")[: len("Fem")]
            for entry in ontology.of("kg:CourtesyTitle")
            for word in entry.values("kg:trigger", language)
            if word[0].isupper()
        },
    )


def _having(entries: Mapping[str, Entry], predicate: str, value: str) -> frozenset[str]:
    return frozenset(s for s, e in entries.items() if value in e.values(predicate))


def _actor(entry: Entry) -> Actor:
    kind = next(kind for kind in ACTOR_CLASSES if f"kg:{kind}" in entry.types)
    return Actor(
        entry.name,
        kind,
        entry.by_language("skos:prefLabel"),
        entry.by_language("skos:altLabel"),
        next(iter(entry.locals("kg:actsFor")), None),
        next(iter(entry.locals("skos:exactMatch")), None),
    )


class _Spelling(NamedTuple):
    """A name without its bearers."""

    pieces: tuple[str, ...]
    capital: bool = False
    acronym: bool = False
    lower: bool = False


def _names(entries: Mapping[str, Entry], language: str) -> dict[str, tuple[Name, ...]]:
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
            name = Name(spelling.pieces, bearer, *spelling[1:], doubtful)
            names[spelling.pieces[0]].append(name)
    return {first: _longest_first(found) for first, found in names.items()}


def _spellings(entry: Entry, language: str, bound: str | None) -> Iterator[_Spelling]:
    """Yield the names of an actor; an acronym holds in its own language only."""
    for predicate in ("skos:prefLabel", "skos:altLabel", "kg:ambiguousLabel"):
        own = entry.values(predicate, language)
        for label in entry.values(predicate, bound):
            acronym = label.isupper()
            if label in own or not acronym:
                lower = label[0].islower()
                yield _Spelling(fold(label), acronym=acronym, lower=lower)
    for predicate in ("kg:capital", "kg:ambiguousCapital"):
        for capital in entry.values(predicate, bound):
            yield _Spelling(fold(capital), capital=True)


def _longest_first(names: list[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda n: (-len(n.pieces), n.capital, n.pieces)))


def _adjectives(
    entries: Mapping[str, Entry], language: str
) -> dict[str, tuple[str, ...]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for slug, entry in entries.items():
        for form in entry.values("kg:adjective", language):
            bearers[form.lower()].add(slug)
        for form in entry.values("kg:ambiguousAdjective", language):
            bearers[form.lower()] |= {slug, ""}  # never alone: no actor can be told
    return {form: tuple(sorted(slugs)) for form, slugs in bearers.items()}


def _titles(ontology: Ontology, language: str) -> dict[str, tuple[Title, ...]]:
    meanings: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for kind in ("Office", "Organ", "StateNoun"):
        for entry in ontology.of(f"kg:{kind}"):
            for predicate in ("kg:title", "kg:trigger"):
                for title in entry.values(predicate, language):
                    meanings[fold(title), kind].add(entry.name)
    passive = {
        entry.name
        for entry in ontology.of("kg:StateNoun")
        if "kg:fitFor" in entry.properties
        and "kg:Source" not in entry.values("kg:fitFor")
    }
    titles: dict[str, list[Title]] = defaultdict(list)
    for (pieces, kind), offices in meanings.items():
        acts = not offices & passive
        titles[pieces[0]].append(Title(pieces, kind, tuple(sorted(offices)), acts))
    return {
        first: tuple(sorted(found, key=lambda t: (-len(t.pieces), t.kind, t.pieces)))
        for first, found in titles.items()
    }
