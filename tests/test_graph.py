"""The store: what a reading becomes, and that it stays the same."""

import random
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

import kg
from kg.encoding import Run
from kg.errors import InputError, QueryError
from kg.graph import Counts, Graph
from kg.knowledge import KnowledgeGraph
from kg.model import Actor, Claim, Modality, Polarity, Reading
from kg.ontology import Ontology
from kg.turtle import to_turtle

KG = "https://w3id.org/actor-kg/"


def direct(graph: Graph) -> set[str]:
    """Direct triples as "source relation target"."""
    rows = graph.sparql(
        "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(rel:))) }"
    ).rows
    return {
        " ".join(str(t).strip("<>").rpartition("/")[2] for t in row) for row in rows
    }


def says(graph: Graph, ask: str) -> bool:
    return graph.sparql(f"ASK {{ {ask} }}").rows == graph.sparql("ASK {}").rows


def test_a_graph_counts_what_it_holds(graph: KnowledgeGraph) -> None:
    assert graph.counts() == Counts(
        documents=2, statements=7, actors=5, relations=5, mentions=3
    )


def test_only_firm_statements_uphold_a_direct_triple(graph: KnowledgeGraph) -> None:
    assert direct(graph) == {
        "norway warns iceland",
        "oslo-government sanctions peru",
        "peru meets norway",
        "norway meets peru",
        "kari-dahl leads oslo-government",
    }


def test_doubtful_statements_go_with_the_triples_that_they_alone_uphold(
    graph: KnowledgeGraph,
) -> None:
    graph.drop_below(0.8)

    assert direct(graph) == {"norway warns iceland", "peru meets norway"}
    assert graph.counts().statements == 2
    assert graph.counts().documents == 2


def test_counts_follow_what_is_dropped(
    graph: KnowledgeGraph, mini_ontology: Ontology, readings: list[Reading]
) -> None:
    graph.drop_below(0.8)

    strict = KnowledgeGraph(mini_ontology)
    for reading in readings:
        strict.add(reading.above(0.8))
    for question in ("actors", "relations", "balance"):
        assert graph.query(question) == strict.query(question)


def test_a_sure_denial_upholds_no_triple(
    mini_ontology: Ontology, news_desk: type
) -> None:
    desk = news_desk("001.txt")
    span = desk.write("La Norvège avertit l'Islande, dont elle n'a rien dit.")
    denial = Claim(polarity=Polarity.NEGATED, polarity_cue="rien")
    desk.state(span, "norway warns iceland", confidence=0.3)
    desk.state(span, "norway warns iceland", confidence=0.9, claim=denial)
    graph = KnowledgeGraph(mini_ontology)
    graph.add(desk.reading())

    graph.drop_below(0.5)

    assert direct(graph) == set()


@pytest.mark.model
def test_dropping_leaves_what_a_stricter_build_would_have_made(root: Path) -> None:
    pruned = kg.build(root / "seeds")
    pruned.drop_below(0.6)

    built = kg.build(root / "seeds", min_confidence=0.6)
    assert direct(pruned) == direct(built)
    statements = "SELECT ?s { ?s a kg:Statement } ORDER BY ?s"
    assert pruned.sparql(statements) == built.sparql(statements)


@pytest.mark.parametrize(
    ("claim", "upholds"),
    [
        (Claim(), True),
        (Claim(speaker="norway", attribution_cue="a dit"), True),
        (Claim(speaker="iceland", attribution_cue="a dit"), False),
        (Claim(attribution_cue="selon des experts"), False),
        (Claim(polarity=Polarity.NEGATED), False),
        (Claim(modality=Modality.REQUESTED), False),
    ],
    ids=["outlet", "subject", "other", "unnamed", "negated", "requested"],
)
def test_the_direct_triple_follows_the_claim(
    readings: list[Reading], claim: Claim, *, upholds: bool
) -> None:
    graph, reading = Graph(), readings[0]
    statement = replace(reading.statements[0], claim=claim)

    graph.add(replace(reading, statements=(statement,)))

    assert direct(graph) == ({"norway warns iceland"} if upholds else set())


