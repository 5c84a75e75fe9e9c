"""Known actors by the names, adjectives, capitals and titles that denote them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
from kg.spellings import Name, fold, read_names

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


@dataclass(frozen=True, slots=True)
class Title:
    """Words that name an office, an organ or a noun that stands for a state.

    Attributes:
        kind: "Office", "Organ" or "StateNoun".
        offices: Local names of what the words may denote.
        acts: Whether a noun that stands for a state also does so as source.
        domestic: Whether it alone means that of the country a text is about.
    """

    pieces: tuple[str, ...]
    kind: str
    offices: tuple[str, ...]
    acts: bool = True
    domestic: bool = False


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
        adjective_forms: Slug → the forms of its demonym adjectives.
        given: Folded given names of known persons.
        homes: Slug of an organisation → the country it is based in.
        courtesy: Words with a capital before a surname («Mme») → "Mas", "Fem" or "".
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
    adjective_forms: Mapping[str, list[str]]
    given: frozenset[str]
    homes: Mapping[str, str]
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
        names=read_names(entries, language),
        adjectives=_adjectives(entries, language),
        prefixes={
            form.lower(): slug
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
            slug: forms
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
        homes={
            slug: home
            for slug, entry in entries.items()
            for home in entry.locals("kg:basedIn")
        },
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
    domestic = {
        fold(title)
        for kind in ("Office", "StateNoun")
        for entry in ontology.of(f"kg:{kind}")
        for title in entry.values("kg:domesticTitle", language)
    }
    titles: dict[str, list[Title]] = defaultdict(list)
    for (pieces, kind), offices in meanings.items():
        acts = not offices & passive
        found = Title(pieces, kind, tuple(sorted(offices)), acts, pieces in domestic)
        titles[pieces[0]].append(found)
    return {
        first: tuple(sorted(group, key=lambda t: (-len(t.pieces), t.kind, t.pieces)))
        for first, group in titles.items()
    }
