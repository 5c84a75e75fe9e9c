"""The date of a publication, as its header names it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from kg.lang.press import AGENCIES
from kg.lang.presses import PRESSES

HEADER_LINES = 15
FOOTER_LINES = 5
LONGEST_DATELINE = 160
LONGEST_HEADER = 140
LONGEST_SECTION = 3  # words beside the date, as in "Politique | 12/03/2021"
_MONTHS_A_YEAR = 12
_LONGEST_PARTICLE = 2  # letters, as in "de"

MONTHS = {name: n for press in PRESSES.values() for name, n in press.months.items()}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_MONTH = rf"(?:{_one_of(MONTHS)})\b\.?"
_WEEKDAYS = _one_of(set().union(*(press.weekdays for press in PRESSES.values())))
_DAY = r"(?:1er|1ᵉʳ|\d{1,2}(?:st|nd|rd|th)?)"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?<![\d/.-])(?:(?:{_WEEKDAYS})\.?,?\s+)?(?:(?:le|the)\s+)?(?:"
    rf"(?P<iso>{_YEAR}[-/]\d\d[-/]\d\d)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?"
    rf"|(?P<d1>{_DAY})(?:\s+of)?[\s-]+(?P<m1>{_MONTH}),?[\s-]+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>{_DAY}),?\s+(?P<y2>{_YEAR})"
    rf"|(?P<a>\d{{1,2}})(?P<point>[/.-])(?P<b>\d{{1,2}})(?P=point)(?P<y3>{_YEAR})"
    r")(?![\d/])"
)
DATE = re.compile(_DATE, re.IGNORECASE)

_PUBLISHED = "|".join(p for press in PRESSES.values() for p in press.published)
_UPDATED = "|".join(p for press in PRESSES.values() for p in press.updated)
_BY = "|".join(p for press in PRESSES.values() for p in press.by)
_UPDATED_BEFORE = re.compile(rf"\b(?:{_UPDATED})\W{{0,4}}$", re.IGNORECASE)
_PUBLISHED_BEFORE = re.compile(rf"\b(?:{_PUBLISHED})\W{{0,4}}$", re.IGNORECASE)
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:\s+(?:(?:[dv][aeou]n?|la|le|el|al|et|and)\s+)?[A-ZÀ-ÖØ-Þ][\w’'.-]*){0,4}|\w+)"
_SIGNED = re.compile(rf"(?:^|\W)(?P<by>(?i:{_BY})\s+{_NAME})")
_ANNOUNCED = re.compile(rf"\W*(?:{_PUBLISHED}|{_UPDATED}|{_BY})\b", re.IGNORECASE)
_TIME = r"\b\d{1,2}\s?(?:h|:)\s?(?:\d\d)?(?::\d\d)?(?:\s?(?:min|[ap]\.?m\.?|gmt|utc|ce?s?t)\b)?"
_WORDS_AROUND = _one_of(
    set().union(*(press.date_words | press.weekdays for press in PRESSES.values()))
)
_AROUND = re.compile(
    rf"\b(?:{_PUBLISHED}|{_UPDATED}|{_WORDS_AROUND})(?![\w’'])\.?|{_TIME}",
    re.IGNORECASE,
)
_SECTION_BREAK = re.compile(r"[|•·,;:/()]|\s[-–—]+\s")
_WORD = re.compile(r"[\w’'&.-]*\w")

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[ ,/]+(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|d[eu]|la|le|sur)){0,5}"
_AGENCY = rf"\(?(?:{_one_of(AGENCIES)})(?:[/ ]\w+)?\)?"
_SHORT_DATE = rf"(?i:(?:le\s+)?(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY}))"
_DASH = r"\s*[-–—]+\s+(?=[^\W\d_]|[«“\"(])"
_DATELINE = re.compile(
    r"(?:"
    rf"{_PLACE},?\s+(?:{_AGENCY},?\s+)?(?i:{re.sub(r'[?]P<[a-z0-9]+>', '?:', _DATE).replace('(?P=point)', '[/.-]')}|{_SHORT_DATE})"
    rf"\s*(?:{_AGENCY})?\.?{_DASH}"
    rf"|{_PLACE},?\s+\((?:{_one_of(AGENCIES)})\)(?:{_DASH}|\s*:\s+)"
    rf"|(?i:{re.sub(r'[?]P<[a-z0-9]+>', '?:', _DATE).replace('(?P=point)', '[/.-]')})\s*\.?{_DASH}"
    r")"
)


class Rank(IntEnum):
    """How surely a line's date is that of publication."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A date in a line that looks like a header.

    Attributes:
        alone: Whether the line says nothing else that a reader would call prose.
    """

    value: date
    rank: Rank
    alone: bool


def parse_date(words: str, language: str = "fr") -> date | None:
    """Read the one date in a few words, None if there is none or it is ambiguous.

    >>> parse_date("1er mars 2019"), parse_date("2023-01-20T10:00:00Z")
    (datetime.date(2019, 3, 1), datetime.date(2023, 1, 20))
    >>> parse_date("03/04/2021", "fr"), parse_date("03/04/2021", "en")
    (datetime.date(2021, 4, 3), None)
    """
    values = {
        value
        for match in DATE.finditer(words[:LONGEST_DATELINE])
        if (value := _value(match, language))
    }
    return values.pop() if len(values) == 1 else None


def _value(match: re.Match[str], language: str) -> date | None:
    if match["iso"]:
        year, month, day = map(int, re.split("[-/]", match["iso"]))
        return _existing(year, month, day)
    if match["y3"]:
        return _numeric(match, language)
    name = (match["m1"] or match["m2"]).lower().rstrip(".")
    day_word = re.match(r"\d+", match["d1"] or match["d2"])
    year_word = match["y1"] or match["y2"]
    return _existing(int(year_word), MONTHS[name], int(day_word[0] if day_word else 0))


def _numeric(match: re.Match[str], language: str) -> date | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y3"])
    day_first = PRESSES[language].day_first if language in PRESSES else None
    if day_first or match["point"] == "." or first > _MONTHS_A_YEAR:
        return _existing(year, second, first)
    if second > _MONTHS_A_YEAR or first == second:
        return _existing(year, first, second)
    return None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dateline_end(line: str) -> int:
    """Offset behind a leading place, date and agency; 0 if the line has no such lead.

    >>> dateline_end("PARIS, 20 jan 2023 (AFP) - La France a réagi.")
    27
    """
    match = _DATELINE.match(line[:LONGEST_DATELINE])
    return match.end() if match else 0


def header_dates(line: str, language: str) -> Iterator[HeaderDate]:
    """Yield the dates of a line that looks like a header, none for prose."""
    beside = _words_beside(line) if len(line) <= LONGEST_HEADER else None
    if beside is None:
        value = parse_date(line[: dateline_end(line)], language)
        if value:
            yield HeaderDate(value, Rank.PLAIN, alone=False)
        return
    alone = beside < LONGEST_SECTION or bool(_ANNOUNCED.match(line))
    for match in DATE.finditer(line):
        if value := _value(match, language):
            yield HeaderDate(value, _rank(line[: match.start()]), alone=alone)


def _rank(before: str) -> Rank:
    if _UPDATED_BEFORE.search(before):
        return Rank.UPDATED
    return Rank.PUBLISHED if _PUBLISHED_BEFORE.search(before) else Rank.PLAIN


def _words_beside(line: str) -> int | None:
    """Length of the longest section beside a header's dates; None if it is no header.

    >>> _words_beside("Politique | 3 mai 2022"), _words_beside("La fin du 3 mai 2022")
    (1, None)
    """
    bare, dates = DATE.subn("\0", line)
    if not dates or line.rstrip().endswith("?"):
        return None
    announced = bool(_ANNOUNCED.match(line))
    bare = _AROUND.sub(" ", _SIGNED.sub(" ", bare))
    longest = 0
    for section in _SECTION_BREAK.split(bare):
        words = _WORD.findall(section)
        beside_itself = "\0" in section and words and not announced
        if beside_itself or len(words) > LONGEST_SECTION or any(map(_is_plain, words)):
            return None
        longest = max(longest, len(words))
    return longest


def _is_plain(word: str) -> bool:
    return word[0].islower() and len(word) > _LONGEST_PARTICLE


def publication_date(lines: Sequence[str], language: str) -> date | None:
    """Find the publication date in the header, else the footer, of a document.

    A date announced as that of publication counts more than a bare one, and that
    more than the date of an update. Two equally good dates are none.

    Args:
        lines: The document's non-blank lines, stripped of white space and bullets.
        language: Language of the document, which orders day and month.
    """
    header = lines[:HEADER_LINES]
    footer = lines[max(HEADER_LINES, len(lines) - FOOTER_LINES) :]
    found = [
        (dated.rank, place, dated.value)
        for place, part in enumerate((header, footer))
        for line in part
        for dated in header_dates(line, language)
    ]
    if not found:
        return None
    best = min((rank, place) for rank, place, _ in found)
    values = {value for rank, place, value in found if (rank, place) == best}
    return values.pop() if len(values) == 1 else None
