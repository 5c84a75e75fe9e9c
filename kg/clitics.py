"""Object clitics that a parser takes for articles: «et l'accuse de», «le presse de»."""

from kg.lemmas import Lemmas
from kg.syntax import Parse

_FINITE = "VerbForm=Fin"
_VERBAL = ("VERB", "AUX")
_CLAUSE_WITHIN = 6  # tokens from the verb to the infinitive that it governs


def restore_clitics(parse: Parse, lemmas: Lemmas) -> None:
    """Give clitics before their verb the place of an object."""
    clitics = lemmas.grammar.object_clitics
    for token in range(len(parse.words) - 1):
        word = parse.plain(token)
        if word not in clitics:
            continue
        if parse.pos[token] == "DET":
            _restore_pronoun(parse, token, lemmas)
        elif parse.pos[token] == "PRON" and parse.deps[token].startswith("expl"):
            parse.deps[token] = "obj"  # only «se» and its like mean nothing


def _restore_pronoun(parse: Parse, token: int, lemmas: Lemmas) -> None:
    """«l'accuse»: an article before a verb is a pronoun."""
    verb = token + 1
    if parse.pos[verb] not in _VERBAL and not _restore_verb(parse, token, lemmas):
        return
    while parse.pos[verb] == "AUX" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    if _FINITE in parse.morphs[token + 1] or parse.pos[token + 1] == "AUX":
        parse.pos[token], parse.deps[token] = "PRON", "obj"
        parse.heads[token] = verb
        parse.relink()


def _restore_verb(parse: Parse, token: int, lemmas: Lemmas) -> bool:
    """«et l'exhorte à agir», parsed as a noun: it shares the subject of a verb before.

    Only elided articles tell: «la presse», «la somme» are nouns more often than not.
    """
    word, below = token + 1, token + 2
    elided = parse.words[token].endswith(("'", "’"))
    joined = token > 0 and parse.lemmas[token - 1] in lemmas.grammar.and_words
    infinitive = lemmas.finite(parse.words[word].lower())
    if not elided or not joined or infinitive not in lemmas.grammar.object_control:
        return False
    first = _verb_above(parse, word)
    if first is None or parse.lemmas[word] in lemmas.nouns:
        return False
    parse.pos[word], parse.lemmas[word] = "VERB", infinitive
    parse.morphs[word] = f"Mood=Ind|{_FINITE}"
    parse.heads[word], parse.deps[word] = first, "conj"
    for clause in range(below, min(below + _CLAUSE_WITHIN, len(parse.words))):
        if "VerbForm=Inf" in parse.morphs[clause]:
            parse.heads[clause], parse.deps[clause] = word, "xcomp"
            break
    parse.relink()
    return True


def _verb_above(parse: Parse, token: int) -> int | None:
    """Return the verb before a word that it depends on, however far."""
    for _ in range(len(parse.heads)):
        above = parse.heads[token]
        if above == token:
            return None
        token = above
        if parse.pos[token] == "VERB":
            return token
    return None
