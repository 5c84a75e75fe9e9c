"""Fixtures for all tests."""

import tomllib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

import networkx as nx
import pytest

from kg.actors import Register
from kg.building import build_graph
from kg.encoding import Run
from kg.gazetteer import Gazetteer, read_gazetteer
from kg.knowledge import KnowledgeGraph
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
from kg.namespaces import PREFIXES
from kg.network import Testimony
from kg.ontology import Ontology, read_ontology
from kg.syntax import Parse
from tests.browsing import browser, visitor  # noqa: F401 fixtures

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seed_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Turtle file that `kg build seeds/` writes, read-only."""
    path = tmp_path_factory.mktemp("seeds") / "graph.ttl"
    build_graph([ROOT / "seeds"]).graph.save(path)
    return path


MINI_ONTOLOGY = """
@prefix kg: <https://w3id.org/actor-kg/ontology#> .
@prefix rel: <https://w3id.org/actor-kg/relation/> .
@prefix plover: <https://w3id.org/actor-kg/plover/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

kg:Actor a owl:Class ; rdfs:label "acteur"@fr , "actor"@en .
kg:State a owl:Class ; rdfs:subClassOf kg:Actor ; rdfs:label "État"@fr , "state"@en .
kg:Negated a kg:Polarity ; rdfs:label "nié"@fr , "negated"@en .
kg:VerbalConflict a kg:QuadClass , skos:Concept ;
    skos:prefLabel "conflit verbal"@fr , "verbal conflict"@en .
kg:VerbalCooperation a kg:QuadClass , skos:Concept ;
    skos:prefLabel "coopération verbale"@fr , "verbal cooperation"@en .
plover:THREATEN a skos:Concept ; kg:quadClass kg:VerbalConflict ; kg:score -5.0 ;
    skos:prefLabel "menace"@fr , "threat"@en .
plover:SUPPORT a skos:Concept ; kg:quadClass kg:VerbalCooperation ; kg:score 3.5 ;
    skos:prefLabel "soutien"@fr , "support"@en .
rel:warns a kg:RelationType ; rdfs:label "met en garde"@fr , "warns"@en ;
    kg:plover plover:THREATEN ; kg:cameoRoot "13" ; kg:symmetric false ; kg:sign -1 .
rel:supports a kg:RelationType ; rdfs:label "soutient"@fr , "supports"@en ;
    kg:plover plover:SUPPORT ; kg:cameoRoot "05" ; kg:symmetric false ; kg:sign 1 .
rel:meets a kg:RelationType ; rdfs:label "rencontre"@fr , "meets"@en ;
    kg:plover plover:SUPPORT ; kg:cameoRoot "04" ; kg:symmetric true ; kg:sign 1 .
rel:leads a kg:RelationType ; rdfs:label "dirige"@fr , "leads"@en ;
    kg:symmetric false ; kg:sign 0 .
rel:sanctions a kg:RelationType ; rdfs:label "sanctionne"@fr , "sanctions"@en ;
    kg:symmetric false ; kg:sign -1 .