def test_a_statement_bears_all_its_facts(graph: KnowledgeGraph) -> None:
    assert says(
        graph,
        """?st a kg:Statement , rdf:Statement ; rdf:subject actor:norway ;
          rdf:predicate rel:warns ; rdf:object actor:iceland ;
          kg:polarity kg:Affirmed ; kg:modality kg:Asserted ; kg:confidence 0.8 ;
          kg:topicText "à temps"@fr ; kg:eventDate "2023-01"^^xsd:gYearMonth ;
          kg:dateBasis kg:Explicit ; kg:trigger "met en garde"@fr ;
          kg:frame "warns.fr.essai" ; kg:sourceText "norway"@fr ;
          kg:targetText "iceland"@fr ; prov:wasDerivedFrom ?ev ;
          prov:wasGeneratedBy ?run .
        ?run a prov:Activity ; kg:programVersion "0.1.0" ;
          kg:pipeline "fr_essai 1.0" ; kg:ontologyHash ?hash .
        ?ev a nif:Sentence ; nif:beginIndex 0 ; nif:endIndex 46 ;
          nif:anchorOf "La Norvège met en garde l'Islande « à temps »."@fr ;
          nif:referenceContext ?doc .
        ?doc a schema:NewsArticle ; schema:identifier "001.txt" ;
          kg:fileName "001.txt" ; schema:inLanguage "fr" ;
          schema:headline "Titre de 001.txt"@fr ;
          schema:url <https://example.org/a?b=1&c=é> ;
          schema:datePublished "2023-01-20"^^xsd:date ; kg:textSha256 ?sha .""",
    )
    assert says(
        graph,
        """?st kg:attributedTo actor:kari-dahl ; kg:modality kg:Possible ;
          kg:modalityCue "soutiendrait"@fr ; kg:attributionCue "Selon"@fr .""",
    )
    assert says(graph, '?st kg:figure kg:Metonymy ; kg:group "g1"')
    assert says(graph, '?st kg:polarity kg:Negated ; kg:polarityCue "n\'a pas"@fr')


def test_every_offset_slices_back_to_its_words(
    graph: KnowledgeGraph, readings: list[Reading]
) -> None:
    texts = {reading.document.identifier: reading.document.text for reading in readings}
    rows = graph.sparql(
        """SELECT ?id ?b ?e ?words WHERE { ?x nif:beginIndex ?b ; nif:endIndex ?e ;
          nif:anchorOf ?words ; nif:referenceContext/schema:identifier ?id }"""
    ).rows

    assert len(rows) == 10
    for row in rows:
        name, begin, end, words = (str(getattr(term, "value", "")) for term in row)
        assert texts[name][int(begin) : int(end)] == words


def test_an_actor_not_named_but_spoken_for_is_described(graph: KnowledgeGraph) -> None:
    assert says(
        graph,
        """actor:kari-dahl a kg:Person ; skos:prefLabel "Kari Dahl"@fr ;
          skos:altLabel "Dahl"@fr ; kg:actsFor actor:oslo-government .
        actor:oslo-government kg:actsFor actor:norway .
        actor:norway skos:exactMatch wd:Q20 .""",
    )


def test_actors_that_do_not_occur_stay_out(readings: list[Reading]) -> None:
    graph, reading = Graph(), readings[1]
    extra = Actor("chad", "State", (("fr", "Tchad"),))

    graph.add(replace(reading, actors=(*reading.actors, extra)))

    assert not says(graph, "actor:chad ?p ?o")


def test_only_the_relation_types_used_are_described(
    mini_ontology: Ontology, readings: list[Reading]
) -> None:
    graph = Graph(mini_ontology)

    graph.add(replace(readings[0], statements=readings[0].statements[:1]))

    assert says(
        graph,
        """rel:warns a kg:RelationType ; rdfs:label "warns"@en , "met en garde"@fr ;
          kg:plover plover:THREATEN ; kg:sign -1 ; kg:symmetric false .
        plover:THREATEN kg:quadClass kg:VerbalConflict ; kg:score -5.0 .
        kg:VerbalConflict skos:prefLabel "conflit verbal"@fr .
        kg:State rdfs:subClassOf kg:Actor . kg:Actor rdfs:label "acteur"@fr .""",
    )
    assert not says(graph, "rel:meets a ?type")


def test_adding_a_reading_again_changes_nothing(
    graph: KnowledgeGraph, readings: list[Reading]
) -> None:
    before = graph.lines()

    graph.add(readings[0])

    assert graph.lines() == before


def test_the_order_of_documents_leaves_no_trace(
    mini_ontology: Ontology, readings: list[Reading]
) -> None:
    """Not even where they disagree on the preferred name of an actor."""
    named = Actor("norway", "State", (("fr", "Le Norge"),), (("fr", "Norvège"),))
    other = replace(readings[1], actors=(named, *readings[1].actors[1:]))
    run = Run("0.1.0", ("fr_essai 1.0",), "abc")
    turtles = set()
    for order in ([readings[0], other], [other, readings[0]]):
        graph = Graph(mini_ontology, run)
        for reading in order:
            graph.add(reading)
        turtles.add(graph.to_turtle())

    assert len(turtles) == 1
    assert 'skos:prefLabel "Le Norge"@fr , "Norway"@en' in turtles.pop()


def test_statements_that_differ_have_iris_that_differ(readings: list[Reading]) -> None:
    graph, statement = Graph(), readings[0].statements[0]
    variants = (
        statement,
        replace(statement, trigger="avertit"),
        replace(statement, topic_text="pêche"),
        replace(statement, event_date="2022"),
        replace(statement, claim=Claim(attribution_cue="selon des experts")),
    )

    graph.add(replace(readings[0], statements=variants))

    assert graph.counts().statements == len(variants)


def test_of_one_statement_found_twice_the_surer_stays(readings: list[Reading]) -> None:
    graph, statement = Graph(), readings[0].statements[0]
    surer = replace(statement, confidence=0.95)

    graph.add(replace(readings[0], statements=(statement, surer, statement)))

    assert graph.counts().statements == 1
    assert says(graph, "?st kg:confidence 0.95")


