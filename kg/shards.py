"""One document's reading → a shard: all that it adds to a graph, ready to be loaded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.encoding import (
    Run,
    direct_triple,
    distinct,
    encode_reading,
    encode_run,
    holds,
    iri,
    is_direct,
    literal,
)
from kg.model import Actor, Document, Reading, content_id
from kg.namespaces import LEDGER
from kg.profiles import Profile


class Fact(NamedTuple):
    """What a statement adds to the counts.

    Attributes:
        source: Slug of an actor; likewise target.
        relation: Local name of the relation type.
        holds: Whether it is affirmed and asserted, by whomever.
    """

    source: str
    relation: str
    target: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Shard:
    """All that one document adds to a graph; may travel between processes.

    Attributes:
        document: Local name of the document's IRI.
        fingerprint: Tells the input of this reading from that of another.
        lines: N-Quads of what is the document's own, and of its pages in the ledger.
        direct: Direct triples that its statements uphold, without dots.
        facts: One a statement.
        profiles: What the document knows of its actors.
        terms: Terms of the ontology that its triples point at, such as "kg:Affirmed".
        run: What made the statements, as N-Triples.
    """

    document: str
    identifier: str
    fingerprint: str
    lines: str
    direct: frozenset[str]
    facts: tuple[Fact, ...]
    profiles: tuple[Profile, ...]
    terms: frozenset[str]
    run: str


def fingerprint(document: Document, min_confidence: float = 0) -> str:
    """Hash what the reading of a document depends on, besides the program."""
    return content_id(
        document.id,
        document.language,
        document.file_name,
        str(document.published or ""),
        document.headline or "",
        document.url or "",
        document.publisher or "",
        f"{min_confidence:.4f}",
    )


def make_shard(reading: Reading, run: Run | None, fingerprint: str) -> Shard:
    """Write down all that a document says.

    Raises:
        ValueError: The reading uses an actor that it does not describe.
    """
    document = reading.document
    statements = distinct(reading)
    lines = encode_reading(reading, statements, run)
    direct = frozenset(direct_triple(s) for s in statements.values() if is_direct(s))
    profiles = tuple(Profile.of(actor) for actor in _occurring(reading))
    lines.written += [f"{triple} .\n" for triple in direct]
    own = iri("doc", document.id)
    lines.written += [f"{triple} {own} .\n" for triple in direct]
    lines.written += _pages(own, fingerprint, run, profiles)
    return Shard(
        document.id,
        document.identifier,
        fingerprint,
        "".join(lines.written),
        direct,
        tuple(
            Fact(s.subject, s.predicate, s.object, holds(s))
            for s in statements.values()
        ),
        profiles,
        frozenset(lines.terms | {f"kg:{profile.kind}" for profile in profiles}),
        "" if run is None else encode_run(run),
    )


def _pages(
    own: str, fingerprint: str, run: Run | None, profiles: Iterable[Profile]
) -> Iterator[str]:
    """Enter into the ledger what a document shares with others."""
    yield f"{own} <{LEDGER}#fingerprint> {literal(fingerprint)} <{LEDGER}> .\n"
    if run is not None:
        yield f"{own} <{LEDGER}#run> {iri('run', run.id)} <{LEDGER}> .\n"
    for profile in profiles:
        yield f"{own} <{LEDGER}#profile> {profile.iri} <{LEDGER}> .\n"


def _occurring(reading: Reading) -> Iterable[Actor]:
    """Return the actors that the text names or speaks through, and whom they act for.

    Raises:
        ValueError: The reading uses an actor that it does not describe.
    """
    known = {actor.slug: actor for actor in reading.actors}
    wanted = [slug for slug, _, _ in reading.mentions]
    for statement in reading.statements:
        wanted += [statement.subject, statement.object]
        others = (statement.claim.speaker, statement.topic_actor)
        wanted += [slug for slug in others if slug is not None]
    found: dict[str, Actor] = {}
    for slug in wanted:
        if slug in found:
            continue
        if slug not in known:
            name = reading.document.identifier
            raise ValueError(f"{name}: the reading does not describe actor {slug!r}")
        actor = found[slug] = known[slug]
        if actor.acts_for is not None:
            wanted.append(actor.acts_for)
    return found.values()
