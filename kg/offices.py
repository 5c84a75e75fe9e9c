"""Offices and organs of bodies, and who held them when."""

from collections import defaultdict
from collections.abc import Mapping
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
    """A kind of organ of state and how one state's organ is named."""

    labels: tuple[tuple[str, str], ...]  # (language, pattern with "{}")
    slug: str  # pattern with "{}"


@dataclass(frozen=True, slots=True)
class Offices:
    """All kinds of offices and organs, and all known holders.

    Attributes:
        kinds: Kinds of offices by local name.
        organs: Kinds of organs by local name.
        tenures: Tenures by office and body.
    """

    kinds: Mapping[str, Office]
    organs: Mapping[str, Organ]
    tenures: Mapping[tuple[str, str], tuple[Tenure, ...]]
