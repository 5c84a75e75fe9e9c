"""Nouns that point back: «le pays», «cette alliance», «son armée», «les deux hommes»."""

from kg.actors import Register
from kg.discourse import Candidate, Discourse
from kg.mentions import Mention, MentionKind
from kg.spellings import fold

_BANDS = frozenset({"ArmedGroup"})
_PAIR = 2
_NEAR = 2  # tokens from a determiner back past «dont»


def resolve_noun(discourse: Discourse, token: int, sentence: int) -> Mention | None:
    """Return what a noun that names no actor denotes, if one actor alone fits.

    Args:
        discourse: What was named before.
        token: The noun; any other word denotes nothing here.
        sentence: Number of its sentence in the parse.
    """
    if discourse.parse.pos[token] not in ("NOUN", "ADJ", "PROPN"):
        return None
    own = _own_body(discourse, token) or _body_of_which(discourse, token)
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


def _body_of_which(discourse: Discourse, token: int) -> Mention | None:
    """«l'Équateur, dont la police …»: the police of the state right before."""
    parse, grammar = discourse.parse, discourse.grammar
    first = min(parse.having(token, "det"), default=token)
    if first < _NEAR or grammar.relatives.get(parse.words[first - 1].lower()) != (
        grammar.of
    ):
        return None
    before = first - _NEAR
    before -= parse.words[before] == ","
    for mention in discourse.mentions.by_head.values():
        if mention.last == before and not mention.place:
            kinds = {discourse.register.kind(slug) for slug in mention.actors}
            if kinds and _kinds_owned(discourse, parse.lemmas[token]) >= kinds:
                return Mention(
                    token,
                    first,
                    token,
                    mention.actors,
                    MentionKind.NOMINAL,
                    metonymy=True,
                )
    return None


def _kinds_owned(discourse: Discourse, lemma: str) -> frozenset[str]:
    """Return what «son» must be to make a noun stand for it: «son armée», a state."""
    pieces = fold(lemma)
    titles = discourse.register.gazetteer.titles.get(pieces[0], ()) if pieces else ()
    acts = any(
        title.kind == "StateNoun" and title.acts and title.pieces == pieces
        for title in titles
    )
    return discourse.grammar.anaphors.get(lemma, frozenset({"State"} if acts else ()))


def _points_back(discourse: Discourse, token: int) -> bool:
    """«le pays», «cette alliance», but not «le pays voisin» or «le chef du parti».

    What is pointed at may be described: «ce pays du Sahel».
    """
    parse, grammar = discourse.parse, discourse.grammar
    dets = {parse.words[det].lower() for det in parse.having(token, "det")}
    if not dets.isdisjoint(grammar.demonstratives):
        return True
    if dets.isdisjoint(grammar.definite):
        return False
    if parse.lemmas[token] in grammar.latter:
        return True
    counted = {parse.words[n].lower() for n in parse.having(token, "nummod")}
    owners = [
        owner
        for owner in parse.having(token, "nmod")
        if counted.isdisjoint(grammar.two)
        or grammar.of in {parse.lemmas[case] for case in parse.having(owner, "case")}
    ]
    described = all(
        _leaves(discourse, adjective) is not None or discourse.actors(adjective)
        for adjective in parse.having(token, "amod")
    )
    return not owners and described and not parse.having(token, "acl:relcl", "acl")


def _antecedent(
    discourse: Discourse, token: int, sentence: int
) -> tuple[str, ...] | None:
    parse, grammar = discourse.parse, discourse.grammar
    lemma = parse.lemmas[token]
    kinds = _described(discourse, token)
    paired = kinds | grammar.paired.get(lemma, frozenset())
    counted = {parse.words[n].lower() for n in parse.having(token, "nummod")}
    if paired and not counted.isdisjoint(grammar.two):
        return _both(discourse, token, sentence, paired)
    held = discourse.mentions.by_head.get(token)
    if held is not None and held.offices:
        return _holder(discourse, held.offices)
    if lemma in grammar.latter:
        return _last(discourse, token, sentence, kinds)
    return _only(discourse, token, sentence, kinds)


def _described(discourse: Discourse, token: int) -> frozenset[str]:
    """Return the classes that a noun may take up, fewer for «le groupe jihadiste»."""
    parse, grammar = discourse.parse, discourse.grammar
    kinds = grammar.anaphors.get(parse.lemmas[token], frozenset())
    for adjective in parse.having(token, "amod"):
        left = _leaves(discourse, adjective)
        kinds &= kinds if left is None else left
    return kinds


