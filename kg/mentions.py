"""Where a text names actors: names, capitals, demonyms, and their reconciliation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.actors import Register
from kg.gazetteer import Name, fold
from kg.syntax import Parse

_UNKNOWN_KINDS = {"PER": "Person", "ORG": "Organisation"}
_MIN_TITLECASE_ACRONYM = 4  # "Otan" and "Unesco" are written so, "Ua" is not
_MAX_NAME_TOKENS = 8
_NO_NAME = {"VERB", "AUX", "PRON", "ADV", "CCONJ", "SCONJ", "ADP"}


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    TITLE = "title"
    PEOPLE = "people"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(slots=True)
class Mention:
    """Words that refer to actors.

    Attributes:
        head: Token that governs the others.
        first: First token; `last` is the last one, included.
        actors: Slugs; two for «turco-azerbaïdjanais» or «les deux pays».
        metonymy: Whether a place, seat or organ stands for the actor.
        place: Whether it only tells where something is.
        acts: Whether it may be the source of a relation («avoirs russes» may not).
        offices: Offices that a title may denote, when no holder was found.
    """

    head: int
    first: int
    last: int
    actors: tuple[str, ...]
    kind: MentionKind
    metonymy: bool = False
    place: bool = False
    acts: bool = True
    offices: tuple[str, ...] = ()


@dataclass(slots=True)
class Mentions:
    """All mentions of one parse, by the token that heads them.

    Attributes:
        roles: Persons with the body of their title, as (person, body, head of the
            name, first and last token of the title).
    """

    by_head: dict[int, Mention] = field(default_factory=dict)
    roles: list[tuple[str, str, int, int, int]] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """File a mention under its head; a name is not displaced by a lesser one."""
        held = self.by_head.get(mention.head)
        if held is None or held.kind is not MentionKind.NAME:
            self.by_head[mention.head] = mention


def head_of(parse: Parse, first: int, last: int) -> int:
    """Return the token of a stretch whose governor lies outside it."""
    outside = [
        token
        for token in range(first, last + 1)
        if not first <= parse.heads[token] <= last or parse.heads[token] == token
    ]
    nominal = [t for t in outside if parse.pos[t] in ("PROPN", "NOUN", "ADJ", "VERB")]
    return (nominal or outside or [first])[0]


def find_names(parse: Parse, register: Register) -> list[Mention]:
    """Find named actors: known names first, then names the pipeline recognises.

    A longer recognised name hides a known one inside it: «Banque de France» is not
    France, and «Jordan Bardella» not Jordan.
    """
    recognised = {span[0]: span for span in parse.names}
    enclosing = {t: span for span in parse.names for t in range(span[0], span[1])}
    mentions = []
    covered: set[int] = set()
    for first, last, name in _known_names(parse, register):
        span = enclosing.get(first)
        if name.ambiguous and not _confirmed(
            name, span, register, proper=parse.pos[first] == "PROPN"
        ):
            continue
        if span is not None and _hides(parse, span, (first, last), name, register):
            continue
        chosen = register.choose(name.actors)
        if chosen is None:
            continue
        register.meet(chosen, register.actor(chosen).label(register.language))
        mentions.append(_named(parse, first, last, chosen, capital=name.capital))
        mentions[-1].place = _inside_place(span, first, last)
        covered.update(range(first, last + 1))
    for span in sorted(recognised.values(), key=lambda s: (s[0] - s[1], s[0])):
        if span[2] in _UNKNOWN_KINDS and not covered & set(range(span[0], span[1])):
            mention = _unknown(parse, span, register)
            if mention is not None:
                mentions.append(mention)
                covered.update(range(span[0], span[1]))
    return mentions


def _known_names(
    parse: Parse, register: Register
) -> Iterator[tuple[int, int, Name]]:
    names = register.gazetteer.names
    words = parse.words
    token = 0
    while token < len(words):
        pieces = fold(words[token])
        found = None
        for name in names.get(pieces[0], ()) if pieces else ():
            last = _match(words, token, name.pieces)
            if last is not None and _well_written(words[token], name):
                found = last, name
                break
        if found is None:
            token += 1
        else:
            yield token, found[0], found[1]
            token = found[0] + 1


def _match(words: list[str], first: int, pieces: tuple[str, ...]) -> int | None:
    """Return the last token of a name that starts at a token and ends at one."""
    matched = 0
    for token in range(first, min(first + _MAX_NAME_TOKENS, len(words))):
        part = fold(words[token])
        if pieces[matched : matched + len(part)] != part:
            return None
        matched += len(part)
        if matched == len(pieces):
            return token
    return None


def _well_written(word: str, name: Name) -> bool:
    if name.lower:
        return True
    if name.acronym:
        long_enough = len(word) >= _MIN_TITLECASE_ACRONYM
        return word.isupper() or (long_enough and word[0].isupper())
    return word[0].isupper()


def _confirmed(
    name: Name,
    span: tuple[int, int, str] | None,
    register: Register,
    *,
    proper: bool,
) -> bool:
    """Tell whether the recogniser takes an ambiguous name for what it may denote."""
    kinds = {register.kind(slug) for slug in name.actors}
    if span is None:
        return kinds == {"Person"} and proper  # «Bush», known but shared
    if span[2] == "PER":
        return "Person" in kinds
    return bool(kinds - {"Person"}) and (span[2] == "LOC" or not name.capital)


def _hides(
    parse: Parse,
    span: tuple[int, int, str],
    known: tuple[int, int],
    name: Name,
    register: Register,
) -> bool:
    """Tell whether a recognised name swallows a known one that it does not denote."""
    extra = [t for t in range(span[0], span[1]) if not known[0] <= t <= known[1]]
    if not extra or span[2] == "LOC":
        return False
    person = register.kind(name.actors[0]) == "Person"
    if parse.pos[span[0]] not in ("PROPN", "DET", "ADJ") and span[0] in _firsts(parse):
        return False  # «Soutien de la Pologne» opens a headline, it names nobody
    if span[2] == "ORG":
        return not person and extra[0] < known[0] and not _titled(parse, extra, register)
    if not person:
        return True
    capitalised = [t for t in extra if parse.words[t][0].isupper()]
    return bool(capitalised) and not _titled(parse, extra, register)


def _firsts(parse: Parse) -> set[int]:
    return {first for first, _ in parse.sentences}


def _titled(parse: Parse, tokens: Iterable[int], register: Register) -> bool:
    """Tell whether all words of some title are among the tokens."""
    pieces = [piece for token in tokens for piece in fold(parse.words[token])]
    return any(
        set(title.pieces) <= set(pieces)
        for piece in pieces
        for title in register.gazetteer.titles.get(piece, ())
    )


def _inside_place(
    span: tuple[int, int, str] | None, first: int, last: int
) -> bool:
    """Tell whether the name is part of a longer place («mer de Chine»)."""
    return (
        span is not None
        and span[2] == "LOC"
        and span[0] < first
        and span[1] - 1 >= last
    )


def _named(
    parse: Parse, first: int, last: int, slug: str, *, capital: bool = False
) -> Mention:
    kind = MentionKind.CAPITAL if capital else MentionKind.NAME
    head = head_of(parse, first, last)
    return Mention(head, first, last, (slug,), kind, metonymy=capital)


def _unknown(
    parse: Parse, span: tuple[int, int, str], register: Register
) -> Mention | None:
    first, last = span[0], span[1] - 1
    words = parse.words[first : last + 1]
    if not words[0][0].isupper() and not words[-1][0].isupper():
        return None
    if parse.pos[first] in _NO_NAME:
        return None  # «Accusés par Manille» is no name
    if len(words) == 1 and words[0].lower() in register.gazetteer.adjectives:
        return None  # «Roumains» are people, no organisation
    if span[2] == "ORG" and _titled(parse, range(first, last + 1), register):
        return None  # «ministère polonais de la Défense»: a title tells more
    name = _spaced(parse, first, last)
    if span[2] == "PER":
        slug = register.surname(name) or register.person(name)
    else:
        slug = register.person(name, _UNKNOWN_KINDS[span[2]])
    return _named(parse, first, last, slug)


def _spaced(parse: Parse, first: int, last: int) -> str:
    """Join words as the text spaces them."""
    text = ""
    for token in range(first, last + 1):
        if token > first and parse.begins[token] > parse.ends[token - 1]:
            text += " "
        text += parse.words[token]
    return text


def find_adjectives(parse: Parse, register: Register) -> list[Mention]:
    """Find demonyms: «arménien», «turco-azerbaïdjanais», «les Russes»."""
    mentions = []
    for token, word in enumerate(parse.words):
        lower = word.lower()
        slugs = register.gazetteer.adjectives.get(lower)
        if slugs is None and "-" in lower:
            slugs = _compound(lower, register)
        elif slugs is not None and len(slugs) > 1:
            slugs = None
        if slugs:
            kind = MentionKind.ADJECTIVE
            if word[0].isupper() and parse.pos[token] in ("NOUN", "PROPN"):
                kind = MentionKind.PEOPLE
            mentions.append(Mention(token, token, token, slugs, kind))
    return mentions


def _compound(word: str, register: Register) -> tuple[str, ...] | None:
    """Resolve «arméno-américain»: every part must be a known form."""
    prefix, _, rest = word.partition("-")
    first = register.gazetteer.prefixes.get(prefix)
    second = register.gazetteer.adjectives.get(rest, ())
    if first is None or len(second) != 1 or not second[0]:
        return None
    return (first, second[0])
