"""Full-text search in the sentences that statements rest on.

The words stand in an SQLite index beside the store. It holds nothing that the store does
not hold: it is filled from an edition, remembers which, and is brought up to date,
document by document, when a later one is searched. It may be deleted at any time.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import QueryError, StoreError
from kg.graph import Graph
from kg.query import Table, tabulate

INDEX = "sentences.sqlite"
_PATIENCE = 60.0  # seconds to wait for another search that fills the index
_SCHEMA = """
CREATE TABLE IF NOT EXISTS edition (number INTEGER);
CREATE TABLE IF NOT EXISTS document (iri TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, document TEXT, iri TEXT);
CREATE INDEX IF NOT EXISTS place_document ON place (document);
CREATE VIRTUAL TABLE IF NOT EXISTS sentence USING fts5 (
  words, tokenize = "unicode61 remove_diacritics 2");
"""
_DOCUMENTS = "SELECT ?news WHERE { ?news a schema:NewsArticle }"
_SENTENCES = """SELECT ?news ?sentence ?words WHERE {
  VALUES ?news { %s }
  ?sentence nif:referenceContext ?news ; a nif:Sentence ; nif:anchorOf ?words .
  FILTER EXISTS { ?statement prov:wasDerivedFrom ?sentence }
} ORDER BY ?news ?sentence"""
_STATEMENTS = """SELECT ?place ?date ?source ?relation ?target ?polarity ?modality
  ?speaker ?sentence ?document ?begin ?statement WHERE {
  VALUES ?place { %s }
  ?statement prov:wasDerivedFrom ?place ; rdf:subject ?source ;
    rdf:predicate ?relation ; rdf:object ?target ;
    kg:polarity ?polarity ; kg:modality ?modality .
  ?place nif:anchorOf ?sentence ; nif:beginIndex ?begin ; nif:referenceContext ?news .
  ?news schema:identifier ?document .
  OPTIONAL { ?statement kg:attributedTo ?speaker }
  OPTIONAL { ?statement kg:eventDate ?event }
  OPTIONAL { ?news schema:datePublished ?published }
  BIND(COALESCE(?event, ?published) AS ?date)
} ORDER BY ?statement"""
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_AT_ONCE = 500  # documents


def search(
    graph: Graph, words: str, *, folder: Path | None, limit: int, lang: str = "fr"
) -> Table:
    """Return the statements on the sentences that hold words, the best match first.

    Args:
        graph: Whose sentences to search.
        words: All of them must occur; "several in quotes" in this order, a word with *
            at its end as a beginning. Case and accents mean nothing.
        folder: Where the index is kept; None makes one for this search.
        limit: Of sentences.
        lang: Language of the labels.

    Raises:
        QueryError: There are no words.
        StoreError: The index cannot be read or written.
    """
    wanted = _match(words)
    with _index(folder) as index:
        _bring_up_to_date(index, graph)
        found = [
            iri
            for (iri,) in index.execute(
                "SELECT place.iri FROM sentence JOIN place ON place.id = sentence.rowid"
                " WHERE sentence MATCH ? ORDER BY bm25(sentence), place.iri LIMIT ?",
                (wanted, limit),
            )
        ]
    places = " ".join(f"<{iri}>" for iri in found)
    table = tabulate(graph, _STATEMENTS % places, lang)
    ranks = {iri: rank for rank, iri in enumerate(found)}
    rows = sorted(table.rows, key=lambda row: ranks[row[0] or ""])
    return Table(table.columns[1:], tuple(row[1:] for row in rows))


def _match(words: str) -> str:
    """Write words as FTS5 takes them, each in quotes: none of them is an operator.

    >>> _match('sanctions petrol* "cessez le feu" -')
    '"sanctions" "petrol"* "cessez le feu"'
    """
    parts = []
    for phrase, word in _WORD.findall(words):
        text = phrase or word
        if any(sign.isalnum() for sign in text):
            begins = word.endswith("*")
            plain = text.rstrip("*").replace('"', "")
            parts.append(f'"{plain}"' + "*" * begins)
    if not parts:
        raise QueryError(f"{words!r}: no words to look for; give one or more")
    return " ".join(parts)


@contextmanager
def _index(folder: Path | None) -> Iterator[sqlite3.Connection]:
    place = ":memory:" if folder is None else folder / INDEX
    try:
        with closing(
            sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
        ) as index:
            yield index
    except sqlite3.Error as error:
        raise StoreError(
            f"{place}: {error}; it may be deleted, and is made again by whoever "
            "searches and may write there"
        ) from error


def _bring_up_to_date(index: sqlite3.Connection, graph: Graph) -> None:
    if _edition(index) == graph.edition:
        return
    index.executescript(_SCHEMA)
    index.execute("BEGIN IMMEDIATE")
    held = {iri for (iri,) in index.execute("SELECT iri FROM document")}
    there = {str(news)[1:-1] for (news,) in graph.sparql(_DOCUMENTS).rows}
    for iri in held - there:
        _forget(index, iri)
    for some in _pieces(sorted(there - held)):
        _learn(index, graph, some)
    index.execute("DELETE FROM edition")
    index.execute("INSERT INTO edition VALUES (?)", (graph.edition,))
    index.execute("COMMIT")


def _edition(index: sqlite3.Connection) -> int | None:
    tables = index.execute("SELECT 1 FROM sqlite_master WHERE name = 'edition'")
    if tables.fetchone() is None:
        return None
    row = index.execute("SELECT number FROM edition").fetchone()
    return None if row is None else int(row[0])


def _forget(index: sqlite3.Connection, iri: str) -> None:
    index.execute(
        "DELETE FROM sentence WHERE rowid IN (SELECT id FROM place WHERE document = ?)",
        (iri,),
    )
    index.execute("DELETE FROM place WHERE document = ?", (iri,))
    index.execute("DELETE FROM document WHERE iri = ?", (iri,))


def _learn(index: sqlite3.Connection, graph: Graph, documents: list[str]) -> None:
    news = " ".join(f"<{iri}>" for iri in documents)
    index.executemany("INSERT INTO document VALUES (?)", [(iri,) for iri in documents])
    for document, place, words in graph.sparql(_SENTENCES % news).rows:
        row = index.execute(
            "INSERT INTO place (document, iri) VALUES (?, ?)",
            (str(document)[1:-1], str(place)[1:-1]),
        )
        text = words.value if isinstance(words, Literal) else ""
        index.execute(
            "INSERT INTO sentence (rowid, words) VALUES (?, ?)", (row.lastrowid, text)
        )


def _pieces(documents: list[str]) -> Iterator[list[str]]:
    for begin in range(0, len(documents), _AT_ONCE):
        yield documents[begin : begin + _AT_ONCE]