def _leaves(discourse: Discourse, adjective: int) -> frozenset[str] | None:
    """Return the classes that an adjective restricts its noun to, if it does."""
    parse, describing = discourse.parse, discourse.grammar.describing
    word, lemma = parse.words[adjective].lower(), parse.lemmas[adjective]
    return describing.get(word, describing.get(lemma))


def _only(
    discourse: Discourse, token: int, sentence: int, kinds: frozenset[str]
) -> tuple[str, ...] | None:
    parse, grammar = discourse.parse, discourse.grammar
    if parse.words[token].lower() in grammar.organs:
        return _only_state(discourse, token, sentence)
    if "Number=Plur" in parse.morphs[token]:  # «ces combattants»
        dets = {parse.words[det].lower() for det in parse.having(token, "det")}
        fighters = parse.lemmas[token] in grammar.fighters
        meant = fighters and not dets.isdisjoint(grammar.demonstratives)
        kinds = _BANDS if meant else frozenset()
    homes = {
        home
        for adjective in parse.having(token, "amod")
        for home in discourse.actors(adjective)
    }
    return _latest(discourse, sentence, kinds, homes)


def _both(
    discourse: Discourse, token: int, sentence: int, kinds: frozenset[str]
) -> tuple[str, ...] | None:
    """«les deux pays»: the only two that are named, or the only two named as a pair.

    Those of the same sentence come first; whoever acts on the two is none of them.
    """
    beside = discourse.beside(token)
    recent = [
        candidate
        for candidate in discourse.recent(sentence)
        if beside.isdisjoint(candidate.actors)
        and all(discourse.register.kind(slug) in kinds for slug in candidate.actors)
    ]
    here = [candidate for candidate in recent if candidate.sentence == sentence]
    pairs = [
        candidate
        for candidate in recent
        if len(candidate.actors) == _PAIR and not _listed(discourse, candidate)
    ]
    for candidates in (here, recent, pairs):
        named = {slug for candidate in candidates for slug in candidate.actors}
        if len(named) == _PAIR:
            return tuple(sorted(named))
    return None


def _listed(discourse: Discourse, candidate: Candidate) -> bool:
    """Tell whether a pair ends a longer list: «la Chine, la Russie et l'Inde»."""
    parse = discourse.parse
    mention = discourse.mentions.by_head[candidate.token]
    first = min(mention.first, *parse.having(candidate.token, "det"), mention.head)
    return (
        first >= _NEAR
        and parse.words[first - 1] == ","
        and first - _NEAR in discourse.mentions.heads_by_last()
    )


def _only_state(
    discourse: Discourse, token: int, sentence: int
) -> tuple[str, ...] | None:
    """«la junte», «les autorités»: of the only state that is spoken of.

    Places, adjectives, persons and unions speak of a state as well; what the organ
    acts upon is another one.
    """
    parse, register = discourse.parse, discourse.register
    begin = parse.sentences[max(sentence - 1, 0)][0]
    homes = {
        register.home(slug)
        for head, mention in discourse.mentions.by_head.items()
        if begin <= head < token
        for slug in mention.actors
    }
    states = {home for home in homes if home and register.kind(home) == "State"}
    states -= {register.body(slug) for slug in discourse.beside(token, adjuncts=False)}
    return tuple(states) if len(states) == 1 else None


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
    discourse: Discourse, sentence: int, kinds: frozenset[str], homes: set[str]
) -> tuple[str, ...] | None:
    """Return the only actor of some classes that was named.

    Of «le groupe français», only one that is known to be French; of armed groups the
    home need not be known.
    """
    register = discourse.register
    named = {
        candidate.actors
        for candidate in discourse.recent(sentence)
        if len(candidate.actors) == 1
        and register.kind(candidate.actors[0]) in kinds
        and (not homes or _at_home(register, candidate.actors[0], homes))
    }
    return named.pop() if len(named) == 1 else None


def _at_home(register: Register, slug: str, homes: set[str]) -> bool:
    home = register.home(slug)
    return home in homes or (home is None and register.kind(slug) in _BANDS)


def _last(
    discourse: Discourse, token: int, sentence: int, kinds: frozenset[str]
) -> tuple[str, ...] | None:
    """«ce dernier», «ces derniers»: whoever was named last in that number."""
    morph = discourse.parse.morphs[token]
    plural = "Number=Plur" in morph
    named = [
        candidate.actors
        for candidate in discourse.recent(sentence)
        if (candidate.number == "Plur") == plural
        and candidate.gender in ("", "Fem" if "Gender=Fem" in morph else "Masc")
        and all(discourse.register.kind(slug) in kinds for slug in candidate.actors)
    ]
    return named[-1] if named else None
