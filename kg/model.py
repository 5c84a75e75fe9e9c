"""The nouns of the project: documents, mentions, actors, statements and their evidence."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

SEPARATOR = "\x1f"  # never occurs in text, so joined parts cannot be confused


def content_id(*parts: str, length: int = 16) -> str:
    """Hash parts into a short hexadecimal name that depends on nothing else.

    >>> content_id("a", "b") == content_id("a", "b") != content_id("ab", "")
    True
    """
    joined = SEPARATOR.join(parts).encode()
    return hashlib.sha256(joined).hexdigest()[:length]


class Polarity(StrEnum):
    """Whether the text says that the relation holds or that it does not."""

    AFFIRMED = "Affirmed"
    NEGATED = "Negated"


class Modality(StrEnum):
    """How firmly the text commits itself to the relation."""

    ASSERTED = "Asserted"
    POSSIBLE = "Possible"
    INTENDED = "Intended"
    REQUESTED = "Requested"
    CONDITIONAL = "Conditional"


class DateBasis(StrEnum):
    """What the date of an event rests on."""

    EXPLICIT = "Explicit"
    RELATIVE_EXPRESSION = "RelativeExpression"
    PUBLICATION_DATE = "PublicationDate"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval of code points in a document's text."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One news item, its text untouched.

    Attributes:
        identifier: The file's path below the given folder, or the line's "id".
        text: The decoded text, unchanged; every offset of the project counts its
            code points.
        language: ISO 639-1 code of the main language.
        file_name: Name of the file it was read from, "-" for standard input.
        published: Publication date, absent if the document names none.
        blocks: Stretches of prose in the main language (paragraphs, headlines, list
            items), in text order, disjoint; what lies outside is navigation, counters
            or another language.
        id: Hash of identifier and text: the local name of the document's IRI.
    """

    identifier: str
    text: str
    language: str
    file_name: str
    published: date | None = None
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    blocks: tuple[Span, ...] = ()
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Once: every sentence asks for it, and a text may have megabytes.
        object.__setattr__(self, "id", content_id(self.identifier, self.text))


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state or organisation in the world.

    Attributes:
        slug: Local name of its IRI, readable.
        kind: Local name of its class in the ontology, such as "State".
        labels: Preferred labels, as (language, label).
        aliases: Other names, as (language, name).
        acts_for: Slug of the body that it speaks for, if any.
        exact_match: Wikidata identifier, such as "Q159", if known.
    """

    slug: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...] = ()
    acts_for: str | None = None
    exact_match: str | None = None

    def label(self, language: str) -> str:
        """The preferred label in a language, else in any, else the slug."""
        labels = dict(self.labels)
        return labels.get(language) or next(iter(labels.values()), self.slug)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence a statement rests on.

    Attributes:
        document_id: Document.id.
        span: Offsets of the sentence in the document's text.
        text: document.text[span.begin:span.end].
    """

    document_id: str
    span: Span
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Claim:
    """How the text commits itself to one statement, with the words that show it.

    Attributes:
        speaker: Slug of the actor who says so; None is the outlet's own voice or an
            unnamed speaker (then `attribution_cue` is set).
        polarity_cue: Words that negate, such as "refuse de"; "" if none.
    """

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    speaker: str | None = None
    polarity_cue: str = ""
    modality_cue: str = ""
    attribution_cue: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one sentence says about two actors.

    Attributes:
        subject: Slug of the source actor.
        predicate: Local name of the relation type, such as "warns".
        object: Slug of the target actor.
        confidence: Estimated probability in [0, 1] that the statement is right.
        trigger: The words that evoke the relation, as they stand in the text.
        frame: Local name of the frame that fired, such as "warns.fr.mettre-en-garde".
        source_text: The mention that fills the source, as it stands in the text.
        metonymy: Whether a place, seat or organ stands for an actor here.
        event_date: ISO 8601 date or year-month or year ("2022-09"), absent if unknown.
        group: Shared by the members of one coordination, else "".
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    trigger: str
    frame: str
    source_text: str
    target_text: str
    claim: Claim = field(default_factory=Claim)
    confidence: float = 0.5
    topic_text: str = ""
    topic_actor: str | None = None
    event_date: str | None = None
    date_basis: DateBasis | None = None
    metonymy: bool = False
    group: str = ""

    @property
    def id(self) -> str:
        """Hash of everything that tells this statement from another."""
        return content_id(
            self.evidence.document_id,
            str(self.evidence.span.begin),
            str(self.evidence.span.end),
            self.subject,
            self.predicate,
            self.object,
            self.frame,
            self.source_text,
            self.target_text,
            self.trigger,
            self.topic_text,
            self.event_date or "",
            self.claim.polarity,
            self.claim.modality,
            self.claim.speaker or "",
            self.claim.polarity_cue,
            self.claim.modality_cue,
            self.claim.attribution_cue,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: its statements and every actor they name.

    Attributes:
        mentions: Occurrences of actors, as (slug, sentence, place of the words).
    """

    document: Document
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[tuple[str, Evidence, Span], ...] = ()

    def above(self, confidence: float) -> "Reading":
        """Return the reading without the statements below a confidence in [0, 1]."""
        if confidence <= 0:
            return self
        kept = tuple(s for s in self.statements if s.confidence >= confidence)
        return replace(self, statements=kept)
