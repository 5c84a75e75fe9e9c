"""Words hung in the wrong place: subjects, gerunds, times, negators, conjuncts."""

from kg.asides import mend_aside, mend_conjunct, nonfinite
from kg.insertions import raise_participle
from kg.lang.grammar import Grammar
from kg.subjects import OBJECTS
from kg.syntax import PLAIN_SUBJECTS, Parse

_ADVERB_DEPTH = 3  # steps from an adverb's innermost noun to its verb
_OBJECT_WITHIN = 4  # tokens from a gerund to its object
_ARGUMENTS = ("obj", "obl", "obl:arg", "obl:mod", "conj")
_INSIDE = ("flat", "flat:name", "amod", "nmod", "conj")


def part_at_colon(parse: Parse, colon: int) -> None:
    """Cut subjects off that stand before a colon: «Tusk : « Minsk attaque Kiev »»."""
    first, last = parse.sentence(colon)
    for subject in range(first, colon):
        verb = parse.heads[subject]
        if parse.deps[subject] not in PLAIN_SUBJECTS or not colon < verb < last:
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
    named = parse.pos[token] == "PROPN" or any(
        token == first for first, _, _ in parse.names
    )
    if not named or parse.pos[verb] != "VERB":
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
        word = parse.words[token].lower()
        if dep in PLAIN_SUBJECTS:
            _mend_subject(parse, token, grammar)
        if dep == "conj":
            _share_subject(parse, token)
            mend_conjunct(parse, token, grammar)
        elif dep in ("acl", "xcomp"):
            _raise_infinitive(parse, token, grammar)
            _raise_participle(parse, token, grammar)
        elif word in grammar.gerunds:
            _restore_gerund(parse, token, grammar)
        elif word in grammar.strong_negators and parse.pos[token] == "PROPN":
            _free_negator(parse, token)
        elif parse.pos[token] in ("NOUN", "PROPN"):
            _free_noun(parse, token, grammar)
        mend_aside(parse, token, grammar)
    parse.relink()


def _free_noun(parse: Parse, noun: int, grammar: Grammar) -> None:
    """Take a noun that tells a time, or that is an object, for what it is."""
    if parse.deps[noun] in OBJECTS and parse.lemmas[noun] in grammar.time_nouns:
        _free_time(parse, noun)
    elif parse.deps[noun] in ("nmod", "obl:arg"):
        _free_object(parse, noun, grammar)


def _mend_subject(parse: Parse, subject: int, grammar: Grammar) -> None:
    """Hang a subject on the verb of its auxiliary, or the second of two on its pair."""
    if parse.deps[parse.heads[subject]].startswith("aux"):
        parse.heads[subject] = parse.heads[parse.heads[subject]]
    else:
        _complete_pair(parse, subject, grammar)


def _complete_pair(parse: Parse, subject: int, grammar: Grammar) -> None:
    """«Un traité entre l'Inde et l'Iran fut signé»: Iran is no second subject."""
    verb = parse.heads[subject]
    first = parse.subtree(subject)[0]
    before = first - 1
    linked = "cc" in (parse.deps[first], parse.deps[before]) or (
        parse.words[before] == ","
    )
    before -= parse.words[before] == "," or parse.deps[before] == "cc"
    if not (linked and any(s < before for s in parse.having(verb, *PLAIN_SUBJECTS))):
        return
    while parse.deps[before] in _INSIDE and not _between(parse, before, grammar):
        if parse.heads[before] >= before:
            return
        before = parse.heads[before]
    if subject < verb and _between(parse, before, grammar):
        parse.heads[subject], parse.deps[subject] = before, "conj"


def _between(parse: Parse, token: int, grammar: Grammar) -> bool:
    cases = parse.having(token, "case")
    return any(parse.words[case].lower() == grammar.both for case in cases)


def _share_subject(parse: Parse, verb: int) -> None:
    """«L'Égypte et la Jordanie condamnent»: both names are the subject."""
    name = parse.heads[verb]
    subjects = parse.having(verb, *PLAIN_SUBJECTS)
    nominal = parse.pos[name] in ("PROPN", "NOUN")
    if parse.pos[verb] != "VERB" or not nominal or not subjects:
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
    name, named = _whole_name(parse, parse.heads[infinitive])
    verb = parse.heads[name]
    forms = (infinitive, *parse.having(infinitive, "aux", "aux:tense", "aux:pass"))
    if not any(nonfinite(parse, form) for form in forms):
        return
    marks = {parse.lemmas[mark] for mark in parse.having(infinitive, "mark")}
    if "VerbForm=Inf" not in parse.morphs[forms[-1]] and not (marks & grammar.charging):
        return  # "accuses rebels attacking Oslo"
    blamed = parse.lemmas[verb] in grammar.object_control
    whom = ("obj", "obl:arg", "obl:mod", "obl:agent")
    named = named or parse.pos[name] == "PROPN"
    if blamed and parse.deps[name] in whom and named:
        parse.heads[infinitive], parse.deps[infinitive] = verb, "xcomp"


def _whole_name(parse: Parse, token: int) -> tuple[int, bool]:
    """Return the head of a name that a word ends: «Émirats arabes unis», if it does."""
    inside = [name for name in parse.names if name[0] < token < name[1]]
    for first, _, _ in inside:
        while parse.heads[token] != token and first <= parse.heads[token] < token:
            token = parse.heads[token]
    return token, bool(inside)


def _raise_participle(parse: Parse, participle: int, grammar: Grammar) -> None:
    """«a plus d'une fois accusé X»: the participle is the verb of its auxiliary."""
    adverb = parse.heads[participle]
    if parse.lemmas[adverb] not in grammar.occasion_nouns:
        return
    for _ in range(_ADVERB_DEPTH):
        auxiliary = parse.heads[adverb]
        if parse.lemmas[auxiliary] == grammar.perfect:
            break
        adverb = auxiliary
    auxiliary = parse.heads[adverb]
    finite = "VerbForm=Fin" in parse.morphs[auxiliary]
    if parse.lemmas[auxiliary] != grammar.perfect or not finite or adverb == auxiliary:
        return
    raise_participle(parse, participle, auxiliary)
    parse.deps[adverb] = "obl:mod"


def _free_time(parse: Parse, noun: int) -> None:
    """«a menacé la veille d'envahir»: the eve is no object."""
    verb = parse.heads[noun]
    parse.deps[noun] = "obl:mod"
    for clause in parse.having(noun, "acl"):
        if "VerbForm=Inf" in parse.morphs[clause]:
            parse.heads[clause], parse.deps[clause] = verb, "xcomp"


def _free_object(parse: Parse, noun: int, grammar: Grammar) -> None:
    """«a infligé au Niger des sanctions»: an object, nothing of the Niger's."""
    above = parse.heads[noun]
    article = parse.having(noun, "case", "det")
    if not article or parse.words[article[0]].lower() not in grammar.partitives:
        return
    before = article[0] - 1
    while parse.deps[before].startswith("flat"):
        before = parse.heads[before]
    verb = parse.heads[above]
    placed = parse.pos[above] == "ADV" or (
        parse.pos[above] == "PROPN" and bool(parse.having(above, "case"))
    )
    if before != above or not placed or parse.pos[verb] != "VERB" or verb > above:
        return
    if not parse.having(verb, "obj", "ccomp", "expl:pv"):
        parse.heads[noun], parse.deps[noun] = verb, "obj"
        parse.deps[article[0]] = "det"


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