"""

ACTORS = (
    Actor(
        "norway",
        "State",
        (("fr", "Norvège"), ("en", "Norway")),
        aliases=(("fr", "Royaume de Norvège"),),
        exact_match="Q20",
    ),
    Actor("iceland", "State", (("fr", "Islande"), ("en", "Iceland"))),
    Actor("peru", "State", (("fr", "Pérou"), ("en", "Peru"))),
    Actor("oslo-government", "Government", (("fr", "Oslo"),), acts_for="norway"),
    Actor(
        "kari-dahl",
        "Person",
        (("fr", "Kari Dahl"),),
        aliases=(("fr", "Dahl"),),
        acts_for="oslo-government",
    ),
)


class Facts(TypedDict, total=False):
    """What a statement of the tests may say besides its triple."""

    trigger: str
    claim: Claim
    confidence: float
    topic_text: str
    topic_actor: str
    event_date: str
    date_basis: DateBasis
    metonymy: bool
    group: str


class NewsDesk:
    """Writes readings: each sentence with the statements it makes."""

    def __init__(self, identifier: str, *, published: date | None = None) -> None:
        self.identifier = identifier
        self.published = published
        self.text = ""
        self._drafts: list[tuple[Span, Statement]] = []
        self._mentions: list[tuple[str, Span, Span]] = []

    def write(self, sentence: str, *mentions: tuple[str, str]) -> Span:
        """Append a sentence and return where it stands."""
        span = Span(len(self.text), len(self.text) + len(sentence))
        self.text += sentence + "\n"
        for slug, words in mentions:
            begin = span.begin + sentence.index(words)
            place = Span(begin, begin + len(words))
            self._mentions.append((slug, span, place))
        return span

    def state(self, span: Span, triple: str, **facts: Unpack[Facts]) -> None:
        """Add a statement such as "norway warns iceland" about a sentence."""
        subject, predicate, target = triple.split()
        statement = Statement(
            subject,
            predicate,
            target,
            Evidence("", span, "", "fr"),
            trigger=predicate,
            frame=f"{predicate}.fr.essai",
            source_text=subject,
            target_text=target,
        )
        self._drafts.append((span, replace(statement, **facts)))

    def reading(self) -> Reading:
        """Return what the document says."""
        document = Document(
            self.identifier,
            self.text,
            "fr",
            self.identifier,
            published=self.published,
            headline=f"Titre de {self.identifier}",
            url="https://example.org/a?b=1&c=é",
        )

        def evidence(span: Span) -> Evidence:
            words = self.text[span.begin : span.end]
            return Evidence(document.id, span, words, "fr")

        return Reading(
            document,
            tuple(replace(s, evidence=evidence(span)) for span, s in self._drafts),
            ACTORS,
            tuple((slug, evidence(span), w) for slug, span, w in self._mentions),
        )


@pytest.fixture
def news_desk() -> type[NewsDesk]:
    """Writer of readings by hand."""
    return NewsDesk


@pytest.fixture(scope="session")
def mini_ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """Five relation types and what belongs to them."""
    folder = tmp_path_factory.mktemp("ontology")
    (folder / "mini.ttl").write_text(MINI_ONTOLOGY, encoding="utf-8")
    return read_ontology(folder)


@pytest.fixture
def readings() -> list[Reading]:
    """Two documents about Norway, Iceland and Peru."""
    first = NewsDesk("001.txt", published=date(2023, 1, 20))
    span = first.write(
        "La Norvège met en garde l'Islande « à temps ».",
        ("norway", "La Norvège"),
        ("iceland", "l'Islande"),
    )
    first.state(
        span,
        "norway warns iceland",
        trigger="met en garde",
        confidence=0.8,
        topic_text="à temps",
        event_date="2023-01",
        date_basis=DateBasis.EXPLICIT,
    )
    span = first.write("Selon Kari Dahl, le Pérou soutiendrait l'Islande.")
    first.state(
        span,
        "peru supports iceland",
        claim=Claim(
            modality=Modality.POSSIBLE,
            speaker="kari-dahl",
            modality_cue="soutiendrait",
            attribution_cue="Selon",
        ),
    )
    span = first.write("Oslo sanctionne le Pérou.", ("oslo-government", "Oslo"))
    first.state(span, "oslo-government sanctions peru", metonymy=True, group="g1")
    second = NewsDesk("002.txt", published=date(2023, 2, 3))
    span = second.write("La Norvège n'a pas mis en garde l'Islande.")
    second.state(
        span,
        "norway warns iceland",
        claim=Claim(polarity=Polarity.NEGATED, polarity_cue="n'a pas"),
    )
    span = second.write("Le Pérou et la Norvège se sont vus.")
    second.state(span, "peru meets norway", confidence=0.93)
    span = second.write("La Norvège et le Pérou se reverront.")
    second.state(span, "norway meets peru", event_date="2024")
    span = second.write("Kari Dahl dirige le gouvernement d'Oslo.")
    second.state(span, "kari-dahl leads oslo-government")
    return [first.reading(), second.reading()]


@pytest.fixture
def graph(mini_ontology: Ontology, readings: list[Reading]) -> KnowledgeGraph:
    """A small graph of two documents."""
    run = Run("0.1.0", ("fr_essai 1.0",), mini_ontology.version)
    graph = KnowledgeGraph(mini_ontology, run)
    for reading in readings:
        graph.add(reading)
    return graph


PAPERS = ("Le Courrier du Caucase", "La Gazette", "L'Écho")


def testimony(number: int, facts: dict[str, Any]) -> Testimony:
    """A statement of the tests' own papers, in a document of its own."""
    firm = facts["speaker"] is None and facts["polarity"] == "Affirmed"
    published = facts["event_date"]
    return Testimony(
        **facts,
        id=f"st{number:03}",
        begin=40 * number,
        end=40 * number + len(facts["sentence"]),
        document=f"{number:03}.txt",
        headline=f"Dépêche n° {number}",
        url=f"https://journal.example/{number}",
        publisher=PAPERS[number % 3],
        published=published if len(published) == len("2023-01-20") else None,
        topic_text="",
        attribution_cue="",
        firm=firm and facts["modality"] == "Asserted",
    )


