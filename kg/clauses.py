"""Clauses put together wrongly: subjects, clitics, relative pronouns, que-clauses."""

from kg.lang.grammar import Grammar
from kg.syntax import PLAIN_SUBJECTS, Parse

_NOMINAL = ("NOUN", "PROPN")
_LOOSE = ("advcl", "dep", "conj", "parataxis")
_MAX_CLIMB = 6


def mend_clauses(parse: Parse, grammar: Grammar) -> None:
    """Rebuild what parsers often break around the verbs of a sentence."""
    for token in range(len(parse.words)):
        lower = parse.plain(token)
        if parse.pos[token] == "PRON":
            _mend_clitic(parse, token, grammar)
        if parse.deps[token] == "nsubj:pass":
            _activate(parse, token, grammar)
        if lower in grammar.mutually:
            _reciprocate(parse, parse.heads[token], grammar)
        if lower in grammar.relatives:
            _mend_subordinate(parse, token, grammar)
    for token, pos in enumerate(parse.pos):
        if pos in ("VERB", "ADJ", "NOUN") and _finite(parse, token):
            _find_subject(parse, token)
    parse.relink()


def _mend_subordinate(parse: Parse, token: int, grammar: Grammar) -> None:
    """Mend the clause that a relative pronoun or «que» opens."""
    word = parse.plain(token)
    if word in grammar.that and parse.deps[token] == "mark":
        _tell(parse, parse.heads[token], grammar)
    if grammar.relatives[word] == "object":
        _mend_clause(parse, token, grammar)
    _choose_antecedent(parse, token, grammar)
    if parse.words[token - 1] == ",":
        _close_relative(parse, token)


def _activate(parse: Parse, subject: int, grammar: Grammar) -> None:
    """«a reproché» with «avoir» is no passive, whatever the label of its subject."""
    verb = parse.heads[subject]
    tenses = parse.having(verb, "aux:tense")
    active = any(parse.lemmas[t] not in grammar.copulas for t in tenses)
    if active and not parse.having(verb, "aux:pass"):
        parse.deps[subject] = "nsubj"


def _mend_clitic(parse: Parse, token: int, grammar: Grammar) -> None:
    """«Paris le pressait d'agir»: he is pressed, the clitic is no expletive."""
    verb = parse.heads[token]
    word = parse.plain(token)
    wrong = parse.deps[token].startswith("expl") or parse.deps[token] in PLAIN_SUBJECTS
    impersonal = verb < token or parse.words[token + 1].lower() in grammar.anybody
    direct = word in grammar.object_clitics
    if wrong and not impersonal and (direct or word in grammar.dative_clitics):
        parse.deps[token] = "obj" if direct else "iobj"
        if not parse.having(verb, *PLAIN_SUBJECTS):
            _invert(parse, verb)


def _reciprocate(parse: Parse, verb: int, grammar: Grammar) -> None:
    """«se sont mutuellement accusées» is no passive."""
    mended = {"aux:pass": "aux:tense", "expl:pass": "expl:pv", "nsubj:pass": "nsubj"}
    reflexive = [
        c for c in parse.children[verb] if parse.lemmas[c] == grammar.reflexive
    ]
    for child in parse.children[verb] if reflexive else ():
        parse.deps[child] = mended.get(parse.deps[child], parse.deps[child])


def _invert(parse: Parse, verb: int) -> None:
    """«leur a reproché le porte-parole»: a bare noun behind the verb is its subject."""
    for child in parse.having(verb, "obj", "nmod", "xcomp"):
        bare = parse.pos[child] in _NOMINAL and not parse.having(child, "case")
        if child > verb and bare:
            parse.deps[child] = "nsubj"
            return


def _mend_clause(parse: Parse, token: int, grammar: Grammar) -> None:
    """Tell the «que» of a relative clause from the one that opens a complement."""
    verb = parse.heads[token]
    if verb <= token or parse.deps[token] not in ("mark", "obj", "advmod"):
        return
    dep = parse.deps[verb]
    if dep == "ccomp" and parse.pos[token] == "SCONJ":
        parse.deps[token] = "mark"
    saturated = bool([o for o in parse.having(verb, "obj", "ccomp") if o != token])
    saturated = saturated or bool(parse.having(verb, "cop"))
    saturated = saturated and bool(parse.having(verb, *PLAIN_SUBJECTS))
    behind_comma = parse.words[token - 1] == ","
    if saturated and parse.deps[token] == "mark":
        _complete(parse, verb, behind_comma=behind_comma)
        return
    cleft = dep == "advcl:cleft" and not parse.having(parse.heads[verb], "case")
    loose = behind_comma and dep in _LOOSE and not saturated
    if dep.startswith("acl") or cleft or loose:
        _relate(parse, token, verb, grammar)


