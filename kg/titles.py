"""Offices and organs in a text: «le Premier ministre arménien», «l'armée russe».

Titles are matched on the surface, not on the tree: their word order is fixed, and a
parser errs most often inside long noun phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.actors import Register
from kg.gazetteer import Title, fold
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind, Mentions, head_of
from kg.syntax import Parse

_MAX_ADJECTIVES = 2  # «le président américain sortant Joe Biden»
_BODY_KINDS = {"State", "Place", "Organisation", "Alliance", "Government", "ArmedGroup"}
_COMPLEMENTS = 12  # tokens between a title and the comma before its holder's name


@dataclass(slots=True)
class _Phrase:
    """A title with the bodies that it names.

    Attributes:
        bodies: Slugs of states or organisations, in order.
        title_last: Last word of the title itself; `last` covers its bodies too.
        anchors: Tokens that named them; they are no mentions of their own any more.
    """

    title: Title
    first: int
    last: int
    title_last: int
    bodies: list[str]
    anchors: list[int]


def find_titles(
    parse: Parse, mentions: Mentions, names: list[Mention], context: "TitleContext"
) -> None:
    """Add what titles denote, and tie titled persons to the bodies they act for."""
    by_first = {m.first: m for m in names}
    by_last = {m.last: m for m in names}
    inside = {t for m in names for t in range(m.first, m.last + 1)}
    # From the end: in «le chef de la diplomatie russe» the inner title comes first.
    for token in reversed(range(len(parse.words))):
        if token in inside or _adverbial(parse, token, context.grammar):
            continue
        if token and parse.lemmas[token - 1] in context.other_times:
            continue  # «l'ancien président» is not the one in office
        phrase = _phrase(parse, token, by_first, context)
        if phrase is not None:
            for inner in range(token + 1, phrase.title_last + 1):
                _forget(mentions, by_first, inner)
            _resolve(parse, mentions, phrase, (by_first, by_last), context)


def _forget(mentions: Mentions, by_first: dict[int, Mention], token: int) -> None:
    """Drop a title inside a longer one: «général» in «secrétaire général»."""
    held = mentions.by_head.get(token)
    if held is not None and held.kind in (MentionKind.TITLE, MentionKind.NOMINAL):
        del mentions.by_head[token]
        by_first.pop(token, None)


def _adverbial(parse: Parse, token: int, grammar: Grammar) -> bool:
    """«en direction de», «en partie»: no noun of its own."""
    return token > 0 and parse.words[token - 1].lower() in grammar.adverbial_prepositions


@dataclass(frozen=True, slots=True)
class TitleContext:
    """What titles are resolved against in one document."""

    register: Register
    grammar: Grammar
    adjectives: dict[int, Mention]
    other_times: frozenset[str]


def _phrase(
    parse: Parse, token: int, by_first: dict[int, Mention], context: TitleContext
) -> _Phrase | None:
    titles = context.register.gazetteer.titles
    pieces = fold(parse.words[token])
    lemma = fold(parse.lemmas[token])
    candidates = titles.get(pieces[0], ()) if pieces else ()
    if not candidates and lemma:
        candidates = titles.get(lemma[0], ())
    for title in candidates:
        phrase = _matched(parse, token, title, by_first, context)
        if phrase is not None:
            _extend(parse, phrase, by_first, context)
            return phrase
    return None


def _matched(
    parse: Parse,
    token: int,
    title: Title,
    by_first: dict[int, Mention],
    context: TitleContext,
) -> _Phrase | None:
    linking = context.grammar.linking_words
    own = len(fold(parse.words[token]))  # «garde-côtes» is one token of two pieces
    forms = (fold(parse.words[token]), fold(parse.lemmas[token]))
    if title.pieces[:own] not in forms:
        return None
    wanted = [p for p in title.pieces[own:] if p not in _folded(linking)]
    phrase = _Phrase(title, token, token, token, [], [])
    position = token
    while wanted:
        position += 1
        if position >= len(parse.words):
            return None
        word = parse.words[position].lower()
        if word in linking:
            continue
        body = context.adjectives.get(position)
        if body is not None:
            phrase.bodies += body.actors
            phrase.anchors.append(position)
        elif wanted[0] in (fold(word) + fold(parse.lemmas[position]))[:2]:
            wanted.pop(0)
            phrase.last = phrase.title_last = position
            named = by_first.get(position)  # «présidente de la Commission européenne»
            if named is not None and _is_body(named, context.register):
                phrase.bodies += named.actors
                phrase.last = named.last
        else:
            return None
    return phrase


def _folded(words: frozenset[str]) -> set[str]:
    return {piece for word in words for piece in fold(word)}


def _extend(
    parse: Parse, phrase: _Phrase, by_first: dict[int, Mention], context: TitleContext
) -> None:
    """Read on behind a title for the states and bodies it belongs to."""
    position, skipped = phrase.last + 1, 0
    while position < len(parse.words):
        adjective = context.adjectives.get(position)
        if adjective is not None and adjective.kind is MentionKind.ADJECTIVE:
            phrase.bodies += adjective.actors
            phrase.anchors.append(position)
            phrase.last = position
        elif parse.pos[position] == "ADJ" and skipped < _MAX_ADJECTIVES:
            skipped += 1
        elif not (parse.lemmas[position] == "et" and phrase.bodies):
            break
        position += 1
    implied = [
        facts.implied
        for office in phrase.title.offices
        if (facts := context.register.gazetteer.offices.get(office)) is not None
        and facts.implied is not None
    ]
    if not phrase.bodies and len(set(implied)) == 1:
        phrase.bodies.append(implied[0])
    if not phrase.bodies:
        named = by_first.get(phrase.last + 1)  # «l'administration Bush»
        if phrase.title.kind == "StateNoun" and named is not None:
            if _is_body(named, context.register) and named.kind is MentionKind.NAME:
                phrase.bodies += _states(named, context.register)
                phrase.last = named.last
                return
        for mention in _complements(parse, phrase.last + 1, by_first, context):
            if phrase.title.kind == "StateNoun":
                phrase.bodies += _states(mention, context.register)
            else:
                phrase.bodies += mention.actors
            phrase.anchors.append(mention.head)
            phrase.last = mention.last


def _complements(
    parse: Parse, position: int, by_first: dict[int, Mention], context: TitleContext
) -> Iterator[Mention]:
    """Yield the names in «de la Russie et de Bakou» behind a title."""
    words = [word.lower() for word in parse.words[position : position + 3]]
    prepositions = context.grammar.prepositions
    while words and prepositions.get(words[0].replace("’", "'")) == "de":
        position += 1
        mention = by_first.get(position) or by_first.get(position + 1)
        if mention is None or not _is_body(mention, context.register):
            return
        if mention.first > position and (
            parse.words[position].lower().replace("’", "'")
            not in context.grammar.definite
        ):
            return
        yield mention
        position = mention.last + 1
        if position >= len(parse.words) or parse.lemmas[position] != "et":
            return
        position += 1
        words = [word.lower() for word in parse.words[position : position + 3]]


def _states(mention: Mention, register: Register) -> list[str]:
    """Return the states of persons («les armées de Saddam Hussein»), bodies as such."""
    return [
        register.body(slug) if register.kind(slug) == "Person" else slug
        for slug in mention.actors
    ]


def _is_body(mention: Mention, register: Register) -> bool:
    return bool(mention.actors) and all(
        register.kind(slug) in _BODY_KINDS
        or register.kind(register.body(slug)) in _BODY_KINDS
        for slug in mention.actors
    )


def _resolve(
    parse: Parse,
    mentions: Mentions,
    phrase: _Phrase,
    names: tuple[dict[int, Mention], dict[int, Mention]],
    context: TitleContext,
) -> None:
    head = head_of(parse, phrase.first, phrase.last)
    register = context.register
    if not phrase.bodies:
        if phrase.title.kind == "Office":
            persons = _named_holders(parse, phrase, names, register)
            for mention in persons:
                _merge(mentions, phrase, head, [mention], [])
            if not persons:
                mentions.add(
                    Mention(
                        head,
                        phrase.first,
                        phrase.last,
                        (),
                        MentionKind.NOMINAL,
                        offices=phrase.title.offices,
                    )
                )
        return
    for anchor in phrase.anchors:
        if anchor in context.adjectives:
            mentions.by_head.pop(anchor, None)
    if phrase.title.kind == "Office":
        persons = _named_holders(parse, phrase, names, register)
        if persons:
            _merge(mentions, phrase, head, persons, phrase.bodies)
            for person, body in _pairs(persons, phrase.bodies):
                register.acts_for(person.actors[0], body)
            return
    actors = tuple(dict.fromkeys(_denoted(phrase, register)))
    metonymy = actors == tuple(dict.fromkeys(phrase.bodies))
    mentions.by_head[head] = Mention(
        head,
        phrase.first,
        phrase.last,
        actors,
        MentionKind.TITLE,
        metonymy=metonymy,
        acts=phrase.title.acts,
    )
    names[0][phrase.first] = mentions.by_head[head]


def _denoted(phrase: _Phrase, register: Register) -> Iterator[str]:
    for body in phrase.bodies:
        if phrase.title.kind == "Organ" and register.kind(body) == "State":
            yield register.organ(phrase.title.offices[0], body)
            continue
        holders = (
            register.gazetteer.holder(office, owner, register.day)
            for owner in dict.fromkeys((body, register.body(body)))
            for office in _fitting(phrase.title.offices, owner, register)
        )
        yield next((holder for holder in holders if holder is not None), body)


def _fitting(offices: tuple[str, ...], body: str, register: Register) -> list[str]:
    """Return the offices that a body has; those it alone has come first."""
    facts = register.gazetteer.offices
    kind = register.kind(body)
    own = [o for o in offices if o in facts and body in facts[o].only_of]
    general = [
        o
        for o in offices
        if o in facts
        and not facts[o].only_of
        and (not facts[o].of_kind or kind in facts[o].of_kind)
    ]
    return own + general


def _named_holders(
    parse: Parse,
    phrase: _Phrase,
    names: tuple[dict[int, Mention], dict[int, Mention]],
    register: Register,
) -> list[Mention]:
    """Return the persons in apposition: «…, Zakir Hasanov», «Macron, président …»."""
    by_first, by_last = names
    position = _behind_title(parse, phrase, by_first)
    found = []
    mention = by_first.get(position)
    while mention is not None and register.kind(mention.actors[0]) == "Person":
        found.append(mention)
        after = mention.last + 1
        joined = after < len(parse.words) and parse.lemmas[after] in ("et", ",")
        if not joined or len(found) >= max(len(phrase.bodies), 1):
            break
        mention = by_first.get(after + 1)
    if found:
        return found
    before = phrase.first - 1
    if before >= 0 and parse.pos[before] == "DET":
        before -= 1
    if before >= 0 and parse.words[before] == ",":
        mention = by_last.get(before - 1)
        if mention is not None and register.kind(mention.actors[0]) == "Person":
            return [mention]
    return []


def _behind_title(
    parse: Parse, phrase: _Phrase, by_first: dict[int, Mention]
) -> int:
    """Return where a name in apposition may start: at once, or behind a comma.

    «le représentant de l'ONU pour le Sahel, Fatou Diallo»: up to the comma there may
    be complements, but no verb and no other name of a person.
    """
    position = phrase.last + 1
    while position < len(parse.words) and parse.pos[position] == "ADJ":
        position += 1
    start = position
    while position < min(start + _COMPLEMENTS, len(parse.words)):
        if parse.words[position] == ",":
            return position + 1
        named = by_first.get(position)
        if parse.pos[position] in ("VERB", "AUX", "PUNCT", "PRON") or (
            named is not None and named.kind is not MentionKind.TITLE and position == start
        ):
            break
        position += 1
    return start


def _pairs(persons: list[Mention], bodies: list[str]) -> Iterator[tuple[Mention, str]]:
    if len(persons) == len(bodies):
        yield from zip(persons, bodies, strict=True)
    else:
        yield from ((person, body) for person in persons for body in bodies[:1])


def _merge(
    mentions: Mentions,
    phrase: _Phrase,
    head: int,
    persons: list[Mention],
    bodies: list[str],
) -> None:
    """Let a title and the names beside it be one mention of the persons."""
    actors = tuple(person.actors[0] for person in persons)
    mentions.by_head[head] = Mention(
        head, phrase.first, phrase.last, actors, MentionKind.TITLE
    )
    if head == persons[0].head or len(persons) > 1:
        for person in persons[1:]:
            mentions.by_head.pop(person.head, None)
    for person, body in _pairs(persons, bodies):
        mentions.roles.append(
            (person.actors[0], body, person.head, phrase.first, phrase.last)
        )
