"""Parses put right where lexicon and morphology leave no doubt."""

from kg.agents import mend_agents
from kg.attachments import part_at_colon, reattach, rejoin
from kg.clauses import mend_clauses
from kg.clitics import restore_clitics
from kg.coordinations import mend_coordinations
from kg.fronting import free_places
from kg.headlines import mend_headlines
from kg.insertions import mend_insertions
from kg.lang.grammar import Grammar
from kg.lemmas import Lemmas
from kg.matrices import mend_matrices
from kg.syntax import AUXILIARIES, PLAIN_SUBJECTS, Parse

_CLOSED = ("AUX", "DET", "ADP", "PRON", "PUNCT")
_NOMINAL = ("PROPN", "NOUN")


def repair_parse(parse: Parse, lemmas: Lemmas) -> None:
    """Mend lemmas, parts of speech and governors of a parse.

    A trained lemmatizer errs on rare verbs («raille», «éperonné»); the endings of the
    language lead back to the infinitive, and only a verb of the lexicon is accepted.
    A finite verb taken for another part of speech before an infinitive («dément avoir
    frappé») is put back above it: as a fact, the denied would be an invention.
    """
    _drop_names_of_verbs(parse, lemmas)
    for first, last in parse.sentences:
        if last - first > 1:
            _lower_capital(parse, first, lemmas)
    for token in [t for t, word in enumerate(parse.words) if word == ":"]:
        part_at_colon(parse, token)
    free_places(parse, lemmas.grammar)
    mend_headlines(parse, lemmas.grammar)
    reattach(parse, lemmas.grammar)
    mend_insertions(parse, lemmas.grammar)
    mend_matrices(parse, lemmas.grammar)
    mend_clauses(parse, lemmas.grammar)
    mend_agents(parse, lemmas.grammar)
    mend_coordinations(parse, lemmas.grammar)
    for token in range(len(parse.words)):
        _restore_participle(parse, token, lemmas)
        _restore_finite(parse, token, lemmas)
        _restore_in_row(parse, token, lemmas)
    for token in range(len(parse.words)):
        _mend(parse, token, lemmas)
    restore_clitics(parse, lemmas)


