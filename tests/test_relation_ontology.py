"""The relation types, the words that evoke them and the shapes of a graph agree."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef

KG = Namespace("https://w3id.org/actor-kg/ontology#")
REL = "https://w3id.org/actor-kg/relation/"
FRAME = "https://w3id.org/actor-kg/frame/"
PLOVER_TYPES = 16
TRIGGERS = {"fr": 900, "en": 900}
TRIGGERS_A_TYPE = 12


def words(text: str) -> set[str]:
    return set(text.split())


CONTRACT = words("""
    supports praises thanks recognises defends promises agreesWith proposesTo
    consultsWith meets visits invites negotiatesWith mediates apologisesTo concedesTo
    cooperatesWith isAllyOf aids aidsMilitarily withdrawsFrom releases requests demands
    appealsTo accuses criticises condemns disapproves investigates denies rejects warns
    threatens hostileTo protestsAgainst sanctions reducesRelationsWith expels coerces
    seizes arrests mobilisesAgainst attacks invades memberOf leads represents
    saysAbout
""")
SYMMETRIC = words("""
    agreesWith consultsWith meets negotiatesWith cooperatesWith isAllyOf
    hostileTo
""")
STRUCTURAL = {"memberOf", "leads", "represents"}
COOPERATIVE = words("""
    supports praises thanks recognises defends promises agreesWith proposesTo
    consultsWith meets visits invites negotiatesWith mediates apologisesTo concedesTo
    cooperatesWith isAllyOf aids aidsMilitarily withdrawsFrom releases memberOf leads
    represents saysAbout
""")

FUNCTIONS = words("""
    subject object clause clause_subject clause_object adjective possessive genitive
    compound predication host faced bidden anti
""")
PREPOSITIONS = words("""
    à au_détriment_de au_nom_de au_profit_de au_sein_de au_sujet_de auprès_de
    autour_de aux_côtés_de avec chez comme contre dans de de_la_part_de depuis derrière
    devant du_côté_de en en_direction_de en_faveur_de en_matière_de en_soutien_à
    en_soutien_de entre envers face_à hors_de par par_l'entremise_de
    par_l'intermédiaire_de par_le_truchement_de pour pour_le_compte_de près_de
    sous_l'autorité_de sous_l'égide_de sous_le_parrainage_de sous_les_auspices_de sur
    vers vis-à-vis_de à_destination_de à_l'adresse_de à_l'attention_de à_l'encontre_de
    à_l'endroit_de à_l'intention_de à_l'invitation_de à_l'égard_de à_la_frontière_de
    à_la_tête_de à_propos_de
""")
ENGLISH_PREPOSITIONS = words("""
    about against along_the_border_with alongside around as at at_the_border_with before
    behind beside between by for from in in_defence_of in_defense_of in_favor_of
    in_favour_of in_support_of in_the_face_of in_the_name_of into near of on
    on_behalf_of on_the_border_with out_of over shoulder_to_shoulder_with
    side_by_side_with targeting to together_with toward up_for with with_the_help_of
