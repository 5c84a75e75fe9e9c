"""Acronyms in brackets behind the name that they stand for: «… de l'Ouest (Cédéao)»."""

from dataclasses import replace

from kg.actors import Register
from kg.mentions import Mention, head_of
from kg.spellings import fold
from kg.syntax import Parse

_MAX_LONG_NAME = 14  # tokens of a name before its acronym
_NO_ACRONYM = {"State", "Place", "Person"}
_NOMINAL = {"NOUN", "PROPN", "ADJ", "ADP", "DET"}


def spell_out(parse: Parse, mention: Mention, register: Register) -> Mention:
    """Return a mention in brackets with the long name before it, if it has one."""
    words, behind = parse.words, mention.last + 1
    bracketed = words[mention.first - 1 : mention.first] == ["("] and (
        words[behind : behind + 1] == [")"]
    )
    acronym = fold("".join(words[mention.first : behind]))
    kinds = {register.kind(slug) for slug in mention.actors}
    if not bracketed or len(acronym) > 1 or kinds & _NO_ACRONYM:
        return mention
    first = _long_name(parse, mention.first - 1, acronym[0])
    if first is None:
        return mention
    head = head_of(parse, first, mention.first - 2)
    return replace(mention, head=head, first=first, last=behind)


def _long_name(parse: Parse, bracket: int, acronym: str) -> int | None:
    """Return where a name begins whose acronym stands behind it in brackets.

    Its initials make the acronym up, or it is recognised as an organisation, as
    where the acronym is of another language: «le Front populaire … (TPLF)».
    """
    begin = parse.sentence(bracket)[0]
    begin = max(begin, bracket - _MAX_LONG_NAME)
    for first in range(bracket - 2, begin - 1, -1):
        pieces = [p for word in parse.words[first:bracket] for p in fold(word)]
        if pieces and not parse.words[first].islower() and _stands_for(acronym, pieces):
            return first
    for first, behind, label in parse.names:
        within = begin <= first < behind <= bracket
        rest = {parse.pos[token] for token in range(behind, bracket)}
        if label == "ORG" and within and rest <= _NOMINAL:
            return first
    return None


def _stands_for(acronym: str, pieces: list[str]) -> bool:
    """Tell whether the initials of words make up an acronym, little words apart."""
    initials = iter([piece[0] for piece in pieces])
    return pieces[0][0] == acronym[0] and all(c in initials for c in acronym)