def test_a_reading_must_describe_its_actors(readings: list[Reading]) -> None:
    with pytest.raises(ValueError, match=r"001\.txt: .* actor 'norway'"):
        Graph().add(replace(readings[0], actors=()))


def test_a_mention_keeps_its_place(news_desk: type) -> None:
    desk = news_desk("003.txt")
    sentence = "Au Brésil, la Norvège dit qu'elle part."
    desk.write(sentence, ("norway", "Norvège"), ("norway", "elle"))
    graph = Graph()

    graph.add(desk.reading())

    for words in ("Norvège", "elle"):
        begin = sentence.index(words)
        assert says(
            graph, f"?m itsrdf:taIdentRef actor:norway ; nif:beginIndex {begin}"
        )


def test_turtle_reads_back_the_same_in_both_engines(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    text = graph.to_turtle()
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")

    again = Graph.load(tmp_path / "graph.ttl")
    by_rdflib = rdflib.Graph().parse(data=text, format="turtle")

    assert again.lines() == graph.lines()
    assert again.to_turtle() == text
    assert isomorphic(by_rdflib, graph.rdflib())
    assert len(by_rdflib) == len(graph.lines())


def test_turtle_keeps_words_that_look_like_syntax(
    graph: KnowledgeGraph, readings: list[Reading]
) -> None:
    nasty = 'a\tb\r\n"q" \\ \u2028 \x85 \x0c \U0001f600 x "^^<y> . @fr # <z> ;'
    statement = replace(
        readings[0].statements[0], trigger=nasty, topic_text=nasty[::-1]
    )
    graph.add(replace(readings[0], statements=(statement,)))

    text = graph.to_turtle()

    quads = pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE)
    assert {str(quad.triple) for quad in quads} == {
        line.removesuffix(" .") for line in graph.lines()
    }
    by_rdflib = rdflib.Graph().parse(data=text, format="turtle")
    assert rdflib.Literal(nasty, lang="fr") in set(by_rdflib.objects())


def test_turtle_is_ordered_for_readers(graph: KnowledgeGraph) -> None:
    text = graph.to_turtle()

    headings = [line for line in text.splitlines() if line.startswith("# ")]
    assert [heading.split()[1] for heading in headings] == [
        "Relation",
        "How",
        "Documents",
        "Actors",
        "Direct",
        "Pairs",
        "Statements",
        "Evidence:",
    ]
    assert (
        "actor:norway rel:meets actor:peru ;\n    rel:warns actor:iceland .\n" in text
    )
    sentences = [
        line for line in text.splitlines() if line.endswith("a nif:Sentence ;")
    ]
    begins = [int(line.partition("#char=")[2].partition(",")[0]) for line in sentences]
    assert begins == sorted(begins[:3]) + sorted(begins[3:])


def test_no_blank_node_is_written(graph: KnowledgeGraph) -> None:
    assert [line for line in graph.lines() if "_:" in line] == []


def test_rdflib_gets_the_prefixes(graph: KnowledgeGraph) -> None:
    copy = graph.rdflib()

    assert copy.namespace_manager.compute_qname(f"{KG}relation/warns")[0] == "rel"
    assert bool(copy.query("ASK { actor:norway rel:warns actor:iceland }"))


def test_loading_what_is_no_graph_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("actor:a actor:b", encoding="utf-8")

    with pytest.raises(InputError, match=r"broken\.ttl: "):
        Graph.load(broken)
    with pytest.raises(InputError, match=r"must end in \.jsonld, \.nt, \.ttl"):
        Graph.load(tmp_path / "graph.xlsx")
    with pytest.raises(InputError, match=r"none\.ttl: .*kg build"):
        Graph.load(tmp_path / "none.ttl")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * WHERE {\n ?s ?p ", "line 2, column 8: expected"),
        ("SELECT * WHERE { ?s zz:p ?o }", "line 1, column .*: unknown prefix zz:"),
        ("DROP ALL", "line 1, column 9: expected"),
    ],
    ids=["cut", "prefix", "update"],
)
def test_malformed_sparql_is_located(graph: Graph, text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        graph.sparql(text)


def test_construct_gives_triples(graph: KnowledgeGraph) -> None:
    found = graph.sparql("CONSTRUCT WHERE { actor:norway rel:warns ?o }")

    assert found.variables == ("subject", "predicate", "object")
    assert len(found.rows) == 1


def test_any_order_of_lines_gives_the_same_turtle(graph: KnowledgeGraph) -> None:
    lines = graph.lines()
    random.Random(1).shuffle(lines)

    assert to_turtle(lines) == graph.to_turtle()


def test_a_graph_without_counts_is_counted_when_it_is_opened(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    counts = ("statements", "directTriples", "asSource", "asTarget", "cooperative")
    bare = [line for line in graph.lines() if not any(f"#{c}>" in line for c in counts)]
    path = tmp_path / "bare.nt"
    path.write_text("\n".join(bare), encoding="utf-8")

    assert KnowledgeGraph.load(path).query("relations") == graph.query("relations")