def _mend(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """Mend the lemma of a word, or where that is well, its place in the tree."""
    if _is_verb_form(parse, token):
        if parse.lemmas[token] not in lemmas.verbs:
            lemmas.mend_verb(parse, token)
        return
    if _is_misread_noun(parse, token, lemmas):
        lemmas.mend_noun(parse, token)
    elif parse.deps[token] != "conj" and parse.pos[token] not in _CLOSED:
        _restore_verb(parse, token, lemmas)
    if parse.deps[token] == "conj":
        rejoin(parse, token)


def _drop_names_of_verbs(parse: Parse, lemmas: Lemmas) -> None:
    """«Accuse» at the head of a sentence is no name, whatever its capital."""
    firsts = {first for first, _ in parse.sentences}
    parse.names = [
        (first, behind, label)
        for first, behind, label in parse.names
        if first not in firsts
        or behind - first > 1
        or lemmas.infinitive(parse.words[first].lower()) is None
    ]


def _lower_capital(parse: Parse, first: int, lemmas: Lemmas) -> None:
    """«Fidèle alliée de Rome, …», «Allié de Rome, …»: no name opens the sentence."""
    word = parse.words[first].lower()
    noun = word if word in lemmas.nouns else lemmas.noun(word)
    behind = first + 1
    follows = parse.pos[behind] == "ADP" or (
        parse.pos[behind] in ("NOUN", "ADJ", "VERB")
        and lemmas.noun(parse.words[behind].lower()) is not None
    )
    if parse.pos[first] != "PROPN" or noun is None or not follows:
        return
    parse.pos[first], parse.lemmas[first] = "ADJ", noun
    parse.names = [name for name in parse.names if name[:2] != (first, behind)]


def _is_verb_form(parse: Parse, token: int) -> bool:
    verbal = parse.pos[token] == "VERB" or "VerbForm=Part" in parse.morphs[token]
    return verbal or bool(
        parse.having(token, "aux:tense", "aux:pass", "expl:pv", "expl:pass")
    )


def _is_misread_noun(parse: Parse, token: int, lemmas: Lemmas) -> bool:
    """«protectrice» lacks its lexical form; «est prête à» is not «prêter»."""
    lemma = parse.lemmas[token]
    if parse.pos[token] == "NOUN" and lemma not in lemmas.nouns:
        return True
    return lemma in lemmas.verbs and bool(parse.having(token, "cop"))


def _restore_finite(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«proteste» is no participle of «protester»: it has a subject of its own.

    «enquête» is no noun where it has a subject and stands bare.
    """
    bare = parse.pos[token] == "NOUN" and not parse.having(token, "det", "case", "amod")
    nonfinite = "VerbForm=Part" in parse.morphs[token] or parse.pos[token] == "ADJ"
    if not (nonfinite or bare) or not parse.having(token, *PLAIN_SUBJECTS):
        return
    if parse.having(token, *AUXILIARIES, "cop"):
        return
    infinitive = lemmas.finite(parse.words[token].lower())
    if infinitive is not None:
        parse.pos[token], parse.lemmas[token] = "VERB", infinitive
        parse.morphs[token] = "Mood=Ind|VerbForm=Fin"
        for subject in parse.having(token, "nsubj:pass"):
            parse.deps[subject] = "nsubj"


def _restore_participle(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«Soutenu à bout de bras par Oslo, …» has an agent, as no adjective has."""
    nominal = parse.pos[token] in ("ADJ", "NOUN", "PROPN")
    bare = not parse.having(token, "det", "case", "cop", "aux:pass")
    if not nominal or not bare or "VerbForm=" in parse.morphs[token]:
        return
    infinitive = lemmas.infinitive(parse.words[token].lower())
    if parse.having(token, "obl:agent") and infinitive is not None:
        parse.pos[token], parse.lemmas[token] = "VERB", infinitive
        parse.morphs[token] = "Tense=Past|VerbForm=Part"


def _restore_verb(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """Find a verb behind a wrong part of speech by what depends on it or follows."""
    if _has_both(parse, token):  # «si la Turquie attaque Oslo»
        lemmas.mend_verb(parse, token)
        if parse.lemmas[token] in lemmas.verbs:
            parse.pos[token] = "VERB"
        return
    known = parse.lemmas[token] in lemmas.nouns or parse.having(token, "cop")
    if parse.having(token, "nsubj", "xcomp", "ccomp") and not known:
        lemmas.mend_verb(parse, token)
    elif _before_infinitive(parse, token):
        _restore_governor(parse, token, lemmas)
    elif _before_clause(parse, token, lemmas.grammar):
        _restore_reporter(parse, token, lemmas)


def _restore_in_row(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«arme, finance et héberge»: a bare word in a row of verbs is a verb."""
    verb = parse.heads[token]
    adjacent = verb + 2 == token and parse.words[verb + 1] == ","
    nominal = parse.pos[token] in ("NOUN", "ADJ")
    if not (adjacent and nominal and parse.pos[verb] == "VERB"):
        return
    infinitive = lemmas.finite(parse.words[token].lower())
    bare = all(parse.deps[c] in ("punct", "cc") for c in parse.children[token])
    if parse.deps[token] == "conj" and bare and infinitive is not None:
        parse.pos[token], parse.lemmas[token] = "VERB", infinitive
        parse.morphs[token] = parse.morphs[verb]


def _has_both(parse: Parse, token: int) -> bool:
    """Tell whether a word has subject and object, as no noun has."""
    nominal = parse.having(token, "cop", "det", "case")
    whole = parse.having(token, "nsubj") and parse.having(token, "obj")
    return bool(whole) and not nominal


def _before_infinitive(parse: Parse, token: int) -> bool:
    """Tell whether a word stands between a subject and the infinitive it belongs to."""
    head = parse.heads[token]
    if head <= token:
        return False
    infinitive = parse.bears(parse.forms(head), "VerbForm=Inf")
    subjects = parse.having(head, *PLAIN_SUBJECTS)
    clause = any(mark > token for mark in parse.having(head, "mark"))
    return (infinitive or clause) and bool(subjects) and subjects[0] < token


def _before_clause(parse: Parse, token: int, grammar: Grammar) -> bool:
    """Tell whether a word stands between a name and a «que» that opens a clause."""
    behind = token + 1
    return (
        token > 0
        and behind < len(parse.words)
        and parse.words[behind].lower() in grammar.restriction
        and parse.deps[behind] == "mark"
        and parse.heads[behind] > behind
        and parse.pos[token - 1] in _NOMINAL
    )


def _restore_reporter(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«L'Iran dément que la Chine …» parsed as a name with a relative clause."""
    infinitive = lemmas.infinitive(parse.words[token].lower())
    clause = parse.heads[token + 1]
    name = token - 1
    while parse.heads[name] < token and parse.heads[name] != name:
        name = parse.heads[name]
    if infinitive is None or parse.pos[name] not in _NOMINAL:
        return
    above = parse.heads[name]
    parse.lemmas[token], parse.pos[token] = infinitive, "VERB"
    parse.heads[token] = token if above in (name, token) else above
    parse.deps[token] = parse.deps[name]
    parse.heads[name], parse.deps[name] = token, "nsubj"
    parse.heads[clause], parse.deps[clause] = token, "ccomp"
    parse.relink()


def _restore_governor(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«L'Iran dément avoir frappé …» parsed as if «dément» were an adverb."""
    infinitive = lemmas.infinitive(parse.words[token].lower())
    if infinitive is None:
        return
    below = parse.heads[token]
    above = parse.heads[below]
    parse.lemmas[token], parse.pos[token] = infinitive, "VERB"
    parse.heads[token] = token if above == below else above
    parse.deps[token] = parse.deps[below]
    subjects = parse.having(below, *PLAIN_SUBJECTS)
    for subject in subjects:
        if subject < token:
            parse.heads[subject] = token
    finite = "VerbForm=Fin" in parse.morphs[below] or any(s > token for s in subjects)
    parse.heads[below], parse.deps[below] = token, "ccomp" if finite else "xcomp"
    parse.relink()
