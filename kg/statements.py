"""Relations, claims and dates of one sentence → statements."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.analysis import Analysis, Knowledge
from kg.confidence import ROLE, confidence
from kg.event_dates import event_date
from kg.mentions import Mention
from kg.model import (
    Claim,
    DateBasis,
    Document,
    Evidence,
    Modality,
    Polarity,
    Span,
    Statement,
    content_id,
)
from kg.relations import Relation, relation_key

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """Turns what was found in one parse into statements with their evidence."""

    document: Document
    analysis: Analysis
    knowledge: Knowledge

    def evidence(self, sentence: tuple[int, int]) -> Evidence:
        """Return a sentence, given as a half-open token range, as evidence."""
        parse = self.analysis.parse
        span = Span(parse.begins[sentence[0]], parse.ends[sentence[1] - 1])
        text = self.document.text[span.begin : span.end]
        return Evidence(self.document.id, span, text, self.document.language)

    def statements(
        self, sentence: tuple[int, int], evidence: Evidence
    ) -> Iterator[tuple[_Key, Statement]]:
        """Yield the statements of a sentence with what makes two of them the same."""
        for relation in self.analysis.finder.find(*sentence):
            frame = relation.trigger.frame
            key = relation_key(frame, relation.source.slug, relation.target.slug)
            yield key, self._statement(relation, sentence, evidence)
        for role in self.analysis.mentions.roles:
            if sentence[0] <= role[2] < sentence[1] and role[0] != role[1]:
                yield ("represents", role[0], role[1]), self._role(role, evidence)

    def mentions(
        self, sentence: tuple[int, int], evidence: Evidence
    ) -> Iterator[tuple[str, Evidence, Span]]:
        """Yield every actor that a sentence names, once, and where it does."""
        parse = self.analysis.parse
        seen = set()
        for token in range(*sentence):
            mention = self.analysis.mentions.by_head.get(token)
            if mention is None:
                continue
            for slug in mention.actors:
                if slug not in seen:
                    seen.add(slug)
                    span = Span(parse.begins[mention.first], parse.ends[mention.last])
                    yield slug, evidence, span

    def _statement(
        self, relation: Relation, sentence: tuple[int, int], evidence: Evidence
    ) -> Statement:
        trigger, source, target = relation.trigger, relation.source, relation.target
        parse, text = self.analysis.parse, self.document.text
        first, last = min(trigger.words), max(trigger.words)
        group = ""
        if source.group or target.group:
            place = str(evidence.span.begin)
            group = content_id(self.document.id, place, trigger.frame.name, str(first))
        date, basis = self._date(trigger.head, sentence)
        topic = "" if relation.topic is None else self._subtree(relation.topic)
        claim = self._claim(relation, sentence)
        return Statement(
            subject=source.slug,
            predicate=trigger.frame.relation.name,
            object=target.slug,
            evidence=evidence,
            trigger=parse.text(text, first, last),
            frame=trigger.frame.name,
            source_text=self._words(source.mention),
            target_text=self._words(target.mention),
            claim=claim,
            confidence=confidence(relation, claim, parse),
            topic_text=topic,
            topic_actor=relation.topic_actor,
            event_date=date,
            date_basis=basis,
            metonymy=source.mention.metonymy or target.mention.metonymy,
            group=group,
        )

    def _claim(self, relation: Relation, sentence: tuple[int, int]) -> Claim:
        """Read the claim, and add what the trigger itself says of its own."""
        frame = relation.trigger.frame
        claim = self.analysis.claims.read(relation.trigger.head, sentence)
        if frame.negated:
            denied = claim.polarity is Polarity.NEGATED
            polarity = Polarity.AFFIRMED if denied else Polarity.NEGATED
            claim = replace(claim, polarity=polarity)
        if claim.modality is Modality.ASSERTED:
            claim = replace(claim, modality=frame.modality)
        return claim

    def _date(
        self, trigger: int, sentence: tuple[int, int]
    ) -> tuple[str | None, DateBasis | None]:
        published = self.document.published
        found = event_date(
            self.analysis.parse, trigger, sentence, published, self.knowledge.calendar
        )
        if found is not None:
            return found
        if published is None:
            return None, None
        return published.isoformat(), DateBasis.PUBLICATION_DATE

    def _role(
        self, role: tuple[str, str, int, int, int], evidence: Evidence
    ) -> Statement:
        person, body, name, first, last = role
        parse, published = self.analysis.parse, self.document.published
        title = parse.text(self.document.text, first, last)
        return Statement(
            subject=person,
            predicate="represents",
            object=body,
            evidence=evidence,
            trigger=title,
            frame="represents.title",
            source_text=parse.words[name],
            target_text=title,
            confidence=ROLE,
            event_date=None if published is None else published.isoformat(),
            date_basis=None if published is None else DateBasis.PUBLICATION_DATE,
        )

    def _words(self, mention: Mention) -> str:
        return self.analysis.parse.text(self.document.text, mention.first, mention.last)

    def _subtree(self, token: int) -> str:
        tokens = self.analysis.parse.subtree(token)
        return self.analysis.parse.text(self.document.text, tokens[0], tokens[-1])