def _complete(parse: Parse, verb: int, *, behind_comma: bool) -> None:
    """«a réclamé, hier, que X quitte Y», «répond à X que …»: what is claimed."""
    governor, dep = parse.heads[verb], parse.deps[verb]
    joined = any(c < verb for c in parse.having(verb, "cc"))
    if dep == "conj" and parse.pos[governor] == "VERB" and not joined:
        if not parse.having(governor, "mark", "ccomp"):
            parse.deps[verb] = "ccomp"
        return
    named = parse.pos[governor] == "PROPN" or bool(parse.having(governor, "appos"))
    if not dep.startswith("acl") or not (named or behind_comma):
        return
    above = parse.heads[governor]
    complement = parse.deps[governor].startswith(("obl", "iobj"))
    if complement and parse.pos[above] == "VERB" and not parse.having(above, "ccomp"):
        parse.heads[verb], parse.deps[verb] = above, "ccomp"
        parse.relink()


def _tell(parse: Parse, verb: int, grammar: Grammar) -> None:
    """“Oslo told reporters that Riga had armed X”: what Oslo said, not which ones."""
    told = parse.heads[verb]
    above = parse.heads[told]
    whom = parse.deps[told] in ("iobj", "obj") and above < told < verb
    whole = parse.having(verb, *PLAIN_SUBJECTS) and parse.having(verb, "obj", "cop")
    telling = parse.lemmas[above] in grammar.object_control
    sated = parse.having(above, "ccomp", "xcomp")
    if parse.deps[verb].startswith("acl") and whom and whole and telling and not sated:
        parse.heads[verb], parse.deps[verb] = above, "ccomp"
        parse.relink()


def _relate(parse: Parse, token: int, verb: int, grammar: Grammar) -> None:
    """«le pouvoir, que soutient X», «le plan qu'a présenté X», «que X ne cesse de …»."""
    if not parse.having(verb, *PLAIN_SUBJECTS):
        _invert(parse, verb)
    if not parse.deps[verb].startswith(("acl", "advcl:cleft")):
        noun = _noun_before(parse, token - 1)
        if noun is None or noun in parse.subtree(verb):
            return
        parse.heads[verb], parse.deps[verb] = noun, "acl:relcl"
    parse.pos[token], parse.deps[token] = "PRON", "obj"
    below = parse.having(verb, "xcomp")
    free = [c for c in below if "VerbForm=Inf" in parse.morphs[c]]
    raised = parse.lemmas[verb] not in grammar.object_control
    if free and raised and not parse.having(free[0], "obj"):
        parse.heads[token] = free[0]
    parse.relink()


def _choose_antecedent(parse: Parse, pronoun: int, grammar: Grammar) -> None:
    """«le pays a rompu avec Oslo, qu'il accuse», «c'est X, et non Y, qui ment»."""
    verb = parse.heads[pronoun]
    if not parse.deps[verb].startswith("acl") or verb <= pronoun:
        return
    noun = parse.heads[verb]
    excluded = parse.having(noun, "cc", "advmod")
    if parse.deps[noun] == "conj" and any(
        parse.words[t].lower() in grammar.excluding for t in excluded
    ):
        parse.heads[verb] = parse.heads[noun]
        parse.relink()
        return
    comma = pronoun - (parse.words[pronoun - 1] == ",")
    nearest = _noun_before(parse, comma)
    if nearest is None:
        return
    above = parse.heads[nearest]
    crossed = parse.pos[above] == "VERB" and noun < above < nearest
    crossed = crossed and above in parse.subtree(noun)
    if parse.pos[nearest] == "PROPN" and crossed and nearest not in parse.subtree(verb):
        parse.heads[verb] = nearest
        parse.relink()


def _close_relative(parse: Parse, pronoun: int) -> None:
    """«X attaque Y, que Z soutient, pour aider W»: the purpose is that of X."""
    verb = parse.heads[pronoun]
    if not parse.deps[verb].startswith("acl") or verb < pronoun:
        return
    above = parse.up_to_verb(parse.heads[verb], _MAX_CLIMB)
    for clause in parse.having(verb, "advcl"):
        first = parse.subtree(clause)[0]
        comma = first - 1 if parse.words[first] != "," else first
        infinitive = "VerbForm=Inf" in parse.morphs[clause]
        behind = verb < comma and parse.words[comma] == ","
        if infinitive and behind and parse.pos[above] == "VERB":
            parse.heads[clause] = above
            parse.relink()


