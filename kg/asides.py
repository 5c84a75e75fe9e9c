"""Clauses that parsers join wrongly: asides, rows of clauses, negated objects."""

from kg.lang.grammar import Grammar
from kg.syntax import AUXILIARIES, PLAIN_SUBJECTS, Parse

_ASIDE = ("parataxis", "parataxis:insert", "ccomp", "xcomp", "advmod", "advcl")
_SPEAKERS = (*PLAIN_SUBJECTS, "obj", "expl:subj")
_CLITIC = {"AUX", "PRON", "ADV"}


def mend_aside(parse: Parse, token: int, grammar: Grammar) -> None:
    """Put a word right that parts a clause or is taken for an adjunct of it."""
    dep = parse.deps[token]
    if dep == "obl" and parse.pos[token] == "VERB":
        _complete_charge(parse, token, grammar)
    elif dep in _ASIDE and parse.pos[token] == "VERB":
        _part_aside(parse, token)
        _complete_charge(parse, token, grammar)
        _take_subject(parse, token, grammar)
    elif dep == "obl:mod":
        _take_negated(parse, token, grammar)
    elif dep == "obj" and "Reflex=Yes" in parse.morphs[token]:
        _bind_reflexive(parse, token)


def _complete_charge(parse: Parse, infinitive: int, grammar: Grammar) -> None:
    """«accuse X, preuves à l'appui, d'armer Y»: with «de» alone, no purpose.

    Likewise "is accused of arming Y".
    """
    if parse.deps[infinitive] not in ("advcl", "obl"):
        return
    verb = parse.heads[infinitive]
    marks = [parse.lemmas[mark] for mark in parse.having(infinitive, "mark", "case")]
    whom = parse.having(verb, "obj", "nsubj:pass")
    charged = parse.lemmas[verb] in grammar.object_control and whom
    forms = (infinitive, *parse.having(infinitive, "aux:tense", "aux:pass"))
    bare = any(nonfinite(parse, form) for form in forms)
    behind = verb < infinitive and not parse.having(verb, "xcomp")
    opened = len(marks) == 1 and marks[0] in grammar.charging
    if bare and behind and charged and opened:
        parse.deps[infinitive] = "xcomp"


def _take_subject(parse: Parse, gerund: int, grammar: Grammar) -> None:
    """“drops its objections to Oslo joining NATO”: it joins nothing, Oslo may.

    As a participle of the name it would tell a fact, so it is none.
    """
    bare = parse.subtree(gerund)[0] == gerund and nonfinite(parse, gerund)
    if not bare or parse.deps[gerund] != "advcl" or gerund < 1:
        return
    name = gerund - 1
    while parse.deps[name].startswith(("flat", "conj", "compound")):
        name = parse.heads[name]
    cases = {parse.lemmas[case] for case in parse.having(name, "case")}
    if parse.deps[name] == "nmod" and cases & grammar.gerund_openers:
        parse.heads[gerund], parse.deps[gerund] = name, "dep"


def nonfinite(parse: Parse, verb: int) -> bool:
    """Tell infinitives and gerunds from other forms."""
    morph = parse.morphs[verb]
    gerund = "VerbForm=Ger" in morph or "Tense=Pres|VerbForm=Part" in morph
    return gerund or "VerbForm=Inf" in morph


def mend_conjunct(parse: Parse, token: int, grammar: Grammar) -> None:
    """Part a conjunct from what it only seems to be coordinated with."""
    if parse.pos[token] == "VERB":
        _part_aside(parse, token)
        _join_clause(parse, token)
    elif parse.pos[token] in ("PROPN", "NOUN"):
        _take_negated(parse, token, grammar)


def _join_clause(parse: Parse, verb: int) -> None:
    """«Oslo a dit que Riga armait, formait et logeait X»: Riga does all three."""
    above = parse.heads[verb]
    tense = _simple_tense(parse, verb)
    if tense is None or tense == _simple_tense(parse, above):
        return
    for clause in parse.having(above, "ccomp"):
        if above < clause < verb and _simple_tense(parse, clause) == tense:
            parse.heads[verb] = clause


def _simple_tense(parse: Parse, verb: int) -> str | None:
    """Return the tense of a finite verb without auxiliary."""
    features = parse.morphs[verb].split("|")
    if "VerbForm=Fin" not in features or parse.having(verb, "aux", "aux:tense"):
        return None
    return next((f for f in features if f.startswith("Tense=")), None)


def _bind_reflexive(parse: Parse, clitic: int) -> None:
    """«s'engage à soutenir Oslo»: nobody else is engaged."""
    if parse.having(parse.heads[clitic], "xcomp"):
        parse.deps[clitic] = "expl:pv"


def _take_negated(parse: Parse, noun: int, grammar: Grammar) -> None:
    """«n'a condamné ni Oslo ni Riga»: the first is the object of the verb."""
    verb = parse.heads[noun]
    negated = any(
        parse.words[c].lower() in grammar.strong_negators
        for c in parse.having(noun, "cc")
    )
    if negated and parse.pos[verb] == "VERB" and verb < noun:
        parse.deps[noun] = "obl:arg" if parse.having(noun, "case") else "obj"


def _part_aside(parse: Parse, token: int) -> None:
    """«La Turquie, affirme Oslo, menace Riga»: Turkey threatens, Oslo says so.

    A lone comma never parts a subject from its verb, so that what stands between two
    of them is an aside.
    """
    above = parse.heads[token]
    says, verb = min(token, above), max(token, above)
    subject = next(iter(parse.having(says, "nsubj")), says)
    commas = [t for t in range(subject, verb) if parse.words[t] == ","]
    if commas[1:] != [verb - 1 - len(parse.having(verb, "aux", "aux:tense"))]:
        return  # «La Turquie, alliée de Bakou, affirme …, menace …»
    own = parse.having(says, *_SPEAKERS)  # “Turkey, Norway said, threatens Latvia”
    named = {t for s in own if commas[0] < s < says for t in parse.subtree(s)}
    before = range(commas[0] + 1, says)
    inside = {parse.pos[token] for token in before if token not in named}
    alone = not any(c < verb for c in parse.having(verb, *PLAIN_SUBJECTS))
    finite = "VerbForm=Fin" in parse.morphs[verb] or parse.having(verb, *AUXILIARIES)
    spoken = [c for c in parse.having(says, *_SPEAKERS) if c > commas[0]]
    within = commas[0] < says < commas[1] and inside <= _CLITIC
    if within and spoken and alone and finite:
        _turn_over(parse, says, verb)
        parse.heads[subject], parse.deps[subject] = verb, "nsubj"


def _turn_over(parse: Parse, says: int, verb: int) -> None:
    """Hang an aside on the verb whose clause it parts."""
    if parse.heads[verb] == says:
        above = parse.heads[says]
        parse.heads[verb] = verb if above == says else above
        parse.deps[verb] = parse.deps[says]
    parse.heads[says], parse.deps[says] = verb, "parataxis:insert"
    for child in parse.having(says, "obj"):
        parse.deps[child] = "nsubj"
    for child in parse.having(verb, "nsubj"):
        if child > verb:
            parse.deps[child] = "obj"
