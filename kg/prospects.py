"""Whether a sentence may hold a relation at all."""

import re

from kg.lexicon import Lexicon
from kg.mentions import Mentions
from kg.syntax import Parse

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")  # «2-1»


def promising(
    parse: Parse, mentions: Mentions, lexicon: Lexicon, sentence: range
) -> bool:
    """Tell whether a sentence names two actors and is not about sport."""
    actors = {
        slug
        for token in sentence
        if (mention := mentions.by_head.get(token)) is not None
        for slug in mention.actors
    }
    if len(actors) < 2:  # noqa: PLR2004 a relation takes two
        return False
    sport = lexicon.cues.get("SportCue", frozenset())
    words = [parse.words[token].lower() for token in sentence]
    played = any(_SCORE.fullmatch(word) for word in words)
    words += [parse.lemmas[token] for token in sentence]
    return not played and sport.isdisjoint(words)
