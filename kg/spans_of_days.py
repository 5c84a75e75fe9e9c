"""A period → every date that lies in it, as graphs write dates."""

from collections.abc import Iterator
from datetime import date, timedelta

from pyoxigraph import Literal

from kg.encoding import term
from kg.errors import QueryError

_LONGEST = 40_000  # days, more than a century: what one question may name
_KINDS = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}  # by length


def dates_within(since: str, until: str) -> Iterator[Literal]:
    """Yield the days, months and years that lie in a period, both ends included.

    Args:
        since: ISO 8601 date, year-month or year; likewise until.
        until: Not earlier than since.

    Raises:
        QueryError: There is no such day, or the period is longer than a century.

    >>> [day.value for day in dates_within("2023-12-30", "2024-01")][:3]
    ['2023-12-30', '2023-12-31', '2024-01-01']
    >>> [day.value for day in dates_within("2024", "2024")][-2:]
    ['2024-12', '2024']
    """
    first, last = _first(since), _last(until)
    if not first <= last or (last - first).days > _LONGEST:
        raise QueryError(
            f"{since} to {until}: no period of at most a century; turn or shorten it"
        )
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    for length in sorted(_KINDS, reverse=True):
        names = dict.fromkeys(day.isoformat()[:length] for day in days)
        for name in names:
            if first <= _first(name) and _last(name) <= last:
                yield Literal(name, datatype=term(_KINDS[length]))


def _first(name: str) -> date:
    try:
        return date.fromisoformat(name + "-01-01"[len(name) - 4 :])
    except ValueError as error:
        raise QueryError(f"{name!r} is no date ({error}); write 2023-01-20") from error


def _last(name: str) -> date:
    """Return the last day of a day, month or year."""
    first = _first(name)
    longer = {4: 366, 7: 31, 10: 1}[len(name)]
    days = (first + timedelta(n) for n in reversed(range(longer)))
    return next(day for day in days if day.isoformat().startswith(name))
