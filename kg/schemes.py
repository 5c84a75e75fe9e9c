"""Trees of any scheme of labels turned into what the algorithms walk."""

from collections.abc import Collection

from kg.lang.schemes import SCHEMES, Scheme
from kg.syntax import Parse

_VERBAL = ("VERB", "AUX")


def scheme_of(labels: Collection[str]) -> Scheme:
    """Return the scheme that a parser with some labels follows."""
    return next(scheme for scheme in SCHEMES if scheme.signs <= set(labels))


def translate(parse: Parse, scheme: Scheme) -> None:
    """Put a tree in the terms of the algorithms."""
    lowered = _lower_prepositions(parse, scheme)
    _lower_copulas(parse, scheme)
    if scheme.prepositions:
        _bind_conjunctions(parse)
    mark = scheme.infinitive
    for token, dep in enumerate(parse.deps):
        if (parse.pos[token], dep) == mark[:2]:
            parse.deps[token] = mark[2]
        elif token not in lowered:  # those bear labels of ours by now
            parse.deps[token] = scheme.labels.get(dep, dep)
        if parse.pos[token] == "PRON" and scheme.determiner in parse.morphs[token]:
            parse.pos[token], parse.deps[token] = "DET", "det"
    known = scheme.names
    parse.names = [(f, b, known[name]) for f, b, name in parse.names if name in known]
    parse.relink()


def _depth(parse: Parse, token: int) -> int:
    depth = 0
    while parse.heads[token] != token:
        token, depth = parse.heads[token], depth + 1
    return depth


def _lower_prepositions(parse: Parse, scheme: Scheme) -> set[int]:
    """Hang every preposition on its noun or clause, and that where it hung.

    Returns:
        Those nouns and clauses.
    """
    lowered: set[int] = set()
    if not scheme.prepositions:
        return lowered
    # From below: in "out of Oslo" the noun passes from "of" to "out" and on.
    for token in sorted(range(len(parse.heads)), key=lambda t: -_depth(parse, t)):
        inside = [c for c in parse.children[token] if parse.deps[c] in scheme.governed]
        clauses = [c for c in parse.children[token] if parse.deps[c] in scheme.clauses]
        if inside or clauses:
            below = (inside or clauses)[0]
            _lower(parse, scheme, token, below)
            lowered.add(below)
    return lowered


def _lower(parse: Parse, scheme: Scheme, preposition: int, below: int) -> None:
    dep, above = parse.deps[preposition], parse.heads[preposition]
    clause = scheme.clauses.get(parse.deps[below])
    labels = clause or scheme.prepositions.get(dep)
    parse.heads[below] = below if above == preposition else above
    if parse.deps[above] in scheme.prepositions and parse.pos[above] == "ADP":
        pass  # the label too is still that of a governed noun
    elif labels is not None and dep != "conj":
        parse.deps[below] = labels[parse.pos[above] not in _VERBAL]
    else:
        parse.deps[below] = dep
    for child in parse.children[preposition]:
        if child != below:
            parse.heads[child] = below
    parse.heads[preposition] = below
    parse.deps[preposition] = "case" if clause is None else "mark"
    parse.relink()


def _lower_copulas(parse: Parse, scheme: Scheme) -> None:
    """Make what is said of the subject the head, and the copula its “cop”."""
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in scheme.copulas or parse.deps[token].startswith("aux"):
            continue
        said = parse.having(token, *scheme.predicates)
        if not said and not parse.having(token, "expl"):
            said = [c for c in parse.having(token, "obl") if c > token]
        if said:
            _swap(parse, token, said[0])


def _swap(parse: Parse, copula: int, predicate: int) -> None:
    above = parse.heads[copula]
    parse.heads[predicate] = predicate if above == copula else above
    parse.deps[predicate] = parse.deps[copula]
    for child in parse.children[copula]:
        if child != predicate:
            parse.heads[child] = predicate
    parse.heads[copula], parse.deps[copula] = predicate, "cop"
    parse.relink()


def _bind_conjunctions(parse: Parse) -> None:
    """Hang “and” on what follows it."""
    for token, dep in enumerate(parse.deps):
        if dep == "cc":
            joined = parse.having(parse.heads[token], "conj")
            later = [conjunct for conjunct in joined if conjunct > token]
            if later:
                parse.heads[token] = later[0]
    parse.relink()
