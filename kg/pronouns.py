"""Pronouns and possessives: «il», «leur», «son».

They are resolved where gender, number and salience leave one actor. A wrong guess is
worse than none, so two candidates of equal standing give nothing.
"""

from kg.discourse import Candidate, Discourse
from kg.mentions import Mention, MentionKind
from kg.subjects import SUBJECTS

_MAX_CLIMB = 4

_Agreement = tuple[str, str]  # gender, "" if it tells none, and number


def resolve_pronoun(discourse: Discourse, token: int, sentence: int) -> Mention | None:
    """Return what a pronoun or possessive determiner denotes.

    Args:
        discourse: What was named before.
        token: The pronoun; any other word denotes nothing here.
        sentence: Number of its sentence in the parse.
    """
    parse, grammar = discourse.parse, discourse.grammar
    word, actors = parse.words[token].lower(), None
    if parse.pos[token] == "PRON" and word in grammar.personal:
        if not parse.deps[token].startswith("expl"):  # «il faut»
            actors = _pick(discourse, token, sentence, grammar.personal[word])
    elif parse.pos[token] == "DET" and word in grammar.possessives:
        actors = _possessor(discourse, token, sentence, grammar.possessives[word])
    if actors is None:
        return None
    return Mention(token, token, token, actors, MentionKind.PRONOUN)


def _pick(
    discourse: Discourse, token: int, sentence: int, agreement: _Agreement
) -> tuple[str, ...] | None:
    """Choose among the actors of this sentence and the one before."""
    gender, number = agreement
    beside = _arguments_beside(discourse, token)
    fits = [
        candidate
        for candidate in discourse.recent(sentence)
        if candidate.number == number
        and (not gender or candidate.gender in ("", gender))
        and beside.isdisjoint(candidate.actors)
    ]
    if _agree(fits):
        rivals = _rival(discourse, fits[-1], sentence, agreement)
        return None if rivals else fits[-1].actors
    subjects = [candidate for candidate in fits if candidate.subject]
    here = [candidate for candidate in subjects if candidate.sentence == sentence]
    salient = here or subjects
    return salient[-1].actors if _agree(salient) else None


def _agree(candidates: list[Candidate]) -> bool:
    """Tell whether there are candidates and all are the same actors."""
    return len({candidate.actors for candidate in candidates}) == 1


def _arguments_beside(discourse: Discourse, token: int) -> set[str]:
    """Return the actors among the other arguments of the verb: they are not meant."""
    parse = discourse.parse
    if parse.deps[token] == "det":
        return set()
    verb = parse.heads[token]
    beside = list(parse.children[verb])
    for _ in range(_MAX_CLIMB):  # «X accuse Y et lui demande»: X is no «lui»
        shared = parse.deps[verb] == "conj" or "VerbForm=Inf" in parse.morphs[verb]
        if not shared or parse.having(verb, *SUBJECTS):
            break
        verb = parse.heads[verb]
        beside += parse.having(verb, *SUBJECTS)
    return {s for other in beside if other != token for s in discourse.actors(other)}


def _rival(
    discourse: Discourse, chosen: Candidate, sentence: int, agreement: _Agreement
) -> bool:
    """Tell whether a thing was the subject before and agrees as well.

    «Le traité lie Oslo. Il expire demain.» says nothing of Oslo.
    """
    if chosen.subject or chosen.sentence == sentence:
        return False
    parse, (gender, number) = discourse.parse, agreement
    for token in range(*parse.sentences[sentence - 1]):
        thing = parse.pos[token] == "NOUN" and token not in discourse.mentions.by_head
        if thing and parse.deps[token] in SUBJECTS:
            morph = parse.morphs[token]
            agrees = not gender or f"Gender={gender}" in morph
            if agrees and f"Number={number}" in morph:
                return True
    return False


def _possessor(
    discourse: Discourse, token: int, sentence: int, number: str
) -> tuple[str, ...] | None:
    """Resolve «son», «leur» to the subject of the clause it stands in."""
    parse = discourse.parse
    climbed = parse.heads[token]
    for _ in range(len(parse.heads)):
        thanked = _object_owner(discourse, token, climbed)
        if thanked is not None:
            return thanked
        subjects = parse.having(climbed, *SUBJECTS)
        if subjects and token not in parse.subtree(subjects[0]):
            return _owner(discourse, subjects[0], sentence, number)
        if parse.heads[climbed] == climbed or subjects:
            break
        climbed = parse.heads[climbed]
    return _pick(discourse, token, sentence, ("", number))


def _owner(
    discourse: Discourse, subject: int, sentence: int, number: str
) -> tuple[str, ...] | None:
    """Return the actors of a subject if they are as many as a possessive tells."""
    mention = discourse.mentions.by_head.get(subject)
    if mention is None or not mention.actors:
        return None
    candidate = discourse.candidate(mention, sentence)
    return candidate.actors if candidate.number == number else None


def _object_owner(
    discourse: Discourse, token: int, verb: int
) -> tuple[str, ...] | None:
    """«remercie l'OTAN pour son soutien»: the support is NATO's."""
    parse = discourse.parse
    if parse.lemmas[verb] not in discourse.grammar.object_control:
        return None
    for thing in parse.having(verb, "obj"):
        actors = discourse.actors(thing)
        if thing < token and actors:
            return None if token in parse.subtree(thing) else actors
    return None
