"""One bounded loop over worker processes: every item ends as a result or a recorded failure."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import Generic, TypeVar

from qa_toolkit.errors import EnvironmentProblem, QaToolkitError

_AHEAD = 8
Item = TypeVar("Item")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[Item, Value]):
    """An item with what was made of it."""

    item: Item
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Generic[Item]):
    """An item that nothing was made of, with the reason in words for people."""

    item: Item
    reason: str
    hint: str = ""


def core_count() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    fn: Callable[[Item], Value], items: Iterable[Item], *, workers: int
) -> Iterator[Done[Item, Value] | Failed[Item]]:
    """Apply `fn` to every item in spawned processes; results come as they are ready.

    At most two items for each worker are in flight, pulled from `items` as room is made, and none
    is begun that is far ahead of one that is not done, so that results can be put in order. A worker
    that dies takes nothing with it: what was in flight runs again, one item at a time, and only
    an item that kills its worker when alone is failed for it.

    Args:
        fn: a function at the top of a module; it and the items travel to other processes.
        items: what to work on; may be a generator.
        workers: number of processes, each with one thread for numerics.

    Raises:
        EnvironmentProblem: raised by `fn`; it would meet every item, so the rest is given up.
    """
    source = iter(items)
    while True:
        with _pool(workers) as pool:
            suspects = yield from _together(pool, fn, source, window=2 * workers)
        if not suspects:
            return
        for item in suspects:
            with _pool(1) as pool:
                yield _alone(pool, fn, item)


def _together(
    pool: ProcessPoolExecutor, fn: Callable[[Item], Value], source: Iterator[Item], window: int
) -> Generator[Done[Item, Value] | Failed[Item], None, list[Item]]:
    """Work through the source; the items that were in flight when the pool broke, else none."""
    in_flight: dict[Future[Value], Item] = {}
    order: deque[tuple[int, Future[Value]]] = deque()
    for number, item in enumerate(source):
        try:
            future = pool.submit(fn, item)
        except BrokenProcessPool:
            return [*in_flight.values(), item]
        in_flight[future] = item
        order.append((number, future))
        # who keeps results until their turn comes must not have to keep ever more of them
        while len(in_flight) == window or number - order[0][0] >= _AHEAD * window:
            if (yield from _collect(in_flight)):
                return list(in_flight.values())
            while order and order[0][1] not in in_flight:
                order.popleft()
            if not order:
                break
    while in_flight:
        if (yield from _collect(in_flight)):
            return list(in_flight.values())
    return []


def _collect(
    in_flight: dict[Future[Value], Item],
) -> Generator[Done[Item, Value] | Failed[Item], None, bool]:
    """Hand out what is ready; True when the pool broke, with its items left in flight."""
    ready, _ = wait(in_flight, return_when=FIRST_COMPLETED)
    broken = False
    for future in ready:
        if isinstance(future.exception(), BrokenProcessPool):
            broken = True
        else:
            yield _outcome(future, in_flight.pop(future))
    return broken


def _alone(
    pool: ProcessPoolExecutor, fn: Callable[[Item], Value], item: Item
) -> Done[Item, Value] | Failed[Item]:
    try:
        future = pool.submit(fn, item)
    except BrokenProcessPool:
        return _crashed(item)
    if isinstance(future.exception(), BrokenProcessPool):
        return _crashed(item)
    return _outcome(future, item)


def _crashed(item: Item) -> Failed[Item]:
    return Failed(item=item, reason="the worker process crashed on it")


def _outcome(future: Future[Value], item: Item) -> Done[Item, Value] | Failed[Item]:
    match future.exception():
        case None:
            return Done(item=item, value=future.result())
        case EnvironmentProblem() as problem:
            raise problem
        case QaToolkitError() as error:
            return Failed(item=item, reason=error.message, hint=error.hint)
        case unexpected:
            return Failed(item=item, reason=f"unexpected {type(unexpected).__name__}: {unexpected}")


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Spawned workers that end with this block, at once when it is left by an exception."""
    ours_before = set(active_children())
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    try:
        with _interrupt_held():
            pool.submit(int)  # a spawn pool starts all its workers with the first item
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(active_children()) - ours_before:
            child.terminate()
        raise
    pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Hold Ctrl-C back while the block runs; processes started in it never hear of it.

    The terminal signals every process of a command. Workers would tell of it in tracebacks; the
    parent alone decides what becomes of them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    """One thread for numerics, Ctrl-C left to the parent, and no life after the parent's death."""
    os.environ["OMP_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    # Workers hold both ends of the pool's pipes, so a parent killed by SIGKILL would leave them
    # waiting for ever.
    wait_for([sentinel])
    os._exit(1)
