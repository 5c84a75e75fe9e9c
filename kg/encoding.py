"""What one document says → the triples of the graph; IRIs are minted here only."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import (
    SEPARATOR,
    Actor,
    Document,
    Modality,
    Polarity,
    Reading,
    Span,
    Statement,
    content_id,
)
from kg.namespaces import PREFIXES, expand, span_iri

_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}  # by length


@dataclass(frozen=True, slots=True)
class Run:
    """What made a statement; holds no clock time, so equal input gives equal bytes.

    Attributes:
        program: Version of this program.
        pipelines: Name and version of each language pipeline, such as "fr_kg 1.0".
        ontology: Hash over the ontology's files.
    """

    program: str
    pipelines: tuple[str, ...]
    ontology: str

    @property
    def id(self) -> str:
        """Hash of all versions: the local name of the run's IRI."""
        return content_id(
            self.program, SEPARATOR.join(sorted(self.pipelines)), self.ontology
        )


@cache
def term(name: str) -> NamedNode:
    """Look a term of a vocabulary up, such as "rdf:type"."""
    return NamedNode(expand(name))


def node(prefix: str, local: str) -> NamedNode:
    """Mint an IRI."""
    return NamedNode(PREFIXES[prefix] + local)


def is_direct(statement: Statement) -> bool:
    """Tell whether a statement upholds the direct triple between its actors.

    It must be affirmed and asserted, and said by the outlet or by its own subject.
    """
    claim = statement.claim
    if (
        claim.polarity is not Polarity.AFFIRMED
        or claim.modality is not Modality.ASSERTED
    ):
        return False
    if claim.speaker is None:
        return not claim.attribution_cue  # «selon des experts»: a speaker without name
    return claim.speaker == statement.subject


def encode_run(run: Run) -> Iterator[Triple]:
    """Describe what made the statements."""
    activity = _Subject(node("run", run.id))
    yield activity("rdf:type", term("prov:Activity"))
    yield activity("kg:programVersion", Literal(run.program))
    for pipeline in run.pipelines:
        yield activity("kg:pipeline", Literal(pipeline))
    yield activity("kg:ontologyHash", Literal(run.ontology))


def encode_reading(reading: Reading, run: Run | None) -> Iterator[Triple]:
    """Describe a document, its statements, their evidence and its mentions."""
    document = reading.document
    yield from _document(document)
    evidence = {s.evidence.span: s.evidence for s in reading.statements}
    evidence |= {found.span: found for _, found, _ in reading.mentions}
    for found in evidence.values():
        yield from _stretch("Sentence", document, found.span, found.language)
    run_iri = None if run is None else node("run", run.id)
    for name, statement in distinct(reading).items():
        subject = _Subject(node("st", name))
        yield from _statement(subject, statement)
        if run_iri is not None:
            yield subject("prov:wasGeneratedBy", run_iri)
    yield from _mentions(reading)


def distinct(reading: Reading) -> dict[str, Statement]:
    """Return the statements by id, of several with one id the most confident."""
    best: dict[str, Statement] = {}
    for statement in reading.statements:
        name = statement.id
        rival = best.get(name)
        if rival is None or _rank(rival) < _rank(statement):
            best[name] = statement
    return best


def _rank(statement: Statement) -> tuple[float, str]:
    return (statement.confidence, repr(statement))


def encode_actor(actor: Actor) -> Iterator[Triple]:
    """Describe an actor, but for its names."""
    subject = _Subject(node("actor", actor.slug))
    yield subject("rdf:type", term(f"kg:{actor.kind}"))
    if actor.acts_for is not None:
        yield subject("kg:actsFor", node("actor", actor.acts_for))
    if actor.exact_match is not None:
        yield subject("skos:exactMatch", node("wd", actor.exact_match))


class _Subject:
    """A subject that waits for predicates and objects."""

    def __init__(self, iri: NamedNode) -> None:
        self._iri = iri

    def __call__(self, predicate: str, value: NamedNode | Literal) -> Triple:
        return Triple(self._iri, term(predicate), value)


