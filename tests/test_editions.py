"""Stores on disk: what is committed stays, whatever happens to the writer."""

import os
import pickle
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.editions import Edition, writing
from kg.errors import StoreError
from kg.graph import Graph
from kg.shards import Shard, fingerprint, make_shard

KILLS = 10
# Writes documents one by one, each in an edition of its own, going on where the last
# process was killed; a line on standard output tells that it begins.
WRITER = """
import pickle, sys
from pathlib import Path
from kg.collection import Collection
from kg.editions import writing
shards = pickle.loads(Path("shards").read_bytes())
print("begins", flush=True)
with writing(Path("store")) as work:
    books = Collection(work.store, None)
    for shard in shards:
        if books.fingerprint(shard.document) is None:
            books.add(shard)
            books.flush()
            work.commit()
"""
READER = """
import sys
from pathlib import Path
from kg.editions import Edition
sizes = set()
while max(sizes, default=0) < 200:
    sizes.add(len(Edition(Path("store")).store))
print(*sorted(sizes))
"""
CRAMPED = """
import resource
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.editions import writing
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
with writing(Path("store")) as work:
    with work.guard():
        work.store.bulk_extend(
            Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal("x" * 99))
            for n in range(20_000)
        )
    work.commit()
"""
UNPRIVILEGED = """
import os
from pathlib import Path
from kg.editions import Edition, writing
if os.getuid() == 0:
    os.setuid(65534)
print(len(Edition(Path("store")).store))
with writing(Path("store")):
    pass
"""


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder() -> Path:
    """Where a store of ten triples lies."""
    folder = Path("store")
    with writing(folder) as work:
        fill(work.store, 0)
        work.commit()
    return folder


def fill(store: Store, number: int) -> None:
    store.extend(
        Quad(NamedNode(f"urn:{number}"), NamedNode("urn:p"), Literal(n))
        for n in range(10)
    )


def size(folder: Path) -> int:
    return len(Edition(folder).store)


def note(desk_type: type, number: int) -> Shard:
    """A short document that shares actors and direct triples with others."""
    desk = desk_type(f"{number:03}.txt")
    span = desk.write(f"{number} : la Norvège met l'Islande en garde.")
    desk.state(span, "norway warns iceland")
    desk.state(span, f"{'peru' if number % 2 else 'kari-dahl'} meets iceland")
    reading = desk.reading()
    return make_shard(reading, None, fingerprint(reading.document))


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def run(script: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
    )


def test_readers_see_what_is_committed_and_nothing_else(folder: Path) -> None:
    with writing(folder) as work:
        fill(work.store, 1)
        assert size(folder) == 10
        work.commit()
        assert size(folder) == 20
        fill(work.store, 2)

    assert size(folder) == 20
    assert files(folder) == {"lock", "edition-000002"}


def test_a_reader_keeps_its_edition_while_others_are_made(folder: Path) -> None:
    reader = Edition(folder)
    with writing(folder) as work:
        for number in (1, 2, 3):
            fill(work.store, number)
            work.commit()

    assert len(reader.store) == 10
    assert files(folder) == {"lock", "edition-000001", "edition-000004"}
    del reader
    with writing(folder) as work:
        work.commit()
    assert files(folder) == {"lock", "edition-000005"}


def test_readers_and_a_writer_do_not_meet(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", READER], stdout=subprocess.PIPE, text=True
    ) as reader:
        with writing(folder) as work:
            for number in range(1, 20):
                fill(work.store, number)
                work.commit()
                time.sleep(0.02)
        told, _ = reader.communicate(timeout=60)

    sizes = [int(number) for number in told.split()]
    assert sizes[-1] == 200
    assert len(sizes) > 1
    assert [number for number in sizes if number % 10] == []


def test_a_second_writer_is_told_who_writes(folder: Path) -> None:
    with (
        writing(folder),
        pytest.raises(StoreError, match=rf"process {os.getpid()} writes to it; wait"),
        writing(folder),
    ):
        pass

    assert size(folder) == 10


def test_what_a_killed_writer_left_is_cleared_away(folder: Path) -> None:
    for name in ("work-1", "next", "next.tmp"):
        (folder / name).mkdir()
        (folder / name / "bulk-1.sst").write_bytes(b"half")

    with writing(folder) as work:
        assert len(work.store) == 10

    assert files(folder) == {"lock", "edition-000001"}


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("chapter 1", encoding="utf-8")

    with pytest.raises(StoreError, match="not a store but a folder"), writing(tmp_path):
        pass
    with pytest.raises(StoreError, match="not a store; make one with"):
        Edition(tmp_path)


def test_a_store_without_a_commit_says_so(tmp_path: Path) -> None:
    with writing(tmp_path / "new"):
        pass

    with pytest.raises(StoreError, match="nothing is committed to it yet"):
        Edition(tmp_path / "new")


def test_a_full_disk_is_told_and_leaves_the_store_as_it_was(folder: Path) -> None:
    done = run(CRAMPED)

    assert "StoreError: store: cannot be written (File too large); what" in done.stderr
    assert size(folder) == 10
    assert files(folder) == {"lock", "edition-000001"}


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can read, and only its owner write."""
    with TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        with writing(place / "store") as work:
            fill(work.store, 0)
            work.commit()
        (place / "store").chmod(0o555)
        (place / "store" / "lock").chmod(0o444)
        yield place
        (place / "store").chmod(0o755)


def test_a_store_that_may_not_be_written_can_be_read(public: Path) -> None:
    done = run(UNPRIVILEGED, public)

    assert done.stdout == "10\n", done.stderr
    assert "StoreError: store: cannot be written (Permission denied); " in done.stderr


def test_a_writer_killed_at_any_moment_goes_on_as_if_nothing_had_been(
    news_desk: type,
) -> None:
    Path("shards").write_bytes(pickle.dumps([note(news_desk, n) for n in range(24)]))
    dice = random.Random(20)
    killed = 0
    while killed < KILLS:
        with subprocess.Popen(
            [sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "begins\n"
            time.sleep(dice.uniform(0, 0.6))
            writer.kill()
        killed += writer.returncode != 0
        if Path("store").exists() and any(Path("store").glob("edition-*")):
            Graph.load(Path("store")).lines()  # can be read before it is mended
        if writer.returncode == 0:
            Path("store").rename(f"done-{killed}")
    assert run(WRITER).returncode == 0

    finished = [Graph.load(path).lines() for path in Path().glob("done-*")]
    assert all(lines == undisturbed() for lines in finished)
    assert Graph.load(Path("store")).lines() == undisturbed()


def undisturbed() -> list[str]:
    """The same documents, written by a process that nobody kills."""
    folder = Path("calm")
    if not folder.exists():
        folder.mkdir()
        Path("calm/shards").write_bytes(Path("shards").read_bytes())
        assert run(WRITER, folder).returncode == 0
    return Graph.load(folder / "store").lines()
