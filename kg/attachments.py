"""Words hung in the wrong place: subjects, gerunds, times, negators, conjuncts."""

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_OBJECT_WITHIN = 4  # tokens from a gerund to its object
_ARGUMENTS = ("obj", "obl", "obl:arg", "obl:mod", "conj")
_SUBJECTS = ("nsubj", "nsubj:pass")
_ASIDE = ("parataxis", "parataxis:insert", "ccomp", "xcomp", "advmod", "advcl")
_AUXILIARIES = ("aux", "aux:tense", "aux:pass")
_SPEAKERS = (*_SUBJECTS, "obj", "expl:subj")
_CLITIC = {"AUX", "PRON", "ADV"}


def part_at_colon(parse: Parse, colon: int) -> None:
    """Cut subjects off that stand before a colon: «Tusk : « Minsk attaque Kiev »»."""
    first, last = next(s for s in parse.sentences if s[0] <= colon < s[1])
    for subject in range(first, colon):
        verb = parse.heads[subject]
        if parse.deps[subject] not in _SUBJECTS or not colon < verb < last:
            continue
        parse.deps[subject] = "dislocated"
        for behind in list(parse.children[subject]):
            nominal = parse.pos[behind] in ("NOUN", "PROPN")
            if colon < behind < verb and nominal:
                parse.children[subject].remove(behind)
                parse.children[verb].append(behind)
                parse.children[verb].sort()
                parse.heads[behind], parse.deps[behind] = verb, "nsubj"


def rejoin(parse: Parse, token: int) -> None:
    """Let a noun coordinated with a verb join the noun before it.

    In «coopère avec le Laos, le Cambodge et la Thaïlande» parsers hang the later names
    on the verb. A clause without its verb («et la Grèce l'Arménie») is left alone.
    """
    verb = parse.heads[token]
    if parse.pos[token] != "PROPN" or parse.pos[verb] != "VERB":
        return
    bare = [c for c in parse.children[token] if parse.pos[c] in ("PROPN", "NOUN")]
    bare = [c for c in bare if not parse.deps[c].startswith(("flat", "conj"))]
    if any(not parse.having(c, "case") for c in bare):
        return
    before = [
        c
        for c in parse.children[verb]
        if verb < c < token and parse.deps[c] in _ARGUMENTS and parse.pos[c] == "PROPN"
    ]
    if before:
        parse.heads[token] = before[-1]
        parse.children[verb].remove(token)
        parse.children[before[-1]].append(token)


def reattach(parse: Parse, grammar: Grammar) -> None:
    """Rebuild what parsers often break around subjects and times of a sentence."""
    for token, dep in enumerate(parse.deps):
        if dep in _SUBJECTS and parse.deps[parse.heads[token]].startswith("aux"):
            parse.heads[token] = parse.heads[parse.heads[token]]
        elif dep == "conj":
            _mend_conjunct(parse, token, grammar)
        elif dep == "acl" and "VerbForm=Inf" in parse.morphs[token]:
            _raise_infinitive(parse, token, grammar)
        elif dep in _ASIDE and parse.pos[token] == "VERB":
            _part_aside(parse, token)
        elif dep == "obl:mod":
            _take_negated(parse, token, grammar)
        elif dep == "obj" and parse.lemmas[token] in grammar.time_nouns:
            _free_time(parse, token)
        else:
            _mend_word(parse, token, grammar)
    parse.relink()


def _mend_conjunct(parse: Parse, token: int, grammar: Grammar) -> None:
    if parse.pos[token] == "VERB":
        _share_subject(parse, token)
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


