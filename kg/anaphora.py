"""Nouns that point back: «le pays», «cette alliance», «son armée», «les deux hommes»."""

from kg.discourse import Discourse
from kg.mentions import Mention, MentionKind

_PAIR = 2


def resolve_noun(discourse: Discourse, token: int, sentence: int) -> Mention | None:
    """Return what a noun that names no actor denotes, if one actor alone fits.

    Args:
        discourse: What was named before.
        token: The noun; any other word denotes nothing here.
        sentence: Number of its sentence in the parse.
    """
    if discourse.parse.pos[token] not in ("NOUN", "ADJ", "PROPN"):
        return None
    own = _own_body(discourse, token)
    if own is not None or not _points_back(discourse, token):
        return own
    actors = _antecedent(discourse, token, sentence)
    if actors is None:
        return None
    return Mention(token, token, token, actors, MentionKind.NOMINAL)


def _own_body(discourse: Discourse, token: int) -> Mention | None:
    """«son pays», «leur armée»: the state of whoever «son» is."""
    register = discourse.register
    for det in discourse.parse.having(token, "det"):
        owners = discourse.actors(det)
        if owners:
            bodies = tuple(dict.fromkeys(register.body(owner) for owner in owners))
            kinds = _kinds_owned(discourse, discourse.parse.lemmas[token])
            if not kinds.issuperset(register.kind(body) for body in bodies):
                return None
            return Mention(
                token, det, token, bodies, MentionKind.NOMINAL, metonymy=True
            )
    return None


def _kinds_owned(discourse: Discourse, lemma: str) -> frozenset[str]:
    """Return what «son» must be to make a noun stand for it: «son armée», a state."""
    titles = discourse.register.gazetteer.titles.get(lemma, ())
    acts = any(title.kind == "StateNoun" and title.acts for title in titles)
    return discourse.grammar.anaphors.get(lemma, frozenset({"State"} if acts else ()))


def _points_back(discourse: Discourse, token: int) -> bool:
    """«le pays», «cette alliance», but not «le pays voisin» or «le chef du parti»."""
    parse, grammar = discourse.parse, discourse.grammar
    dets = {parse.words[det].lower() for det in parse.having(token, "det")}
    definite = not dets.isdisjoint(grammar.definite | grammar.demonstratives)
    return definite and not parse.having(token, "nmod", "amod", "acl:relcl", "acl")


def _antecedent(
    discourse: Discourse, token: int, sentence: int
) -> tuple[str, ...] | None:
    parse, grammar = discourse.parse, discourse.grammar
    lemma = parse.lemmas[token]
    kinds = grammar.anaphors.get(lemma, frozenset())
    paired = kinds or grammar.paired.get(lemma, frozenset())
    counted = {parse.words[n].lower() for n in parse.having(token, "nummod")}
    if paired and not counted.isdisjoint(grammar.two):
        return _both(discourse, sentence, paired)
    held = discourse.mentions.by_head.get(token)
    if held is not None and held.offices:
        return _holder(discourse, held.offices)
    if "Number=Plur" in parse.morphs[token]:
        return None
    return _latest(discourse, sentence, kinds, last=lemma in grammar.latter)


def _both(
    discourse: Discourse, sentence: int, kinds: frozenset[str]
) -> tuple[str, ...] | None:
    """«les deux pays»: the only two that this sentence and the one before name."""
    named = {
        slug
        for candidate in discourse.recent(sentence)
        for slug in candidate.actors
        if discourse.register.kind(slug) in kinds
    }
    return tuple(sorted(named)) if len(named) == _PAIR else None


def _holder(discourse: Discourse, offices: tuple[str, ...]) -> tuple[str, ...] | None:
    """«le président»: the one of this text who holds such an office."""
    tenures = discourse.register.gazetteer.tenures
    holders = {
        person
        for person, body, *_ in discourse.mentions.roles
        for office in offices
        if any(tenure.holder == person for tenure in tenures.get((office, body), ()))
    }
    return tuple(holders) if len(holders) == 1 else None


def _latest(
    discourse: Discourse, sentence: int, kinds: frozenset[str], *, last: bool
) -> tuple[str, ...] | None:
    """Return the only actor of some classes that was named, or the `last` one."""
    recent = [
        candidate.actors
        for candidate in discourse.recent(sentence)
        if len(candidate.actors) == 1
        and discourse.register.kind(candidate.actors[0]) in kinds
    ]
    if last:  # «ce dernier» is whoever was named last
        recent = recent[-1:]
    return recent[0] if len(set(recent)) == 1 else None
