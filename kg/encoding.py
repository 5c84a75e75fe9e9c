"""What one document says → N-Triples lines; IRIs are minted here only."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from pyoxigraph import NamedNode

from kg.model import (
    SEPARATOR,
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
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})


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


class Lines:
    """Triples as N-Triples lines, and the terms of the ontology that they point at.

    Text and not terms of the engine: it is made several times as fast, loaded in bulk,
    and travels between processes as it is.
    """

    def __init__(self) -> None:
        self.written: list[str] = []
        self.terms: set[str] = set()

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Add a triple of N-Triples terms; the predicate has a prefix."""
        self.written.append(f"{subject} {_term(predicate)} {value} .\n")

    def point(self, subject: str, predicate: str, name: str) -> None:
        """Add a triple that points at a term such as "kg:Affirmed"."""
        self.terms.add(name)
        self.written.append(f"{subject} {_term(predicate)} {_term(name)} .\n")


@cache
def _term(name: str) -> str:
    return f"<{expand(name)}>"


def iri(prefix: str, local: str) -> str:
    """Write an IRI down."""
    return f"<{PREFIXES[prefix]}{local}>"


def literal(text: str, language: str = "") -> str:
    """Write a literal down."""
    tag = f"@{language}" if language else ""
    return f'"{text.translate(_ESCAPES)}"{tag}'


def _typed(text: str, datatype: str) -> str:
    return f'"{text}"^^{_term(datatype)}'


def _date(text: str) -> str:
    return _typed(text, _DATES[len(text)])


def _url(text: str) -> str:
    """Make a link of an address, or keep as text what is none."""
    try:
        return str(NamedNode(text))
    except ValueError:
        return literal(text)


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
    if not holds(statement):
        return False
    if claim.speaker is None:
        return not claim.attribution_cue  # «selon des experts»: a speaker without name
    return claim.speaker == statement.subject


def holds(statement: Statement) -> bool:
    """Tell whether a statement is affirmed and asserted, by whomever."""
    claim = statement.claim
    affirmed = claim.polarity is Polarity.AFFIRMED
    return affirmed and claim.modality is Modality.ASSERTED


def encode_reading(
    reading: Reading, statements: Mapping[str, Statement], run: Run | None
) -> Lines:
    """Describe a document, its distinct statements, their evidence and its mentions."""
    lines = Lines()
    document = reading.document
    _document(lines, document)
    evidence = {s.evidence.span: s.evidence for s in reading.statements}
    evidence |= {found.span: found for _, found, _ in reading.mentions}
    for found in evidence.values():
        _stretch(lines, "nif:Sentence", document, found.span, found.language)
    for name, statement in statements.items():
        subject = iri("st", name)
        _statement(lines, subject, statement)
        if run is not None:
            lines.add(subject, "prov:wasGeneratedBy", iri("run", run.id))
    _mentions(lines, reading)
    return lines


def encode_run(run: Run) -> str:
    """Describe what made the statements."""
    lines = Lines()
    subject = iri("run", run.id)
    lines.point(subject, "rdf:type", "prov:Activity")
    lines.add(subject, "kg:programVersion", literal(run.program))
    for pipeline in run.pipelines:
        lines.add(subject, "kg:pipeline", literal(pipeline))
    lines.add(subject, "kg:ontologyHash", literal(run.ontology))
    return "".join(lines.written)


def direct_triple(statement: Statement) -> str:
    """Write the direct triple of a statement, without a dot."""
    source, target = iri("actor", statement.subject), iri("actor", statement.object)
    return f"{source} {_term(f'rel:{statement.predicate}')} {target}"


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


def _document(lines: Lines, document: Document) -> None:
    subject = iri("doc", document.id)
    lines.point(subject, "rdf:type", "schema:NewsArticle")
    lines.add(subject, "schema:identifier", literal(document.identifier))
    lines.add(subject, "kg:fileName", literal(document.file_name))
    lines.add(subject, "schema:inLanguage", literal(document.language))
    digest = sha256(document.text.encode()).hexdigest()
    lines.add(subject, "kg:textSha256", literal(digest))
    if document.headline:
        headline = literal(document.headline, document.language)
        lines.add(subject, "schema:headline", headline)
    if document.published is not None:
        published = _date(document.published.isoformat())
        lines.add(subject, "schema:datePublished", published)
    if document.url:
        lines.add(subject, "schema:url", _url(document.url))
    if document.publisher:
        lines.add(subject, "schema:publisher", literal(document.publisher))


def _stretch(
    lines: Lines, kind: str, document: Document, span: Span, language: str
) -> None:
    subject = f"<{span_iri(document.id, span.begin, span.end)}>"
    words = document.text[span.begin : span.end]
    lines.point(subject, "rdf:type", kind)
    lines.add(subject, "nif:referenceContext", iri("doc", document.id))
    lines.add(subject, "nif:beginIndex", _typed(str(span.begin), "xsd:integer"))
    lines.add(subject, "nif:endIndex", _typed(str(span.end), "xsd:integer"))
    lines.add(subject, "nif:anchorOf", literal(words, language))


def _statement(lines: Lines, subject: str, statement: Statement) -> None:
    evidence, claim = statement.evidence, statement.claim
    lines.point(subject, "rdf:type", "kg:Statement")
    lines.point(subject, "rdf:type", "rdf:Statement")
    lines.add(subject, "rdf:subject", iri("actor", statement.subject))
    lines.point(subject, "rdf:predicate", f"rel:{statement.predicate}")
    lines.add(subject, "rdf:object", iri("actor", statement.object))
    lines.point(subject, "kg:polarity", f"kg:{claim.polarity}")
    lines.point(subject, "kg:modality", f"kg:{claim.modality}")
    confidence = _typed(f"{statement.confidence:.2f}", "xsd:decimal")
    lines.add(subject, "kg:confidence", confidence)
    lines.add(subject, "kg:frame", literal(statement.frame))
    span = evidence.span
    sentence = span_iri(evidence.document_id, span.begin, span.end)
    lines.add(subject, "prov:wasDerivedFrom", f"<{sentence}>")
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
            lines.add(subject, predicate, literal(words, evidence.language))
    _circumstances(lines, subject, statement)


def _circumstances(lines: Lines, subject: str, statement: Statement) -> None:
    if statement.claim.speaker is not None:
        speaker = iri("actor", statement.claim.speaker)
        lines.add(subject, "kg:attributedTo", speaker)
    if statement.topic_actor is not None:
        lines.add(subject, "kg:topicActor", iri("actor", statement.topic_actor))
    if statement.event_date is not None:
        lines.add(subject, "kg:eventDate", _date(statement.event_date))
    if statement.date_basis is not None:
        lines.point(subject, "kg:dateBasis", f"kg:{statement.date_basis}")
    if statement.metonymy:
        lines.point(subject, "kg:figure", "kg:Metonymy")
    if statement.group:
        lines.add(subject, "kg:group", literal(statement.group))


def _mentions(lines: Lines, reading: Reading) -> None:
    document = reading.document
    for slug, evidence, span in reading.mentions:
        phrase = f"<{span_iri(document.id, span.begin, span.end)}>"
        lines.add(phrase, "itsrdf:taIdentRef", iri("actor", slug))
        if span == evidence.span:
            continue
        _stretch(lines, "nif:Phrase", document, span, evidence.language)
        begin, end = evidence.span.begin, evidence.span.end
        sentence = f"<{span_iri(document.id, begin, end)}>"
        lines.add(phrase, "nif:sentence", sentence)