def _document(document: Document) -> Iterator[Triple]:
    subject = _Subject(node("doc", document.id))
    yield subject("rdf:type", term("schema:NewsArticle"))
    yield subject("schema:identifier", Literal(document.identifier))
    yield subject("kg:fileName", Literal(document.file_name))
    yield subject("schema:inLanguage", Literal(document.language))
    yield subject("kg:textSha256", Literal(sha256(document.text.encode()).hexdigest()))
    if document.headline:
        headline = Literal(document.headline, language=document.language)
        yield subject("schema:headline", headline)
    if document.published is not None:
        yield subject("schema:datePublished", _date(document.published.isoformat()))
    if document.url:
        yield subject("schema:url", _url(document.url))
    if document.publisher:
        yield subject("schema:publisher", Literal(document.publisher))


def _date(text: str) -> Literal:
    return Literal(text, datatype=term(_DATES[len(text)]))


def _url(text: str) -> NamedNode | Literal:
    """Make a link of an address, or keep as text what is none."""
    try:
        return NamedNode(text)
    except ValueError:
        return Literal(text)


def _stretch(
    kind: str, document: Document, span: Span, language: str
) -> Iterator[Triple]:
    subject = _Subject(NamedNode(span_iri(document.id, span.begin, span.end)))
    words = document.text[span.begin : span.end]
    yield subject("rdf:type", term(f"nif:{kind}"))
    yield subject("nif:referenceContext", node("doc", document.id))
    yield subject("nif:beginIndex", Literal(span.begin))
    yield subject("nif:endIndex", Literal(span.end))
    yield subject("nif:anchorOf", Literal(words, language=language))


def _statement(subject: _Subject, statement: Statement) -> Iterator[Triple]:
    evidence, claim = statement.evidence, statement.claim
    source, target = node("actor", statement.subject), node("actor", statement.object)
    relation = term(f"rel:{statement.predicate}")
    if is_direct(statement):
        yield Triple(source, relation, target)
    yield subject("rdf:type", term("kg:Statement"))
    yield subject("rdf:type", term("rdf:Statement"))
    yield subject("rdf:subject", source)
    yield subject("rdf:predicate", relation)
    yield subject("rdf:object", target)
    yield subject("kg:polarity", term(f"kg:{claim.polarity}"))
    yield subject("kg:modality", term(f"kg:{claim.modality}"))
    confidence = Literal(f"{statement.confidence:.2f}", datatype=term("xsd:decimal"))
    yield subject("kg:confidence", confidence)
    yield subject("kg:frame", Literal(statement.frame))
    span = evidence.span
    sentence = NamedNode(span_iri(evidence.document_id, span.begin, span.end))
    yield subject("prov:wasDerivedFrom", sentence)
    for predicate, words in (
        ("kg:trigger", statement.trigger),
        ("kg:sourceText", statement.source_text),
        ("kg:targetText", statement.target_text),
        ("kg:topicText", statement.topic_text),
        ("kg:polarityCue", claim.polarity_cue),
        ("kg:modalityCue", claim.modality_cue),
        ("kg:attributionCue", claim.attribution_cue),
    ):
        if words:
            yield subject(predicate, Literal(words, language=evidence.language))
    yield from _circumstances(subject, statement)


def _circumstances(subject: _Subject, statement: Statement) -> Iterator[Triple]:
    if statement.claim.speaker is not None:
        yield subject("kg:attributedTo", node("actor", statement.claim.speaker))
    if statement.topic_actor is not None:
        yield subject("kg:topicActor", node("actor", statement.topic_actor))
    if statement.event_date is not None:
        yield subject("kg:eventDate", _date(statement.event_date))
    if statement.date_basis is not None:
        yield subject("kg:dateBasis", term(f"kg:{statement.date_basis}"))
    if statement.metonymy:
        yield subject("kg:figure", term("kg:Metonymy"))
    if statement.group:
        yield subject("kg:group", Literal(statement.group))


def _mentions(reading: Reading) -> Iterator[Triple]:
    document = reading.document
    for slug, evidence, span in reading.mentions:
        phrase = _Subject(NamedNode(span_iri(document.id, span.begin, span.end)))
        yield phrase("itsrdf:taIdentRef", node("actor", slug))
        if span == evidence.span:
            continue
        yield from _stretch("Phrase", document, span, evidence.language)
        begin, end = evidence.span.begin, evidence.span.end
        yield phrase("nif:sentence", NamedNode(span_iri(document.id, begin, end)))
