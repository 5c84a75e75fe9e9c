"""Pronouns and possessives: «il», «leur», «son».

They are resolved where gender, number and salience leave one actor. A wrong guess is
worse than none, so two candidates of equal standing give nothing.
"""

from collections.abc import Set as AbstractSet

from kg.discourse import Candidate, Discourse
from kg.mentions import Mention, MentionKind
from kg.subjects import SUBJECTS

_Agreement = tuple[str, str]  # gender, "" if it tells none, and number


def resolve_pronoun(discourse: Discourse, token: int, sentence: int) -> Mention | None:
    """Return what a pronoun or possessive determiner denotes.

    Args:
        discourse: What was named before.
        token: The pronoun; any other word denotes nothing here.
        sentence: Number of its sentence in the parse.
    """
    parse, grammar = discourse.parse, discourse.grammar
    word, actors = parse.plain(token), None
    if parse.pos[token] == "PRON" and word in grammar.personal:
        agreement = grammar.personal[word]
        if word in grammar.latter:
            actors = _latter(discourse, token, sentence, agreement)
        elif not _empty(discourse, token) and not _thing(discourse, token, agreement):
            beside = discourse.beside(token)
            actors = _pick(discourse, sentence, agreement, beside)
            acts = parse.deps[token] in SUBJECTS
            actors = None if acts and _town(discourse, sentence, actors) else actors
    elif parse.pos[token] == "DET" and word in grammar.possessives:
        gender, _ = grammar.personal.get(word, ("", ""))
        agreement = gender, grammar.possessives[word]
        actors = _possessor(discourse, token, sentence, agreement)
    if actors is None:
        return None
    return Mention(token, token, token, actors, MentionKind.PRONOUN)


def _thing(discourse: Discourse, token: int, agreement: _Agreement) -> bool:
    """“China condemned it”: as an object, “it” is a thing more often than a state."""
    acts = discourse.parse.deps[token] in SUBJECTS
    return agreement[0] == "Neut" and not acts


def _empty(discourse: Discourse, token: int) -> bool:
    """«il faut», «que l'on doit», «l'Algérie, elle, …»: words that refer to nobody."""
    parse = discourse.parse
    before, behind = parse.words[token - 1 : token], parse.words[token + 1 : token + 2]
    return (
        parse.deps[token].startswith("expl")
        or before == behind == [","]
        or not discourse.grammar.anybody.isdisjoint(map(str.lower, behind))
    )


def _pick(
    discourse: Discourse, sentence: int, agreement: _Agreement, beside: AbstractSet[str]
) -> tuple[str, ...] | None:
    """Choose among the actors of this sentence and the one before."""
    fits = _fitting(discourse, sentence, agreement, beside)
    if _agree(fits):
        rivals = _rival(discourse, fits[-1], sentence, agreement)
        return None if rivals else fits[-1].actors
    subjects = [candidate for candidate in fits if candidate.subject]
    here = [candidate for candidate in subjects if candidate.sentence == sentence]
    salient = here or subjects
    return salient[-1].actors if _agree(salient) else None


def _town(discourse: Discourse, sentence: int, actors: tuple[str, ...] | None) -> bool:
    """«il quitte Paris, puis il …»: a capital that does nothing is a mere town."""
    named = [c for c in discourse.recent(sentence) if c.actors == actors]
    held = discourse.mentions.by_head
    return all(
        not c.subject and held[c.token].kind is MentionKind.CAPITAL for c in named
    )


def _fitting(
    discourse: Discourse, sentence: int, agreement: _Agreement, beside: AbstractSet[str]
) -> list[Candidate]:
    """Return whoever was named of late and agrees, but for those beside the pronoun."""
    gender, number = agreement
    return [
        candidate
        for candidate in discourse.recent(sentence)
        if candidate.number == number
        and (not gender or candidate.gender in ("", gender))
        and beside.isdisjoint(candidate.actors)
    ]


def _latter(
    discourse: Discourse, token: int, sentence: int, agreement: _Agreement
) -> tuple[str, ...] | None:
    """«celui-ci» is no subject: in «X avertit Y que celui-ci …» it is Y."""
    fits = _fitting(discourse, sentence, agreement, discourse.beside(token))
    others = [candidate for candidate in fits if not candidate.subject] or fits
    return others[-1].actors if _agree(others) else None


def _agree(candidates: list[Candidate]) -> bool:
    """Tell whether there are candidates and all are the same actors."""
    return len({candidate.actors for candidate in candidates}) == 1


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
    discourse: Discourse, token: int, sentence: int, agreement: _Agreement
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
            return _owned_by(discourse, subjects[0], sentence, agreement)
        if parse.heads[climbed] == climbed or subjects:
            break
        climbed = parse.heads[climbed]
    return _pick(discourse, sentence, agreement, frozenset())


def _owned_by(
    discourse: Discourse, subject: int, sentence: int, agreement: _Agreement
) -> tuple[str, ...] | None:
    """Resolve a possessive to a subject, or if that is of another number, past it.

    «afin d'affaiblir Nicolas Maduro, les États-Unis menacent son régime»: Maduro's.
    """
    mention = discourse.mentions.by_head.get(subject)
    if mention is None or not mention.actors:
        return None
    candidate = discourse.candidate(mention, sentence)
    gender, number = agreement
    if candidate.number == number and (not gender or candidate.gender in ("", gender)):
        return candidate.actors
    return _pick(discourse, sentence, agreement, set(candidate.actors))


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
