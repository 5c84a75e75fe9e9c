"""Files that others read."""

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import InputError
from kg.export import WRITERS
from kg.files import write_text
from kg.knowledge import KnowledgeGraph


@pytest.mark.parametrize("ending", list(WRITERS))
def test_the_same_graph_gives_the_same_bytes(
    graph: KnowledgeGraph, tmp_path: Path, ending: str
) -> None:
    graph.save(tmp_path / f"graph{ending}")
    first = (tmp_path / f"graph{ending}").read_bytes()
    again = KnowledgeGraph.load(_turtle(graph, tmp_path))

    again.save(tmp_path / f"graph{ending}")

    assert (tmp_path / f"graph{ending}").read_bytes() == first
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        {"as.ttl", f"graph{ending}"}
    )


def _turtle(graph: KnowledgeGraph, folder: Path) -> Path:
    graph.save(folder / "as.ttl")
    return folder / "as.ttl"


# rdflib's own JSON-LD parser uses what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize(
    ("ending", "syntax"), [(".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld")]
)
def test_rdflib_reads_the_same_graph(
    graph: KnowledgeGraph, tmp_path: Path, ending: str, syntax: str
) -> None:
    path = tmp_path / f"graph{ending}"

    graph.save(path)

    assert isomorphic(rdflib.Graph().parse(path, format=syntax), graph.rdflib())
    assert KnowledgeGraph.load(path).lines() == graph.lines()


def test_jsonld_is_json_in_clear_letters(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "graph.jsonld")
    text = (tmp_path / "graph.jsonld").read_text(encoding="utf-8")

    assert "Norvège" in text
    assert len({subject["@id"] for subject in json.loads(text)}) == len(
        json.loads(text)
    )


def test_csv_has_one_row_a_statement(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "graph.csv")
    with (tmp_path / "graph.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) == 7
    assert rows[0]["source"] == "actor:norway"
    assert rows[0]["sentence"] == "La Norvège met en garde l'Islande « à temps »."
    assert rows[0]["document"] == "001.txt"


def test_graphml_is_read_by_networkx(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "graph.graphml")

    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(read)

    assert network.nodes["norway"]["label"] == "Norvège"
    assert network.edges["norway", "peru", "meets"]["weight"] == 2
    assert not network.edges["peru", "iceland", "supports"]["direct"]


def test_a_folder_is_made_for_the_file(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "new" / "deep" / "graph.ttl")

    assert (tmp_path / "new" / "deep" / "graph.ttl").exists()


def test_an_unknown_format_lists_the_known(graph: KnowledgeGraph) -> None:
    with pytest.raises(InputError, match=r"\.ttl, \.nt, \.jsonld, \.graphml, \.csv"):
        graph.save(Path("graph.docx"))


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a", encoding="utf-8")

    with pytest.raises(InputError, match="cannot be written"):
        write_text(tmp_path / "plain" / "graph.ttl", "text")


def test_a_failed_write_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_text(path, "new \ud800")

    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]
    assert path.read_text(encoding="utf-8") == "old"