""")
PARTICIPLES = words("ciblant concernant frappant visant")  # used like prepositions


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "ontologies"


@pytest.fixture(scope="module")
def ontology(folder: Path) -> Graph:
    """All that the ontology says, without the shapes."""
    graph = Graph()
    for name in ("core", "plover", "relations"):
        graph.parse(folder / f"{name}.ttl")
    for lexicon in sorted(folder.glob("lexicon-*.ttl")):
        graph.parse(lexicon)
    return graph


@pytest.fixture(scope="module")
def shapes(folder: Path) -> Graph:
    return Graph().parse(folder / "shapes.ttl")


@pytest.fixture(scope="module")
def types(folder: Path) -> Graph:
    """What a validator needs to know besides the shapes."""
    graph = Graph().parse(folder / "core.ttl")
    for name in ("warns", "aids"):  # all of them would cost a query each
        graph.add((URIRef(REL + name), RDF.type, KG.RelationType))
    return graph


def named(node: object) -> URIRef:
    assert isinstance(node, URIRef), node
    return node


def local(node: object) -> str:
    return re.split("[#/]", named(node))[-1]


def texts(graph: Graph, node: URIRef, predicate: URIRef, language: str) -> list[str]:
    return [
        str(value)
        for value in graph.objects(node, predicate)
        if isinstance(value, Literal) and value.language == language
    ]


def of_type(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(named(node) for node in graph.subjects(RDF.type, kind))


def frames(graph: Graph) -> Iterator[tuple[URIRef, str, str, str]]:
    """Yield every frame with its relation type, its trigger and its language."""
    for frame in of_type(graph, KG.Frame):
        relation = local(graph.value(frame, KG.evokes))
        trigger = graph.value(frame, KG.trigger)
        assert isinstance(trigger, Literal), frame
        yield frame, relation, str(trigger), trigger.language or ""


def slots(graph: Graph, frame: URIRef, predicate: URIRef) -> list[str]:
    return str(graph.value(frame, predicate) or "").split()


def test_every_file_is_turtle(folder: Path) -> None:
    files = sorted(folder.glob("*.ttl"))

    assert len(files) >= 5
    assert [file.name for file in files if not len(Graph().parse(file))] == []


def test_only_shapes_have_blank_nodes(ontology: Graph) -> None:
    assert [t for t in ontology if any(isinstance(node, BNode) for node in t)] == []


def test_the_relation_types_are_those_of_the_contract(ontology: Graph) -> None:
    assert {local(relation) for relation in of_type(ontology, KG.RelationType)} >= (
        CONTRACT
    )


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_a_relation_type_has_all_it_needs(ontology: Graph, name: str) -> None:
    relation = URIRef(REL + name)
    plover = ontology.value(relation, KG.plover)
    sign = int(str(ontology.value(relation, KG.sign)))

    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        assert len(texts(ontology, relation, predicate, "fr")) == 1
        assert len(texts(ontology, relation, predicate, "en")) == 1
    for end in (RDFS.domain, RDFS.range):
        kinds = list(ontology.objects(relation, end))
        assert len(kinds) == 1
        assert KG.Actor in ontology.transitive_objects(kinds[0], RDFS.subClassOf)
    assert str(ontology.value(relation, KG.symmetric)) == str(name in SYMMETRIC).lower()
    if name in STRUCTURAL or name == "saysAbout":
        assert (plover, sign) == (None, 0)
    else:
        quad = local(ontology.value(named(plover), KG.quadClass))
        score = float(str(ontology.value(named(plover), KG.score)))
        assert sign == (1 if quad.endswith("Cooperation") else -1)
        assert score * sign > 0
    if name not in STRUCTURAL:
        assert re.fullmatch(
            "(0[1-9]|1[0-9]|20)", str(ontology.value(relation, KG.cameoRoot))
        )


def test_plover_has_sixteen_types_in_four_classes(ontology: Graph) -> None:
    types = sorted(named(node) for node in ontology.subjects(KG.quadClass))
    quads = Counter(local(ontology.value(node, KG.quadClass)) for node in types)

    assert len(types) == PLOVER_TYPES
    assert sorted(quads) == [
        "MaterialConflict",
        "MaterialCooperation",
        "VerbalConflict",
        "VerbalCooperation",
    ]
    for node in [*types, *(KG[quad] for quad in quads)]:
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert len(texts(ontology, node, predicate, "fr")) == 1
            assert len(texts(ontology, node, predicate, "en")) == 1
    for node in types:
        assert -10 <= float(str(ontology.value(node, KG.score))) <= 10


def test_every_term_in_use_is_declared_and_explained(ontology: Graph) -> None:
    used = {
        named(node)
        for triple in ontology
        for node in triple
        if isinstance(node, URIRef) and node in KG
    }

    explained = {
        node
        for node in used
        for label, comment in (
            (RDFS.label, RDFS.comment),
            (SKOS.prefLabel, SKOS.definition),
        )
        if texts(ontology, node, label, "fr")
        and texts(ontology, node, label, "en")
        and texts(ontology, node, comment, "fr")
        and texts(ontology, node, comment, "en")
    }
    assert sorted(used - explained) == []
    assert len(used) > 100


def test_every_frame_is_whole(ontology: Graph) -> None:
    relations = {local(relation) for relation in of_type(ontology, KG.RelationType)}
    broken = []
    for frame, relation, trigger, language in frames(ontology):
        once = (KG.evokes, KG.category, KG.trigger, KG.source, KG.target)
        counts = [len(list(ontology.objects(frame, predicate))) for predicate in once]
        category = local(ontology.value(frame, KG.category))
        plain = trigger == " ".join(trigger.lower().split()) != ""
        start = f"{FRAME}{relation}.{language}."
        slug = frame.removeprefix(start)
        if (
            counts != [1] * len(once)
            or relation not in relations
            or category not in {"Verb", "Noun", "Adjective"}
            or not plain
            or not frame.startswith(start)
            or not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
        ):
            broken.append(frame)

    assert broken == []


def test_every_slot_is_known(ontology: Graph) -> None:
    known = {
        "fr": FUNCTIONS | PREPOSITIONS | PARTICIPLES,
        "en": FUNCTIONS | ENGLISH_PREPOSITIONS,
    }
    unknown = {
        (frame.removeprefix(FRAME), slot)
        for frame, _, _, language in frames(ontology)
        for predicate in (KG.source, KG.target, KG.topic)
        for slot in slots(ontology, frame, predicate)
        if slot not in known[language]
    }

    assert unknown == set()


def test_a_slot_does_not_fill_source_and_target_at_once(ontology: Graph) -> None:
    both = {
        frame.removeprefix(FRAME)
        for frame, relation, _, _ in frames(ontology)
        if relation not in SYMMETRIC
        and slots(ontology, frame, KG.source) == slots(ontology, frame, KG.target)
    }

    assert both == set()


def test_no_two_frames_have_the_same_trigger_and_slots(ontology: Graph) -> None:
    seen = Counter(
        (
            language,
            trigger,
            ontology.value(frame, KG.category),
            ontology.value(frame, KG.source),
            ontology.value(frame, KG.target),
            tuple(sorted(map(str, ontology.objects(frame, KG.targetClass)))),
        )
        for frame, _, trigger, language in frames(ontology)
    )

    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("language", sorted(TRIGGERS))
def test_there_are_enough_triggers(ontology: Graph, language: str) -> None:
    triggers = {(r, t) for _, r, t, spoken in frames(ontology) if spoken == language}
    counts = Counter(relation for relation, _ in triggers)
    print(*sorted(counts.items()), f"total {len(triggers)}", sep="\n")  # noqa: T201

    assert len(triggers) >= TRIGGERS[language]
    assert {name for name in COOPERATIVE if counts[name] < TRIGGERS_A_TYPE} == set()


# One statement that upholds its direct triple, with its evidence, document and actors.
GOOD = """
@prefix kg: <https://w3id.org/actor-kg/ontology#> .
@prefix rel: <https://w3id.org/actor-kg/relation/> .
@prefix actor: <https://w3id.org/actor-kg/actor/> .
@prefix st: <https://w3id.org/actor-kg/statement/> .
@prefix doc: <https://w3id.org/actor-kg/document/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

