"""Expressions of time as they stand in a sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.lang.calendar import Calendar, Expression, Unit
from kg.syntax import Parse

_YEAR = r"(?:1[89]|20)\d\d"
_START, _END = re.compile(r"(?<![\w/-])"), r"(?![\w/-])"
_WORD = re.compile(r"\w+")
_KEYS = ("month", "year", "season", "unit", "weekday")
_FUNCTION_WORDS = {"DET", "ADP", "PUNCT", "PRON", "AUX", "VERB"}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time as it stands in a parse.

    Attributes:
        first: Its first token.
        last: Its last token.
        head: The one of its tokens that hangs on the rest of the sentence.
        slots: What fills the slots of its pattern.
        of_noun: Whether a genitive ties it to a noun: «l'accord de 1993».
    """

    first: int
    last: int
    head: int
    expression: Expression
    slots: Mapping[str, str]
    of_noun: bool

    @property
    def explicit(self) -> bool:
        """Whether it names its year."""
        return "year" in self.slots

    @property
    def names_day(self) -> bool:
        """Whether it names a day that is near the publication: «mardi», «hier»."""
        if self.expression.amount is None:
            return "weekday" in self.slots and not self.explicit
        return self.expression.unit is Unit.DAY and "unit" not in self.slots


@dataclass(frozen=True, slots=True)
class _Reader:
    """A calendar's patterns, compiled.

    Attributes:
        expressions: Patterns, each with the slot that it cannot do without, "" if none.
        key_words: What can fill such a slot.
    """

    expressions: tuple[tuple[re.Pattern[str], str, Expression], ...]
    key_words: Mapping[str, frozenset[str]]
    ranges: re.Pattern[str]
    bounded: re.Pattern[str]
    genitive: re.Pattern[str]

    def keys(self, text: str) -> set[str]:
        """Return the key slots that a text may fill: most sentences fill none."""
        words = set(_WORD.findall(text))
        keys = {key for key, known in self.key_words.items() if words & known}
        if any(word[0].isdigit() for word in words):
            keys.add("year")
        return keys


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _full_names(months: Mapping[str, int]) -> Iterator[str]:
    """Leave out abbreviations: «sept» is a number too."""
    for name, number in months.items():
        if not any(
            n == number and longer != name and longer.startswith(name)
            for longer, n in months.items()
        ):
            yield name


def _slots(calendar: Calendar) -> dict[str, str]:
    return {
        "day": rf"(?:0?[1-9]|[12]\d|3[01])(?:{calendar.ordinal})?",
        "month": _one_of(_full_names(calendar.months)),
        "short": rf"(?:{_one_of(calendar.months)})\b\.?",
        "number": r"0?[1-9]|1[0-2]",
        "year": _YEAR,
        "weekday": _one_of(calendar.weekdays),
        "season": _one_of(calendar.seasons),
        "count": rf"{_one_of(calendar.counts)}|\d{{1,3}}",
        "unit": _one_of(calendar.units),
        "last": _one_of(calendar.last),
        "this": _one_of(calendar.this),
        "next": _one_of(calendar.next),
    }


_GROUPS = {"short": "month", "number": "number"}


@lru_cache(maxsize=4)
def _reader(calendar: Calendar) -> _Reader:
    slots = _slots(calendar)
    plain = {name: f"(?:{words})" for name, words in slots.items()}
    named = {
        name: rf"\b(?P<{_GROUPS.get(name, name)}>{words})"
        for name, words in slots.items()
    }
    counted = {**plain, "count": named["count"], "unit": named["unit"]}
    point = (
        r"(?:(?:{weekday} )?{day} {short}(?:,? {year})?|{short} {day}(?:,? {year})?"
        r"|{weekday}(?: {day})?|{month}(?: {year})?|{year}|{day})\b"
    )
    plain["point"] = _filled(point, plain)
    articles = _one_of(calendar.articles)
    return _Reader(
        tuple(
            (
                re.compile(
                    f"(?:{_filled(e.pattern, named if e.amount is None else counted)})"
                    + _END
                ),
                _key(e.pattern),
                e,
            )
            for e in calendar.expressions
        ),
        {
            "month": frozenset(calendar.months),
            "season": frozenset(calendar.seasons),
            "unit": frozenset(calendar.units),
            "weekday": frozenset(calendar.weekdays),
        },
        re.compile(rf"\b(?:{'|'.join(_filled(r, plain) for r in calendar.ranges)})"),
        re.compile(rf"\b(?:{_one_of(calendar.bounds)})(?: ?(?:{articles}))? ?$"),
        re.compile(rf"\b(?:{_one_of(calendar.genitives)})(?: ?(?:{articles}))? ?$"),
    )


def _key(pattern: str) -> str:
    pattern = pattern.replace("{short}", "{month}")
    return next((key for key in _KEYS if f"{{{key}}}" in pattern), "")


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    for name, words in slots.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern


def find_times(
    parse: Parse, sentence: tuple[int, int], calendar: Calendar
) -> list[TimeExpression]:
    """Return the expressions of time in a sentence, in order.

    Stretches («de 2014 à 2016») and their ends («depuis 2020») date no event.
    """
    text, starts = _surface(parse, sentence)
    reader = _reader(calendar)
    keys = reader.keys(text)
    dated = bool(keys & {"month", "year", "weekday"})
    taken = [m.span() for m in (reader.ranges.finditer(text) if dated else ())]
    matches = [
        (match, expression)
        for pattern, key, expression in reader.expressions
        if not key or key in keys
        for match in pattern.finditer(text)
        if _START.match(text, match.start())
    ]
    found = []
    for match, expression in sorted(matches, key=lambda m: (m[0].start(), -m[0].end())):
        begin, end = match.span()
        if any(begin < behind and first < end for first, behind in taken):
            continue
        taken.append((begin, end))
        before, behind = text[:begin], text[end:]
        if reader.bounded.search(before):
            continue
        first = sentence[0] + bisect_right(starts, begin) - 1
        last = sentence[0] + bisect_right(starts, end - 1) - 1
        head = _head(parse, first, last)
        slots = {name: word for name, word in match.groupdict().items() if word}
        if slots.keys() == {"year"} and _counts(parse, head, calendar):
            continue
        of_noun = bool(reader.genitive.search(before)) or behind.lstrip().startswith(
            calendar.genitive_marks
        )
        found.append(TimeExpression(first, last, head, expression, slots, of_noun))
    return found


def _surface(parse: Parse, sentence: tuple[int, int]) -> tuple[str, list[int]]:
    """Return a sentence in lower case, with the offset of each token in it."""
    text, starts = "", []
    for token in range(*sentence):
        if token > sentence[0] and parse.begins[token] > parse.ends[token - 1]:
            text += " "
        starts.append(len(text))
        text += parse.plain(token)
    return text, starts


def _head(parse: Parse, first: int, last: int) -> int:
    """«trois jours plus tard»: «tard», the only token whose head lies outside."""
    outer = [
        token
        for token in range(first, last + 1)
        if parse.heads[token] == token or not first <= parse.heads[token] <= last
    ]
    content = [token for token in outer if parse.pos[token] not in _FUNCTION_WORDS]
    return (content or outer or [last])[0]


def _counts(parse: Parse, year: int, calendar: Calendar) -> bool:
    """«de 2000 soldats» is no year."""
    counted = parse.deps[year] == "nummod" and parse.heads[year] > year
    return counted and not calendar.year_before_noun
