"""Pronouns and nominal anaphora: resolved where gender, number and salience leave one.

A wrong guess is worse than none, so two candidates of equal standing give nothing.
"""

from dataclasses import dataclass, replace

from kg.actors import Register
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind, Mentions
from kg.syntax import Parse

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer")
_REFERRING = {
    MentionKind.NAME,
    MentionKind.CAPITAL,
    MentionKind.TITLE,
    MentionKind.NOMINAL,
}
_MAX_CLIMB = 4
_DEICTIC = {"ce", "cet", "cette", "ces"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a later pronoun may take up.

    Attributes:
        gender: "Masc", "Fem" or "" if it tells none; number "Sing" or "Plur".
    """

    token: int
    sentence: int
    actors: tuple[str, ...]
    gender: str
    number: str
    subject: bool


@dataclass(slots=True)
class Resolver:
    """What pronouns of one parse are resolved against."""

    parse: Parse
    mentions: Mentions
    register: Register
    grammar: Grammar
    candidates: list[Candidate]


def resolve_pronouns(
    parse: Parse, mentions: Mentions, register: Register, grammar: Grammar
) -> None:
    """Add pronouns and nominal anaphora that denote one actor to the mentions."""
    resolver = Resolver(parse, mentions, register, grammar, [])
    for number, (first, last) in enumerate(parse.sentences):
        for token in range(first, last):
            mention = mentions.by_head.get(token)
            if mention is None or (mention.offices and not mention.actors):
                mention = _anaphor(resolver, token, number) or mention
                if mention is not None and mention.actors:
                    mentions.by_head[token] = mention
            if mention is not None and mention.actors and mention.kind in _REFERRING:
                if _merely_placed(resolver, mention):
                    continue
                candidate = _candidate(resolver, mention, number)
                resolver.candidates.append(candidate)
                if len(candidate.actors) > len(mention.actors):  # also on its own
                    alone = replace(candidate, actors=mention.actors, number="Sing")
                    resolver.candidates.append(alone)


def _candidate(resolver: Resolver, mention: Mention, sentence: int) -> Candidate:
    parse, register = resolver.parse, resolver.register
    group = mention.actors
    if parse.deps[mention.head] != "conj":
        for conjunct in parse.conjuncts(mention.head)[1:]:
            other = resolver.mentions.by_head.get(conjunct)
            group += () if other is None else other.actors
    head_morph = parse.morphs[mention.head]
    plural = len(set(group)) > 1 or (
        "Number=Plur" in head_morph
        if mention.kind is MentionKind.TITLE
        else group[0] in register.gazetteer.plural
    )
    return Candidate(
        mention.head,
        sentence,
        tuple(dict.fromkeys(group)),
        _gender(resolver, mention),
        "Plur" if plural else "Sing",
        _is_subject(parse, mention.head),
    )


def _merely_placed(resolver: Resolver, mention: Mention) -> bool:
    """«en Moldavie»: where something is, not what one goes on to speak of."""
    words = (
        resolver.parse.words[case].lower()
        for case in resolver.parse.having(mention.head, "case")
    )
    return mention.place or any(w in resolver.grammar.placing for w in words)


def _is_subject(parse: Parse, token: int) -> bool:
    while parse.deps[token] == "conj" and parse.heads[token] != token:
        token = parse.heads[token]
    return parse.deps[token] in _SUBJECTS


def _gender(resolver: Resolver, mention: Mention) -> str:
    gazetteer = resolver.register.gazetteer
    slug = mention.actors[0]
    person = resolver.register.kind(slug) == "Person"
    if mention.kind in (MentionKind.TITLE, MentionKind.NOMINAL) and not person:
        morph = resolver.parse.morphs[mention.head]
        return "Fem" if "Gender=Fem" in morph else "Masc"
    if mention.kind is MentionKind.CAPITAL or slug not in gazetteer.actors:
        return ""
    return "Fem" if slug in gazetteer.feminine else "Masc"


def _anaphor(resolver: Resolver, token: int, sentence: int) -> Mention | None:
    parse, grammar = resolver.parse, resolver.grammar
    word = parse.words[token].lower()
    if parse.pos[token] == "PRON" and word in grammar.personal:
        if _impersonal(parse, token):
            return None
        actors = _pick(resolver, token, sentence, *grammar.personal[word])
    elif parse.pos[token] == "DET" and word in grammar.possessives:
        actors = _possessor(resolver, token, sentence, grammar.possessives[word])
    elif parse.pos[token] in ("NOUN", "ADJ", "PROPN"):
        return _own_body(resolver, token) or _nominal(resolver, token, sentence)
    else:
        return None
    if actors is None:
        return None
    return Mention(token, token, token, actors, MentionKind.PRONOUN)


def _impersonal(parse: Parse, token: int) -> bool:
    return parse.deps[token].startswith("expl")


def _pick(
    resolver: Resolver, token: int, sentence: int, gender: str, number: str
) -> tuple[str, ...] | None:
    """Choose among the actors of this sentence and the one before."""
    near = _arguments_beside(resolver, token)
    fits = [
        c
        for c in resolver.candidates
        if c.sentence >= sentence - 1
        and c.number == number
        and (not gender or not c.gender or c.gender == gender)
        and not (near & set(c.actors))
    ]
    if not fits:
        return None
    if len({c.actors for c in fits}) == 1:
        return _unless_rival(resolver, fits[-1], sentence, gender, number)
    subjects = [c for c in fits if c.subject]
    recent = [c for c in subjects if c.sentence == sentence] or subjects
    if len({c.actors for c in recent}) == 1:
        return recent[-1].actors
    return None


def _arguments_beside(resolver: Resolver, token: int) -> set[str]:
    """Return the actors among the other arguments of the verb: they are not meant."""
    parse = resolver.parse
    verb = parse.heads[token]
    beside = list(parse.children[verb])
    for _ in range(_MAX_CLIMB):  # «X accuse Y et lui demande»: X is no «lui»
        shared = parse.deps[verb] == "conj" or "VerbForm=Inf" in parse.morphs[verb]
        if not shared or parse.having(verb, *_SUBJECTS):
            break
        verb = parse.heads[verb]
        beside += parse.having(verb, *_SUBJECTS)
    return {
        slug
        for argument in beside
        if argument != token and parse.deps[token] != "det"
        for mention in [resolver.mentions.by_head.get(argument)]
        if mention is not None
        for slug in mention.actors
    }


def _unless_rival(
    resolver: Resolver, chosen: Candidate, sentence: int, gender: str, number: str
) -> tuple[str, ...] | None:
    """Refuse a lone actor where a thing is the subject before and agrees as well."""
    if chosen.subject or chosen.sentence == sentence:
        return chosen.actors
    parse = resolver.parse
    first, last = parse.sentences[sentence - 1]
    for token in range(first, last):
        actor = token in resolver.mentions.by_head
        if not actor and parse.deps[token] in _SUBJECTS and parse.pos[token] == "NOUN":
            morph = parse.morphs[token]
            agrees = not gender or f"Gender={gender}" in morph
            if agrees and f"Number={number}" in morph:
                return None
    return chosen.actors


def _possessor(
    resolver: Resolver, token: int, sentence: int, number: str
) -> tuple[str, ...] | None:
    """Resolve «son», «leur» to the subject of the clause it stands in."""
    parse, by_head = resolver.parse, resolver.mentions.by_head
    climbed = parse.heads[token]
    for _ in range(len(parse.heads)):
        thanked = _object_owner(resolver, token, climbed)
        if thanked is not None:
            return thanked
        subjects = parse.having(climbed, *_SUBJECTS)
        for subject in subjects:
            mention = by_head.get(subject)
            if token in parse.subtree(subject):
                break
            if mention is None or not mention.actors:
                return None
            candidate = _candidate(resolver, mention, sentence)
            plural = candidate.number == "Plur"
            return candidate.actors if plural == (number == "Plur") else None
        if parse.heads[climbed] == climbed or subjects:
            break
        climbed = parse.heads[climbed]
    return _pick(resolver, token, sentence, "", number)


def _object_owner(
    resolver: Resolver, token: int, verb: int
) -> tuple[str, ...] | None:
    """«remercie l'OTAN pour son soutien»: the support is NATO's."""
    parse = resolver.parse
    if parse.lemmas[verb] not in resolver.grammar.object_control:
        return None
    for thing in parse.having(verb, "obj"):
        mention = resolver.mentions.by_head.get(thing)
        if thing < token and mention is not None and mention.actors:
            return None if token in parse.subtree(thing) else mention.actors
    return None


def _own_body(resolver: Resolver, token: int) -> Mention | None:
    """«son pays», «leur armée»: the state of whoever «son» is."""
    parse, register = resolver.parse, resolver.register
    lemma = parse.lemmas[token]
    nouns = {
        piece
        for title in register.gazetteer.titles.get(lemma, ())
        if title.kind == "StateNoun" and title.acts
        for piece in title.pieces
    }
    kinds = resolver.grammar.anaphors.get(lemma, frozenset({"State"} if nouns else ()))
    for det in parse.having(token, "det"):
        owner = resolver.mentions.by_head.get(det)
        if owner is not None and owner.actors:
            bodies = tuple(dict.fromkeys(register.body(a) for a in owner.actors))
            if not all(register.kind(body) in kinds for body in bodies):
                return None
            return Mention(
                token, det, token, bodies, MentionKind.NOMINAL, metonymy=True
            )
    return None


def _nominal(resolver: Resolver, token: int, sentence: int) -> Mention | None:
    """Resolve «le pays», «cette alliance», «le président» to the last such actor."""
    parse = resolver.parse
    held = resolver.mentions.by_head.get(token)
    lemma = parse.lemmas[token]
    kinds = resolver.grammar.anaphors.get(lemma, frozenset())
    dets = [parse.words[d].lower() for d in parse.having(token, "det")]
    definite = any(d in resolver.grammar.definite or d in _DEICTIC for d in dets)
    if not definite or parse.having(token, "nmod", "amod", "acl:relcl", "acl"):
        return None
    paired = kinds or resolver.grammar.paired.get(lemma, frozenset())
    if paired and any(parse.words[n].lower() in resolver.grammar.two for n in parse.having(token, "nummod")):
        return _both(resolver, token, sentence, paired)
    if held is not None and held.offices:
        holders = {
            person
            for person, body, *_ in resolver.mentions.roles
            if _holds(resolver, person, body, held.offices)
        }
        actors = (holders.pop(),) if len(holders) == 1 else None
    elif kinds and "Number=Plur" not in parse.morphs[token]:
        recent = [
            c
            for c in resolver.candidates
            if c.sentence >= sentence - 1
            and len(c.actors) == 1
            and resolver.register.kind(c.actors[0]) in kinds
        ]
        if lemma in resolver.grammar.latter:
            recent = recent[-1:]  # «ce dernier» is whoever was named last
        distinct = {c.actors for c in recent}
        actors = distinct.pop() if len(distinct) == 1 else None
    else:
        return None
    if actors is None:
        return None
    return Mention(token, token, token, actors, MentionKind.NOMINAL)


def _both(
    resolver: Resolver, token: int, sentence: int, kinds: frozenset[str]
) -> Mention | None:
    """«les deux pays»: the only two that this sentence and the one before name."""
    named = {
        slug
        for candidate in resolver.candidates
        if candidate.sentence >= sentence - 1
        for slug in candidate.actors
        if resolver.register.kind(slug) in kinds
    }
    if len(named) != 2:  # noqa: PLR2004 two are two
        return None
    actors = tuple(sorted(named))
    return Mention(token, token, token, actors, MentionKind.NOMINAL)


def _holds(
    resolver: Resolver, person: str, body: str, offices: tuple[str, ...]
) -> bool:
    tenures = resolver.register.gazetteer.tenures
    return any(
        tenure.holder == person
        for office in offices
        for tenure in tenures.get((office, body), ())
    )