@pytest.fixture
def hand_network() -> "nx.MultiDiGraph[str]":
    """A network of 27 actors as kg.network builds them, without a graph behind it."""
    cases = tomllib.loads((ROOT / "tests/cases/network.toml").read_text("utf-8"))
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in cases["actor"]:
        aliases = tuple(actor.pop("aliases"))
        names = {"fr": actor["label"]}
        network.add_node(
            actor.pop("slug"), **actor, aliases=aliases, acts_for=None, names=names
        )
    relations = {relation.pop("name"): relation for relation in cases["relation"]}
    folded: dict[str, list[Testimony]] = defaultdict(list)
    for number, case in enumerate(cases["statement"]):
        speaker = case.pop("speaker")
        case["speaker"] = network.nodes[speaker]["label"] if speaker else None
        case["speaker_slug"] = speaker or None
        folded[case.pop("says")].append(testimony(number, case))
    for says, found in folded.items():
        source, name, target = says.split()
        quad = relations[name]["quad"] or None
        network.add_edge(
            source,
            target,
            key=name,
            **{**relations[name], "quad": quad},
            names={"fr": relations[name]["label"]},
            direct=any(one.firm for one in found),
            count=len(found),
            statements=tuple(found),
        )
    return network


KNOWN = """
actor:norway a kg:State ; skos:prefLabel "Norvège"@fr , "Norway"@en ;
    skos:altLabel "Royaume de Norvège"@fr ; kg:gender kg:Feminine ;
    kg:adjective "norvégien"@fr , "norvégienne"@fr , "Norwegian"@en ;
    kg:capital "Oslo"@fr ; kg:prefixForm "norvégo"@fr ; skos:exactMatch wd:Q20 .
actor:peru a kg:State ; skos:prefLabel "Pérou"@fr , "Peru"@en ;
    kg:gender kg:Masculine ; kg:adjective "péruvien"@fr , "péruviens"@fr .
actor:jordan a kg:State ; skos:prefLabel "Jordanie"@fr , "Jordan"@en .
actor:united-states a kg:State ; skos:prefLabel "États-Unis"@fr ;
    skos:altLabel "USA"@fr ; kg:number kg:Plural ; kg:ambiguousAdjective "américain"@fr .
actor:nordic-council a kg:Alliance ; skos:prefLabel "Conseil nordique"@fr ;
    skos:altLabel "Cono"@fr , "CN"@fr , "NC"@en .
actor:shepherds a kg:ArmedGroup ; skos:prefLabel "bergers armés"@fr .
actor:arne-dahl a kg:Person ; skos:prefLabel "Arne Dahl"@fr ;
    kg:ambiguousLabel "Dahl"@fr ; kg:actsFor actor:norway .
actor:kari-dahl a kg:Person ; skos:prefLabel "Kari Dahl"@fr ; kg:gender kg:Feminine ;
    kg:ambiguousLabel "Dahl"@fr ; kg:actsFor actor:norway .
office:premier a kg:Office ; kg:holderUnique true ; kg:title "premier ministre"@fr .
office:minister a kg:Office ; kg:title "ministre"@fr .
office:crown a kg:Office ; kg:holderUnique true ; kg:onlyOf actor:norway ;
    kg:title "chef de la couronne"@fr ; kg:heldWith office:premier .
office:foreign-ministry a kg:Organ ; kg:title "ministère des Affaires étrangères"@fr ;
    kg:labelPattern "ministère {} des Affaires étrangères"@fr , "{} foreign ministry"@en ;
    kg:slugPattern "{}-foreign-ministry" .
tenure:premier-1990 a kg:Tenure ; kg:holder actor:arne-dahl ; kg:of actor:norway ;
    kg:office office:premier ; kg:since "1990"^^xsd:gYear ;
    kg:until "1994-06"^^xsd:gYearMonth .
tenure:premier-2020 a kg:Tenure ; kg:holder actor:kari-dahl ; kg:of actor:norway ;
    kg:office office:premier ; kg:since "2020-05-08"^^xsd:date .
plover:THREATEN a skos:Concept ; kg:quadClass kg:VerbalConflict .
rel:warns a kg:RelationType ; kg:plover plover:THREATEN ; kg:sign -1 .
rel:meets a kg:RelationType ; kg:symmetric true .
rel:memberOf a kg:RelationType ; rdfs:range kg:Organisation .
kg:Organisation a owl:Class . kg:Alliance a owl:Class ; rdfs:subClassOf kg:Organisation .
frame:warns.fr.mettre-en-garde a kg:Frame ; kg:evokes rel:warns ; kg:category kg:Verb ;
    kg:trigger "mettre en garde"@fr ; kg:source "subject" ; kg:target "object" ;
    kg:topic "contre à_l'égard_de" .
frame:warns.fr.mettre a kg:Frame ; kg:evokes rel:warns ; kg:category kg:Verb ;
    kg:trigger "mettre"@fr ; kg:source "subject" ; kg:target "visant" ;
    kg:blockedBy "table fin" .
frame:meets.fr.se-voir a kg:Frame ; kg:evokes rel:meets ; kg:category kg:Verb ;
    kg:trigger "se voir"@fr ; kg:source "subject" ; kg:target "avec" .
frame:memberOf.fr.membre a kg:Frame ; kg:evokes rel:memberOf ; kg:category kg:Noun ;
    kg:trigger "membre"@fr ; kg:source "predication" ; kg:target "genitive" .
cue:fr.apporter a kg:SupportVerb ; kg:category kg:Verb ; kg:trigger "apporter"@fr ;
    kg:subjectFills kg:Source .
cue:fr.refuser a kg:PolarityCue ; kg:category kg:Verb ; kg:trigger "refuser"@fr .
cue:fr.vouloir a kg:ModalityCue ; kg:category kg:Verb ; kg:trigger "vouloir"@fr ;
    kg:sets kg:Intended .
cue:fr.a-condition-que a kg:Subordinator ; kg:trigger "à condition que"@fr ;
    kg:sets kg:Conditional .
cue:fr.affirmer a kg:ReportingVerb ; kg:category kg:Verb ; kg:trigger "affirmer"@fr ;
    kg:fits "clause" .
cue:fr.dire a kg:ReportingVerb ; kg:category kg:Verb ; kg:trigger "dire"@fr .
"""


