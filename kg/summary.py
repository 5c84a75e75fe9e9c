"""What the user sees of a build: a counter while it runs, a few lines at the end."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from kg.built import NAMED, Built
from kg.documents import count_documents
from kg.graph import Graph


class _Rate(ProgressColumn):
    """Documents a second, over the last ones."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f}/s")


class Counter:
    """Shows how many documents are done, how fast and for how long yet; on a terminal."""

    def __init__(self, console: Console, paths: Iterable[str | Path]) -> None:
        shown = console.is_terminal
        self._progress = Progress(
            SpinnerColumn(),
            MofNCompleteColumn(),
            TextColumn("documents"),
            _Rate(),
            TimeRemainingColumn(elapsed_when_finished=True),
            TextColumn("{task.description}"),
            console=console,
            transient=True,
            disable=not shown,
            speed_estimate_period=60,
        )
        total = count_documents(paths) if shown else None
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def advance(self, identifier: str) -> None:
        """Count one document more and name it."""
        self._progress.update(self._task, advance=1, description=identifier)


def summary(built: Built, written: Iterable[Path]) -> str:
    """Say in lines what the graph holds, what was left out and where it is."""
    rows = _holdings(built.graph)
    if built.changed or built.present:
        parts = ((built.new, "new"), (built.changed, "changed"))
        told = ", ".join(f"{number} {what}" for number, what in parts if number)
        rows[0] = (rows[0][0], f"{rows[0][1]} ({told or 'none new'})")
    for reason, (number, names) in sorted(built.left_out.items()):
        some = ", ".join(names) + ", …" * (number > len(names))
        rows.append((str(number), f"left out ({reason}): {some}"))
    if built.stopped:
        rows.append(("", "stopped before the end: run the same command to go on"))
    rows += [("→", str(path)) for path in written]
    return _aligned(rows)


def state(graph: Graph, source: Path) -> str:
    """Say in lines what a graph holds, of which days it tells and its size on disk."""
    rows = _holdings(graph)
    rows.insert(4, _count(graph.counts().mentions, "mention"))
    first, last = graph.period()
    if first:
        rows.append(("", f"published from {first} to {last}"))
    files = [path for path in source.rglob("*") if path.is_file()] or [source]
    size = sum({s.st_ino: s.st_size for s in map(Path.stat, files)}.values())
    rows.append((f"{size / 1e6:,.1f}", "MB on disk"))
    return _aligned(rows)


def removed(names: Sequence[str]) -> str:
    """Say in a line which documents left."""
    some = ", ".join(names[:NAMED]) + ", …" * (len(names) > NAMED)
    number, what = _count(len(names), "document")
    return f"{number}  {what} removed: {some}\n"


def _holdings(graph: Graph) -> list[tuple[str, str]]:
    counts = graph.counts()
    return [
        _count(counts.documents, "document"),
        _count(counts.statements, "statement"),
        _count(counts.relations, "relation", " that the outlets assert"),
        _count(counts.actors, "actor"),
    ]


def _aligned(rows: Iterable[tuple[str, str]]) -> str:
    lines = list(rows)
    width = max(len(number) for number, _ in lines)
    return "".join(f"{number:>{width}}  {what}\n" for number, what in lines)


def _count(number: int, noun: str, rest: str = "") -> tuple[str, str]:
    return str(number), noun + "s" * (number != 1) + rest