def _noun_before(parse: Parse, comma: int) -> int | None:
    """Return the noun whose phrase ends right before a comma."""
    noun = comma - 1
    for _ in range(_MAX_CLIMB):
        if parse.pos[noun] in _NOMINAL and not parse.deps[noun].startswith("flat"):
            return noun
        if noun < 1 or parse.heads[noun] >= noun:
            return None
        noun = parse.heads[noun]
    return None


def _finite(parse: Parse, verb: int) -> bool:
    return parse.bears(parse.forms(verb, copula=True), "VerbForm=Fin")


def _find_subject(parse: Parse, verb: int) -> None:
    """«Dans la capitale, Oslo et Riga ont signé»: who stands right before the verb.

    Parsers hang a subject on the phrase before the comma, or take the phrase for it.
    """
    own = parse.having(verb, *PLAIN_SUBJECTS)
    fronted = [s for s in own if _adverbial(parse, s) or _participial(parse, s)]
    if len(fronted) < len(own):
        return
    last = _before_verb(parse, verb)
    first, _ = parse.sentence(verb)
    commas = [t for t in range(first, last) if parse.words[t] == ","]
    if not commas or last <= commas[-1] or parse.pos[last] not in (*_NOMINAL, "ADJ"):
        return
    subject = _top(parse, last, commas[-1], verb)
    if subject is None:
        return
    siblings = [
        c
        for c in parse.children[parse.heads[subject]]
        if commas[-1] < c < subject and parse.deps[c] in ("appos", "conj", "nmod")
    ]
    several = bool(siblings) and parse.deps[subject] == "conj"
    if not _agrees(parse, subject, verb, several=several):
        return
    for phrase in fronted:
        parse.deps[phrase] = "obl:mod" if _adverbial(parse, phrase) else "advcl"
    if several:
        parse.heads[subject] = siblings[0]
        subject = siblings[0]
    passive = bool(parse.having(verb, "aux:pass"))
    parse.heads[subject] = verb
    parse.deps[subject] = "nsubj:pass" if passive else "nsubj"
    parse.relink()


def _adverbial(parse: Parse, subject: int) -> bool:
    """Tell whether a preposition makes a supposed subject an adverbial."""
    return any(parse.pos[c] == "ADP" for c in parse.having(subject, "case"))


def _participial(parse: Parse, subject: int) -> bool:
    """«Soutenus par Oslo, Riga et Vilnius ont …»: a bare participle is no subject."""
    return "Tense=Past|VerbForm=Part" in parse.morphs[subject] and not (
        parse.having(subject, "det")
    )


def _before_verb(parse: Parse, verb: int) -> int:
    """Return the token before a verb with its auxiliaries, clitics and negation."""
    first = verb
    while first > 0 and parse.heads[first - 1] == verb:
        if parse.pos[first - 1] not in ("AUX", "PRON", "ADV"):
            break
        first -= 1
    last = first - 1
    if last > 0 and parse.words[last] == ")":
        while last > 0 and parse.words[last] != "(":
            last -= 1
        last -= 1
    return last


def _top(parse: Parse, token: int, comma: int, verb: int) -> int | None:
    """Return the head of the bare noun phrase between a comma and a verb."""
    for _ in range(_MAX_CLIMB):
        head = parse.heads[token]
        if head == token or head <= comma or head >= verb:
            break
        token = head
    nominal = parse.pos[token] in _NOMINAL and not parse.having(token, "case")
    loose = parse.deps[token] in ("appos", "conj", "nmod", "obl:mod", "dep")
    if not nominal or not loose or verb in parse.subtree(token):
        return None
    above = parse.heads[token]
    if _participial(parse, above) and above < comma and parse.heads[above] == verb:
        return token  # «Invitée par X, Y a …»
    inside = parse.pos[above] in _NOMINAL and parse.deps[token] != "obl:mod"
    prepositional = inside and _adverbial(parse, above)
    return token if prepositional or parse.deps[token] == "obl:mod" else None


def _agrees(parse: Parse, subject: int, verb: int, *, several: bool) -> bool:
    """Tell whether a noun phrase is of the number of a verb."""
    plural = parse.bears(parse.forms(verb), "VerbForm=Fin", "Number=Plur")
    several = several or bool(parse.having(subject, "conj"))
    return plural == (several or "Number=Plur" in parse.morphs[subject])
