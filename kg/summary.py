"""What the user sees of a build: a counter while it runs, a few lines at the end."""

from collections import Counter as Tally
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.building import Built

NAMED = 3  # inputs of those left out, for each reason


class Counter:
    """Shows how many documents are done, on a terminal only."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed} documents"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("")

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
    counts = built.graph.counts()
    rows = [
        _count(counts.documents, "document"),
        _count(counts.statements, "statement"),
        _count(counts.relations, "relation", " that the outlets assert"),
        _count(counts.actors, "actor"),
    ]
    for reason, number in sorted(Tally(s.reason for s in built.skipped).items()):
        names = [s.identifier for s in built.skipped if s.reason == reason]
        some = ", ".join(names[:NAMED]) + ", …" * (number > NAMED)
        rows.append((str(number), f"left out ({reason}): {some}"))
    rows += [("→", str(path)) for path in written]
    width = max(len(number) for number, _ in rows)
    return "".join(f"{number:>{width}}  {what}\n" for number, what in rows)


def _count(number: int, noun: str, rest: str = "") -> tuple[str, str]:
    return str(number), noun + "s" * (number != 1) + rest