actor:peru rel:warns actor:chile .
st:1 a kg:Statement ;
    rdf:subject actor:peru ; rdf:predicate rel:warns ; rdf:object actor:chile ;
    kg:polarity kg:Affirmed ; kg:modality kg:Asserted ;
    kg:confidence 0.86 ; kg:trigger "avertit"@fr ; kg:frame "warns.fr.avertir" ;
    prov:wasDerivedFrom <https://w3id.org/actor-kg/document/a#char=4,28> .
<https://w3id.org/actor-kg/document/a#char=4,28> a nif:Sentence ;
    nif:referenceContext doc:a ; nif:beginIndex 4 ; nif:endIndex 28 ;
    nif:anchorOf "Le Pérou avertit Chili. "@fr .
doc:a a schema:NewsArticle ;
    schema:identifier "a.txt" ; schema:inLanguage "fr" ; kg:fileName "a.txt" ;
    kg:textSha256 "0000000000000000000000000000000000000000000000000000000000000000" .
actor:peru a kg:State ; skos:prefLabel "Pérou"@fr .
actor:chile a kg:State ; skos:prefLabel "Chili"@fr .
actor:minister a kg:Person ; skos:prefLabel "Ministre"@fr ; kg:actsFor actor:peru .
"""


def violations(turtle: str, types: Graph, shapes: Graph) -> set[str]:
    """Names of the shapes that a graph fails."""
    # Merged, not given as ontology graph: of that, only classes would be looked at.
    data = Graph().parse(data=turtle, format="turtle") + types
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    sh = Namespace("http://www.w3.org/ns/shacl#")
    failed = set()
    for result in report.subjects(RDF.type, sh.ValidationResult):
        source = report.value(result, sh.sourceShape)
        owner = shapes.value(predicate=sh.property, object=source, default=source)
        failed.add(local(owner))
    return failed


@pytest.mark.parametrize(
    "addition",
    [
        "",
        "st:1 kg:attributedTo actor:peru ; kg:attributionCue 'affirme'@fr .",
        "st:1 kg:topicActor actor:minister ; kg:eventDate '2023-01'^^xsd:gYearMonth .",
    ],
    ids=["own voice", "subject's voice", "topic and date"],
)
def test_a_sound_graph_obeys_the_shapes(
    types: Graph, shapes: Graph, addition: str
) -> None:
    assert violations(GOOD + addition, types, shapes) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("actor:peru rel:warns actor:chile .", "actor:chile rel:warns actor:peru ."),
        ("actor:peru rel:warns actor:chile .", "actor:peru rel:aids actor:chile ."),
        ("kg:Affirmed", "kg:Negated"),
        ("kg:Asserted", "kg:Possible"),
        ("kg:Asserted", "kg:Asserted ; kg:attributedTo actor:minister"),
        ("kg:Asserted", "kg:Asserted ; kg:attributionCue 'selon des experts'@fr"),
    ],
    ids=["reversed", "other relation", "denied", "possible", "someone", "no name"],
)
def test_a_direct_triple_needs_a_statement_that_upholds_it(
    types: Graph, shapes: Graph, old: str, new: str
) -> None:
    assert old in GOOD

    assert violations(GOOD.replace(old, new), types, shapes) == {"DirectTripleShape"}


def test_one_of_several_statements_is_enough_to_uphold_a_triple(
    types: Graph, shapes: Graph
) -> None:
    statement = GOOD[GOOD.index("st:1") : GOOD.index("<https", GOOD.index("prov:was"))]
    sentence = "<https://w3id.org/actor-kg/document/a#char=4,28> ."
    second = (statement + sentence).replace("st:1", "st:2")
    denied = second.replace("kg:Affirmed", "kg:Negated")

    assert violations(GOOD + denied, types, shapes) == set()


def test_a_statement_without_direct_triple_is_sound(
    types: Graph, shapes: Graph
) -> None:
    reported = GOOD.replace("actor:peru rel:warns actor:chile .", "").replace(
        "kg:Asserted", "kg:Requested ; kg:attributedTo actor:minister"
    )

    assert violations(reported, types, shapes) == set()


@pytest.mark.parametrize(
    ("shape", "old", "new"),
    [
        ("StatementShape", "rdf:object actor:chile ;", ""),
        ("StatementShape", "rdf:subject actor:peru ;", "rdf:subject 'Pérou' ;"),
        ("StatementShape", "rdf:predicate rel:warns ;", "rdf:predicate rel:tickles ;"),
        ("StatementShape", "kg:polarity kg:Affirmed ;", ""),
        ("StatementShape", "kg:Affirmed", "kg:Affirmed , kg:Negated"),
        ("StatementShape", "kg:Asserted", "kg:Certain"),
        ("StatementShape", "0.86", "1.01"),
        ("StatementShape", "0.86", "'high'"),
        ("StatementShape", "kg:confidence 0.86 ;", ""),
        ("StatementShape", "kg:trigger 'avertit'@fr ;".replace("'", '"'), ""),
        ("StatementShape", 'kg:frame "warns.fr.avertir" ;', ""),
        ("StatementShape", "a nif:Sentence", "a nif:Phrase"),
        ("StatementShape", "0.86", "0.86 ; kg:eventDate 'hier'"),
        ("StretchShape", "nif:endIndex 28", "nif:endIndex 4"),
        ("StretchShape", "nif:endIndex 28", "nif:endIndex 27"),
        ("StretchShape", "nif:beginIndex 4 ;", ""),
        ("StretchShape", "nif:referenceContext doc:a ;", ""),
        ("StretchShape", 'nif:anchorOf "Le Pérou avertit Chili. "@fr', "a nif:Phrase"),
        ("DocumentShape", 'schema:identifier "a.txt" ;', ""),
        ("DocumentShape", 'schema:inLanguage "fr" ;', ""),
        ("DocumentShape", 'kg:fileName "a.txt" ;', ""),
        ("DocumentShape", '"00000000', '"'),
        ("DocumentShape", "doc:a a schema:NewsArticle", "doc:a a schema:Thing"),
        ("ActorShape", 'skos:prefLabel "Pérou"@fr', "kg:capital 'Lima'@fr"),
        ("ActorShape", "actor:chile a kg:State", "actor:chile a kg:Statue"),
        ("ActorShape", "0.86", "0.86 ; kg:attributedTo actor:nobody"),
        ("ActorShape", "0.86", "0.86 ; kg:topicActor doc:a"),
        ("ActorShape", "kg:actsFor actor:peru", "kg:actsFor actor:nobody"),
    ],
)
def test_each_shape_finds_its_fault(
    types: Graph, shapes: Graph, shape: str, old: str, new: str
) -> None:
    assert old in GOOD

    assert shape in violations(GOOD.replace(old, new), types, shapes)
