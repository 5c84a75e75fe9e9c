"""A growing collection: documents come, change and go, and the graph follows."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg.building import build_graph, build_store
from kg.errors import InputError
from kg.graph import Graph
from kg.recipe import Recipe
from tests.commands import call, complaint, output

pytestmark = pytest.mark.model

ARTICLES = {
    "a.txt": "La France accuse la Russie.\n",
    "b.txt": "La Turquie a soutenu l'Iran.\n",
    "c.txt": "La France accuse la Russie d'agir. L'Iran menace Israël.\n",
}
ACCUSES = "ASK { actor:france rel:accuses actor:russia }"
YES, NO = (("true",),), (("false",),)
KILLS = 10


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with three articles."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name, text in ARTICLES.items():
        (Path("in") / name).write_text(text, encoding="utf-8")


def lines(*paths: str) -> list[str]:
    return build_graph(paths).graph.lines()


def test_a_store_holds_what_a_build_in_memory_gives() -> None:
    said = output("build", "in", "--store", "news")

    assert said == (
        "3  documents\n4  statements\n3  relations that the outlets assert\n"
        "5  actors\n→  news\n"
    )
    assert Graph.load(Path("news")).lines() == lines("in")
    assert not Path("output").exists()


def test_a_store_is_asked_drawn_and_exported_like_a_file() -> None:
    output("build", "in", "-o", "graph.ttl")
    output("build", "in", "--store", "news")

    for ending in ("ttl", "nt", "jsonld", "graphml", "csv"):
        output("export", "graph.ttl", f"file.{ending}")
        output("export", "news", f"store.{ending}")
        file, store = Path(f"file.{ending}"), Path(f"store.{ending}")
        assert file.read_bytes() == store.read_bytes()
    for asked in (("supports", "actor=Iran"), ("documents",), (ACCUSES,)):
        assert output("query", *asked, "-g", "news") == output(
            "query", *asked, "-g", "graph.ttl"
        )
    output("view", "graph.ttl", "-o", "file.html")
    output("view", "news", "-o", "store.html")
    assert Path("file.html").read_bytes() == Path("store.html").read_bytes()


def test_a_document_that_is_there_is_not_read_again() -> None:
    output("build", "in", "--store", "news")
    before = Graph.load(Path("news")).lines()

    said = output("build", "in", "--store", "news")

    assert said.startswith("3  documents (none new)\n4  statements\n")
    assert Graph.load(Path("news")).lines() == before
    assert (Path("news") / "edition-000001").exists()  # nothing to commit


def test_articles_of_every_day_add_up() -> None:
    for name in ("c.txt", "a.txt"):
        output("build", f"in/{name}", "--store", "news")

    said = output("build", "in", "--store", "news")

    assert said.startswith("3  documents (1 new)\n")
    assert Graph.load(Path("news")).lines() == lines("in")


def test_a_changed_document_takes_the_place_of_the_old_one() -> None:
    output("build", "in", "--store", "news")
    Path("in/b.txt").write_text("L'Égypte a soutenu le Soudan.\n", encoding="utf-8")

    said = output("build", "in", "--store", "news")

    assert said.startswith("3  documents (1 changed)\n")
    assert Graph.load(Path("news")).lines() == lines("in")


def test_a_corrected_date_changes_a_document() -> None:
    wire = {"id": "1", "text": ARTICLES["a.txt"], "date": "2023-01-20"}
    Path("w.jsonl").write_text(json.dumps(wire), encoding="utf-8")
    output("build", "w.jsonl", "--store", "news")
    corrected = json.dumps(wire | {"date": "2024-01-20"})
    Path("w.jsonl").write_text(corrected, encoding="utf-8")

    said = output("build", "w.jsonl", "--store", "news")

    assert said.startswith("1  document (1 changed)\n")
    assert Graph.load(Path("news")).lines() == lines("w.jsonl")


def test_one_identifier_in_two_folders_is_two_documents() -> None:
    Path("other").mkdir()
    Path("other/a.txt").write_text("L'Iran menace Israël.\n", encoding="utf-8")

    output("build", "in", "other", "--store", "news")
    said = output("build", "in", "other", "--store", "news")

    assert said.startswith("4  documents (none new)\n")
    assert Graph.load(Path("news")).lines() == lines("in", "other")


def test_a_removed_document_takes_along_what_it_alone_says() -> None:
    output("build", "in", "--store", "news")

    assert output("remove", "news", "b.txt") == "1  document removed: b.txt\n"
    assert Graph.load(Path("news")).lines() == lines("in/a.txt", "in/c.txt")
    assert output("query", ACCUSES, "-g", "news").endswith("true\n")


def test_documents_are_removed_by_pattern() -> None:
    output("build", "in", "--store", "news")
    alone = output("remove", "news", "c*")

    assert alone == "1  document removed: c.txt\n"
    assert kg.load("news").query(ACCUSES).rows == YES
    assert output("remove", "news", "?.txt") == "2  documents removed: a.txt, b.txt\n"
    assert kg.load("news").query(ACCUSES).rows == NO
    assert Graph.load(Path("news")).lines() == []


def test_what_is_removed_can_be_built_again() -> None:
    output("build", "in", "--store", "news")
    before = Graph.load(Path("news")).lines()
    output("remove", "news", "*")

    output("build", "in", "--store", "news")

    assert Graph.load(Path("news")).lines() == before


def test_a_document_that_is_not_there_cannot_be_removed() -> None:
    output("build", "in/a.txt", "--store", "news")

    assert complaint("remove", "news", "[ab].txt") == (
        "news: no document '[ab].txt'; `kg query documents -g news` lists those there are"
    )
    assert complaint("remove", "in", "a.txt") == (
        "in: not a store; name the folder given to --store"
    )


def test_a_store_tells_how_much_it_holds() -> None:
    output("build", "in", "--store", "news")

    *told, size = output("stats", "news").splitlines()
    assert told == [
        "  3  documents",
        "  4  statements",
        "  3  relations that the outlets assert",
        "  5  actors",
        "  8  mentions",
    ]
    number, unit = size.split(maxsplit=1)
    assert unit == "MB on disk"
    assert 0 < float(number) < 5


def test_a_threshold_on_a_question_changes_nothing_in_the_store() -> None:
    output("build", "in", "--store", "news")
    count = "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"

    sure = output("query", count, "-g", "news", "--min-confidence", "1", "-f", "csv")

    assert sure == "n\n0\n"
    assert output("query", count, "-g", "news", "-f", "csv") == "n\n4\n"


def test_a_stricter_build_reads_anew() -> None:
    output("build", "in", "--store", "news")

    said = output("build", "in", "--store", "news", "--min-confidence", "1")

    assert said.startswith("3  documents (3 changed)\n0  statements\n")


def test_a_store_and_a_file_cannot_be_written_at_once() -> None:
    result = call("build", "in", "--store", "news", "-o", "graph.ttl")

    assert result.exit_code == 2
    assert "--output does not go with --store" in result.stderr


def test_what_is_no_store_is_neither_read_nor_written() -> None:
    assert complaint("query", "actors", "-g", "in").startswith("in: not a store; ")
    assert complaint("build", "in", "--store", "in").startswith("in: not a store but a")


def test_what_was_read_before_a_broken_file_is_kept() -> None:
    Path("in/z.jsonl").write_text("{", encoding="utf-8")

    with pytest.raises(InputError, match=r"z\.jsonl:1: "):
        build_store(["in"], Path("news"))

    Path("in/z.jsonl").unlink()
    assert Graph.load(Path("news")).lines() == lines("in")


def test_an_interrupted_build_keeps_what_is_done() -> None:
    done: list[str] = []

    def interrupt(identifier: str) -> None:
        done.append(identifier)
        if len(done) == 2:
            signal.raise_signal(signal.SIGINT)

    built = build_store(["in"], Path("news"), Recipe(), interrupt)

    assert built.stopped
    assert done == ["a.txt", "b.txt"]
    assert built.graph.counts().documents == 2
    build_store(["in"], Path("news"))
    assert Graph.load(Path("news")).lines() == lines("in")


def test_python_builds_and_opens_stores() -> None:
    built = kg.build("in", store="news")

    assert built.query(ACCUSES).rows == YES
    assert kg.load("news").lines() == built.lines()


@pytest.mark.slow
def test_a_build_killed_at_any_moment_and_started_again_gives_the_same_graph() -> None:
    for number in range(40):
        text = f"Le {number % 28 + 1} mars, la France accuse la Russie. {number}\n"
        Path(f"in/{number}.txt").write_text(text * 3, encoding="utf-8")
    script = (
        "from kg import building; from pathlib import Path; building.COMMIT = 0.0\n"
        "building.build_store(['in'], Path('news'), None, lambda _: print(flush=True))"
    )
    dice = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE
        ) as build:
            assert build.stdout is not None
            build.stdout.readline()  # one document is done
            time.sleep(dice.uniform(0, 1.5))
            os.kill(build.pid, signal.SIGKILL)
        if any(Path("news").glob("edition-*")):
            Graph.load(Path("news")).lines()  # can be read before it is mended

    build_store(["in"], Path("news"))

    assert Graph.load(Path("news")).lines() == lines("in")
