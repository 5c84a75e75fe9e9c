"""Words in evidence: found without accents, safe from operators, up to date."""

import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.collection import Collection
from kg.editions import writing
from kg.errors import QueryError, StoreError
from kg.graph import Graph
from kg.knowledge import KnowledgeGraph
from kg.model import Reading
from kg.ontology import Ontology
from kg.removal import withdraw
from kg.sentences import INDEX, search
from kg.shards import fingerprint, make_shard


def found(graph: Graph, words: str, folder: Path | None = None) -> list[str | None]:
    table = search(graph, words, folder=folder, limit=10)
    return [row[table.columns.index("sentence")] for row in table.rows]


@pytest.fixture
def store(mini_ontology: Ontology, readings: list[Reading], tmp_path: Path) -> Path:
    """A store with the two documents of the tests."""
    folder = tmp_path / "store"
    with writing(folder) as work:
        books = Collection(work.store, mini_ontology)
        for reading in readings:
            books.add(make_shard(reading, None, fingerprint(reading.document)))
        books.flush()
        work.commit()
    return folder


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("perou", 4),
        ("Pérou norvege", 2),
        ("islande PEROU", 1),
        ('"garde l\'islande"', 2),
        ('"islande garde"', 0),
        ("rever*", 1),
        ("rever", 0),
        ("NOT OR -", 0),
        ('peru" OR "islande', 0),
    ],
    ids=str,
)
def test_words_are_found(graph: KnowledgeGraph, words: str, number: int) -> None:
    assert len(found(graph, words)) == number


def test_sentences_without_a_statement_are_no_evidence(
    graph: KnowledgeGraph, news_desk: type
) -> None:
    desk = news_desk("003.txt")
    desk.write("La Norvège dort.", ("norway", "Norvège"))
    graph.add(desk.reading())

    assert found(graph, "dort") == []


def test_every_statement_on_a_sentence_is_told(graph: KnowledgeGraph) -> None:
    table = search(graph, ["avertir", "OU"][0] + "*", folder=None, limit=5)
    assert table.rows == ()
    table = search(graph, "Oslo sanctionne", folder=None, limit=5, lang="en")

    assert table.columns[0] == "date"
    assert table.rows[0][1:4] == ("Oslo", "sanctions", "Peru")


def test_words_are_needed(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no words to look for"):
        found(graph, ' * "" ')


def test_the_index_follows_the_store(store: Path) -> None:
    assert len(found(Graph.load(store), "perou", store)) == 4

    withdraw(store, "002.txt")

    assert len(found(Graph.load(store), "perou", store)) == 2
    assert found(Graph.load(store), "reverront", store) == []


def test_an_index_that_is_deleted_is_made_again(store: Path) -> None:
    first = found(Graph.load(store), "perou", store)
    (store / INDEX).unlink()

    assert found(Graph.load(store), "perou", store) == first


def test_an_index_that_cannot_be_read_is_named(store: Path) -> None:
    (store / INDEX).write_bytes(b"no database" * 1000)

    with pytest.raises(StoreError, match=r"sentences\.sqlite: .*may be deleted"):
        found(Graph.load(store), "perou", store)


def test_an_index_that_was_not_finished_is_not_believed(store: Path) -> None:
    with sqlite3.connect(store / INDEX) as index:
        index.execute("CREATE TABLE edition (number INTEGER)")
    index.close()

    assert len(found(Graph.load(store), "perou", store)) == 4


def test_words_are_searched_from_the_command_line(store: Path) -> None:
    asked = ["search", "perou island*", "-g", os.fspath(store), "-f", "csv"]

    result = CliRunner().invoke(main, asked)

    assert result.exit_code == 0, result.output
    assert "Selon Kari Dahl, le Pérou soutiendrait l'Islande." in result.stdout
