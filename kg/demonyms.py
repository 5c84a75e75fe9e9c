"""Where a text names states by their adjectives and their people."""

from collections.abc import Iterable

from kg.actors import Register
from kg.lang import grammar_of
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind, head_of
from kg.syntax import HYPHENS, Parse

_HOMONYMS = 2
_MAX_WORDS = 3
_MODIFIERS = ("amod", "conj", "acl", "compound")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl:arg", "obl:agent")


def find_adjectives(
    parse: Parse, register: Register, names: Iterable[Mention] = ()
) -> list[Mention]:
    """Find demonyms: «arménien», «turco-azerbaïdjanais», «les Russes».

    Args:
        parse: The text.
        register: The actors of the document.
        names: Names found before; they tell which Congo is meant by «congolais».
    """
    named = {register.body(slug) for name in names for slug in name.actors}
    mentions = []
    behind = 0
    for token in range(len(parse.words)):
        found = None if token < behind else _longest(parse, token, register, named)
        if found is not None:
            mentions.append(found)
            behind = found.last + 1
    return _joined(parse, mentions, names, register)


def _longest(
    parse: Parse, first: int, register: Register, named: set[str]
) -> Mention | None:
    """Return the longest demonym that starts with a token: “South Korean”."""
    behind = min(first + _MAX_WORDS, len(parse.words))
    for last in range(behind - 1, first - 1, -1):
        words = parse.words[first : last + 1]
        slugs = _states(" ".join(words).lower(), register, named)
        if slugs:
            head = head_of(parse, first, last)
            people = words[0][0].isupper() and _is_noun(parse, head)
            kind = MentionKind.PEOPLE if people else MentionKind.ADJECTIVE
            found = Mention(head, first, last, slugs, kind, metonymy=people)
            found.attributive = not people or _invariable(words[-1], register)
            return found
    return None


def _invariable(word: str, register: Register) -> bool:
    """“Swiss banks”, “the Swiss”: no plural tells the people from the adjective."""
    several = f"{word.lower()}s" in register.gazetteer.adjectives
    return grammar_of(register.language).attributes_first and not several


def _joined(
    parse: Parse,
    demonyms: list[Mention],
    names: Iterable[Mention],
    register: Register,
) -> list[Mention]:
    """Make one of two that a hyphen joins: “U.S.-Turkish drills”, “Franco-German”.

    Tokenizers of some languages leave such words whole, and `_compound` reads them.
    """
    ending = {m.last: m for m in (*names, *demonyms)}
    opening = {m.first: m for m in (*names, *demonyms)}
    pairs = []
    for token, word in enumerate(parse.words):
        second = opening.get(token + 1) if word in HYPHENS and token else None
        tight = parse.ends[token - 1] == parse.begins[token] if token else False
        if second is None or not tight or parse.deps[second.head] not in _MODIFIERS:
            continue
        first = ending.get(token - 1)
        prefix = register.gazetteer.prefixes.get(parse.words[token - 1].lower())
        one = (prefix,) if prefix else () if first is None else first.actors
        if len(one) == 1 and len(second.actors) == 1:
            begin = token - 1 if first is None else first.first
            slugs = (one[0], second.actors[0])
            kind = MentionKind.ADJECTIVE
            pair = Mention(second.head, begin, second.last, slugs, kind)
            pair.attributive = True
            pairs.append(pair)
    inside = {t for pair in pairs for t in range(pair.first, pair.last + 1)}
    return [m for m in demonyms if m.first not in inside] + pairs


def is_nation(parse: Parse, people: Mention, grammar: Grammar) -> bool:
    """Tell whether a people stands for its state.

    «les Britanniques» does; «des Britanniques», «deux Britanniques» do not. Without
    an article, only two peoples beside each other do: «Russes et Américains», «entre Russes et Américains».
    An article may be part of a preposition: «aux Ottomans».
    """
    head = people.head
    articles = {parse.words[d].lower() for d in parse.having(head, "det", "case")}
    paired = parse.deps[head] == "conj" or bool(parse.having(head, "conj"))
    bare = articles <= {grammar.both} and paired
    invariable = people.attributive and grammar.natural_gender  # “the Swiss”
    return (
        (bool(articles & grammar.definite_plural) or bare)
        and (invariable or "Number=Sing" not in parse.morphs[head])
        and not parse.having(head, "nummod", "acl:relcl", "nmod", "amod")
    )


def is_of_state(parse: Parse, adjective: Mention, grammar: Grammar) -> bool:
    """Tell a state's adjective from whoever or whatever merely comes from there.

    «le gallois» is a tongue, «l'américain Boeing» a firm, «un espagnol» a person.
    """
    head, behind = adjective.head, adjective.last + 1
    articles = [d for d in parse.having(head, "det", "case") if d == head - 1]
    words = {parse.plain(article) for article in articles}
    named = parse.pos[behind : behind + 1] == ["PROPN"]
    if words and named and not grammar.attributes_first:
        return False
    alone = not words.isdisjoint(grammar.singular_articles)
    return not alone or parse.deps[head] in _MODIFIERS


def _is_noun(parse: Parse, token: int) -> bool:
    """«une Espagnole» is a person even if taken for an adjective."""
    dep, pos = parse.deps[token], parse.pos[token]
    if dep == "compound" or (dep, pos) == ("amod", "PROPN"):
        return False  # “two Turkish Airlines planes”
    return parse.pos[token] in ("NOUN", "PROPN") or parse.deps[token] in _ARGUMENTS


def _states(word: str, register: Register, named: set[str]) -> tuple[str, ...]:
    slugs = register.gazetteer.adjectives.get(word)
    if slugs is None:
        return _compound(word, register) if "-" in word else ()
    if len(slugs) == 1:
        return slugs
    states = [slug for slug in slugs if slug and register.kind(slug) == "State"]
    meant = [slug for slug in states if slug in named]
    return tuple(meant) if len(states) == _HOMONYMS and len(meant) == 1 else ()


def _compound(word: str, register: Register) -> tuple[str, ...]:
    """Resolve «arméno-américain»: every part must be a known form."""
    prefix, _, rest = word.partition("-")
    first = register.gazetteer.prefixes.get(prefix)
    second = register.gazetteer.adjectives.get(rest, ())
    if first is None or len(second) != 1 or not second[0]:
        return ()
    return (first, second[0])
