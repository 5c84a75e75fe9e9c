"""What the user sees of a build: a counter while it runs, a table at the end."""

from collections import Counter as Tally
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.building import Built


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


def summary(built: Built, written: Iterable[Path]) -> Table:
    """Return a table of what the graph holds, what was left out and where it is."""
    counts = built.graph.counts()
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for number, noun in (
        (counts.documents, "documents"),
        (counts.statements, "statements"),
        (counts.relations, "relations that the outlets assert"),
        (counts.actors, "actors"),
    ):
        table.add_row(str(number), noun)
    for reason, number in sorted(Tally(s.reason for s in built.skipped).items()):
        names = [s.identifier for s in built.skipped if s.reason == reason]
        some = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")  # noqa: PLR2004
        table.add_row(str(number), f"left out ({reason}): {some}")
    for path in written:
        table.add_row("→", str(path))
    return table
