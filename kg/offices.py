"""Offices and organs of bodies, and who held them when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kg.ontology import Entry, Ontology


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who holds an office of a body, and when; dates None where unknown."""

    holder: str
    since: date | None
    until: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the office is surely held on a day.

        >>> tenure = Tenure("kari-dahl", date(2020, 5, 8), None)
        >>> tenure.covers(date(2020, 5, 8)), tenure.covers(date(2020, 5, 7))
        (True, False)
        """
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
        of_kind: Classes of the bodies that have it; empty if any may.
        narrower: Offices whose holders may be called by this title as well.
        only_of: Bodies that it is restricted to; empty if it is not.
        implied: The body meant when the text names none («chef du Kremlin»).
        held_with: Office whose holder holds this one too.
    """

    unique: bool
    of_kind: frozenset[str]
    narrower: tuple[str, ...]
    only_of: frozenset[str]
    implied: str | None
    held_with: str | None


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of organ or group of a state and how that of one state is named.

    Attributes:
        labels: Patterns with "{}" by language; likewise the slug.
        forms: Class of the actor if it does not act for the state («l'opposition»).
        feminine: Whether the adjective of its label is feminine; likewise plural.
    """

    labels: tuple[tuple[str, str], ...]
    slug: str
    forms: str | None = None
    feminine: bool = False
    plural: bool = False


def read_offices(ontology: Ontology) -> dict[str, Office]:
    """Read all kinds of offices, by local name."""
    narrower: dict[str, list[str]] = defaultdict(list)
    for entry in ontology.of("kg:Office"):
        for broader in entry.locals("skos:broader"):
            narrower[broader].append(entry.name)
    return {
        entry.name: _office(entry, tuple(narrower[entry.name]))
        for entry in ontology.of("kg:Office")
    }


def _office(entry: Entry, narrower: tuple[str, ...]) -> Office:
    return Office(
        unique=entry.value("kg:holderUnique") == "true",
        of_kind=frozenset(entry.locals("kg:ofKind")),
        narrower=narrower,
        only_of=frozenset(entry.locals("kg:onlyOf")),
        implied=entry.local("kg:impliedBody"),
        held_with=entry.local("kg:heldWith"),
    )


def read_organs(ontology: Ontology) -> dict[str, Organ]:
    """Read all kinds of organs, by local name."""
    return {
        entry.name: Organ(
            entry.by_language("kg:labelPattern"),
            entry.value("kg:slugPattern") or "{}-" + entry.name,
            entry.local("kg:formsClass"),
            entry.value("kg:gender") == "kg:Feminine",
            entry.value("kg:number") == "kg:Plural",
        )
        for entry in ontology.of("kg:Organ")
    }


def read_tenures(ontology: Ontology) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """Read who held which office of which body, by office and body."""
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
