"""Coordinations hung in the wrong place: lists of names, complements, appositions."""

from collections.abc import Iterator

from kg.lang.grammar import Grammar
from kg.syntax import PLAIN_SUBJECTS, Parse

_NOMINAL = ("NOUN", "PROPN")
_COMPLEMENTS = ("obj", "xcomp", "obl", "obl:arg", "obl:mod", "iobj")
_LIST = 3  # names that make a list, whatever the tree says


def mend_coordinations(parse: Parse, grammar: Grammar) -> None:
    """Rebuild what parsers often break where several names or verbs are joined."""
    for first, last in parse.sentences:
        for members in _lists(parse, grammar, first, last):
            _join(parse, members)
    for phrase in grammar.joining:
        _join_by_phrases(parse, phrase)
    for token, dep in enumerate(parse.deps):
        if dep == "cc":
            _close_apposition(parse, token)
        elif dep == "ccomp" and parse.pos[token] == "VERB":
            _coordinate(parse, token)
        elif dep == "conj" and parse.pos[token] == "VERB":
            _give_complements(parse, token)
    parse.relink()


def _lists(
    parse: Parse, grammar: Grammar, first: int, last: int
) -> Iterator[list[int]]:
    """Yield the heads of names in a row: «Paris, Berlin et Londres»."""
    labels = {
        token: label
        for begin, behind, label in parse.names
        for token in range(begin, behind)
    }
    token = first
    while token < last:
        # «à Moscou, Minsk et Kiev ont signé» lists no three
        placed = token > first and parse.pos[token - 1] == "ADP"
        members, token = _row(parse, grammar, token, last)
        kinds = {labels.get(member, "") == "PER" for member in members}
        known = all(member in labels for member in members)
        if len(members) >= _LIST and known and len(kinds) == 1 and not placed:
            yield members


def _row(
    parse: Parse, grammar: Grammar, token: int, last: int
) -> tuple[list[int], int]:
    """Return the names in a row from a token on, and where to look on."""
    members: list[int] = []
    closed = False
    found = _name_at(parse, token, last)
    while found is not None:
        members.append(found[0])
        behind = found[1]
        if closed:
            return members, behind
        closed = behind < last and parse.lemmas[behind] in grammar.and_words
        if behind >= last or not (closed or parse.words[behind] == ","):
            return [], behind
        token = behind
        found = _name_at(parse, behind + 1, last)
    return [], token + 1


def _name_at(parse: Parse, token: int, last: int) -> tuple[int, int] | None:
    """Return the head of the name that starts at a token, and the token behind it."""
    if token < last and parse.pos[token] == "DET":
        token += 1
    behind = token
    while behind < last and parse.pos[behind] == "PROPN":
        behind += 1
    heads = [t for t in range(token, behind) if not token <= parse.heads[t] < behind]
    if not heads:
        heads = [t for t in range(token, behind) if parse.heads[t] == t]
    return (heads[0], behind) if len(heads) == 1 else None


def _join(parse: Parse, members: list[int]) -> None:
    """Hang the names of a list on the one that has a place in the clause."""
    subjects = [m for m in members if parse.deps[m] in PLAIN_SUBJECTS]
    anchor = (subjects or members)[0]
    for member in members:
        if member != anchor and anchor not in parse.subtree(member):
            parse.heads[member], parse.deps[member] = anchor, "conj"
    parse.relink()


def _join_by_phrases(parse: Parse, phrase: tuple[str, ...]) -> None:
    """Coordinate the names around every occurrence of a phrase."""
    for token, word in enumerate(parse.words):
        behind = token + len(phrase)
        if word == phrase[0] and tuple(parse.words[token:behind]) == phrase:
            _join_by_phrase(parse, token, behind)


def _join_by_phrase(parse: Parse, token: int, behind: int) -> None:
    """«la Pologne, de même que la Slovaquie, soutient X»: both do."""
    before = token - 2 if parse.words[token - 1] == "," else token - 1
    found = _name_at(parse, behind, len(parse.words))
    if found is None or before < 0 or parse.pos[before] != "PROPN":
        return
    name, second = before, found[0]
    while parse.deps[name].startswith("flat"):
        name = parse.heads[name]
    verb = parse.heads[second]
    if parse.heads[verb] == name and parse.deps[second] in PLAIN_SUBJECTS:
        above = parse.heads[name]
        parse.heads[verb] = verb if above == name else above
        parse.deps[verb], parse.deps[name] = parse.deps[name], "nsubj"
        parse.heads[name] = verb
        parse.relink()
    if name not in parse.subtree(second):
        parse.heads[second], parse.deps[second] = name, "conj"
        for word in range(token, behind):
            parse.heads[word], parse.deps[word] = second, "cc"
    parse.relink()


def _close_apposition(parse: Parse, joiner: int) -> None:
    """«l'Arménie, alliée de Moscou, et l'Azerbaïdjan»: the last joins the first."""
    member = parse.heads[joiner]
    inside = parse.heads[member]
    if parse.words[joiner - 1] != "," or parse.deps[member] != "conj":
        return
    commas = [t for t in range(max(inside - 8, 1), inside) if parse.words[t] == ","]
    if not commas or parse.pos[member] not in _NOMINAL or inside > joiner:
        return
    opening = commas[-1] + 1
    name = commas[-1] - 1
    bare = parse.pos[opening] in ("NOUN", "ADJ", "VERB") and opening != inside
    nominal = parse.pos[opening] == "NOUN" or "VerbForm=Part" in parse.morphs[opening]
    while parse.deps[name].startswith("flat"):
        name = parse.heads[name]
    if not bare or not nominal or parse.pos[name] != "PROPN":
        return
    if name in parse.subtree(member) or parse.having(member, "case"):
        return
    parse.heads[member] = name
    if name not in parse.subtree(opening):
        parse.heads[opening], parse.deps[opening] = name, "appos"
    parse.relink()


def _give_complements(parse: Parse, verb: int) -> None:
    """«a dénoncé l'accord et promis à Oslo une riposte»: Oslo is promised something."""
    first = parse.heads[verb]
    if (
        parse.pos[first] != "VERB"
        or first > verb
        or parse.having(verb, *PLAIN_SUBJECTS)
    ):
        return
    if _lower(parse, verb, first):
        return
    if not any(o < verb for o in parse.having(first, "obj", "ccomp")):
        return
    own = parse.having(verb, "obj")
    for child in parse.having(first, *_COMPLEMENTS):
        if child > verb and not (own and parse.deps[child] == "obj"):
            parse.heads[child] = verb
    parse.relink()


def _coordinate(parse: Parse, verb: int) -> None:
    """«X finançait, armait et abritait Y»: a comma opens no complement clause."""
    first = parse.heads[verb]
    bare = parse.words[verb - 1] == "," and not parse.having(
        verb, "mark", *PLAIN_SUBJECTS
    )
    same = parse.morphs[first] == parse.morphs[verb] and first < verb
    if bare and same and "VerbForm=Fin" in parse.morphs[verb]:
        parse.deps[verb] = "conj"


def _lower(parse: Parse, verb: int, first: int) -> bool:
    """«a dit que X armait, finançait et abritait Y»: verbs of one form go together."""
    if parse.having(verb, "cc") or parse.words[verb - 1] != ",":
        return False
    for clause in parse.having(first, "ccomp"):
        same = parse.morphs[clause] == parse.morphs[verb] != parse.morphs[first]
        if clause < verb and same and "VerbForm=Fin" in parse.morphs[verb]:
            parse.heads[verb] = clause
            parse.relink()
            return True
    return False
