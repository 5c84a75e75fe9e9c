"""Parses put right where lexicon and morphology leave no doubt."""

from collections.abc import Collection, Iterator

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_OBJECT_WITHIN = 4  # tokens from a gerund to its object
_ARGUMENTS = ("obj", "obl", "obl:arg", "obl:mod", "conj")
_SUBJECTS = ("nsubj", "nsubj:pass")


def repair_parse(
    parse: Parse, verbs: Collection[str], nouns: Collection[str], grammar: Grammar
) -> None:
    """Replace lemmas of verb forms that are no known verb by the known verb they fit.

    A trained lemmatizer errs on rare verbs («raille», «éperonné»); the endings of the
    language lead back to the infinitive, and only a verb of the lexicon is accepted.
    A finite verb taken for another part of speech before an infinitive («dément avoir
    frappé») is put back above it: as a fact, the denied would be an invention.
    """
    firsts = {first for first, _ in parse.sentences}
    parse.names = [
        name
        for name in parse.names
        if not (
            name[0] in firsts
            and name[1] - name[0] == 1
            and _known_infinitive(parse.words[name[0]].lower(), verbs, grammar)
        )
    ]
    for token in [t for t, word in enumerate(parse.words) if word == ":"]:
        _part(parse, token)
    _repair_tree(parse, grammar)
    for token, morph in enumerate(parse.morphs):
        if "VerbForm=Part" in morph or parse.pos[token] == "ADJ":
            _restore_finite(parse, token, verbs, grammar)
    for token, lemma in enumerate(parse.lemmas):
        verbal = parse.having(token, "aux:tense", "aux:pass", "expl:pv", "expl:pass")
        if parse.pos[token] == "VERB" or verbal or (
            "VerbForm=Part" in parse.morphs[token]
        ):
            if lemma not in verbs:
                _repair_lemma(parse, token, verbs, grammar)
        elif (parse.pos[token] == "NOUN" and lemma not in nouns) or (
            lemma in verbs and parse.having(token, "cop")  # «est prête à», not «prêter»
        ):
            _repair_noun(parse, token, nouns, grammar)
        elif parse.deps[token] == "conj":
            _rejoin(parse, token)
        elif parse.pos[token] not in ("AUX", "DET", "ADP", "PRON", "PUNCT"):
            predicate = parse.having(token, "nsubj", "xcomp", "ccomp")
            known = lemma in nouns or parse.having(token, "cop")
            if predicate and not known:
                _repair_lemma(parse, token, verbs, grammar)
            elif _before_infinitive(parse, token):
                _restore_governor(parse, token, verbs, grammar)
            elif _before_clause(parse, token, grammar):
                _restore_reporter(parse, token, verbs, grammar)


def _restore_finite(
    parse: Parse, token: int, verbs: Collection[str], grammar: Grammar
) -> None:
    """«proteste» is no participle of «protester»: it has a subject of its own."""
    if not parse.having(token, "nsubj", "nsubj:pass") or parse.having(
        token, "aux", "aux:tense", "aux:pass", "cop"
    ):
        return
    word = parse.words[token].lower()
    for ending, infinitive in grammar.finite_endings:
        stem = word.removesuffix(ending)
        if stem != word and stem + infinitive in verbs:
            parse.pos[token], parse.lemmas[token] = "VERB", stem + infinitive
            parse.morphs[token] = "Mood=Ind|VerbForm=Fin"
            for subject in parse.having(token, "nsubj:pass"):
                parse.deps[subject] = "nsubj"
            return


def _repair_tree(parse: Parse, grammar: Grammar) -> None:
    """Rebuild what parsers often break around subjects and times of a sentence."""
    for token, dep in enumerate(parse.deps):
        if dep in _SUBJECTS and parse.deps[parse.heads[token]].startswith("aux"):
            parse.heads[token] = parse.heads[parse.heads[token]]
        elif dep == "conj" and parse.pos[token] == "VERB":
            _share_subject(parse, token)
        elif dep == "acl" and "VerbForm=Inf" in parse.morphs[token]:
            _raise_infinitive(parse, token, grammar)
        elif parse.words[token].lower() in grammar.gerunds:
            _restore_gerund(parse, token, grammar)
        elif dep == "obj" and parse.lemmas[token] in grammar.time_nouns:
            _free_time(parse, token)
        elif parse.pos[token] == "PROPN" and parse.words[token].lower() in (
            grammar.strong_negators
        ):
            _free_negator(parse, token)
    parse.__post_init__()


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


