"""Where a text names actors: names and capitals that are known, and new names."""

from collections.abc import Iterator

from kg.acronyms import spell_out
from kg.actors import Register
from kg.homelands import Homelands
from kg.matches import known_names
from kg.mentions import Mention, MentionKind, head_of
from kg.name_spans import Recognised, opened_by_given_name, titled, trimmed
from kg.spellings import Name, fold
from kg.syntax import Parse

_UNKNOWN_KINDS = {"PER": "Person", "ORG": "Organisation"}
_NO_NAME = {"VERB", "AUX", "PRON", "ADV", "CCONJ", "SCONJ", "ADP"}


def find_names(parse: Parse, register: Register) -> list[Mention]:
    """Find named actors: known names first, then names the pipeline recognises.

    A longer recognised name hides a known one inside it: «Banque de France» is not
    France, and «Jordan Bardella» not Jordan.
    """
    names = [trimmed(parse, span, register) for span in parse.names]
    mentions = [
        spell_out(parse, mention, register)
        for mention in _known(parse, register, names)
    ]
    covered = {t for m in mentions for t in range(m.first, m.last + 1)}
    recognised = {span[0]: span for span in names if span[2] in _UNKNOWN_KINDS}
    for span in sorted(recognised.values(), key=lambda s: (s[0] - s[1], s[0])):
        tokens = range(span[0], span[1])
        if covered.isdisjoint(tokens) and _is_name(parse, span, register):
            mentions.append(spell_out(parse, _new(parse, span, register), register))
            covered.update(tokens)
    surnames = [
        _new(parse, (token, token + 1, "PER"), register)
        for token in range(1, len(parse.words))
        if token not in covered and _surname(parse, token, register)
    ]
    return mentions + surnames


def _surname(parse: Parse, token: int, register: Register) -> bool:
    """«M. el-Arabi» is a person, whether the pipeline recognises it or not."""
    word = parse.words[token]
    courteous = parse.words[token - 1] in register.gazetteer.courtesy
    return courteous and parse.pos[token] == "PROPN" and not word.islower()


def _known(
    parse: Parse, register: Register, names: list[Recognised]
) -> Iterator[Mention]:
    enclosing = {t: span for span in names for t in range(span[0], span[1])}
    begins = {span[0] for span in names}
    found = [
        (first, last, name)
        for first, last, name in known_names(parse, register)
        if not name.capital or last + 1 in begins or not _goes_on(parse, last)
    ]
    homelands = Homelands(parse, register, found)
    for first, last, name in found:
        span = enclosing.get(first)
        told = homelands.told(first, last, name)
        if told is None:
            told = _addressed(parse, first, name, register) or None
        if told is None and name.ambiguous:
            proper = parse.pos[first] == "PROPN"
            sure = _confirmed(name, span, register, proper=proper)
            if not sure or _given_name(parse, first, name, register):
                continue
        if span is not None and _hides(parse, span, (first, last), name, register):
            continue
        longer = _longer(parse, (first, last), name, register)
        if longer is not None:
            end, kind = longer
            slug = register.newcomer(_spaced(parse, first, end), kind)
            yield _named(parse, first, end, slug)
            continue
        bearers = name.actors if told is None else told
        chosen = register.choose(bearers) if bearers else None
        if chosen is not None:
            register.meet(chosen, register.actor(chosen).label(register.language))
            mention = _named(parse, first, last, chosen, capital=name.capital)
            mention.place = _inside_place(span, first, last)
            yield mention


def _longer(
    parse: Parse, known: tuple[int, int], name: Name, register: Register
) -> tuple[int, str] | None:
    """Return the end and class of a name that a state's name only begins.

    «le Maroc espagnol» is land of another state, «France Travail» a body.
    """
    first, behind = known[0], known[1] + 1
    if {register.kind(slug) for slug in name.actors} != {"State"}:
        return None
    if behind == len(parse.words) or parse.heads[behind] not in range(first, behind):
        return None
    others = register.gazetteer.adjectives.get(parse.words[behind].lower(), ())
    land = {register.kind(slug) for slug in others if slug} == {"State"}
    if land and not set(others) & set(name.actors):
        return behind, "Place"
    named = parse.deps[behind].startswith("flat") and parse.words[behind].istitle()
    return (behind, "Organisation") if named and not others else None


