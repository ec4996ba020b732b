"""Progress bars on standard error, when it is a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qa_toolkit.workflow.progress import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class TerminalProgress(Progress):
    """One bar a stage."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def start(self, stage: str, total: int | None) -> None:
        if total != 0:
            self._tasks[stage] = self._bars.add_task(stage, total=total)

    def advance(self, stage: str) -> None:
        if stage in self._tasks:
            self._bars.advance(self._tasks[stage])

    def finish(self, stage: str) -> None:
        if stage in self._tasks:
            done = self._bars.tasks[self._tasks[stage]].completed
            self._bars.update(self._tasks[stage], total=done, completed=done)


@contextmanager
def progress() -> Iterator[Progress]:
    """Bars while the block runs; silence where nobody watches."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bars

    with Bars(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
    ) as bars:
        yield TerminalProgress(bars)
