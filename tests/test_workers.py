"""Many readers: the same results for any number of them, whatever becomes of one."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from kg.building import build_graph
from kg.documents import Skipped
from kg.errors import PipelineError
from kg.model import Document
from kg.recipe import Recipe
from kg.workers import Workers

# A crew without pipelines: its shards say the text; some texts are its death.
ROUGH_CREW = """
import os, signal, time
from pathlib import Path
from kg.errors import PipelineError
from kg.shards import Shard

class Rough:
    languages = ("fr",)

    def __init__(self, recipe):
        if recipe.models == ("unfit",):
            raise PipelineError("pipeline 'unfit' is unfit")
        if recipe.models == ("deadly",):
            os.kill(os.getpid(), signal.SIGKILL)

    def shards(self, documents):
        for document in documents:
            once = Path(document.text)
            if document.text == "deadly":
                os.kill(os.getpid(), signal.SIGKILL)
            if document.text.startswith("/") and not once.exists():
                once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if document.text == "slow":
                time.sleep(0.3)
            nothing = frozenset()
            yield Shard(document.id, document.identifier, "", document.text, nothing,
                        (), (), nothing, "")
"""
PARENT = """
import time
from multiprocessing import active_children
from kg.recipe import Recipe
from kg.workers import Workers
team = Workers(Recipe(workers=2), "rough_crew:Rough")
print(*[worker.pid for worker in active_children()], flush=True)
time.sleep(60)
"""


@pytest.fixture
def rough_crew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a crew that needs no pipeline."""
    (tmp_path / "rough_crew.py").write_text(ROUGH_CREW, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "rough_crew:Rough"


def documents(*texts: str) -> Iterator[Document]:
    for number, text in enumerate(texts):
        yield Document(f"{number:03}.txt", text, "fr", "-")


def outcomes(crew: str, workers: int, *texts: str) -> list[tuple[str, str]]:
    """Identifier and text, or reason, of what comes back."""
    team = Workers(Recipe(workers=workers), crew)
    return [
        (o.identifier, o.reason if isinstance(o, Skipped) else o.lines)
        for o in team.shards(documents(*texts))
    ]


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_documents(rough_crew: str, workers: int) -> None:
    texts = ["slow", *(f"text {number}" for number in range(60))]

    found = outcomes(rough_crew, workers, *texts)

    assert found == [(f"{n:03}.txt", text) for n, text in enumerate(texts)]


def test_nothing_to_read_gives_nothing(rough_crew: str) -> None:
    assert outcomes(rough_crew, 2) == []


def test_a_killed_worker_is_replaced_and_nothing_lost(
    rough_crew: str, tmp_path: Path
) -> None:
    """The path stands for a document that kills its first reader only."""
    texts = ["a", str(tmp_path / "once"), "b", *("c" for _ in range(20))]

    found = outcomes(rough_crew, 2, *texts)

    assert [text for _, text in found] == texts


def test_a_document_that_kills_its_worker_twice_is_named(rough_crew: str) -> None:
    texts = ["a", "b", "deadly", *("c" for _ in range(20)), "deadly"]

    found = outcomes(rough_crew, 2, *texts)

    reason = "killed its worker twice"
    assert [name for name, said in found if said == reason] == ["002.txt", "023.txt"]
    assert [said for _, said in found if said != reason] == ["a", "b", *("c" * 20)]


def test_workers_that_cannot_load_end_the_build_with_the_reason(
    rough_crew: str,
) -> None:
    with pytest.raises(PipelineError, match="'unfit' is unfit"):
        Workers(Recipe(("unfit",), workers=2), rough_crew)
    with pytest.raises(PipelineError, match=r"die while they load; .*--workers"):
        Workers(Recipe(("deadly",), workers=2), rough_crew)


def test_a_worker_killed_from_outside_is_replaced(rough_crew: str) -> None:
    team = Workers(Recipe(workers=2), rough_crew)
    found: list[str] = []
    for outcome in team.shards(documents(*(["slow"] * 12))):
        if not found:
            for worker in active_children():
                worker.kill()
        found.append(outcome.identifier)

    assert found == [f"{number:03}.txt" for number in range(12)]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_workers_end_with_a_parent_that_is_killed(
    rough_crew: str, tmp_path: Path
) -> None:
    assert rough_crew
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    ) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()

    assert len(workers) == 2
    deadline = time.monotonic() + 10
    while any(map(_is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_is_running, workers))


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state[0] != "Z"  # an orphan may wait for someone to take note


@pytest.mark.model
def test_any_number_of_workers_gives_the_same_bytes(
    root: Path, seed_graph: Path
) -> None:
    built = build_graph([root / "seeds"], Recipe(workers=2))

    assert built.graph.to_turtle() == seed_graph.read_text("utf-8")
    assert built.left_out == {}
