"""Who acts, where parsers hang agents, participles and verbs on the wrong word."""

from kg.lang.grammar import Grammar
from kg.subjects import OBJECTS
from kg.syntax import AUXILIARIES, PLAIN_SUBJECTS, Parse

_NOMINAL = ("NOUN", "PROPN")
_LOOSE = ("advcl", "ccomp", "parataxis")
_RELATIVE_DEPTH = 2  # steps from a relative pronoun to the verb of its clause


def mend_agents(parse: Parse, grammar: Grammar) -> None:
    """Give agents to nouns, participles to names and subjects to verbs."""
    for token, dep in enumerate(parse.deps):
        if dep == "obl:agent":
            _free_agent(parse, token, grammar)
        elif dep in ("acl", "conj") and token > parse.heads[token]:
            _promote(parse, token, grammar)
            _pair(parse, token, grammar)
        elif dep == "advcl":
            _lower(parse, token)
        if parse.pos[token] == "VERB":
            _take_subject(parse, token)
        if parse.plain(token) in grammar.relatives and parse.pos[token] == "PRON":
            _relate(parse, token)
    parse.relink()


def _free_agent(parse: Parse, agent: int, grammar: Grammar) -> None:
    """«a suspendu Riga après la prise du pouvoir par X»: X has taken it."""
    verb = parse.heads[agent]
    perfect = any(
        parse.lemmas[auxiliary] == grammar.perfect
        for auxiliary in parse.having(verb, "aux:tense")
    )
    cases = parse.having(agent, "case")
    if not perfect or parse.having(verb, "aux:pass") or not cases:
        return
    noun = cases[0] - 1
    while verb < parse.heads[noun] < noun:
        noun = parse.heads[noun]
    acted = parse.pos[noun] == "NOUN" and parse.heads[noun] == verb
    if acted and parse.having(verb, *OBJECTS):
        parse.heads[agent], parse.deps[agent] = noun, "nmod"


def _promote(parse: Parse, verb: int, grammar: Grammar) -> None:
    """«Oslo, gardienne des traités, traîne Riga …»: the root is its subject."""
    noun = parse.heads[verb]
    finite = parse.bears(parse.forms(verb), "VerbForm=Fin")
    if parse.heads[noun] != noun or parse.pos[noun] not in _NOMINAL or not finite:
        return
    below = {parse.plain(child) for child in parse.children[verb]}
    if parse.having(verb, *PLAIN_SUBJECTS, "mark", "cc") or below & set(
        grammar.relatives
    ):
        return
    passive = bool(parse.having(verb, "aux:pass"))
    for child in parse.children[noun]:
        if child > verb:
            parse.heads[child] = verb
    parse.heads[verb], parse.deps[verb] = verb, parse.deps[noun]
    parse.heads[noun], parse.deps[noun] = verb, "nsubj:pass" if passive else "nsubj"
    parse.relink()


def _lower(parse: Parse, participle: int) -> None:
    """«Quoi qu'en dise X, accusé par Y, Z a …»: X is accused, though Z has the verb."""
    verb, comma = parse.heads[participle], participle - 1
    subjects = parse.having(verb, *PLAIN_SUBJECTS)
    past = "VerbForm=Part" in parse.morphs[participle]
    if comma < 1 or parse.words[comma] != "," or not past:
        return
    name = comma - 1
    while parse.deps[name].startswith("flat"):
        name = parse.heads[name]
    later = bool(subjects) and participle < subjects[0] < verb
    own = parse.having(participle, *PLAIN_SUBJECTS, *AUXILIARIES)
    if later and not own and parse.pos[name] == "PROPN":
        parse.heads[participle], parse.deps[participle] = name, "acl"


def _take_subject(parse: Parse, verb: int) -> None:
    """«arme Kiev et Moscou menace Riga»: Moscow is the second verb's subject."""
    forms = parse.forms(verb)
    name = min(forms) - 1
    while parse.deps[name].startswith("flat") and parse.heads[name] < name:
        name = parse.heads[name]
    first, above = parse.heads[name], parse.heads[verb]
    joined = parse.deps[name] == "conj" and parse.pos[name] == "PROPN"
    left = first < name and above < name and parse.pos[above] == "VERB"
    finite = parse.bears(forms, "VerbForm=Fin")
    own = parse.having(verb, *PLAIN_SUBJECTS, "mark", "aux:pass")
    joins = parse.having(name, "cc")
    ready = joined and left and finite and joins
    if not ready or own or parse.deps[first] in PLAIN_SUBJECTS:
        return
    parse.heads[verb], parse.deps[verb] = above, "conj"
    parse.heads[joins[0]] = verb
    parse.heads[name], parse.deps[name] = verb, "nsubj"
    parse.relink()


def _pair(parse: Parse, name: int, grammar: Grammar) -> None:
    """«un traité entre l'Inde et l'Iran»: Iran pairs with India, not with the treaty."""
    noun = parse.heads[name]
    known = parse.pos[name] == "PROPN" or any(name == span[0] for span in parse.names)
    if not known or parse.pos[noun] != "NOUN" or parse.having(name, "case"):
        return
    for first in parse.having(noun, "nmod"):
        cases = parse.having(first, "case")
        if first < name and any(parse.plain(c) == grammar.both for c in cases):
            parse.heads[name] = first


def _relate(parse: Parse, pronoun: int) -> None:
    """«n'a pas ménagé X, dont il critique le bilan»: the clause is on X."""
    clause = parse.up_to_verb(pronoun, _RELATIVE_DEPTH)
    comma = pronoun - 1
    while comma > 0 and parse.pos[comma] == "ADP":
        comma -= 1
    noun = comma - 1
    if noun < 0 or parse.words[comma] != "," or parse.deps[clause] not in _LOOSE:
        return
    while parse.deps[noun].startswith("flat"):
        noun = parse.heads[noun]
    own = not parse.having(clause, "mark", "cc") and clause > pronoun
    if own and parse.pos[noun] in _NOMINAL and parse.heads[noun] == parse.heads[clause]:
        parse.heads[clause], parse.deps[clause] = noun, "acl:relcl"
