"""The cues and the frames of conflict are whole, and none stands twice."""

from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

KG = Namespace("https://w3id.org/actor-kg/ontology#")
CUE = "https://w3id.org/actor-kg/cue/"
LANGUAGES = ("fr", "en")
CONFLICT = [
    "requests",
    "demands",
    "appealsTo",
    "accuses",
    "criticises",
    "condemns",
    "disapproves",
    "investigates",
    "denies",
    "rejects",
    "warns",
    "threatens",
    "hostileTo",
    "protestsAgainst",
    "sanctions",
    "reducesRelationsWith",
    "expels",
    "coerces",
    "seizes",
    "arrests",
    "mobilisesAgainst",
    "attacks",
    "invades",
]
CONFLICT_TRIGGERS = {"fr": 900, "en": 900}
TRIGGERS_A_TYPE = 15

# Class → what it needs besides a trigger and a category, and its least number of cues.
CLASSES: dict[str, tuple[set[str], int]] = {
    "SupportVerb": ({"subjectFills"}, 120),
    "PolarityCue": (set(), 60),
    "EndingCue": (set(), 7),
    "ModalityCue": ({"sets"}, 150),
    "Subordinator": ({"sets"}, 40),
    "ReportingVerb": ({"fits"}, 150),
    "DenyingVerb": ({"fits"}, 5),
    "ReportingNoun": (set(), 40),
    "SourcePreposition": (set(), 10),
    "OpaqueNoun": (set(), 50),
    "LocativeCue": (set(), 100),
    "SportCue": (set(), 80),
    "SourceNoun": (set(), 40),
    "PartNoun": (set(), 10),
    "MeasureNoun": (set(), 0),
}
CATEGORIES = {"Verb", "Noun", "Adjective", "Adverb", "Preposition", "Conjunction"}
VALUES = {
    "subjectFills": {"Source", "Target"},
    "sets": {"Asserted", "Possible", "Intended", "Requested", "Conditional"},
    "fits": {"clause", "quote", "noun", "act"},
}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def cues(root: Path, language: str) -> Graph:
    return Graph().parse(root / "ontologies" / f"cues-{language}.ttl")


@pytest.fixture(scope="module")
def frames(root: Path, language: str) -> Graph:
    return Graph().parse(root / "ontologies" / f"lexicon-{language}-conflict.ttl")


def local(node: object) -> str:
    return str(node).rpartition("#")[2]


def trigger(graph: Graph, node: URIRef) -> Literal:
    found = list(graph.objects(node, KG.trigger))
    assert len(found) == 1, node
    assert isinstance(found[0], Literal)
    return found[0]


def nodes(graph: Graph) -> list[URIRef]:
    return sorted({node for node in graph.subjects() if isinstance(node, URIRef)})


def test_a_cue_has_a_trigger_in_lower_case(cues: Graph, language: str) -> None:
    triggers = [trigger(cues, node) for node in nodes(cues)]
    start = f"{CUE}{language}."

    assert {text.language for text in triggers} == {language}
    assert [t for t in triggers if str(t) != " ".join(t.lower().split())] == []
    assert [node for node in nodes(cues) if not node.startswith(start)] == []


def test_a_cue_has_what_its_classes_need(cues: Graph) -> None:
    broken = []
    for node in nodes(cues):
        kinds = {local(kind) for kind in cues.objects(node, RDF.type)}
        needed = {"category"}.union(*(CLASSES[kind][0] for kind in kinds))
        given = {local(predicate) for predicate in cues.predicates(node)}
        if given - {"type", "trigger", "blockedBy"} != needed or not kinds <= set(
            CLASSES
        ):
            broken.append(node)

    assert broken == []


def test_values_of_cues_are_known(cues: Graph) -> None:
    known = {**VALUES, "category": CATEGORIES}

    for name, allowed in known.items():
        values = {
            word
            for value in cues.objects(None, KG[name])
            for word in local(value).split()
        }
        assert values <= allowed, name
    for name in known:
        assert [
            n for n in nodes(cues) if len(list(cues.objects(n, KG[name]))) > 1
        ] == []


def test_a_verb_of_denial_reports(cues: Graph) -> None:
    denying = set(cues.subjects(RDF.type, KG.DenyingVerb))

    assert denying <= set(cues.subjects(RDF.type, KG.ReportingVerb))


def test_no_cue_stands_twice(cues: Graph) -> None:
    seen = Counter(
        (str(trigger(cues, node)), cues.value(node, KG.category), local(kind))
        for node in nodes(cues)
        for kind in cues.objects(node, RDF.type)
    )

    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("kind", sorted(CLASSES))
def test_there_are_enough_cues_of_each_class(cues: Graph, kind: str) -> None:
    assert len(set(cues.subjects(RDF.type, KG[kind]))) >= CLASSES[kind][1]


@pytest.mark.parametrize("relation", CONFLICT)
def test_a_conflict_has_enough_triggers(frames: Graph, relation: str) -> None:
    rel = URIRef(f"https://w3id.org/actor-kg/relation/{relation}")
    triggers = {str(trigger(frames, node)) for node in evoking(frames, rel)}

    assert len(triggers) >= TRIGGERS_A_TYPE


def evoking(frames: Graph, relation: URIRef) -> list[URIRef]:
    found = frames.subjects(KG.evokes, relation)
    return [node for node in found if isinstance(node, URIRef)]


def test_there_are_enough_frames_of_conflict(frames: Graph, language: str) -> None:
    assert len(nodes(frames)) >= CONFLICT_TRIGGERS[language]


def test_an_auxiliary_is_no_word_of_a_frame(frames: Graph) -> None:
    # "geler avoir" would find the auxiliary of «a gelé»: the trigger says "avoirs".
    # At the head, only "avoir" and "have" are verbs of their own: «avoir recours à».
    words = [trigger(frames, node).split() for node in nodes(frames)]
    behind = {word for trigger_words in words for word in trigger_words[1:]}

    assert behind.isdisjoint({"avoir", "être", "be"})
    assert {trigger_words[0] for trigger_words in words}.isdisjoint({"être", "be"})


def test_a_trigger_leaves_articles_out(frames: Graph) -> None:
    articles = {"le", "la", "les", "un", "une", "du", "des", "au", "aux", "son", "sa"}
    articles |= {"a", "an", "the", "its", "their"}
    words = {word for node in nodes(frames) for word in trigger(frames, node).split()}

    assert words.isdisjoint(articles)
