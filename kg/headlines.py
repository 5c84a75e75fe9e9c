"""Openings put right: “China, Russia sign deal”, “Poland to arm Ukraine”."""

from kg.lang.grammar import Grammar
from kg.syntax import PLAIN_SUBJECTS, Parse

_SUBORDINATE = ("acl", "advcl", "ccomp", "xcomp", "dep")


def mend_headlines(parse: Parse, grammar: Grammar) -> None:
    """Give the verbs of sentences that open with a bare name their subjects."""
    for first, last in parse.sentences:
        if parse.pos[first] == "PROPN":
            _take_address(parse, first)
            _take_infinitive(parse, first, last, grammar)
        if grammar.zero_relatives and parse.words[last - 1] == ".":
            _take_participle(parse, first, last, grammar)
    if grammar.attributes_first:
        for token, dep in enumerate(parse.deps):
            if dep == "compound":
                _take_modifier(parse, token)
    parse.relink()


def _take_address(parse: Parse, first: int) -> None:
    """“China, Russia sign deal”: the press addresses nobody by name."""
    name = first
    while parse.deps[name].startswith("flat") or parse.deps[name] == "compound":
        name = parse.heads[name]
    if parse.deps[name] == "vocative" and parse.pos[parse.heads[name]] == "VERB":
        parse.deps[name] = "nsubj"


def _take_infinitive(parse: Parse, first: int, last: int, grammar: Grammar) -> None:
    """“Poland to arm Ukraine” hung on the name, as if it said what Poland."""
    roots = [t for t in range(first, last) if parse.heads[t] == t]
    name = roots[0] if roots else first
    if not roots or parse.pos[name] != "PROPN":
        return
    for verb in parse.having(name, *_SUBORDINATE):
        marks = [m for m in parse.having(verb, "mark") if name < m < verb]
        to = marks and parse.lemmas[marks[0]] == grammar.to
        behind = to and parse.subtree(name)[0] <= first and marks[0] - name <= 1
        if behind and "VerbForm=Inf" in parse.morphs[verb]:
            parse.heads[verb], parse.deps[verb] = verb, parse.deps[name]
            parse.heads[name], parse.deps[name] = verb, "nsubj"
            for child in parse.children[name]:
                if child > marks[0] and child != verb:
                    parse.heads[child] = verb
            parse.relink()
            return


def _take_participle(parse: Parse, first: int, last: int, grammar: Grammar) -> None:
    """“The parliament threatened to break ties.” read as who was threatened.

    A past tense looks like a participle; with an object it is none.
    """
    roots = [t for t in range(first, last) if parse.heads[t] == t]
    noun = roots[0] if roots else first
    if len(roots) != 1 or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    if parse.having(noun, "cop", *PLAIN_SUBJECTS, "acl:relcl"):
        return
    for verb in parse.having(noun, "acl"):
        past = "Tense=Past" in parse.morphs[verb] and parse.pos[verb] == "VERB"
        passive = parse.having(verb, "obl:agent", "aux:pass", "mark")
        if past and not passive and verb > noun and _saturated(parse, verb, grammar):
            parse.heads[verb], parse.deps[verb] = verb, parse.deps[noun]
            parse.morphs[verb] = "Mood=Ind|Tense=Past|VerbForm=Fin"
            parse.heads[noun], parse.deps[noun] = verb, "nsubj"
            for child in parse.children[noun]:
                if child > verb:
                    parse.heads[child] = verb
            parse.relink()
            return


def _saturated(parse: Parse, verb: int, grammar: Grammar) -> bool:
    """Tell whether a verb has what an active one has."""
    if parse.having(verb, "obj", "ccomp"):
        return True
    addressed = parse.lemmas[verb] in grammar.addressing
    clauses = parse.having(verb, "xcomp", "advcl")
    planned = any("VerbForm=Inf" in parse.morphs[clause] for clause in clauses)
    return planned and (addressed or parse.lemmas[verb] not in grammar.object_control)


def _take_modifier(parse: Parse, token: int) -> None:
    """“Austria backs Croatia”: a noun beside a finite verb is its subject."""
    verb = parse.heads[token]
    finite = parse.pos[verb] == "VERB" and "VerbForm=Fin" in parse.morphs[verb]
    bare = not parse.having(verb, *PLAIN_SUBJECTS)
    if finite and bare and token < verb and parse.pos[token] == "PROPN":
        parse.deps[token] = "nsubj"
        parse.relink()
