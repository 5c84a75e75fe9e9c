"""One document's parses → its statements and actors."""

from collections.abc import Iterable

from kg.actors import Register
from kg.analysis import Knowledge, analyse
from kg.model import (
    Actor,
    Document,
    Evidence,
    Modality,
    Reading,
    Span,
    Statement,
)
from kg.statements import StatementMaker
from kg.syntax import Parse


def read_document(
    document: Document, parses: Iterable[Parse], knowledge: Knowledge
) -> Reading:
    """Return all that a document says about actors it names.

    Of two triggers that say the same of one pair in one sentence, the firmer is kept:
    in «a signé un accord qui prévoit une trêve» there is an agreement. Of two as firm
    it is the surer.
    """
    register = Register(knowledge.gazetteer, document.language, document.published)
    statements: dict[tuple[str, ...], Statement] = {}
    mentions: list[tuple[str, Evidence, Span]] = []
    for parse in parses:
        analysis = analyse(parse, register, knowledge)
        maker = StatementMaker(document, analysis, knowledge)
        for sentence in parse.sentences:
            evidence = maker.evidence(sentence)
            for pair, statement in maker.statements(sentence, evidence):
                key = (str(evidence.span.begin), statement.claim.polarity, *pair)
                held = statements.get(key)
                if held is None or _firmness(held) < _firmness(statement):
                    statements[key] = statement
            mentions += maker.mentions(sentence, evidence)
    kept = tuple(statements.values())
    slugs = {slug for slug, *_ in mentions}
    for statement in kept:
        slugs |= {statement.subject, statement.object}
        slugs |= {statement.claim.speaker or "", statement.topic_actor or ""}
    actors = _with_bodies(slugs - {""}, register)
    return Reading(document, kept, tuple(actors), tuple(mentions))


def _firmness(statement: Statement) -> tuple[bool, bool, float]:
    claim = statement.claim
    own = not claim.attribution_cue
    return claim.modality is Modality.ASSERTED, own, statement.confidence


def _with_bodies(slugs: set[str], register: Register) -> list[Actor]:
    """Return actors with the bodies that they act for, by slug."""
    todo = list(slugs)
    actors: dict[str, Actor] = {}
    while todo:
        slug = todo.pop()
        if slug not in actors:
            actor = actors[slug] = register.actor(slug)
            if actor.acts_for is not None:
                todo.append(actor.acts_for)
    return [actors[slug] for slug in sorted(actors)]
