"""Main clauses that relative clauses part: «X, à qui Y impute l'attaque, a nié»."""

from kg.lang.grammar import Grammar
from kg.syntax import PLAIN_SUBJECTS, Parse

_JOINED = ("advcl", "conj", "parataxis", "ccomp")
_BEFORE_VERB = ("AUX", "ADV", "PRON")
_NOMINAL = ("NOUN", "PROPN")


def mend_matrices(parse: Parse, grammar: Grammar) -> None:
    """Give the main verb its subject back, the relative clause its noun."""
    for pronoun in range(len(parse.words)):
        if parse.plain(pronoun) not in grammar.relatives:
            continue
        comma = pronoun - 1
        while comma > 0 and parse.pos[comma] == "ADP":
            comma -= 1
        noun, clause = comma - 1, parse.heads[pronoun]
        while parse.deps[noun].startswith("flat"):
            noun = parse.heads[noun]
        if noun < 0 or parse.words[comma] != "," or parse.pos[noun] not in _NOMINAL:
            continue
        verb = _main_verb(parse, clause) if clause > pronoun else None
        if verb is not None:
            _part(parse, noun, clause, verb)


def _main_verb(parse: Parse, clause: int) -> int | None:
    """Return the finite verb behind a comma that has no subject of its own."""
    for verb in parse.having(clause, *_JOINED):
        finite = parse.bears(parse.forms(verb, copula=True), "VerbForm=Fin")
        bare = not parse.having(verb, *PLAIN_SUBJECTS, "mark", "cc")
        before = verb - 1
        while before > clause and parse.pos[before] in _BEFORE_VERB:
            before -= 1
        if verb > clause and finite and bare and parse.words[before] == ",":
            return verb
    return None


def _part(parse: Parse, noun: int, clause: int, verb: int) -> None:
    """Part a main clause from the relative clause on its subject."""
    taken = parse.heads[noun] == clause and parse.deps[noun] in PLAIN_SUBJECTS
    several = len(parse.having(clause, *PLAIN_SUBJECTS)) > 1
    root = parse.heads[noun] == noun and parse.heads[clause] == noun
    if not (taken and several) and not root:
        return
    top = noun if root else clause
    above = parse.heads[top]
    parse.heads[verb] = verb if above == top else above
    parse.deps[verb] = parse.deps[top]
    sated = bool(parse.having(verb, "obj", "ccomp", "xcomp"))
    for child in parse.children[noun] if root else ():
        if child > verb:
            parse.heads[child] = verb
            bare = parse.pos[child] in _NOMINAL and not parse.having(child, "case")
            if bare and not sated:
                parse.deps[child], sated = "obj", True
    parse.heads[clause], parse.deps[clause] = noun, "acl:relcl"
    passive = bool(parse.having(verb, "aux:pass"))
    parse.heads[noun] = verb
    parse.deps[noun] = "nsubj:pass" if passive else "nsubj"
    parse.relink()
