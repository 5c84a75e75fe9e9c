"""Quotations of a parse, across sentences."""

from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_LONGEST = 150  # tokens; a longer stretch has lost its closing mark


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks.

    Attributes:
        first: Token of the opening mark; `last` that of the closing one.
        speaker: Token of the noun before a colon that introduces it («Poutine : «…»).
    """

    first: int
    last: int
    speaker: int | None = None

    def distance(self, token: int) -> int:
        """Return how many tokens lie between the quote and a token outside it."""
        return self.first - token if token < self.first else token - self.last


def find_quotes(parse: Parse, grammar: Grammar) -> list[Quote]:
    """Return the quotes that are closed within a reasonable stretch, in text order."""
    quotes = []
    token = 0
    while token < len(parse.words):
        closing = grammar.quotes.get(parse.words[token])
        last = None
        if closing is not None:
            behind = range(token + 1, min(token + _LONGEST, len(parse.words)))
            last = next((t for t in behind if parse.words[t] == closing), None)
        if last is None:
            token += 1
        else:
            quotes.append(Quote(token, last, _speaker(parse, token)))
            token = last + 1
    return quotes


def _speaker(parse: Parse, opening: int) -> int | None:
    colon = opening - 1
    if colon < 1 or parse.words[colon] != ":":
        return None
    before = colon - 1
    if parse.deps[before].startswith("flat"):  # «Donald Tusk :»
        before = parse.heads[before]
    return before if parse.pos[before] in ("PROPN", "NOUN") else None
