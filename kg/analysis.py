"""One parse with its mentions, relations and claims made ready to be read."""

from dataclasses import dataclass

from kg.actors import Register
from kg.arguments import Arguments
from kg.claims import ClaimReader
from kg.coreference import resolve_pronouns
from kg.gazetteer import Gazetteer
from kg.lang.calendar import Calendar
from kg.lang.grammar import Grammar
from kg.lexicon import Lexicon
from kg.mentions import (
    Mention,
    MentionKind,
    Mentions,
    find_adjectives,
    find_names,
)
from kg.quotes import Quote, find_quotes
from kg.relations import RelationFinder
from kg.repairs import repair_parse
from kg.syntax import Parse
from kg.titles import TitleContext, find_titles


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction in one language rests on."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    grammar: Grammar
    calendar: Calendar


@dataclass(slots=True)
class Analysis:
    """One parse with all that was found in it; `kg explain` shows it."""

    parse: Parse
    mentions: Mentions
    finder: RelationFinder
    claims: ClaimReader


def analyse(parse: Parse, register: Register, knowledge: Knowledge) -> Analysis:
    """Find mentions and prepare the search for relations and claims."""
    lexicon = knowledge.lexicon
    repair_parse(parse, lexicon.verbs, lexicon.frames.keys(), knowledge.grammar)
    names = find_names(parse, register)
    adjectives = find_adjectives(parse, register)
    mentions = Mentions()
    for mention in adjectives:
        if mention.kind is MentionKind.ADJECTIVE or _collective(
            parse, mention, knowledge.grammar
        ):
            mentions.add(mention)
    for mention in names:
        mention.place = mention.place or _located(parse, mention, knowledge)
        mentions.by_head[mention.head] = mention
    cues = knowledge.lexicon.cues
    context = TitleContext(
        register,
        knowledge.grammar,
        {m.first: m for m in adjectives},
        cues.get("FormerCue", frozenset()) | cues.get("FutureCue", frozenset()),
    )
    find_titles(parse, mentions, names, context)
    resolve_pronouns(parse, mentions, register, knowledge.grammar)
    arguments = Arguments(
        parse,
        knowledge.grammar,
        knowledge.lexicon.complex_prepositions,
        knowledge.lexicon.slot_words,
    )
    finder = RelationFinder(
        parse, arguments, mentions, knowledge.lexicon, register.kind
    )
    quotes = find_quotes(parse, knowledge.grammar)
    claims = ClaimReader(parse, arguments, finder.denotation.slugs, knowledge.lexicon, quotes)
    for quote in quotes:
        _first_persons(parse, mentions, quote, claims, knowledge.grammar)
    return Analysis(parse, mentions, finder, claims)


def _first_persons(
    parse: Parse, mentions: Mentions, quote: Quote, claims: ClaimReader, grammar: Grammar
) -> None:
    """«Nous soutenons Kiev», dit le ministre: inside a quote, «nous» is its speaker."""
    speaker, _ = claims.speaker(quote)
    if speaker is None:
        return
    for token in range(quote.first, quote.last):
        if parse.words[token].lower() in grammar.first_person:
            mentions.by_head.setdefault(
                token, Mention(token, token, token, (speaker,), MentionKind.PRONOUN)
            )


def _collective(parse: Parse, mention: Mention, grammar: Grammar) -> bool:
    """«les Britanniques» is the nation; «des Britanniques», «deux Britanniques» not.

    Without an article, only two nations beside each other: «Russes et Américains».
    """
    head = mention.head
    mention.metonymy = True
    articles = {parse.words[d].lower() for d in parse.having(head, "det")}
    paired = parse.deps[head] == "conj" or bool(parse.having(head, "conj"))
    bare = not articles and paired and not parse.having(head, "case")
    return (
        (bool(articles & grammar.definite_plural) or bare)
        and "Number=Sing" not in parse.morphs[head]
        and not parse.having(head, "nummod", "acl:relcl", "nmod", "amod")
    )


def _located(parse: Parse, mention: Mention, knowledge: Knowledge) -> bool:
    """«l'université de Moscou», «les accords d'Oslo»: a place, no actor."""
    governor = parse.heads[mention.head]
    if not parse.deps[mention.head].startswith("nmod"):
        return False
    cases = {parse.lemmas[case] for case in parse.having(mention.head, "case")}
    named = tuple(parse.words[t].lower() for t in range(governor, mention.last + 1))
    if named in knowledge.lexicon.phrases.get("LocativeCue", ()):
        return True  # «l'accord de Paris»
    return cases <= knowledge.grammar.locative_prepositions and (
        knowledge.lexicon.is_cue(parse.lemmas[governor], "LocativeCue")
    )
