"""What points back in a text, resolved word by word in text order."""

from kg.anaphora import resolve_noun
from kg.discourse import Discourse
from kg.pronouns import resolve_pronoun


def resolve_pronouns(discourse: Discourse) -> None:
    """Add pronouns and nominal anaphora that denote one actor to the mentions."""
    by_head = discourse.mentions.by_head
    for sentence, (first, last) in enumerate(discourse.parse.sentences):
        for token in range(first, last):
            mention = by_head.get(token)
            if mention is None or (mention.offices and not mention.actors):
                found = resolve_pronoun(discourse, token, sentence)
                mention = found or resolve_noun(discourse, token, sentence) or mention
                if mention is not None and mention.actors:
                    by_head[token] = mention
            if mention is not None:
                discourse.note(mention, sentence)
