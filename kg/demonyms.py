"""Where a text names states by their adjectives and their people."""

from collections.abc import Iterable

from kg.actors import Register
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind
from kg.syntax import Parse

_HOMONYMS = 2
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
    for token, word in enumerate(parse.words):
        slugs = _states(word.lower(), register, named)
        if slugs:
            people = word[0].isupper() and _is_noun(parse, token)
            kind = MentionKind.PEOPLE if people else MentionKind.ADJECTIVE
            found = Mention(token, token, token, slugs, kind, metonymy=people)
            found.attributive = not people
            mentions.append(found)
    return mentions


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
    return (
        (bool(articles & grammar.definite_plural) or bare)
        and "Number=Sing" not in parse.morphs[head]
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
    if parse.deps[token] == "compound":  # "a Turkish Airlines plane"
        return False
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
