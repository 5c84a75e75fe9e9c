"""Saved questions: each answers, and answers what it says."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.encoding import Run
from kg.errors import QueryError
from kg.knowledge import KnowledgeGraph
from kg.model import Claim, Polarity
from kg.naming import find_actor, find_relation, fold
from kg.ontology import Ontology
from kg.query import Table, questions

Rows = list[tuple[str | None, ...]]
REQUIRED = {"actor": "Norvège", "other": "Pérou", "source": "Oslo", "target": "peru"}
REQUIRED |= {"since": "2023", "until": "2023"}


@pytest.fixture
def rows(graph: KnowledgeGraph) -> Callable[..., Rows]:
    """Ask a question and keep some columns."""

    def ask(name: str, columns: str, /, **parameters: str) -> Rows:
        table = graph.query(name, **parameters)
        chosen = [table.columns.index(column) for column in columns.split()]
        return [tuple(row[n] for n in chosen) for row in table.rows]

    return ask


def test_there_are_enough_questions_and_all_are_titled() -> None:
    assert len(questions()) >= 18
    for question in questions().values():
        assert question.titles["fr"].partition("(")[0].strip().endswith("?")
        assert question.titles["en"].partition("(")[0].strip().endswith("?")
        assert question.sparql.splitlines()[0].startswith("# fr: ")
        assert question.sparql.splitlines()[1].startswith("# en: ")


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_runs_on_an_exported_graph_alone(
    graph: KnowledgeGraph, name: str
) -> None:
    """In rdflib too: the files are standard SPARQL."""
    given = {
        p.name: REQUIRED[p.name] for p in questions()[name].parameters if p.required
    }

    table = graph.query(name, **given)

    assert all(len(row) == len(table.columns) for row in table.rows)
    bare = graph.sparql(questions()[name].sparql)
    assert len(graph.rdflib().query(questions()[name].sparql)) == len(bare.rows)


def test_supports_tells_who_and_how_firmly(rows: Callable[..., Rows]) -> None:
    assert rows("supports", "source relation target modality speaker") == [
        ("Pérou", "soutient", "Islande", "Possible", "Kari Dahl")
    ]


def test_warnings_bear_their_topic(rows: Callable[..., Rows]) -> None:
    expected: Rows = [("Norvège", "Islande", "à temps")]

    assert rows("warnings", "source target topic") == expected
    assert rows("warnings", "source target topic", actor="Islande") == expected
    assert rows("warnings", "source target topic", actor="Pérou") == []


def test_conflicts_of_a_state_include_those_of_its_organs(
    rows: Callable[..., Rows],
) -> None:
    assert rows("conflicts", "source relation target polarity", actor="norway") == [
        ("Norvège", "met en garde", "Islande", "Affirmed"),
        ("Oslo", "sanctionne", "Pérou", "Affirmed"),
        ("Norvège", "met en garde", "Islande", "nié"),
    ]


def test_conflicts_keep_to_the_dates_asked_for(rows: Callable[..., Rows]) -> None:
    columns = "target polarity"
    earlier = {"until": "2023-01-20"}

    assert rows("conflicts", columns, actor="Norvège", since="2023-02") == [
        ("Islande", "nié")
    ]
    assert rows("conflicts", columns, actor="Islande", **earlier) == [
        ("Islande", "Affirmed")
    ]


def test_a_period_takes_in_days_months_and_years(
    rows: Callable[..., Rows], graph: KnowledgeGraph
) -> None:
    def dates(since: str, until: str) -> list[str | None]:
        return [date for (date,) in rows("period", "date", since=since, until=until)]

    assert dates("2023", "2024") == ["2023-01", "2024"]
    assert dates("2023-01", "2023-01-31") == ["2023-01"]
    assert dates("2023-01-02", "2023-12-31") == []
    for since, until in (("2024", "2023"), ("1800", "2024"), ("2023-02-30", "2024")):
        with pytest.raises(QueryError, match=r"century|no date"):
            graph.query("period", since=since, until=until)


def test_claims_name_who_makes_them(rows: Callable[..., Rows]) -> None:
    assert rows("claims", "speaker cue source target", actor="Islande") == [
        ("Kari Dahl", "Selon", "Pérou", "Islande")
    ]


def test_denials_show_the_cue(rows: Callable[..., Rows]) -> None:
    assert rows("denials", "source relation target cue document") == [
        ("Norvège", "met en garde", "Islande", "n'a pas", "002.txt")
    ]


def test_contradictions_pair_an_affirmation_with_a_denial(
    graph: KnowledgeGraph,
    rows: Callable[..., Rows],
    news_desk: type,
) -> None:
    """Of a symmetric relation the other way round as well."""
    desk = news_desk("003.txt")
    span = desk.write("Le Pérou n'a pas vu la Norvège.")
    desk.state(span, "peru meets norway", claim=Claim(polarity=Polarity.NEGATED))
    graph.add(desk.reading())

    columns = "source relation target affirmedIn deniedIn"
    assert rows("contradictions", columns) == [
        ("Norvège", "met en garde", "Islande", "001.txt", "002.txt"),
        ("Pérou", "rencontre", "Norvège", "002.txt", "003.txt"),
        ("Pérou", "rencontre", "Norvège", "002.txt", "003.txt"),
    ]


def test_mentions_stand_in_their_sentence(rows: Callable[..., Rows]) -> None:
    assert rows("mentions", "words begin sentence document", actor="Islande") == [
        ("l'Islande", "24", "La Norvège met en garde l'Islande « à temps ».", "001.txt")
    ]


def test_a_timeline_follows_the_dates_and_keeps_to_them(
    rows: Callable[..., Rows],
) -> None:
    pair = {"actor": "Norvège", "other": "Pérou"}
    turned = {"actor": "Pérou", "other": "Norvège"}
    dates = [("2023-01-20",), ("2023-02-03",), ("2024",)]

    assert rows("timeline", "date", **pair) == dates
    assert rows("timeline", "date", **turned) == dates
    assert rows("timeline", "date", since="2023-02", **pair) == dates[1:]
    assert rows("timeline", "date", until="2023-02", **pair) == dates[:2]


def test_a_pair_of_state_and_organ_takes_in_no_third_actor(
    rows: Callable[..., Rows],
) -> None:
    columns = "source relation target"

    assert rows("timeline", columns, actor="Norvège", other="Oslo") == [
        ("Kari Dahl", "dirige", "Oslo")
    ]


def test_actors_are_ranked_by_their_statements(rows: Callable[..., Rows]) -> None:
    assert rows("actors", "actor asSource asTarget total")[:3] == [
        ("Norvège", "3", "1", "4"),
        ("Pérou", "2", "2", "4"),
        ("Islande", "0", "3", "3"),
    ]


def test_relations_count_statements_and_direct_triples(
    rows: Callable[..., Rows],
) -> None:
    assert rows("relations", "relation quadClass sign statements direct") == [
        ("rencontre", "coopération verbale", "1", "2", "2"),
        ("met en garde", "conflit verbal", "-1", "2", "1"),
        ("dirige", None, "0", "1", "1"),
        ("sanctionne", None, "-1", "1", "1"),
        ("soutient", "coopération verbale", "1", "1", "0"),
    ]


def test_roles_and_hearsay(rows: Callable[..., Rows]) -> None:
    columns = "source relation target"

    assert rows("roles", columns) == [("Kari Dahl", "dirige", "Oslo")]
    assert rows("hearsay", columns) == [("Pérou", "soutient", "Islande")]


def test_between_folds_statements_of_one_kind(rows: Callable[..., Rows]) -> None:
    columns = "source relation target statements first"

    assert rows("between", columns, actor="Norvège", other="Islande") == [
        ("Norvège", "met en garde", "Islande", "1", "2023-01"),
        ("Norvège", "met en garde", "Islande", "1", "2023-02-03"),
    ]


def test_why_gives_the_sentences_behind_an_edge(rows: Callable[..., Rows]) -> None:
    edge = {"source": "Oslo", "target": "Pérou"}
    sentence = [("Oslo sanctionne le Pérou.", "0.5")]

    assert rows("why", "sentence confidence", **edge) == sentence
    assert rows("why", "sentence confidence", relation="sanctionne", **edge) == sentence
    assert rows("why", "sentence", relation="warns", **edge) == []


def test_the_balance_weighs_cooperation_against_conflict(
    rows: Callable[..., Rows],
) -> None:
    assert rows("balance", "one two cooperative conflictual balance") == [
        ("Islande", "Norvège", "0", "1", "-1"),
        ("Oslo", "Pérou", "0", "1", "-1"),
        ("Norvège", "Pérou", "2", "0", "2"),
    ]


def test_labels_come_in_the_language_asked_for(graph: KnowledgeGraph) -> None:
    """And in another where it lacks them; without a language come the terms."""
    french = graph.query("conflicts", actor="peru").rows[0]
    english = graph.query("conflicts", actor="peru", lang="en").rows[0]
    terms = graph.query("conflicts", actor="peru", lang=None).rows[0]

    assert french[:3] == ("Oslo", "sanctionne", "Pérou")
    assert english[:3] == ("Oslo", "sanctions", "Peru")
    assert terms[:3] == ("actor:oslo-government", "rel:sanctions", "actor:peru")


@pytest.mark.parametrize(
    "name",
    [
        "norvege",
        "La Norvège",
        "NORWAY",
        "royaume de norvège",
        "actor:norway",
        "https://w3id.org/actor-kg/actor/norway",
    ],
    ids=str,
)
def test_an_actor_is_found_by_any_of_its_names(
    graph: KnowledgeGraph, name: str
) -> None:
    assert find_actor(graph, name).value.endswith("/actor/norway")


def test_a_relation_is_found_by_label_or_local_name(graph: KnowledgeGraph) -> None:
    for name in ("warns", "Met en garde", "rel:warns"):
        assert find_relation(graph, name).value.endswith("/relation/warns")
    with pytest.raises(QueryError, match=r"unknown relation type 'warn'.*warns"):
        find_relation(graph, "warn")


def test_an_unknown_actor_brings_suggestions(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"unknown actor 'Norvege du Nord'.*norway"):
        graph.query("conflicts", actor="Norvege du Nord")
    with pytest.raises(QueryError, match="unknown actor 'Zzzz'; ask `actors`"):
        graph.query("conflicts", actor="Zzzz")


def test_a_name_never_becomes_part_of_the_query(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="unknown actor"):
        graph.query("conflicts", actor="> } DROP ALL #")
    with pytest.raises(QueryError, match="is no date"):
        graph.query("timeline", actor="Oslo", other="peru", since='"} DROP ALL')


@pytest.mark.parametrize(
    ("question", "parameters", "said"),
    [
        ("conflict", {}, "did you mean conflicts"),
        ("conflicts", {}, "conflicts: give actor"),
        ("conflicts", {"actor": "peru", "other": "x"}, "it takes: actor, since, until"),
        ("SELECT * { ?s ?p ?o }", {"actor": "peru"}, "belong to saved questions"),
        ("SELECT * { ?s ?p ", {}, "line 1, column .*kg query"),
    ],
    ids=["unknown", "missing", "surplus", "sparql", "malformed"],
)
def test_a_wrong_question_says_what_to_do(
    graph: KnowledgeGraph, question: str, parameters: dict[str, str], said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        graph.query(question, **parameters)


def test_sparql_knows_the_prefixes_and_gives_terms(graph: KnowledgeGraph) -> None:
    table = graph.query("SELECT ?o ?none { actor:norway rel:warns ?o }")

    assert table == Table(("o", "none"), (("actor:iceland", None),))
    assert graph.query("ASK { actor:norway rel:warns actor:peru }").rows == (
        ("false",),
    )


def test_tables_are_written_whole() -> None:
    table = Table(("nom", "n"), (('Cap-"Vert", île', "1"), ("a\nb", None)))

    assert table.to_csv() == 'nom,n\n"Cap-""Vert"", île",1\n"a\nb",\n'
    assert json.loads(table.to_json()) == [
        {"nom": 'Cap-"Vert", île', "n": "1"},
        {"nom": "a\nb", "n": None},
    ]
    assert table.to_text().splitlines()[-1] == "a b"
    assert Table(("a",), ()).to_text() == "a\n-\n"


def test_folding_forgets_case_accents_and_articles() -> None:
    assert fold("L’Œuvre") == fold("oeuvre")
    assert fold("États-Unis") == fold("les etats unis")
    assert fold("La") == "la"


def test_both_languages_pairs_what_either_tells_of_for_one_date(
    mini_ontology: Ontology, news_desk: type
) -> None:
    """Symmetric relations in either order, and nothing of another date."""
    day = date(2023, 1, 20)
    french = news_desk("fr.txt", published=day)
    span = french.write("La Norvège met en garde l'Islande.")
    french.state(span, "norway warns iceland")
    span = french.write("Le Pérou et la Norvège se sont vus.")
    french.state(span, "peru meets norway")
    english = news_desk("en.txt", published=day)
    span = english.write("Norway warns Iceland.")
    english.state(span, "norway warns iceland")
    span = english.write("Norway met Peru.")
    english.state(span, "norway meets peru")
    late = news_desk("late.txt", published=date(2024, 1, 1))
    late.state(late.write("Norway warned Iceland."), "norway warns iceland")
    graph = KnowledgeGraph(mini_ontology, Run("0.1.0", (), mini_ontology.version))
    graph.add(french.reading())
    for desk in (english, late):
        reading = desk.reading()
        document = replace(reading.document, language="en")
        graph.add(replace(reading, document=document))

    table = graph.query("both-languages")

    assert [(*row[:4], row[6]) for row in table.rows] == [
        ("Norvège", "met en garde", "Islande", "2023-01-20", "Norway warns Iceland."),
        ("Pérou", "rencontre", "Norvège", "2023-01-20", "Norway met Peru."),
    ]
    assert len(graph.query("both-languages", actor="Islande").rows) == 1
