"""Text with entity spans, and its way into spaCy documents."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

Extent = tuple[int, int, str]


@dataclass(slots=True)
class Tagged:
    """A text and what is known of its names.

    Attributes:
        spans: Entities as (start, end, label), in characters, half-open.
        unknown: Stretches (start, end) of which nothing is known.
    """

    text: str
    spans: list[Extent] = field(default_factory=list)
    unknown: list[tuple[int, int]] = field(default_factory=list)


def to_doc(tagged: Tagged, nlp: Language) -> Doc:
    """Tokenize and mark entities; what does not meet token borders is left unknown."""
    doc = nlp.make_doc(tagged.text)
    entities: list[Span] = []
    missing: list[Span] = []
    for start, end, label in tagged.spans:
        span = doc.char_span(start, end, label=label)
        if span is None:
            missing += _around(doc, start, end)
        else:
            entities.append(span)
    entities = filter_spans(entities)
    taken = {token.i for span in entities for token in span}
    for start, end in tagged.unknown:
        missing += _around(doc, start, end)
    missing = [span for span in missing if span.start not in taken]
    doc.set_ents(entities, missing=list(dict.fromkeys(missing)), default="outside")
    return doc


def join(
    words: Sequence[str], spaces: Sequence[bool]
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of words and the extent of each."""
    text = ""
    extents = []
    for word, space in zip(words, spaces, strict=True):
        extents.append((len(text), len(text) + len(word)))
        text += word + " " * space
    return text, extents


def retype(
    items: Iterable[Tagged],
    dice: random.Random,
    quotes: Sequence[Callable[[str], str]] | None = None,
) -> Iterator[Tagged]:
    """Vary apostrophes and quotes; offsets stay, for only single characters change.

    Args:
        items: Left as they are.
        dice: Source of chance.
        quotes: Ways to write quotation marks; without them, the French ones.
    """
    for item in items:
        text = item.text.replace("’", "'")
        if dice.random() < 0.4:  # noqa: PLR2004
            text = text.replace("'", "’")
        if dice.random() < 0.3:  # noqa: PLR2004
            text = dice.choice(quotes or _FRENCH_QUOTES)(text)
        yield Tagged(text, item.spans, item.unknown)


def _around(doc: Doc, start: int, end: int) -> list[Span]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return [doc[token.i : token.i + 1] for token in span] if span is not None else []


def curl_quotes(text: str) -> str:
    """Write straight quotation marks as curly ones, by turns opening and closing.

    >>> curl_quotes('"Never", he said.')
    '“Never”, he said.'
    """
    pieces = text.split('"')
    marks = [("“", "”")[at % 2] for at in range(len(pieces) - 1)]
    return "".join(map(str.__add__, pieces, [*marks, ""]))


def _straighten(text: str) -> str:
    return text.translate(str.maketrans("«»", '""'))


def _anglicise(text: str) -> str:
    return text.translate(str.maketrans("«»", "“”"))


_FRENCH_QUOTES = (_straighten, _anglicise)
