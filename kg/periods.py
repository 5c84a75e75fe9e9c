"""The stretch of days that an expression of time stands for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kg.lang.calendar import Calendar, Unit
from kg.time_expressions import TimeExpression

_EXACT_DAYS = 6  # «il y a dix jours» is no exact day
_MONTHS = 12


class Direction(Enum):
    """Where the day named by «mardi» or «le 14 octobre» lies."""

    PAST = (-1,)
    FUTURE = (1,)
    OPEN = (-1, 1)  # whichever is nearest


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date

    @property
    def iso(self) -> str | None:
        """The day, month or year that just holds it; None if it spans two years.

        >>> Period(date(2022, 9, 5), date(2022, 9, 11)).iso
        '2022-09'
        """
        if self.first == self.last:
            return self.first.isoformat()
        if self.first.year != self.last.year:
            return None
        year = f"{self.first.year:04}"
        same = self.first.month == self.last.month
        return f"{year}-{self.first.month:02}" if same else year


def resolve(
    time: TimeExpression,
    direction: Direction,
    base: date | None,
    calendar: Calendar,
) -> Period | None:
    """Return the days that an expression stands for.

    Args:
        time: What the text says.
        direction: Where an incomplete date lies, seen from its base.
        base: The date that it counts from; absent if unknown.
        calendar: That of the language.
    """
    if time.explicit:
        return _named(time.slots, int(time.slots["year"]), calendar)
    if base is None:
        return None
    if time.expression.amount is not None:
        return _counted(time, time.expression.amount, base, calendar)
    return _incomplete(time.slots, base, direction, calendar)


def _counted(
    time: TimeExpression, amount: int, base: date, calendar: Calendar
) -> Period | None:
    count = time.slots.get("count", "1")
    factor = calendar.counts.get(count) or int(count)
    return shifted(base, unit_of(time, calendar), amount * factor)


def unit_of(time: TimeExpression, calendar: Calendar) -> Unit:
    """Return the unit in which an expression counts."""
    return calendar.units.get(time.slots.get("unit", ""), time.expression.unit)


def _incomplete(
    slots: Mapping[str, str], base: date, direction: Direction, calendar: Calendar
) -> Period | None:
    if "season" in slots:
        return _season(slots, base, calendar)
    if "last" in slots:
        direction = Direction.PAST
    elif "next" in slots:
        direction = Direction.FUTURE
    elif "day" not in slots and "weekday" in slots and direction is Direction.OPEN:
        direction = Direction.PAST  # «La France salue mardi …» is never next Tuesday
    return _nearest(slots, base, direction, calendar)


def _named(slots: Mapping[str, str], year: int, calendar: Calendar) -> Period | None:
    if "season" in slots:
        first, last = calendar.seasons[slots["season"]]
        return Period(_month(year, first).first, _month(year, last).last)
    month = _month_number(slots, calendar)
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    days = _month(year, month)
    if "day" not in slots:
        return days
    day = _day_number(slots)
    return _one_day(days.first.replace(day=day)) if day <= days.last.day else None


def _month_number(slots: Mapping[str, str], calendar: Calendar) -> int | None:
    if "number" in slots:
        return int(slots["number"])
    name = slots.get("month")
    return None if name is None else calendar.months[name.rstrip(".")]


def _day_number(slots: Mapping[str, str]) -> int:
    return int(re.sub(r"\D", "", slots["day"]))


def _one_day(day: date) -> Period:
    return Period(day, day)


def _month(year: int, month: int) -> Period:
    """Return a month; months beyond December belong to the years after."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    behind = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return Period(date(year, month, 1), behind - timedelta(days=1))


def shifted(base: date, unit: Unit, amount: int) -> Period | None:
    """Return the day, week, month or year that lies some units from a date.

    >>> shifted(date(2022, 9, 14), Unit.WEEK, -1).iso
    '2022-09'
    """
    if unit is Unit.DAY and abs(amount) <= _EXACT_DAYS:
        return _one_day(base + timedelta(days=amount))
    if unit in (Unit.DAY, Unit.WEEK):
        day = base + timedelta(days=amount * (7 if unit is Unit.WEEK else 1))
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    if unit is Unit.MONTH:
        return _month(base.year, base.month + amount)
    year = base.year + amount
    return Period(date(year, 1, 1), date(year, 12, 31)) if year > 0 else None


def _season(slots: Mapping[str, str], base: date, calendar: Calendar) -> Period | None:
    if "last" in slots:
        periods = [_named(slots, base.year - n, calendar) for n in (0, 1)]
        return next((p for p in periods if p is not None and p.last < base), None)
    if "next" in slots:
        periods = [_named(slots, base.year + n, calendar) for n in (0, 1)]
        return next((p for p in periods if p is not None and p.first > base), None)
    return _named(slots, base.year, calendar)


def _nearest(
    slots: Mapping[str, str], base: date, direction: Direction, calendar: Calendar
) -> Period | None:
    """Return the nearest day or month that fits all slots filled."""
    month = _month_number(slots, calendar)
    strict = "last" in slots or "next" in slots
    if "day" not in slots and "weekday" not in slots:
        for day in _days(base, direction):
            same = (day.year, day.month) == (base.year, base.month)
            if day.month == month and not (strict and same):
                return _month(day.year, day.month)
        return None
    fits = _fitting(slots, month, calendar)
    for day in _days(base, direction):
        if fits(day) and not (strict and day == base):
            return _one_day(day)
    return None


def _fitting(
    slots: Mapping[str, str], month: int | None, calendar: Calendar
) -> Callable[[date], bool]:
    number = _day_number(slots) if "day" in slots else None
    weekday = calendar.weekdays.index(slots["weekday"]) if "weekday" in slots else None
    # «mardi 3 mai»: the weekday only helps where there is no month
    by_weekday = None if month is not None else weekday

    def fits(day: date) -> bool:
        return (
            number in (None, day.day)
            and month in (None, day.month)
            and by_weekday in (None, day.weekday())
        )

    return fits


def _days(base: date, direction: Direction) -> Iterator[date]:
    """Yield the days around a date, nearest first, a year at most."""
    yield base
    for distance in range(1, 367):
        for step in direction.value:
            yield base + timedelta(days=step * distance)
