"""Titles of a text become mentions: «le Premier ministre arménien», «l'armée russe»."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from kg.holders import HolderFinder
from kg.mentions import Mention, MentionKind, Mentions
from kg.spellings import fold
from kg.syntax import Parse
from kg.title_phrases import TitleReader


def find_titles(
    reader: TitleReader,
    mentions: Mentions,
    names: Collection[Mention],
    other_times: AbstractSet[str],
) -> None:
    """Add what titles denote, and tie titled persons to the bodies they act for.

    Args:
        reader: Reads the titles of the parse.
        mentions: Those found before; titles are added.
        names: Names found before, known and new.
        other_times: Lemmas that put a title into the past or future («ancien»).
    """
    finder = HolderFinder(reader, mentions, {name.last: name for name in names})
    inside = {t for name in names for t in range(name.first, name.last + 1)}
    # From the end: in «le chef de la diplomatie russe» the inner title comes first.
    for token in reversed(range(len(reader.parse.words))):
        phrase = None if token in inside else reader.read(token)
        if phrase is None:
            continue
        for inner in range(token + 1, phrase.title_last + 1):
            _forget(mentions, reader.by_first, inner)
        places = {token, phrase.begin}
        if any(_past(reader.parse, place, other_times) for place in places):
            finder.resolve_past(phrase)
        elif not _of_no_office(reader, token):
            finder.resolve(phrase)


def _past(parse: Parse, token: int, other_times: AbstractSet[str]) -> bool:
    """«l'ancien Premier ministre», «l'ex-président»: not the one in office."""
    before = token - 1
    while before >= 0:
        prefix = fold(parse.words[before])[:1]
        if parse.lemmas[before] in other_times or other_times & set(prefix):
            return True
        if parse.pos[before] != "ADJ":
            break
        before -= 1
    return False


def _of_no_office(reader: TitleReader, token: int) -> bool:
    """«en direction de» is no office, nor is the participle in «a envoyé».

    Nor is the side in «aux côtés de la Norvège» the Norwegian side.
    """
    before = token - 1
    parse, grammar = reader.parse, reader.grammar
    if before < 0 or parse.having(token, "aux:tense"):
        return bool(parse.having(token, "aux:tense"))
    word = parse.words[before].lower()
    pair = (word, parse.words[token].lower())
    return word in grammar.adverbial_prepositions or pair in grammar.beside


def _forget(mentions: Mentions, by_first: dict[int, Mention], token: int) -> None:
    """Drop a title inside a longer one: «général» in «secrétaire général»."""
    mentions.roles[:] = [role for role in mentions.roles if role[3] != token]
    held = mentions.by_head.get(token)
    if held is not None and held.kind in (MentionKind.TITLE, MentionKind.NOMINAL):
        del mentions.by_head[token]
        by_first.pop(token, None)