def _part(parse: Parse, colon: int) -> None:
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


def _repair_noun(
    parse: Parse, token: int, nouns: Collection[str], grammar: Grammar
) -> None:
    """Put a feminine or plural noun in its lexical form: «protectrice»."""
    word = parse.words[token].lower()
    for ending, lexical in grammar.noun_endings:
        if word.endswith(ending):
            lemma = word[: len(word) - len(ending)] + lexical
            if lemma in nouns:
                parse.lemmas[token] = lemma
                return


def _rejoin(parse: Parse, token: int) -> None:
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


def _repair_lemma(
    parse: Parse, token: int, verbs: Collection[str], grammar: Grammar
) -> None:
    for form in (parse.words[token].lower(), parse.lemmas[token]):
        infinitive = _known_infinitive(form, verbs, grammar)
        if infinitive is not None:
            parse.lemmas[token] = infinitive
            if parse.pos[token] != "ADJ" or parse.having(token, "aux:tense"):
                parse.pos[token] = "VERB"
            return


def _known_infinitive(
    form: str, verbs: Collection[str], grammar: Grammar
) -> str | None:
    for ending, infinitive in grammar.verb_endings:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)]
            for variant in (stem, *_stems(stem, grammar)):
                if variant + infinitive in verbs:
                    return variant + infinitive
    return None


def _stems(stem: str, grammar: Grammar) -> Iterator[str]:
    """Yield other stems of a verb: «coopèr» → «coopér», «projett» → «projet»."""
    for written, underlying in grammar.stem_changes:
        before, found, after = stem.rpartition(written)
        if found:
            yield before + underlying + after


def _before_infinitive(parse: Parse, token: int) -> bool:
    """Tell whether a word stands between a subject and the infinitive it belongs to."""
    head = parse.heads[token]
    if head <= token:
        return False
    infinitive = "VerbForm=Inf" in parse.morphs[head] or any(
        "VerbForm=Inf" in parse.morphs[aux]
        for aux in parse.having(head, "aux", "aux:tense", "aux:pass")
    )
    subjects = parse.having(head, *_SUBJECTS)
    clause = any(mark > token for mark in parse.having(head, "mark"))
    return (infinitive or clause) and bool(subjects) and subjects[0] < token


def _before_clause(parse: Parse, token: int, grammar: Grammar) -> bool:
    """Tell whether a word stands between a name and a «que» that opens a clause."""
    behind = token + 1
    return (
        0 < token
        and behind < len(parse.words)
        and parse.words[behind].lower() in grammar.restriction
        and parse.deps[behind] == "mark"
        and parse.heads[behind] > behind
        and parse.pos[token - 1] in ("PROPN", "NOUN")
    )


def _restore_reporter(
    parse: Parse, token: int, verbs: Collection[str], grammar: Grammar
) -> None:
    """«L'Iran dément que la Chine …» parsed as a name with a relative clause."""
    infinitive = _known_infinitive(parse.words[token].lower(), verbs, grammar)
    clause = parse.heads[token + 1]
    name = token - 1
    while parse.heads[name] < token and parse.heads[name] != name:
        name = parse.heads[name]
    if infinitive is None or parse.pos[name] not in ("PROPN", "NOUN"):
        return
    above = parse.heads[name]
    parse.lemmas[token], parse.pos[token] = infinitive, "VERB"
    parse.heads[token] = token if above == name or above == token else above
    parse.deps[token] = parse.deps[name]
    parse.heads[name], parse.deps[name] = token, "nsubj"
    parse.heads[clause], parse.deps[clause] = token, "ccomp"
    parse.__post_init__()


def _restore_governor(
    parse: Parse, token: int, verbs: Collection[str], grammar: Grammar
) -> None:
    infinitive = _known_infinitive(parse.words[token].lower(), verbs, grammar)
    if infinitive is None:
        return
    below = parse.heads[token]
    parse.lemmas[token], parse.pos[token] = infinitive, "VERB"
    parse.deps[token] = parse.deps[below]
    above = parse.heads[below]
    parse.heads[token] = token if above == below else above
    subjects = parse.having(below, *_SUBJECTS)
    for subject in subjects:
        if subject < token:
            parse.heads[subject] = token
    finite = "VerbForm=Fin" in parse.morphs[below] or any(s > token for s in subjects)
    parse.heads[below], parse.deps[below] = token, "ccomp" if finite else "xcomp"
    parse.__post_init__()