def _mend_word(parse: Parse, token: int, grammar: Grammar) -> None:
    word = parse.words[token].lower()
    if word in grammar.gerunds:
        _restore_gerund(parse, token, grammar)
    elif parse.pos[token] == "PROPN" and word in grammar.strong_negators:
        _free_negator(parse, token)
    elif parse.deps[token] == "obj" and "Reflex=Yes" in parse.morphs[token]:
        _bind_reflexive(parse, token)


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
    inside = {parse.pos[t] for t in range(commas[0] + 1, says)}
    alone = not any(c < verb for c in parse.having(verb, *_SUBJECTS))
    finite = "VerbForm=Fin" in parse.morphs[verb] or parse.having(verb, *_AUXILIARIES)
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


def _share_subject(parse: Parse, verb: int) -> None:
    """«L'Égypte et la Jordanie condamnent»: both names are the subject."""
    name = parse.heads[verb]
    subjects = parse.having(verb, *_SUBJECTS)
    if parse.pos[name] not in ("PROPN", "NOUN") or not subjects:
        return
    joined = [c for c in parse.having(verb, "cc") if name < c < subjects[0]]
    between = range(name, subjects[0])
    if not joined or any(parse.pos[t] in ("VERB", "AUX") for t in between):
        return
    above = parse.heads[name]
    parse.deps[verb], parse.deps[name] = parse.deps[name], "nsubj"
    parse.heads[verb] = verb if above == name else above
    for child in parse.children[name]:
        if child > subjects[0] and child != verb:
            parse.heads[child] = verb
    parse.heads[name] = verb
    parse.heads[subjects[0]], parse.deps[subjects[0]] = name, "conj"
    parse.heads[joined[0]] = subjects[0]


def _restore_gerund(parse: Parse, token: int, grammar: Grammar) -> None:
    """«tout en maintenant une alliance»: no adverb, the alliance is its object."""
    before, infinitive = grammar.gerunds[parse.words[token].lower()]
    if token < 1 or parse.words[token - 1].lower() != before:
        return
    behind = range(token + 1, min(token + _OBJECT_WITHIN, len(parse.words)))
    noun = next((t for t in behind if parse.pos[t] == "NOUN"), None)
    if noun is None or any(parse.pos[t] == "ADP" for t in range(token + 1, noun)):
        return
    above = parse.heads[noun]
    parse.pos[token], parse.lemmas[token] = "VERB", infinitive
    parse.morphs[token] = "Tense=Pres|VerbForm=Part"
    if parse.heads[token] != above or parse.deps[token] == "fixed":
        parse.heads[token] = above
    parse.deps[token] = "advcl"
    parse.heads[noun], parse.deps[noun] = token, "obj"


def _raise_infinitive(parse: Parse, infinitive: int, grammar: Grammar) -> None:
    """«accuse X de soutenir Y»: the infinitive hangs on the verb, not on the name."""
    name = parse.heads[infinitive]
    verb = parse.heads[name]
    blamed = parse.lemmas[verb] in grammar.object_control
    if blamed and parse.deps[name] == "obj" and parse.pos[name] == "PROPN":
        parse.heads[infinitive], parse.deps[infinitive] = verb, "xcomp"


def _free_time(parse: Parse, noun: int) -> None:
    """«a menacé la veille d'envahir»: the eve is no object."""
    verb = parse.heads[noun]
    parse.deps[noun] = "obl:mod"
    for clause in parse.having(noun, "acl"):
        if "VerbForm=Inf" in parse.morphs[clause]:
            parse.heads[clause], parse.deps[clause] = verb, "xcomp"


def _free_negator(parse: Parse, token: int) -> None:
    """«Ni Riyad ni Abou Dhabi»: the first word is no name."""
    named = [c for c in parse.having(token, "flat:name", "flat") if c == token + 1]
    if not named:
        return
    name, above = named[0], parse.heads[token]
    for child in parse.children[token]:
        parse.heads[child] = name
    parse.heads[name] = name if above == token else above
    finite = parse.pos[above] in ("VERB", "ADJ") and above > name
    parse.deps[name] = "nsubj" if finite else parse.deps[token]
    parse.heads[token], parse.deps[token], parse.pos[token] = name, "cc", "CCONJ"
