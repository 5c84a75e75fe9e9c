"""Insertions: «a, selon Oslo, livré», «a reçu mardi au Kremlin, seul, le roi»."""

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_AUXILIARY = ("aux", "aux:tense", "aux:pass", "cop")
_OBJECTS = ("obj", "ccomp", "xcomp", "expl:pv", "expl:pass", "expl:comp")
_LOOSE = ("nmod", "appos", "obl:mod", "dep", "conj")
_ADVERBIAL = ("obl", "obl:mod", "obl:arg", "advmod", "advcl")
_NOMINAL = ("NOUN", "PROPN")
_SPLIT_WITHIN = 25  # tokens from an auxiliary to its participle
_MAX_CLIMB = 6


def mend_insertions(parse: Parse, grammar: Grammar) -> None:
    """Put a verb together with what insertions part from it."""
    for token, pos in enumerate(parse.pos):
        if parse.lemmas[token] == grammar.perfect and pos in ("VERB", "AUX"):
            _join_auxiliary(parse, token)
        elif pos == "NOUN" and parse.lemmas[token] in grammar.time_nouns:
            _pass_over_time(parse, token, grammar)
        if parse.deps[token] == "conj":
            _part_source(parse, token, grammar)
    for token, dep in enumerate(parse.deps):
        if dep in _LOOSE and parse.pos[token] in _NOMINAL:
            _raise_object(parse, token, grammar)


def raise_participle(parse: Parse, participle: int, auxiliary: int) -> None:
    """Make a participle the verb of an auxiliary that was taken for the verb."""
    above = parse.heads[auxiliary]
    parse.heads[participle] = participle if above == auxiliary else above
    parse.deps[participle] = parse.deps[auxiliary]
    for child in parse.children[auxiliary]:
        parse.heads[child] = participle
    parse.heads[auxiliary], parse.deps[auxiliary] = participle, "aux:tense"
    parse.pos[auxiliary] = "AUX"
    parse.relink()


def _join_auxiliary(parse: Parse, auxiliary: int) -> None:
    """«a, de concert avec Oslo, traîné Riga en justice»: one verb, not two."""
    finite = "VerbForm=Fin" in parse.morphs[auxiliary]
    if not finite or parse.deps[auxiliary] in _AUXILIARY:
        return
    if parse.having(auxiliary, "expl:comp", "aux:tense"):  # «il y a», «a eu»
        return
    _, last = parse.sentence(auxiliary)
    behind = range(auxiliary + 1, min(auxiliary + _SPLIT_WITHIN, last))
    participle = next((t for t in behind if _participle(parse, t)), None)
    if participle is None or auxiliary in parse.subtree(participle):
        return
    tops = {_top(parse, t, auxiliary, participle) for t in behind if t < participle}
    if all(_adverbial(parse, top) for top in tops):
        raise_participle(parse, participle, auxiliary)
        for top in tops:
            if parse.pos[top] in _NOMINAL:
                parse.heads[top], parse.deps[top] = participle, "obl:mod"
        parse.relink()


def _participle(parse: Parse, token: int) -> bool:
    """Tell whether a word is a past participle that agrees with no object."""
    morph = parse.morphs[token]
    past = "Tense=Past" in morph and "VerbForm=Part" in morph
    agrees = "Gender=Fem" in morph or "Number=Plur" in morph
    return past and not agrees and parse.deps[token] not in _AUXILIARY


def _top(parse: Parse, token: int, first: int, last: int) -> int:
    """Return the highest word above one that stands between two others."""
    while first < parse.heads[token] < last and parse.heads[token] != token:
        token = parse.heads[token]
    return token


def _adverbial(parse: Parse, token: int) -> bool:
    return (
        parse.pos[token] in ("ADV", "PUNCT", "ADP")
        or parse.deps[token] in _AUXILIARY
        or bool(parse.having(token, "case", "mark"))
    )


def _pass_over_time(parse: Parse, noun: int, grammar: Grammar) -> None:
    """«reproche depuis des mois à Oslo», «a reconnu la semaine dernière le Kosovo»."""
    verb = parse.heads[noun]
    if not parse.deps[noun].startswith("obl") or parse.pos[verb] != "VERB":
        return
    for child in parse.having(noun, "nmod"):
        cases = [parse.lemmas[case] for case in parse.having(child, "case")]
        if child < noun or noun < verb or parse.pos[child] != "PROPN":
            continue
        if cases[:1] == [grammar.to]:
            parse.heads[child], parse.deps[child] = verb, "obl:arg"
        elif not cases and parse.having(child, "det") and not _sated(parse, verb):
            parse.heads[child], parse.deps[child] = verb, "obj"
    parse.relink()


def _sated(parse: Parse, verb: int) -> bool:
    """Tell whether a verb has an object, a clause or is reflexive or passive."""
    return bool(parse.having(verb, *_OBJECTS, "aux:pass", "obl:agent"))


def _part_source(parse: Parse, noun: int, grammar: Grammar) -> None:
    """«un soutien financier et, selon Oslo, militaire»: Oslo supports nobody."""
    cases = parse.having(noun, "case")
    words = tuple(parse.plain(t) for t in cases)
    fixed = tuple(
        parse.words[t].lower() for case in cases for t in parse.having(case, "fixed")
    )
    if words + fixed not in grammar.according or parse.words[cases[0] - 1] != ",":
        return
    above = parse.up_to_verb(parse.heads[noun], _MAX_CLIMB)
    parse.heads[noun], parse.deps[noun] = above, "obl:mod"
    parse.relink()


def _raise_object(parse: Parse, noun: int, grammar: Grammar) -> None:
    """«a remercié, par la voix de son ambassadeur, la Finlande»: hung on the voice."""
    if parse.having(noun, "case", "cc", "mark"):
        return
    first = parse.subtree(noun)[0]
    opened = parse.words[first - 1] == "," or parse.words[first] == ","
    own = parse.having(noun, "det", "nummod")
    timed = parse.lemmas[noun] in grammar.time_nouns | grammar.occasion_nouns
    found = _verb_past_insertion(parse, noun) if opened and own and not timed else None
    if found is None or _sated(parse, found[0]):
        return
    verb, top = found
    start = parse.subtree(top)[0]
    inserted = parse.words[start - 1] == "," or parse.words[start] == ","
    last = parse.subtree(noun)[-1] + 1
    closed = last < len(parse.words) and parse.words[last] == ","
    if inserted and not closed and parse.lemmas[verb] not in grammar.copulas:
        parse.heads[noun], parse.deps[noun] = verb, "obj"
        parse.relink()


def _verb_past_insertion(parse: Parse, noun: int) -> tuple[int, int] | None:
    """Return the verb before an adverbial that a noun is hung on, with that.

    A noun without preposition that is hung on the verb itself as an adverbial will do.
    """
    top = parse.heads[noun]
    if parse.pos[top] == "VERB" and top < noun and parse.deps[noun] == "obl:mod":
        before = [c for c in parse.children[top] if top < c < noun]
        inserted = before and parse.deps[before[-1]] in _ADVERBIAL
        return (top, before[-1]) if inserted else None
    for _ in range(_MAX_CLIMB):
        above = parse.heads[top]
        if above == top or top > noun:
            return None
        if parse.pos[above] == "VERB" and above < top:
            adverbial = parse.deps[top] in _ADVERBIAL and parse.heads[noun] != above
            return (above, top) if adverbial else None
        top = above
    return None
