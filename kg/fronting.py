"""Places that open a sentence: «À La Havane, X et Y …» has X and Y for subjects."""

from kg.lang.grammar import Grammar
from kg.syntax import PLAIN_SUBJECTS, Parse

_NOMINAL = ("NOUN", "PROPN")
_COMMA_WITHIN = 8  # tokens from the preposition


def free_places(parse: Parse, grammar: Grammar) -> None:
    """Part the places that open sentences from the subjects that parsers hang on them."""
    for first, last in parse.sentences:
        place = parse.heads[first]
        fronted = parse.lemmas[first] in grammar.fronting and place > first
        comma = _comma(parse, place, min(first + _COMMA_WITHIN, last))
        if fronted and parse.deps[first] == "case" and comma is not None:
            _free(parse, place, comma)


def _comma(parse: Parse, place: int, last: int) -> int | None:
    """Return the comma that closes a place, if no verb stands before it."""
    for token in range(place + 1, last):
        if parse.words[token] == ",":
            return token
        if parse.pos[token] in ("VERB", "AUX"):
            return None
    return None


def _free(parse: Parse, place: int, comma: int) -> None:
    """Give the verb what is hung on the place; a place that is the root becomes its."""
    behind = [
        child
        for child in parse.having(place, "appos", "conj", "nmod")
        if child > comma and parse.pos[child] in _NOMINAL
    ]
    verb = _verb_of(parse, place, comma)
    if not behind or verb is None or verb < behind[-1]:
        return
    subject, *others = behind
    others += [own for own in parse.having(verb, *PLAIN_SUBJECTS) if own > subject]
    parse.heads[subject], parse.deps[subject] = verb, "nsubj"
    for other in others:
        parse.heads[other], parse.deps[other] = subject, "conj"
    if parse.heads[place] == place:
        parse.heads[verb], parse.deps[verb] = verb, parse.deps[place]
    parse.heads[place], parse.deps[place] = verb, "obl:mod"
    parse.relink()


def _verb_of(parse: Parse, place: int, comma: int) -> int | None:
    """Return the verb above a place, or below it where the place is the root."""
    above = parse.heads[place]
    if above != place:
        return above if parse.pos[above] == "VERB" else None
    below = parse.having(place, "conj", "parataxis", "acl", "acl:relcl")
    return next((v for v in below if v > comma and parse.pos[v] == "VERB"), None)
