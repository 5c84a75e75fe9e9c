"""Readings made up by dice, shaped like what the extraction makes of real news.

The proportions are those of the graph of seeds/: ten statements a document, thirteen
sentences, twenty-nine mentions. A few actors are in most of the news and most are in
little of it (their shares fall with their rank), as are relation types.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

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
)
from kg.ontology import Ontology

STATEMENTS, QUIET, MENTIONS = 10, 3, 3  # a document, of which quiet sentences; each
KNOWN = 3_000  # actors that every newsroom knows
FIRST = date(2015, 1, 1)
DAYS = 3_650
STATES = 200
WITH_TOPIC = 0.4  # of the statements
WORDS = tuple(
    """
    accord aide armes ambassade appel attaque banque blocus cabinet camp charge chef
    commerce conseil convoi crise débat défense délégation dépêche dossier droit embargo
    enquête envoyé exercice forces frontière gaz guerre intérêt loi manœuvre marché
    message mesure ministre mission négociation note navire offre ordre otage paix parti
    pétrole plan port prix projet rapport réforme région rencontre réunion sanction
    sécurité siège sommet soutien tension traité trêve troupe usine veto visite dans
    pour avec contre après avant depuis hier lundi mardi selon sur la le les de du
    """.split()  # noqa: SIM905 - prose reads better as text
)


def _shares(number: int) -> list[float]:
    return list(accumulate(1 / (rank + 10) for rank in range(number)))


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What all documents draw on."""

    actors: tuple[Actor, ...]
    relations: tuple[str, ...]
    shares: list[float]
    relation_shares: list[float]

    @classmethod
    def of(cls, ontology: Ontology) -> "Newsroom":
        """Invent the actors, and take the relation types of an ontology."""
        actors = tuple(_actor(number) for number in range(KNOWN))
        relations = tuple(entry.name for entry in ontology.of("kg:RelationType"))
        return cls(actors, relations, _shares(KNOWN), _shares(len(relations)))


def _actor(number: int) -> Actor:
    if number < STATES:
        names = (("en", f"Land {number}"), ("fr", f"Pays {number}"))
        aliases = (("fr", f"République du Pays {number}"),)
        return Actor(f"land-{number}", "State", names, aliases, None, f"Q{number + 1}")
    state = f"land-{number % STATES}" if number % 2 else None
    kind = ("Organisation", "Person", "Government", "ArmedGroup")[number % 4]
    name = f"{kind} {number}"
    return Actor(f"actor-{number}", kind, (("fr", name),), (), state)


def readings(newsroom: Newsroom, statements: int, seed: int = 1) -> Iterator[Reading]:
    """Yield documents with so many statements in all."""
    for number in range(statements // STATEMENTS):
        yield _reading(newsroom, number, random.Random(f"{seed} {number}"))  # noqa: S311


def _reading(newsroom: Newsroom, number: int, dice: random.Random) -> Reading:
    cast = dict.fromkeys(
        dice.choices(newsroom.actors, cum_weights=newsroom.shares, k=9)
    )
    newcomer = Actor(f"newcomer-{number}", "Person", (("fr", f"Newcomer {number}"),))
    actors = [*cast, newcomer]
    pairs = [dice.sample(actors, 2) for _ in range(STATEMENTS)]
    quiet = [dice.sample(actors, 2) for _ in range(QUIET)]
    sentences = [_sentence(pair, dice) for pair in (*pairs, *quiet)]
    spans, begin = [], 0
    for sentence in sentences:
        spans.append(Span(begin, begin + len(sentence)))
        begin += len(sentence) + 1
    published = FIRST + timedelta(days=dice.randrange(DAYS))
    document = Document(
        f"{published.year}/{number}.txt",
        "\n".join(sentences),
        "fr",
        f"{number}.txt",
        published,
        sentences[-1][:60],
        f"https://journal.example/{number}",
        "Le Journal",
    )
    evidence = [
        Evidence(document.id, span, sentence, "fr")
        for span, sentence in zip(spans, sentences, strict=True)
    ]
    found = [
        _statement(newsroom, pair, stated, document, dice)
        for pair, stated in zip(pairs, evidence, strict=False)
    ]
    mentions = [
        (actor.slug, stated, _place(actor, stated))
        for pair, stated in zip((*pairs, *quiet), evidence, strict=True)
        for actor in pair
    ]
    states = [newsroom.actors[int(a.acts_for[5:])] for a in actors if a.acts_for]
    everyone = tuple(dict.fromkeys((*actors, *states)))
    return Reading(document, tuple(found), everyone, tuple(mentions))


def _name(actor: Actor) -> str:
    return actor.labels[-1][1]


def _sentence(pair: list[Actor], dice: random.Random) -> str:
    words = dice.choices(WORDS, k=dice.randint(12, 24))
    words[2] = _name(pair[0])
    words[8] = _name(pair[1])
    return " ".join(words) + "."


def _place(actor: Actor, evidence: Evidence) -> Span:
    begin = evidence.span.begin + evidence.text.index(_name(actor))
    return Span(begin, begin + len(_name(actor)))


def _statement(
    newsroom: Newsroom,
    pair: list[Actor],
    evidence: Evidence,
    document: Document,
    dice: random.Random,
) -> Statement:
    source, target = pair
    (relation,) = dice.choices(newsroom.relations, cum_weights=newsroom.relation_shares)
    (speaker,) = dice.choices((None, source.slug, target.slug), (80, 5, 15))
    claim = Claim(
        dice.choices(list(Polarity), (92, 8))[0],
        dice.choices(list(Modality), (75, 8, 8, 6, 3))[0],
        speaker,
        attribution_cue="selon" if speaker else "",
    )
    return Statement(
        source.slug,
        relation,
        target.slug,
        evidence,
        trigger=evidence.text.split()[3],
        frame=f"{relation}.fr.essai",
        source_text=_name(source),
        target_text=_name(target),
        claim=claim,
        confidence=dice.randint(30, 95) / 100,
        topic_text=" ".join(evidence.text.split()[9:13])
        if dice.random() < WITH_TOPIC
        else "",
        event_date=str(document.published),
        date_basis=DateBasis.PUBLICATION_DATE,
    )
