"""The loop: every item ends as a result or a failure with its reason."""

import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.reduction import ForkingPickler
from typing import TypeAlias, TypeVar

from qa_toolkit.errors import EnvironmentProblem, QaToolkitError
from qa_toolkit.execution.crew import Crew
from qa_toolkit.execution.limits import Limits
from qa_toolkit.execution.outcome import Cause, Done, Failed
from qa_toolkit.execution.process import Worker
from qa_toolkit.execution.queue import Queue, Task
from qa_toolkit.execution.worker import Refusal

Item = TypeVar("Item")
Value = TypeVar("Value")
Outcome: TypeAlias = Done[Item, Value] | Failed[Item]

AHEAD = 16
"""Enough that nobody waits for work, few enough to be kept."""
_MOST_CRASHES = 2
_MOST_KILLS = 4
"""A kill comes from outside, by hand or for want of memory: what it hit may well be innocent."""
_KILLS = {
    getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}


def run(
    fn: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    workers: int,
    limits: Limits[Item] | None = None,
    ahead: int | None = AHEAD,
) -> Iterator[Done[Item, Value] | Failed[Item]]:
    """Apply `fn` to every item in spawned processes; results come as they are ready.

    Each worker has one item at a time, pulled from `items` when it is free. A worker that dies
    costs only itself: its item runs again, and is failed only when it has ended a worker with
    nothing running beside it. An item over a limit is ended with its worker, whatever code it
    hangs in; over that of memory it is tried again first where the worker had done others.

    Args:
        fn: a function at the top of a module; it and the items travel to other processes.
        items: what to work on; may be a generator.
        workers: number of processes, each with one thread for numerics.
        limits: what an item may cost; None for whatever it takes.
        ahead: for each worker, how many items may be begun beyond one that is not done, so that
            results can be put in order; None for any number, so that none waits for another.

    Raises:
        EnvironmentProblem, UsageError: raised by `fn` (`Unusable` is an item's own failure); it
            would meet every item, so the rest is given up once all results that are there have
            been given. Or no worker process can be started.
    """
    limits = limits or Limits()
    queue = Queue(items, ahead=None if ahead is None else ahead * workers)
    outcomes: list[Outcome[Item, Value] | QaToolkitError] = []
    with Crew(fn, workers, limits) as crew:
        while True:
            # first, so that nobody is idle while the caller looks at results
            outcomes += _as_told(_hand_out(queue, crew, limits))
            problems = [outcome for outcome in outcomes if isinstance(outcome, QaToolkitError)]
            for outcome in outcomes:
                if not isinstance(outcome, QaToolkitError):
                    yield outcome
            if problems:
                raise problems[0]
            if not crew.running:
                return
            outcomes = []
            for worker in crew.wait():
                outcomes += _as_told(_hear(queue, crew, worker))
            outcomes += _as_told(_over_limits(queue, crew, limits))


def _as_told(
    outcomes: Iterator[Outcome[Item, Value]],
) -> Iterator[Outcome[Item, Value] | QaToolkitError]:
    """Outcomes, and last what ended them, so that it takes none of them away."""
    try:
        yield from outcomes
    except QaToolkitError as problem:
        yield problem


def _hand_out(queue: Queue[Item], crew: Crew[Item], limits: Limits[Item]) -> Iterator[Failed[Item]]:
    """Have as much begun as there is room for; what cannot travel to a process has failed."""
    while crew.has_room and (task := queue.take(crew.running)):
        try:
            task.data = task.data or bytes(ForkingPickler.dumps(task.item))
        except Exception as error:  # noqa: BLE001 - an item's own code runs here
            reason = f"unexpected {type(error).__name__}: {error}"
            yield _failed(queue, task, reason, Cause.UNEXPECTED)
            continue
        task.limit_s = limits.time_s(task.item) if limits.time_s else None
        crew.begin(task)


def _hear(
    queue: Queue[Item], crew: Crew[Item], worker: Worker[Item]
) -> Iterator[Done[Item, Value] | Failed[Item]]:
    """Hear what one has to say: that it has started, or what became of its task."""
    if worker.task is None:
        return
    task = worker.task
    try:
        if not worker.is_ready:
            worker.has_started()
            if not crew.hand_over(worker, task):
                queue.put_back(task)
            return
        answer = worker.answer()
    except EnvironmentProblem:
        raise
    except (EOFError, OSError):
        yield from _bury(queue, crew, worker, task)
        return
    except Exception as error:  # noqa: BLE001 - a value's own code runs when it arrives
        answer = Refusal(f"unexpected {type(error).__name__}: {error}", "", Cause.UNEXPECTED)
    crew.rest(worker)
    if isinstance(answer, QaToolkitError):
        raise answer
    if isinstance(answer, Refusal):
        yield _failed(queue, task, answer.reason, answer.cause, answer.hint)
    else:
        queue.done(task)
        yield Done(item=task.item, value=answer)


def _bury(
    queue: Queue[Item], crew: Crew[Item], worker: Worker[Item], task: Task[Item]
) -> Iterator[Failed[Item]]:
    """See to the task of a worker that died: it is tried again, unless that was done."""
    died_of = worker.signal_of_death()
    crew.dismiss(worker)
    if not worker.is_ready:  # nobody had begun it
        queue.put_back(task)
        return
    killed = died_of in _KILLS
    task.crashes += 1
    if killed and task.crashes == 1:
        queue.put_back(task)
    elif not task.alone or task.crashes < (_MOST_KILLS if killed else _MOST_CRASHES):
        queue.suspect(task)
    else:
        name = f" ({died_of.name})" if died_of else ""
        what = "was killed while it worked on it" if killed else "crashed on it"
        yield _failed(queue, task, f"the worker process {what}{name}", Cause.CRASH)


def _over_limits(
    queue: Queue[Item], crew: Crew[Item], limits: Limits[Item]
) -> Iterator[Failed[Item]]:
    for worker in crew.overdue():
        if worker.task and not worker.is_ready:
            crew.dismiss(worker)
            queue.put_back(worker.task)
        elif worker.task:
            reason = f"took longer than {worker.task.limit_s:,g} s"
            crew.dismiss(worker)
            yield _failed(queue, worker.task, reason, Cause.TIME)
    for worker in crew.too_big():
        if worker.task and worker.answered and not worker.task.outgrew:
            # what items before it left behind may be what was too much
            worker.task.outgrew = True
            crew.dismiss(worker)
            queue.put_back(worker.task)
        elif worker.task:
            reason = f"needed more than {limits.memory_mb:,} MB of memory"
            crew.dismiss(worker)
            yield _failed(queue, worker.task, reason, Cause.MEMORY)


def _failed(
    queue: Queue[Item], task: Task[Item], reason: str, cause: Cause, hint: str = ""
) -> Failed[Item]:
    queue.done(task)
    return Failed(item=task.item, reason=reason, hint=hint, cause=cause)
