"""The worker processes of one run: started as there is work, replaced when they die or grow."""

from collections.abc import Callable, Iterator
from multiprocessing.connection import wait as wait_for
from multiprocessing.reduction import ForkingPickler
from types import TracebackType
from typing import Generic, TypeVar

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.execution.limits import Limits
from qa_toolkit.execution.process import Worker
from qa_toolkit.execution.queue import Task

Item = TypeVar("Item")
_MOST_STILLBORN = 5
"""So many processes on end may die, or be ended, before they are ready."""
_LOOK_S = 0.2
"""How often memory is looked at."""
_GROWN_MB = 256
"""A worker that holds so much more than after its first item is replaced."""


class Crew(Generic[Item]):
    """At most `size` workers; leaving the block ends them, at once when by an exception."""

    def __init__(self, fn: Callable[[Item], object], size: int, limits: Limits[Item]) -> None:
        self._function = bytes(ForkingPickler.dumps(fn))
        self._size = size
        self._limits = limits
        self._workers: list[Worker[Item]] = []
        self._leaving: list[Worker[Item]] = []
        self._stillborn = 0

    @property
    def running(self) -> list[Task[Item]]:
        """What somebody has."""
        return [worker.task for worker in self._workers if worker.task is not None]

    @property
    def has_room(self) -> bool:
        """Whether one more task would be begun at once."""
        return len(self.running) < self._size

    def begin(self, task: Task[Item]) -> None:
        """Give a task to an idle worker, else to a new one."""
        for worker in [worker for worker in self._workers if worker.task is None]:
            if self.hand_over(worker, task):
                return
        self._workers.append(Worker(self._function, task))

    def hand_over(self, worker: Worker[Item], task: Task[Item]) -> bool:
        """Give a task to a worker that has started; False when that is dead, and now gone."""
        try:
            worker.begin(task)
        except OSError:
            self.dismiss(worker)
            return False
        return True

    def wait(self) -> list[Worker[Item]]:
        """Those who have something to say, or died; none when it is only time to see to limits."""
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        left = [left_s for worker in busy.values() if (left_s := worker.left_s()) is not None]
        if self._limits.memory_mb:
            left.append(_LOOK_S)
        ready = wait_for(list(busy), max(0.0, min(left)) if left else None)
        return [worker for connection, worker in busy.items() if connection in ready]

    def overdue(self) -> Iterator[Worker[Item]]:
        """Those that take longer than they may: for their task, or to start."""
        for worker in list(self._workers):
            left_s = worker.left_s() if worker.task else None
            if left_s is not None and left_s <= 0 and not worker.has_spoken():
                yield worker

    def too_big(self) -> Iterator[Worker[Item]]:
        """Those whose task needs more memory than it may."""
        most = self._limits.memory_mb
        for worker in list(self._workers) if most else ():
            if worker.task and worker.resident_mb() > most and not worker.has_spoken():
                yield worker

    def rest(self, worker: Worker[Item]) -> None:
        """Its task is over: it is idle, or replaced when it has served long or has grown."""
        worker.task = None
        served = self._limits.items and worker.answered >= self._limits.items
        most = self._limits.memory_mb
        if served or (most and worker.resident_mb() - worker.first_mb > min(_GROWN_MB, most / 2)):
            self._workers.remove(worker)
            worker.end()
            self._leaving = [one for one in self._leaving if one.is_alive()]
            self._leaving.append(worker)

    def dismiss(self, worker: Worker[Item]) -> None:
        """End a worker, whatever it does.

        Raises:
            EnvironmentProblem: one after the other is gone before it is ready.
        """
        self._workers.remove(worker)
        worker.kill()
        self._stillborn = 0 if worker.is_ready else self._stillborn + 1
        if self._stillborn == _MOST_STILLBORN:
            raise EnvironmentProblem("worker processes die or hang while they start")

    def __enter__(self) -> "Crew[Item]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        everybody = [*self._workers, *self._leaving]
        for worker in everybody:
            if kind is None:
                worker.end()
            else:
                worker.kill()
        for worker in everybody:
            worker.wait()
