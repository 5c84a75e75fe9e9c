"""Known actors by the names, adjectives, capitals and offices that denote them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.model import Actor
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
_LANGUAGE_BOUND = {"State", "Place"}  # "Jordan" is a country in English only


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
class Tenure:
    """Who holds an office of a body, and when; dates None where unknown."""

    holder: str
    since: date | None
    until: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the office is surely held on a day."""
        return (
            self.since is not None
            and self.since <= day
            and (self.until is None or day <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office.

    Attributes:
        unique: Whether it has one holder at a time.
        only_of: Bodies that it is restricted to; empty if it is not.
        implied: The body meant when the text names none («chef du Kremlin»).
        held_with: Office whose holder holds this one too.
        of_kind: Classes of the bodies that have it; empty if any may.
        narrower: Offices whose holders may be called by this title as well.
    """

    unique: bool
    of_kind: frozenset[str]
    narrower: tuple[str, ...]
    only_of: frozenset[str]
    implied: str | None
    held_with: str | None


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of organ of state and how one state's organ is named."""

    labels: tuple[tuple[str, str], ...]  # (language, pattern with "{}")
    slug: str  # pattern with "{}"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known actors, seen from one language.

    Attributes:
        names: Names by their first piece, longest first.
        adjectives: Demonym adjective in lower case → slugs that it may denote.
        prefixes: Combining form ("turco") → slug.
        titles: Titles by their first piece, longest first.
        tenures: Tenures by office and body, earliest first.
        feminine: Slugs whose name in the language is feminine; likewise plural.
        offices: Kinds of offices by local name.
        adjective_forms: Slug → its first demonym adjective.
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
    adjective_forms: Mapping[str, str]  # slug → masculine singular adjective

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
        {slug: read_actor(entry) for slug, entry in entries.items()},
        _names(entries, language),
        _adjectives(entries, language),
        {
            form: slug
            for slug, entry in entries.items()
            for form in entry.values("kg:prefixForm", language)
        },
        _titles(ontology, language),
        _tenures(ontology),
        {
            entry.name: Organ(
                _by_language(entry, "kg:labelPattern"),
                entry.value("kg:slugPattern") or "{}-" + entry.name,
            )
            for entry in ontology.of("kg:Organ")
        },
        _having(entries, "kg:gender", "kg:Feminine"),
        _having(entries, "kg:number", "kg:Plural"),
        _offices(ontology),
        {
            slug: forms[0]
            for slug, entry in entries.items()
            if (forms := entry.values("kg:adjective", language))
        },
    )


def _offices(ontology: Ontology) -> dict[str, Office]:
    narrower: dict[str, list[str]] = defaultdict(list)
    for entry in ontology.of("kg:Office"):
        for broader in entry.values("skos:broader"):
            narrower[broader.partition(":")[2]].append(entry.name)
    return {
        entry.name: _office(entry, tuple(narrower[entry.name]))
        for entry in ontology.of("kg:Office")
    }


def _office(entry: Entry, narrower: tuple[str, ...]) -> Office:
    return Office(
        entry.value("kg:holderUnique") == "true",
        frozenset(kind.partition(":")[2] for kind in entry.values("kg:ofKind")),
        narrower,
        frozenset(body.partition(":")[2] for body in entry.values("kg:onlyOf")),
        entry.local("kg:impliedBody"),
        entry.local("kg:heldWith"),
    )


def read_actor(entry: Entry) -> Actor:
    """Turn an entry of the ontology into an actor."""
    kind = next(kind for kind in ACTOR_CLASSES if f"kg:{kind}" in entry.types)
    matches = entry.values("skos:exactMatch")
    return Actor(
        entry.name,
        kind,
        _by_language(entry, "skos:prefLabel"),
        _by_language(entry, "skos:altLabel"),
        next((s.partition(":")[2] for s in entry.values("kg:actsFor")), None),
        matches[0].removeprefix("wd:") if matches else None,
    )


def _by_language(entry: Entry, predicate: str) -> tuple[tuple[str, str], ...]:
    values = entry.properties.get(predicate, ())
    return tuple(sorted((value.language, value.text) for value in values))


def _names(
    entries: Mapping[str, Entry], language: str
) -> dict[str, tuple[Name, ...]]:
    bearers: dict[tuple[tuple[str, ...], bool, bool, bool], set[str]]
    bearers = defaultdict(set)
    ambiguous: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for slug, entry in entries.items():
        bound = language if _bound(entry) else None
        for label in _labels(entry, language, bound):
            bearers[fold(label), False, label.isupper(), label[0].islower()].add(slug)
        for capital in (
            *entry.values("kg:capital", bound),
            *entry.values("kg:ambiguousCapital", bound),
        ):
            bearers[fold(capital), True, False, False].add(slug)
        for label in (
            *entry.values("kg:ambiguousLabel", bound),
            *entry.values("kg:ambiguousCapital", bound),
        ):
            ambiguous[fold(label)].add(slug)
    names: dict[str, list[Name]] = defaultdict(list)
    for (pieces, *traits), slugs in bearers.items():
        if pieces:
            clear = slugs - ambiguous.get(pieces, set())
            doubtful = len(clear) != 1
            bearer = tuple(sorted(slugs if doubtful else clear))
            name = Name(pieces, bearer, *traits, ambiguous=doubtful)
            names[pieces[0]].append(name)
    return {first: _longest_first(found) for first, found in names.items()}


def _labels(entry: Entry, language: str, bound: str | None) -> Iterator[str]:
    """Yield the names of an actor; an acronym holds in its own language only."""
    for predicate in ("skos:prefLabel", "skos:altLabel", "kg:ambiguousLabel"):
        own = entry.values(predicate, language)
        for label in entry.values(predicate, bound):
            if label in own or not label.isupper():
                yield label


def _bound(entry: Entry) -> bool:
    return any(f"kg:{kind}" in entry.types for kind in _LANGUAGE_BOUND)


def _longest_first(names: list[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda n: (-len(n.pieces), n.capital, n.pieces)))


def _adjectives(
    entries: Mapping[str, Entry], language: str
) -> dict[str, tuple[str, ...]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for slug, entry in entries.items():
        for form in (
            *entry.values("kg:adjective", language),
            *entry.values("kg:ambiguousAdjective", language),
        ):
            bearers[form.lower()].add(slug)
        for form in entry.values("kg:ambiguousAdjective", language):
            bearers[form.lower()].add("")  # never alone: no actor can be told
    return {form: tuple(sorted(slugs)) for form, slugs in bearers.items()}


def _titles(ontology: Ontology, language: str) -> dict[str, tuple[Title, ...]]:
    meanings: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for kind in ("Office", "Organ", "StateNoun"):
        for entry in ontology.of(f"kg:{kind}"):
            for title in (
                *entry.values("kg:title", language),
                *entry.values("kg:trigger", language),
            ):
                meanings[fold(title), kind].add(entry.name)
    titles: dict[str, list[Title]] = defaultdict(list)
    passive = {
        entry.name
        for entry in ontology.of("kg:StateNoun")
        if "kg:fitFor" in entry.properties
        and "kg:Source" not in entry.values("kg:fitFor")
    }
    for (pieces, kind), offices in meanings.items():
        acts = not offices & passive
        titles[pieces[0]].append(Title(pieces, kind, tuple(sorted(offices)), acts))
    return {
        first: tuple(sorted(found, key=lambda t: (-len(t.pieces), t.kind, t.pieces)))
        for first, found in titles.items()
    }


def _tenures(ontology: Ontology) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    tenures: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for entry in ontology.of("kg:Tenure"):
        office, body = entry.local("kg:office"), entry.local("kg:of")
        holder = entry.local("kg:holder")
        if office and body and holder:
            since = _day(entry.value("kg:since"), last=True)
            until = _day(entry.value("kg:until"), last=False)
            tenures[office, body].append(Tenure(holder, since, until))
    return {key: tuple(found) for key, found in tenures.items()}


def _day(text: str | None, *, last: bool) -> date | None:
    """Read a date of any precision, on the side that keeps a tenure sure."""
    if text is None:
        return None
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    if last:
        return date(year, month or 12, day or 28)
    return date(year, month or 1, day or 1)


def _having(entries: Mapping[str, Entry], predicate: str, value: str) -> frozenset[str]:
    return frozenset(s for s, e in entries.items() if value in e.values(predicate))
