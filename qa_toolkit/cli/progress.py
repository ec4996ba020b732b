"""How far the work is, on standard error: bars on a terminal, now and then a line elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from qa_toolkit.workflow.progress import Pace, Progress, length

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

EVERY_S = 30.0
"""Seconds between two lines where no bar can be drawn; shorter work says nothing."""


class TerminalProgress(Progress):
    """One bar a stage."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}
        self._paces: dict[str, Pace] = {}

    def start(self, stage: str, total: int | None, *, expected_s: float = 0) -> None:
        if total != 0:
            self._tasks[stage] = self._bars.add_task(stage, total=total, pace="")
            self._paces[stage] = Pace(total=total, expected_s=expected_s)

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        if stage not in self._tasks:
            return
        self._paces[stage].add(expected_s, audio_s)
        task = self._tasks[stage]
        elapsed_s = self._bars.tasks[task].elapsed or 0.0
        self._bars.update(task, advance=1, pace=self._paces[stage].told(elapsed_s))

    def finish(self, stage: str) -> None:
        if stage not in self._tasks:
            return
        task = self._bars.tasks[self._tasks[stage]]
        self._paces[stage].finish()
        pace = self._paces[stage].told(task.elapsed or 0.0)
        self._bars.update(task.id, total=task.completed, pace=pace)


@dataclass(slots=True, kw_only=True)
class _Stage:
    pace: Pace
    begun_s: float
    told_s: float


class PlainProgress(Progress):
    """A line at most every `EVERY_S`, for logs.

    Args:
        say: takes a line.
        clock: gives seconds.
    """

    def __init__(
        self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._say = say
        self._clock = clock
        self._stages: dict[str, _Stage] = {}

    def start(self, stage: str, total: int | None, *, expected_s: float = 0) -> None:
        now = self._clock()
        pace = Pace(total=total, expected_s=expected_s)
        self._stages[stage] = _Stage(pace=pace, begun_s=now, told_s=now)

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        known, now = self._stages[stage], self._clock()
        known.pace.add(expected_s, audio_s)
        if now - known.told_s >= EVERY_S:
            known.told_s = now
            elapsed_s = now - known.begun_s
            pace = known.pace.told(elapsed_s) or f"{length(elapsed_s)} so far"
            self._say(f"{stage}: {known.pace.items}, {pace}")


@contextmanager
def progress() -> Iterator[Progress]:
    """Bars or lines while the block runs."""
    if not sys.stderr.isatty():
        yield PlainProgress(lambda line: typer.echo(line, err=True))
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeElapsedColumn,
    )
    from rich.progress import Progress as Bars

    with Bars(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[pace]}"),
        console=Console(file=sys.stderr),
    ) as bars:
        yield TerminalProgress(bars)
