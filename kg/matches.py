"""Where the words of a text spell a name that is known."""

from collections.abc import Iterator

from kg.actors import Register
from kg.spellings import Name, fold
from kg.syntax import Parse

_MIN_TITLECASE_ACRONYM = 4  # "Otan" and "Unesco" are written so, "Ua" is not
_MAX_NAME_TOKENS = 8


def known_names(parse: Parse, register: Register) -> Iterator[tuple[int, int, Name]]:
    """Yield names of the gazetteer with first and last token, none in another."""
    behind = 0
    for token in range(len(parse.words)):
        if token >= behind:
            found = _longest(parse.words, token, register)
            if found is not None:
                yield token, *found
                behind = found[0] + 1


def _longest(
    words: list[str], first: int, register: Register
) -> tuple[int, Name] | None:
    """Return the longest name that starts at a token, with its last token."""
    pieces = fold(words[first])
    for name in register.gazetteer.names.get(pieces[0], ()) if pieces else ():
        last = _match(words, first, name.pieces)
        if last is not None and _well_written(words[first : last + 1], name):
            return last, name
    return None


def _match(words: list[str], first: int, pieces: tuple[str, ...]) -> int | None:
    """Return the last token of a name that starts at a token and ends at one."""
    matched = 0
    for token in range(first, min(first + _MAX_NAME_TOKENS, len(words))):
        part = fold(words[token])
        if pieces[matched : matched + len(part)] != part:
            return None
        matched += len(part)
        if matched == len(pieces):
            return token
    return None


def _well_written(words: list[str], name: Name) -> bool:
    word = words[0]
    if name.lower:
        return True
    if name.second and words[1:] and not words[1][0].isupper():
        return False
    if name.acronym:
        long_enough = len(word) >= _MIN_TITLECASE_ACRONYM
        return word.isupper() or (long_enough and word[0].isupper())
    return word[0].isupper()