def _goes_on(parse: Parse, last: int) -> bool:
    """«Tunis Air»: a capital with another name right behind it is part of a name."""
    behind = last + 1
    return (
        parse.words[behind : behind + 1] != []
        and parse.pos[behind] == "PROPN"
        and parse.words[behind].istitle()
        and parse.deps[behind] in ("flat:name", "flat", "nmod", "appos")
    )


def _addressed(
    parse: Parse, first: int, name: Name, register: Register
) -> tuple[str, ...]:
    """Return the persons whom a shared name may denote behind «M.» or «Mme»."""
    courtesy = register.gazetteer.courtesy
    word = parse.words[first - 1] if first else ""
    if not name.ambiguous or word not in courtesy:
        return ()
    women = register.gazetteer.feminine
    return tuple(
        slug
        for slug in name.actors
        if register.kind(slug) == "Person"
        and courtesy[word] in ("", "Fem" if slug in women else "Mas")
    )


def _confirmed(
    name: Name,
    span: Recognised | None,
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


def _given_name(parse: Parse, first: int, name: Name, register: Register) -> bool:
    """Tell whether a surname may as well be a given name: «Jean», «Philippe».

    It is the surname of somebody whom the text has named, and behind a title.
    """
    if name.pieces[1:] or name.pieces[0] not in register.gazetteer.given:
        return False
    if {register.kind(slug) for slug in name.actors} != {"Person"}:
        return False
    titled = first > 0 and parse.pos[first - 1] == "NOUN"
    return not titled and register.met().isdisjoint(name.actors)


def _hides(
    parse: Parse,
    span: Recognised,
    known: tuple[int, int],
    name: Name,
    register: Register,
) -> bool:
    """Tell whether a recognised name swallows a known one that it does not denote."""
    extra = [
        token
        for token in range(span[0], span[1])
        if not known[0] <= token <= known[1] and parse.pos[token] != "DET"
    ]
    if not extra or span[2] == "LOC" or _opens_headline(parse, span[0]):
        return False
    person = register.kind(name.actors[0]) == "Person"
    if span[2] == "ORG":
        before = extra[0] < known[0] or (name.ambiguous and not name.capital)
        return not person and before and not titled(parse, extra, register)
    capitalised = any(parse.words[t][0].isupper() for t in extra)
    if not person or not capitalised:
        return not person
    further = opened_by_given_name(parse, known[0], register)
    return further or not titled(parse, extra, register)


def _opens_headline(parse: Parse, token: int) -> bool:
    """«Soutien de la Pologne» names nobody; its capital opens the sentence."""
    opens = any(first == token for first, _ in parse.sentences)
    return opens and parse.pos[token] not in ("PROPN", "DET", "ADJ")


def _opens_apposition(parse: Parse, first: int, last: int) -> bool:
    """«Fidèle soutien de Kiev, Varsovie …»: said of a name, and none itself."""
    opens = any(first == start for start, _ in parse.sentences)
    described = first < last and parse.pos[first : first + 2] == ["ADJ", "NOUN"]
    return opens and described and parse.words[first + 1].islower()


def _inside_place(span: Recognised | None, first: int, last: int) -> bool:
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


def _is_name(parse: Parse, span: Recognised, register: Register) -> bool:
    """Tell whether a recognised name may name an actor that nobody knows yet."""
    first, last = span[0], span[1] - 1
    words = parse.words[first : span[1]]
    written = words[0][0].isupper() or words[-1][0].isupper()
    no_name = parse.pos[first] in _NO_NAME  # «Accusés par Manille»
    if not written or no_name or _opens_apposition(parse, first, last):
        return False
    if all(len(piece) == 1 for word in words for piece in fold(word)):
        return False  # «J.-C.»
    if first == last and words[0].lower() in register.gazetteer.adjectives:
        return False  # «Roumains» are people, no organisation
    # «ministère polonais de la Défense»: a title tells more.
    return span[2] == "PER" or not titled(parse, range(first, span[1]), register)


def _new(parse: Parse, span: Recognised, register: Register) -> Mention:
    first, last = span[0], span[1] - 1
    name = _spaced(parse, first, last)
    known = register.surname(name) if span[2] == "PER" else None
    slug = known or register.newcomer(name, _UNKNOWN_KINDS[span[2]])
    return _named(parse, first, last, slug)


def _spaced(parse: Parse, first: int, last: int) -> str:
    """Join words as the text spaces them."""
    text = ""
    for token in range(first, last + 1):
        if token > first and parse.begins[token] > parse.ends[token - 1]:
            text += " "
        text += parse.words[token]
    return text
