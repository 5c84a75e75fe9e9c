"""Page furniture: lines of a news page that are no part of its article."""

import re
from functools import lru_cache

from kg.dates import header_dates
from kg.lang.press import AGENCIES, SHARING_SITES
from kg.lang.presses import PRESSES

LONGEST_LABEL = 140
LONGEST_OPENING = 300
LONGEST_BYLINE = 12  # words
LEAST_LETTERS = 0.5  # share of letters below which a line is code, a table or a rule

_WORD = r"[\w’'&.@-]+"
_FEW_WORDS = rf"(?:[\s,:]+{_WORD}){{0,6}}"
_NUMBER = r"\d[\d\s.,]*k?"


def _expand(fragments: tuple[str, ...]) -> str:
    joined = "|".join(fragments)
    joined = re.sub(r" ?(?<!\\W)(?<![\])])\*", lambda _: _FEW_WORDS, joined)
    return re.sub(r"(?<!&)#", lambda _: _NUMBER, joined)


_LABEL = re.compile(
    rf"(?:{'|'.join(_expand(press.labels) for press in PRESSES.values())})",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"(?:{'|'.join(_expand(press.openings) for press in PRESSES.values())})",
    re.IGNORECASE,
)
_BY = "|".join(by for press in PRESSES.values() for by in press.by)
_AGENCY = "|".join(sorted(AGENCIES, key=lambda name: (-len(name), name)))
_NAME = r"[A-ZÀ-ÖØ-Þ@][\w’'.-]*"
_LINK_WORDS = (
    r"(?:de|du|des|la|le|van|von|der|bin|al|el|et|and|avec|with|pour|for|à|in|at)"
)
_BYLINE = re.compile(
    rf"(?:(?i:{_BY})\s*:?\s+{_NAME}(?:[\s,/]+(?:{_NAME}|{_LINK_WORDS}|\([^()]{{1,40}}\)?))*"
    rf"|(?:{_NAME}[\s,]+){{0,4}}\(?(?:(?:avec|with)\s+)?(?:{_AGENCY})\)?"
    rf"(?:[\s,/]+(?:(?:et|and|avec|with)\s+)?(?:{_AGENCY}))*)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"  # a link
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/\S*)?",  # the bare name of a site
    re.IGNORECASE,
)
_HANDLES = re.compile(r"[#@][\w.-]+(?:[\s,·|/]+[#@][\w.-]+)*")
_TRAIL = re.compile(
    r"[^\W\d_][\w’' -]{0,30}(?:\s+[>›→»/|]\s+[^\W\d_][\w’' -]{0,30}){2,}"
)
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_CODE = re.compile(
    r"</?\w+[^<>]*>$|^(?=[^\n]*(?:=|\":|\)\s?\{))[^\n]*[;{}]$|^\W*(?:function|var|const|import)\b.*[(;{]"
)
_WRAPPING = " \t\xa0\u202f*_~`•·|-–—>»›→«<[](){}"
_ENDING = ".…!:→›»> \xa0"
_LETTER = re.compile(r"[^\W\d_]")
_NOT_SPACE = re.compile(r"\S")


@lru_cache(maxsize=4096)  # the same labels stand on every page of a site
def is_furniture(line: str) -> bool:
    """Tell whether a line is navigation, a counter, a byline, a date or the like.

    >>> is_furniture("Lire la suite…"), is_furniture("12 commentaires")
    (True, True)
    >>> is_furniture("La suite au prochain numéro")
    False
    """
    if len(line) > LONGEST_OPENING:
        return False
    bare = line.strip(_WRAPPING)
    if not _LETTER.search(bare) or _OPENING.match(bare) or _RIGHTS.match(bare):
        return True
    if len(line) > LONGEST_LABEL:
        return _mostly_signs(line)
    return (
        _is_label(bare)
        or _is_byline(bare)
        or _mostly_signs(line)
        or any(dated.alone for dated in header_dates(bare, "fr"))
    )


def _is_label(bare: str) -> bool:
    if any(form.fullmatch(bare) for form in (_ADDRESS, _HANDLES, _TRAIL)):
        return True
    words = re.split(r"[\s,·|/]+", bare.lower())
    return bool(_LABEL.fullmatch(bare.rstrip(_ENDING))) or SHARING_SITES.issuperset(
        words
    )


def _is_byline(bare: str) -> bool:
    return len(bare.split()) <= LONGEST_BYLINE and bool(_BYLINE.fullmatch(bare))


def _mostly_signs(line: str) -> bool:
    signs = len(_NOT_SPACE.findall(line))
    letters = len(_LETTER.findall(line))
    return letters < LEAST_LETTERS * signs or bool(_CODE.search(line))