@pytest.fixture(scope="session")
def make_ontology(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], Ontology]:
    """Read Turtle without its prefixes."""

    def made(turtle: str) -> Ontology:
        folder = tmp_path_factory.mktemp("ontology")
        prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
        (folder / "made.ttl").write_text(prefixes + turtle, encoding="utf-8")
        return read_ontology(folder)

    return made


@pytest.fixture(scope="session")
def known(make_ontology: Callable[[str], Ontology]) -> Ontology:
    """A few actors, offices and words, enough to read sentences parsed by hand."""
    return make_ontology(KNOWN)


@pytest.fixture(scope="session")
def gazetteer(known: Ontology) -> Gazetteer:
    """The actors that French texts name."""
    return read_gazetteer(known, "fr")


@pytest.fixture
def register(gazetteer: Gazetteer) -> Register:
    """The actors of an undated French document."""
    return Register(gazetteer, "fr", None)


def parsed(table: str, *names: tuple[str, str]) -> Parse:
    """Build a parse from lines of word, POS, lemma, label, head and features.

    Heads count from 1 in each sentence, 0 is the root; an empty line ends a sentence.
    Names are given as their words, with spaces, and their label. A space stands behind
    every word but those elided.
    """
    rows: list[list[str]] = []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    for block in table.strip().split("\n\n"):
        first = len(rows)
        rows += [[*line.split(), ""][:6] for line in block.splitlines()]
        sentences.append((first, len(rows)))
        for token in range(first, len(rows)):
            head = int(rows[token][4])
            heads.append(first + head - 1 if head else token)
    words, pos, lemmas, deps, _, morphs = (
        list(column) for column in zip(*rows, strict=True)
    )
    begins, offset = [], 0
    for word in words:
        begins.append(offset)
        offset += len(word) + (not word.endswith(("'", "’")))
    ends = [begin + len(word) for begin, word in zip(begins, words, strict=True)]
    recognised = []
    for name, label in names:
        parts = name.split()
        first = next(t for t in range(len(words)) if words[t:][: len(parts)] == parts)
        recognised.append((first, first + len(parts), label))
    return Parse(
        words, lemmas, pos, morphs, deps, heads, begins, ends, sentences, recognised
    )


@pytest.fixture
def make_parse() -> Callable[..., Parse]:
    """Builder of parses from tables."""
    return parsed


@pytest.fixture
def make_document() -> Callable[..., Document]:
    """Writer of the document that a parse was made from."""

    def made(parse: Parse, *, published: date | None = None) -> Document:
        text = ""
        for word, begin in zip(parse.words, parse.begins, strict=True):
            text += " " * (begin - len(text)) + word
        return Document("001.txt", text, "fr", "001.txt", published=published)

    return made
