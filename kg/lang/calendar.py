"""How a language speaks of days, months and years in running prose."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A stretch of time as the calendar cuts it; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Base(StrEnum):
    """The date that an expression counts from."""

    PUBLICATION = "publication"
    ANCHOR = "anchor"  # the date spoken of before: «trois jours plus tard»
    EITHER = "either"  # that, else the publication: «la veille»


@dataclass(frozen=True, slots=True)
class Expression:
    """One way to speak of a date.

    Without `amount`, the slots that the pattern fills name the date. With it, the
    expression counts units from a base: `amount` of them, times {count} if that is
    filled; the unit is {unit} if that is filled.

    Attributes:
        pattern: Regular expression over the words of a sentence, in lower case and with
            straight apostrophes. Its slots are {day} {month} {short} (month, perhaps
            abbreviated) {number} (of the month) {year} {weekday} {season} {count}
            {unit} {last} {this} {next}.
    """

    pattern: str
    amount: int | None = None
    unit: Unit = Unit.DAY
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Words and patterns of dates in one language; all in lower case.

    Attributes:
        months: Month name or abbreviation without its dot → number.
        weekdays: Names of the days of the week, Monday first.
        seasons: Season → its first and last month, for those within one year.
        counts: Number word → number.
        units: Word for a unit, singular or plural → unit.
        ordinal: What may follow the number of a day.
        last: What points to the nearest past ("dernier").
        this: What points to the present ("ce").
        next: What points to the nearest future ("prochain").
        expressions: Ways to speak of a date; the longest match counts.
        ranges: Patterns of stretches with two ends, over the slot {point}.
        bounds: Words that make a date the end of a stretch ("depuis").
        articles: Words that may stand between a preposition and a date.
        genitives: Words that tie the date behind them to the noun before ("de").
        genitive_marks: What ties the date before it to the noun behind ("'s").
        year_before_noun: Whether a year may stand before its noun ("the 1993 pact").
        future_auxiliaries: Lemmas that make the verb they serve a future.
        prospective: Lemmas whose infinitive lies ahead ("devoir").
    """

    months: Mapping[str, int]
    weekdays: tuple[str, ...]
    seasons: Mapping[str, tuple[int, int]]
    counts: Mapping[str, int]
    units: Mapping[str, Unit]
    ordinal: str
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    expressions: tuple[Expression, ...]
    ranges: tuple[str, ...]
    bounds: tuple[str, ...]
    articles: tuple[str, ...]
    genitives: tuple[str, ...]
    genitive_marks: tuple[str, ...]
    year_before_noun: bool
    future_auxiliaries: frozenset[str]
    prospective: frozenset[str]


def after(*leads: str) -> str:
    """Return a pattern that matches nothing, right behind one of the leads.

    >>> import re
    >>> re.findall(after("in ", "of ") + "may", "in may, i may, most of may")
    ['may', 'may']
    """
    return "(?:" + "|".join(rf"(?<=\b{lead})" for lead in leads) + ")"
