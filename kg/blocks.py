"""Stretches of prose in a document: paragraphs, headlines, list items, quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.dates import dateline_end
from kg.furniture import is_furniture
from kg.lang.presses import PRESSES
from kg.language import BLOCK_SAMPLE, is_foreign
from kg.model import Span

WRAP_WIDTHS = range(40, 121)  # lengths at which editors and mail programs break lines
MOSTLY_FULL = 0.75  # share of lines that reach the width in a wrapped text
LONGEST_BLOCK = 20_000  # code points; a text without line breaks is cut at a full stop
LONGEST_HEADLINE = 25  # words
SHORTEST_HEADLINE = 3
FIRST_BLOCKS = 3  # a headline stands among them

_MARKER = re.compile(
    r"[ \t\xa0]*(?:>[ \t\xa0>]*)?"
    r"(?:(?P<heading>\#{1,6}[ \t]+)"
    r"|(?P<item>(?:[•●▪◦‣·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+))?"
    r"[ \t\xa0]*"
)
_TRAILING_SIGNS = re.compile(r"[ \t\xa0]+#+$")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_NOT_PROSE = re.compile(r"\s*(?:\[[^\]]{1,80}\]:\s|!\[[^\]]*\]\([^)]*\)\s*$|\||<!--)")
_FULL_STOP = ".!?…:;"
_REMAINDER = re.compile(r"[\d.,?!»”\"):% \xa0\u202f]{1,12}")
_CLOSING = "»”\"'’)]* _\xa0"
_SENTENCE_END = re.compile(r"[.!?…][»”\")\]]*\s+(?=[^\W\d_a-zà-öø-ÿ]|[«“\"(])")
_ABBREVIATIONS = frozenset[str]().union(
    *(press.abbreviations for press in PRESSES.values())
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its indentation, bullet, number, quotation or heading mark.

    Attributes:
        words: text[begin:end] of the document.
        opens: Whether a paragraph cannot run on into this line.
        closes: Whether a paragraph cannot run on behind it.
        furniture: Whether it belongs to the page and not to the article.
    """

    begin: int
    end: int
    words: str
    opens: bool
    closes: bool
    furniture: bool


def read_lines(text: str, *, markdown: bool = False, skip: int = 0) -> list[Line]:
    """Cut a text into its lines, blank ones included (they are empty).

    The first `skip` code points are front matter and count as furniture.
    """
    lines = []
    begin = 0
    fenced = False
    for raw in text.splitlines(keepends=True):
        fence = markdown and bool(_FENCE.match(raw))
        fenced ^= fence
        hidden = begin < skip or fence or fenced
        hidden = hidden or (markdown and bool(_NOT_PROSE.match(raw)))
        lines.append(_read_line(raw, begin, hidden=hidden))
        begin += len(raw)
    return lines


def _read_line(raw: str, offset: int, *, hidden: bool) -> Line:
    if _UNDERLINE.fullmatch(raw):  # of a heading, or a rule: both end what stands above
        return Line(offset, offset, "", opens=True, closes=True, furniture=True)
    marker = _MARKER.match(raw)
    start = marker.end() if marker else 0
    heading = bool(marker and marker["heading"])
    words = raw[start:].strip()
    start = raw.index(words, start)
    if heading:
        words = _TRAILING_SIGNS.sub("", words)
    begin = offset + start
    return Line(
        begin,
        begin + len(words),
        words,
        opens=heading or bool(marker and marker["item"]),
        closes=heading,
        furniture=hidden or not words or is_furniture(words),
    )


def find_blocks(text: str, lines: Sequence[Line], language: str) -> tuple[Span, ...]:
    """Join lines into blocks; leave out furniture and what is not in the language."""
    blocks: list[Span] = []
    for block in _paragraphs(lines):
        begin = block.begin + dateline_end(text[block.begin : block.begin + 200])
        sample = text[begin : min(block.end, begin + BLOCK_SAMPLE)]
        if sample and not is_foreign(sample, language):
            blocks.extend(_cut(text, begin, block.end))
    return tuple(blocks)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Span]:
    width = _wrap_width(lines)
    current: Span | None = None
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if current and before and _runs_on(before, line, width):
            current = Span(current.begin, line.end)
            continue
        if line.furniture:
            continue
        if current:
            yield current
        current = Span(line.begin, line.end)
    if current:
        yield current


def _runs_on(before: Line, line: Line, width: int | None) -> bool:
    if before.furniture or before.closes or line.opens:
        return False
    if line.furniture:  # unless it is what a wrapped sentence left over, as "2020."
        remainder = bool(_REMAINDER.fullmatch(line.words))
        return remainder and _broken_at(before, line, width)
    return _in_mid_sentence(before, line) or _broken_at(before, line, width)


def _in_mid_sentence(before: Line, line: Line) -> bool:
    """Whether a line ends unfinished and the next goes on in lower case."""
    last = before.words.rstrip(_CLOSING)[-1:]
    first = line.words[0]
    return last not in _FULL_STOP and (first.islower() or first in ",;)»")


def _broken_at(before: Line, line: Line, width: int | None) -> bool:
    """Whether a line ends only because the next word would not have fitted."""
    if width is None or len(before.words) > width:
        return False
    first_word, last_word = (
        line.words.split(None, 1)[0],
        before.words.rsplit(None, 1)[-1],
    )
    abbreviated = last_word.rstrip(".").lower() in _ABBREVIATIONS
    return len(before.words) + 1 + len(first_word) > width or (
        abbreviated and last_word.endswith(".")
    )


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """Length at which the text was hard-wrapped, None if each line is a paragraph.

    In wrapped prose lines go on in lower case, and they are as long as the next word
    allows; where each line is a paragraph, hardly any does and is.
    """
    together = [
        (before, line)
        for before, line in pairwise(lines)
        if not (before.furniture or line.furniture or before.closes or line.opens)
    ]
    running = [len(a.words) for a, b in together if _in_mid_sentence(a, b)]
    if not running:
        return None
    for width in (max(len(before.words) for before, _ in together), max(running)):
        full = sum(_broken_at(before, line, width) for before, line in together)
        if width in WRAP_WIDTHS and full >= MOSTLY_FULL * len(together):
            return width
    return None


def _cut(text: str, begin: int, end: int) -> Iterator[Span]:
    """Cut an overlong block behind the last sentence that fits."""
    while end - begin > LONGEST_BLOCK:
        limit = begin + LONGEST_BLOCK
        stops = [m.end() for m in _SENTENCE_END.finditer(text, begin, limit)]
        cut = stops[-1] if stops else text.rfind(" ", begin, limit) + 1 or limit
        yield _trimmed(text, begin, cut)
        begin = cut
    if begin < end:
        yield Span(begin, end)


def _trimmed(text: str, begin: int, end: int) -> Span:
    return Span(begin, begin + len(text[begin:end].rstrip()))


def find_headline(text: str, blocks: Sequence[Span]) -> str | None:
    """Return the first block that reads like a headline, if one stands at the top."""
    for block in blocks[:FIRST_BLOCKS]:
        words = text[block.begin : block.end].split()
        unfinished = words[-1].rstrip(_CLOSING)[-1:] not in ".…;:,"
        if SHORTEST_HEADLINE <= len(words) <= LONGEST_HEADLINE and unfinished:
            return " ".join(words).strip("*_ ")
    return None
