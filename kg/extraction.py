"""One document's parses → its statements and actors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.actors import Register
from kg.arguments import Arguments
from kg.claims import ClaimReader
from kg.coreference import resolve_pronouns
from kg.gazetteer import Gazetteer
from kg.lang.grammar import Grammar
from kg.repairs import repair_parse
from kg.lexicon import Lexicon
from kg.mentions import (
    Mention,
    MentionKind,
    Mentions,
    find_adjectives,
    find_names,
)
from kg.model import (
    Actor,
    Claim,
    DateBasis,
    Document,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Span,
    Statement,
    content_id,
)
from kg.quotes import Quote, find_quotes
from kg.relations import Relation, RelationFinder, relation_key
from kg.syntax import Parse
from kg.titles import TitleContext, find_titles

_FULL = 0.92  # a frame with both slots filled by names
_HANDED_OVER = 0.12  # off for each noun phrase an actor was taken out of
_PRONOUN = 0.12
_METONYMY = 0.03
_ROLE = 0.95  # a title beside a name


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction in one language rests on."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    grammar: Grammar


@dataclass(slots=True)
class Analysis:
    """One parse with all that was found in it; `kg explain` shows it."""

    parse: Parse
    mentions: Mentions
    finder: RelationFinder
    claims: ClaimReader


def analyse(parse: Parse, register: Register, knowledge: Knowledge) -> Analysis:
    """Find mentions and prepare the search for relations and claims."""
    repair_parse(parse, knowledge.lexicon.verbs, knowledge.grammar)
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
        and "Number=Plur" in parse.morphs[head]
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


def read_document(
    document: Document, parses: list[Parse], knowledge: Knowledge
) -> Reading:
    """Return all that a document says about actors it names."""
    register = Register(knowledge.gazetteer, document.language, document.published)
    statements: dict[tuple[str, ...], Statement] = {}
    mentioned: list[tuple[str, Evidence, str]] = []
    for parse in parses:
        analysis = analyse(parse, register, knowledge)
        for sentence in parse.sentences:
            evidence = _evidence(document, parse, sentence)
            for key, statement in _statements(document, analysis, sentence, evidence):
                full = (str(evidence.span.begin), statement.claim.polarity, *key)
                held = statements.get(full)
                if held is None or held.confidence < statement.confidence:
                    statements[full] = statement
            mentioned += _mentioned(document, analysis, sentence, evidence)
    kept = tuple(statements.values())
    slugs = {slug for slug, *_ in mentioned}
    for statement in kept:
        slugs |= {statement.subject, statement.object}
        slugs |= {statement.claim.speaker or "", statement.topic_actor or ""}
    return Reading(
        document, kept, tuple(_with_bodies(slugs - {""}, register)), tuple(mentioned)
    )


def _with_bodies(slugs: set[str], register: Register) -> Iterator[Actor]:
    todo = sorted(slugs)
    done: set[str] = set()
    while todo:
        slug = todo.pop()
        if slug in done:
            continue
        done.add(slug)
        actor = register.actor(slug)
        if actor.acts_for is not None:
            todo.append(actor.acts_for)
    yield from (register.actor(slug) for slug in sorted(done))


def _evidence(
    document: Document, parse: Parse, sentence: tuple[int, int]
) -> Evidence:
    span = Span(parse.begins[sentence[0]], parse.ends[sentence[1] - 1])
    text = document.text[span.begin : span.end]
    return Evidence(document.id, span, text, document.language)


def _mentioned(
    document: Document,
    analysis: Analysis,
    sentence: tuple[int, int],
    evidence: Evidence,
) -> Iterator[tuple[str, Evidence, str]]:
    seen = set()
    for token in range(*sentence):
        mention = analysis.mentions.by_head.get(token)
        for slug in mention.actors if mention is not None else ():
            if mention is not None and slug not in seen:
                seen.add(slug)
                words = analysis.parse.text(document.text, mention.first, mention.last)
                yield slug, evidence, words


def _statements(
    document: Document,
    analysis: Analysis,
    sentence: tuple[int, int],
    evidence: Evidence,
) -> Iterator[tuple[tuple[str, str, str], Statement]]:
    """Yield statements with what makes two of them the same."""
    for relation in analysis.finder.find(*sentence):
        claim = analysis.claims.read(relation.trigger.head, sentence)
        frame = relation.trigger.frame
        key = relation_key(frame, relation.source.slug, relation.target.slug)
        yield key, _statement(document, analysis.parse, relation, claim, evidence)
    for role in analysis.mentions.roles:
        if sentence[0] <= role[2] < sentence[1] and role[0] != role[1]:
            statement = _role(document, analysis.parse, role, evidence)
            yield ("represents", role[0], role[1]), statement


def _statement(
    document: Document,
    parse: Parse,
    relation: Relation,
    claim: Claim,
    evidence: Evidence,
) -> Statement:
    trigger, source, target = relation.trigger, relation.source, relation.target
    if trigger.frame.negated:
        claim = replace(claim, polarity=_flipped(claim))
    if claim.modality is Modality.ASSERTED:
        claim = replace(claim, modality=trigger.frame.modality)
    first, last = min(trigger.words), max(trigger.words)
    group = ""
    if source.group or target.group:
        group = content_id(
            document.id, str(evidence.span.begin), trigger.frame.name, str(first)
        )
    topic = relation.topic
    return Statement(
        subject=source.slug,
        predicate=trigger.frame.relation.name,
        object=target.slug,
        evidence=evidence,
        trigger=parse.text(document.text, first, last),
        frame=trigger.frame.name,
        source_text=_words(document, parse, source.mention),
        target_text=_words(document, parse, target.mention),
        claim=claim,
        confidence=_confidence(relation),
        topic_text="" if topic is None else _subtree(document, parse, topic),
        topic_actor=relation.topic_actor,
        event_date=document.published and document.published.isoformat(),
        date_basis=document.published and DateBasis.PUBLICATION_DATE,
        metonymy=source.mention.metonymy or target.mention.metonymy,
        group=group,
    )


def _flipped(claim: Claim) -> Polarity:
    return (
        Polarity.AFFIRMED
        if claim.polarity is Polarity.NEGATED
        else Polarity.NEGATED
    )


def _words(document: Document, parse: Parse, mention: Mention) -> str:
    return parse.text(document.text, mention.first, mention.last)


def _subtree(document: Document, parse: Parse, token: int) -> str:
    tokens = parse.subtree(token)
    return parse.text(document.text, tokens[0], tokens[-1])


def _confidence(relation: Relation) -> float:
    confidence = _FULL
    for filler in (relation.source, relation.target):
        confidence -= _HANDED_OVER * filler.handed_over
        if filler.mention.kind in (MentionKind.PRONOUN, MentionKind.NOMINAL):
            confidence -= _PRONOUN
        if filler.mention.metonymy:
            confidence -= _METONYMY
    return round(max(confidence, 0.05), 2)


def _role(
    document: Document,
    parse: Parse,
    role: tuple[str, str, int, int, int],
    evidence: Evidence,
) -> Statement:
    person, body, name, first, last = role
    return Statement(
        subject=person,
        predicate="represents",
        object=body,
        evidence=evidence,
        trigger=parse.text(document.text, first, last),
        frame="represents.title",
        source_text=parse.words[name],
        target_text=parse.text(document.text, first, last),
        confidence=_ROLE,
        event_date=document.published and document.published.isoformat(),
        date_basis=document.published and DateBasis.PUBLICATION_DATE,
    )
