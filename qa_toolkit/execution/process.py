"""A worker process as its parent sees it."""

import pickle
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.resource_tracker import ensure_running
from typing import Any, Generic, TypeVar

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.execution.limits import resident_mb
from qa_toolkit.execution.queue import Task
from qa_toolkit.execution.worker import READY, serve

Item = TypeVar("Item")
_SPAWN = get_context("spawn")
START_S = 120.0
"""Seconds a process may take to start: libraries may lie on a slow disk that many read at once."""
_GRACE_S = 5.0
"""Seconds an idle process may take to end before it is killed."""


class Worker(Generic[Item]):
    """A process that holds at most one task, so that its death tells whose it was.

    Attributes:
        task: what it has; None when idle.
        is_ready: whether the process has started; until then its task waits with us.
        begun_s: when it began with its task, or to start, by the monotonic clock.
        answered: how many items it has answered.
        first_mb: its memory after the first of them.
    """

    def __init__(self, function: bytes, task: Task[Item]) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        # a daemon: should our parent's caller forget us, the interpreter's end still ends it
        self._process = _SPAWN.Process(target=serve, args=(function, theirs), daemon=True)
        with _interrupt_held():
            self._process.start()
        theirs.close()  # so that its death closes the pipe
        self.task: Task[Item] | None = task
        self.is_ready = False
        self.begun_s = time.monotonic()
        self.answered = 0
        self.first_mb = 0.0

    def has_started(self) -> None:
        """Take note that it said so.

        Raises:
            EOFError: it died instead.
            EnvironmentProblem: it says why it cannot; no other could.
        """
        said = self.connection.recv_bytes()
        if said != READY:
            raise EnvironmentProblem(f"worker processes cannot start: {said.decode()}")
        self.is_ready = True

    def begin(self, task: Task[Item]) -> None:
        """Have the task worked on.

        Raises:
            OSError: the process is dead; the task has not been begun.
        """
        self.task = task
        self.begun_s = time.monotonic()
        self.connection.send_bytes(task.data)

    def left_s(self) -> float | None:
        """Seconds until it will have taken longer than it may; None without such a limit.

        Until it is ready that is for starting, then for its task.
        """
        if not self.is_ready:
            return self.begun_s + START_S - time.monotonic()
        limit_s = self.task.limit_s if self.task else None
        return None if limit_s is None else self.begun_s + limit_s - time.monotonic()

    def has_spoken(self) -> bool:
        """Whether an answer lies ready, or the process died."""
        return self.connection.poll()

    def answer(self) -> Any:
        """What it says of its task: a value, a `Refusal` or what ends the run.

        Raises:
            EOFError: the process died.
        """
        data = self.connection.recv_bytes()
        self.answered += 1
        if self.answered == 1:
            self.first_mb = self.resident_mb()
        return pickle.loads(data)  # noqa: S301 - from our own worker

    def resident_mb(self) -> float:
        """The memory it holds now, see `limits.resident_mb`."""
        return resident_mb(self._process.pid or 0)

    def end(self) -> None:
        """Let an idle process end by itself; `wait` sees to it that it does."""
        self.connection.close()

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def wait(self) -> None:
        """Wait until it has ended, and kill it when that takes long."""
        self._process.join(_GRACE_S)
        self.kill()

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self.connection.close()
        self._process.kill()
        self._process.join(_GRACE_S)  # not for ever: a dead network drive holds on even to the dead

    def signal_of_death(self) -> signal.Signals | None:
        """The signal a dead process died of; None when it ended by itself."""
        self._process.join(_GRACE_S)  # its pipe closes a moment before it can be asked
        code = self._process.exitcode
        self.kill()
        return signal.Signals(-code) if code is not None and code < 0 else None


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Hold Ctrl-C back while the block runs; processes started in it never hear of it.

    The terminal signals every process of a command. Workers would tell of it in tracebacks; the
    parent alone decides what becomes of them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    ensure_running()  # starting the first process would start it, and with that let Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
