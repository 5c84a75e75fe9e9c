"""What the recogniser marks as a name, cut or widened to the name."""

from collections.abc import Iterable

from kg.actors import Register
from kg.spellings import fold
from kg.syntax import Parse

Recognised = tuple[int, int, str]  # first token, token behind the last, label

_NO_END = {"VERB", "AUX", "PRON", "ADV", "CCONJ", "SCONJ", "ADP", "DET", "PUNCT"}
_FULL_NAME = 2  # words


def trimmed(parse: Parse, span: Recognised, register: Register) -> Recognised:
    """Cut what the recogniser takes with a name: «l'ONU condamne», «l'UMHK et de».

    «l'Américain Harris» is Harris, «à Kiev Volodymyr Zelensky» Zelensky. A given name
    that it misses belongs to the name: “Julie Hahn” is not the Hahn who is known.
    """
    first, behind, label = span
    first -= label == "PER" and opened_by_given_name(parse, first, register)
    nation = parse.words[first].lower() in register.gazetteer.adjectives
    if label == "PER" and nation and first and parse.pos[first - 1] == "DET":
        first += behind > first + 1
    if label == "PER" and behind - first > _FULL_NAME and first:
        first += parse.pos[first - 1] == "ADP" and _capital(parse, first, register)
    prepositions = 0
    for token in range(first + 1, behind - 1):
        prepositions += parse.pos[token] == "ADP"
        joins = parse.pos[token] == "CCONJ" and parse.pos[token + 1] == "ADP"
        if joins and not prepositions:
            behind = token
            break
    while behind > first + 1 and _no_end(parse, behind - 1):
        behind -= 1
    return first, behind, label


def opened_by_given_name(parse: Parse, first: int, register: Register) -> bool:
    """Tell whether a word of a name stands before what is marked: "Julie Hahn"."""
    before = first - 1
    return (
        before >= 0
        and parse.heads[first] == before
        and parse.deps[first].startswith("flat")
        and parse.pos[before] == "PROPN"
        and parse.words[before][0].isupper()
        and parse.words[before] not in register.gazetteer.courtesy
        and not titled(parse, [before], register)
    )


def titled(parse: Parse, tokens: Iterable[int], register: Register) -> bool:
    """Tell whether all words of some title are among the tokens."""
    pieces = [piece for token in tokens for piece in fold(parse.words[token])]
    return any(
        set(title.pieces) <= set(pieces)
        for piece in pieces
        for title in register.gazetteer.titles.get(piece, ())
    )


def _capital(parse: Parse, token: int, register: Register) -> bool:
    pieces = fold(parse.words[token])
    names = register.gazetteer.names.get(pieces[0], ()) if pieces else ()
    return any(name.capital and name.pieces == pieces for name in names)


def _no_end(parse: Parse, token: int) -> bool:
    return parse.pos[token] in _NO_END and not parse.words[token][0].isupper()
