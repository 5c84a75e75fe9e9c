"""One parse with its mentions, relations and claims made ready to be read."""

from dataclasses import dataclass

from kg.actors import Register
from kg.arguments import Arguments
from kg.attribution import Attribution
from kg.claims import ClaimReader
from kg.coreference import resolve_pronouns
from kg.demonyms import find_adjectives, is_nation, is_of_state
from kg.denotation import Denotation
from kg.discourse import Discourse
from kg.gazetteer import Gazetteer
from kg.lang.calendar import Calendar
from kg.lang.grammar import Grammar
from kg.lemmas import Lemmas
from kg.lexicon import Lexicon
from kg.mentions import Mention, MentionKind, Mentions
from kg.proper_names import find_names
from kg.quotes import Quote, find_quotes
from kg.relations import RelationFinder
from kg.repairs import repair_parse
from kg.seams import part_names
from kg.syntax import Parse
from kg.title_phrases import TitleReader
from kg.titles import find_titles


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
    lexicon, grammar = knowledge.lexicon, knowledge.grammar
    repair_parse(parse, Lemmas(lexicon.verbs, lexicon.frames.keys(), grammar))
    mentions = _find_mentions(parse, register, knowledge)
    arguments = Arguments(
        parse, grammar, lexicon.complex_prepositions, lexicon.slot_words
    )
    denotation = Denotation(parse, arguments, mentions, register.kind)
    quotes = find_quotes(parse, grammar)
    attribution = Attribution(parse, arguments, denotation.slugs, lexicon, quotes)
    for quote in quotes:
        _first_persons(mentions, quote, attribution, grammar)
    finder = RelationFinder(parse, arguments, mentions, lexicon, denotation)
    claims = ClaimReader(parse, arguments, lexicon, attribution)
    return Analysis(parse, mentions, finder, claims)


def _find_mentions(parse: Parse, register: Register, knowledge: Knowledge) -> Mentions:
    """Find what names actors first, then what points back to it."""
    grammar, cues = knowledge.grammar, knowledge.lexicon.cues
    found = find_names(parse, register)
    names = [name for name in found if not _event(parse, name, knowledge)]
    part_names(parse, names)
    adjectives = find_adjectives(parse, register, names)
    paired = {t for m in adjectives for t in range(m.first, m.last) if m.actors[1:]}
    names = [name for name in names if name.first not in paired]
    mentions = Mentions()
    named = {name.first: name for name in names}
    for mention in adjectives:
        people = mention.kind is MentionKind.PEOPLE
        stands = is_nation if people else is_of_state
        bearer = named.get(mention.last + 1)
        if stands(parse, mention, grammar):
            mentions.add(mention)
        elif bearer is not None and (
            parse.heads[bearer.head] != mention.head or parse.pos[mention.head] == "ADJ"
        ):
            # «le grec Coca-Cola HBC et le polonais Orlen», Orlen hung on «grec»
            mentions.by_head[mention.head] = bearer
    for mention in names:
        mention.attributive = _attributive(parse, mention, register)
        mention.place = (
            mention.place
            or _located(parse, mention, knowledge)
            or _around(parse, mention, register, grammar)
        )
        mentions.by_head[mention.head] = mention
    titles = TitleReader(
        parse,
        register,
        grammar,
        {adjective.first: adjective for adjective in adjectives},
        named,
    )
    former, future = (cues.get(cue, frozenset()) for cue in ("FormerCue", "FutureCue"))
    find_titles(titles, mentions, names, former | future)
    resolve_pronouns(Discourse(parse, mentions, register, grammar))
    return mentions


def _first_persons(
    mentions: Mentions, quote: Quote, attribution: Attribution, grammar: Grammar
) -> None:
    """«Nous soutenons Kiev», dit le ministre: inside a quote, «nous» is its speaker."""
    source = attribution.speaker(quote)
    if source is None or source.speaker is None:
        return
    actors = (source.speaker,)
    for token in range(quote.first, quote.last):
        if attribution.parse.words[token].lower() in grammar.first_person:
            pronoun = Mention(token, token, token, actors, MentionKind.PRONOUN)
            mentions.by_head.setdefault(token, pronoun)


def _around(
    parse: Parse, mention: Mention, register: Register, grammar: Grammar
) -> bool:
    """«en Europe», «en Occident»: where, and not what acts under that name."""
    cases = {parse.words[case].lower() for case in parse.having(mention.head, "case")}
    kinds = {register.kind(slug) for slug in mention.actors}
    return not kinds & {"State", "Place"} and bool(cases & grammar.state_prepositions)


def _attributive(parse: Parse, mention: Mention, register: Register) -> bool:
    """“NATO air strikes”, “U.S. troops” act; “Syria talks” are about Syria.

    A country whose name stands before a noun has an adjective for what it does.
    """
    if parse.deps[mention.head] != "compound" or mention.kind is not MentionKind.NAME:
        return False
    short = parse.words[mention.first].replace(".", "").isupper()
    return short or register.kind(mention.actors[0]) not in ("State", "Place")


def _event(parse: Parse, name: Mention, knowledge: Knowledge) -> bool:
    """«Bataille d'Ocana» is what happened, no actor."""
    frames = knowledge.lexicon.frames.get(parse.words[name.first].lower(), ())
    fights = any(
        frame.category == "Noun" and frame.relation.quad == "MaterialConflict"
        for frame in frames
    )
    of = parse.words[name.first + 1 : name.last][:1]
    known = name.actors[0] in knowledge.gazetteer.actors
    prepositions = knowledge.grammar.prepositions
    owned = bool(of) and prepositions.get(of[0].lower()) == knowledge.grammar.of
    return fights and owned and not known


def _located(parse: Parse, mention: Mention, knowledge: Knowledge) -> bool:
    """«l'université de Moscou», «les accords d'Oslo»: a place, no actor."""
    governor = parse.heads[mention.head]
    if not parse.deps[mention.head].startswith("nmod"):
        return False
    cases = {parse.lemmas[case] for case in parse.having(mention.head, "case")}
    named = tuple(
        parse.lemmas[t] if t == governor or parse.deps[t] == "case" else word.lower()
        for t, word in enumerate(parse.words[governor : mention.last + 1], governor)
    )
    if named in knowledge.lexicon.phrases.get("LocativeCue", ()):
        return True  # «l'accord de Paris», «les accords d'Oslo»
    return cases <= knowledge.grammar.locative_prepositions and (
        knowledge.lexicon.is_cue(parse.lemmas[governor], "LocativeCue")
    )
