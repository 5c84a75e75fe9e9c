"""Why a sentence makes statements, or why it makes none."""

from collections.abc import Iterator

from kg.actors import Register
from kg.analysis import Analysis, analyse
from kg.errors import InputError, PipelineError
from kg.extraction import read_document
from kg.frames import Trigger, find_triggers
from kg.language import language_among
from kg.model import Document, Span, Statement
from kg.parsing import parse_documents
from kg.pipeline import Reader
from kg.relations import RelationFinder


def explain(reader: Reader, text: str, language: str | None = None) -> Iterator[str]:
    """Yield lines on parse, mentions, triggers and statements of a short text.

    Args:
        reader: Has a pipeline for the language.
        text: Some sentences.
        language: Detected if not named.

    Raises:
        PipelineError: The reader has no pipeline for the language.
        InputError: The text has no words.
    """
    language = language or language_among(text, reader.languages)
    if language not in reader.languages:
        known = ", ".join(reader.languages)
        raise PipelineError(
            f"no pipeline for language {language!r}; there are: {known} "
            "(name one with --language)"
        )
    document = Document("-", text, language, "-", blocks=(Span(0, len(text)),))
    knowledge = reader.knowledge(language)
    ((_, parses),) = parse_documents(reader.pipeline(language), [document])
    if not parses:
        raise InputError("no words in it; give a sentence")
    analyses = [
        analyse(parse, Register(knowledge.gazetteer, language, None), knowledge)
        for parse in parses
    ]
    for analysis in analyses:
        for first, last in analysis.parse.sentences:
            yield from _parse(analysis, first, last)
            yield from _mentions(analysis, first, last)
            yield from _triggers(analysis, first, last)
    reading = read_document(document, parses, knowledge)
    yield "statements"
    for statement in reading.statements:
        yield from _statement(statement)
    if not reading.statements:
        yield f"  none: {_reason(analyses[0])}"


def _parse(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    parse = analysis.parse
    yield "parse"
    for token in range(first, last):
        head = parse.heads[token]
        governor = "-" if head == token else parse.words[head]
        yield (
            f"  {parse.words[token]:<18} {parse.pos[token]:<6} "
            f"{parse.lemmas[token]:<18} {parse.deps[token]:<10} {governor}"
        )


def _mentions(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    yield "mentions"
    found = False
    for token in range(first, last):
        mention = analysis.mentions.by_head.get(token)
        if mention is not None and mention.actors:
            found = True
            words = " ".join(analysis.parse.words[mention.first : mention.last + 1])
            notes = [str(mention.kind)]
            notes += ["metonymy"] * mention.metonymy + ["mere place"] * mention.place
            yield f"  {words}: {', '.join(mention.actors)} ({', '.join(notes)})"
    if not found:
        yield "  none"


def _found(analysis: Analysis, first: int, last: int) -> list[Trigger]:
    finder = analysis.finder
    return find_triggers(finder.arguments, finder.lexicon, range(first, last))


def _triggers(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    yield "triggers"
    triggers = _found(analysis, first, last)
    complete = {r.trigger for r in analysis.finder.find(first, last)}
    for trigger in triggers:
        words = " … ".join(analysis.parse.words[t] for t in trigger.words)
        yield f"  {words}: {trigger.frame.name}{_gap(analysis.finder, trigger, complete)}"
    if not triggers:
        yield "  none"


def _gap(finder: RelationFinder, trigger: Trigger, complete: set[Trigger]) -> str:
    if trigger in complete:
        return ""
    frame = trigger.frame
    missing = [
        f"{role} ({' or '.join(slots)})"
        for role, slots in (("source", frame.source), ("target", frame.target))
        if not any(
            finder.denotation.of(token)
            for slot in slots
            for token in finder.slots.tokens(trigger, slot)
        )
    ]
    return f" – no actor as {' and '.join(missing)}" if missing else " – not used"


def _statement(statement: Statement) -> Iterator[str]:
    claim = statement.claim
    said = [str(claim.polarity), str(claim.modality)]
    if claim.attribution_cue:
        said.append(f"said by {claim.speaker or 'someone'} ({claim.attribution_cue})")
    said += [f"«{cue}»" for cue in (claim.polarity_cue, claim.modality_cue) if cue]
    yield (
        f"  {statement.subject} {statement.predicate} {statement.object}: "
        f"{', '.join(said)}, confidence {statement.confidence:.2f}"
    )


def _reason(analysis: Analysis) -> str:
    actors = {a for m in analysis.mentions.by_head.values() for a in m.actors}
    if len(actors) <= 1:
        return f"a relation takes two actors, here are {len(actors)}"
    lexicon = analysis.finder.lexicon
    sport = lexicon.cues.get("SportCue", frozenset())
    played = [w for w in analysis.parse.lemmas if w in sport]
    if played:
        return f"«{played[0]}» tells of sport"
    if not any(_found(analysis, *s) for s in analysis.parse.sentences):
        return "no word evokes a relation"
    return "no trigger has an actor as source and another as target"
