"""Which item comes next."""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(slots=True, eq=False)
class Task(Generic[Item]):
    """An item on its way.

    Attributes:
        number: its place among the items.
        data: the item as it travels; empty until somebody takes it.
        limit_s: seconds it may take; None for no limit.
        crashes: how often a worker process died while it had it.
        alone: whether nothing may run beside it.
        outgrew: whether it was over the memory limit in a worker that had done others before.
    """

    number: int
    item: Item
    data: bytes = b""
    limit_s: float | None = None
    crashes: int = 0
    alone: bool = False
    outgrew: bool = False


class Queue(Generic[Item]):
    """Items in their order, pulled one at a time as somebody takes them.

    Args:
        items: what to work on; may be a generator.
        ahead: no item is pulled that is so many further than one that is not done, because who
            keeps results until their turn comes must not have to keep ever more of them; None
            for no such end.
    """

    def __init__(self, items: Iterable[Item], *, ahead: int | None) -> None:
        self._source = enumerate(items)
        self._ahead = ahead
        self._begun: dict[int, None] = {}  # numbers of what is not done, ascending
        self._pulled = 0
        self._again: deque[Task[Item]] = deque()
        self._suspects: deque[Task[Item]] = deque()

    def take(self, running: Collection[Task[Item]]) -> Task[Item] | None:
        """The next to run beside the running ones; None when there is nothing as yet.

        A suspect runs alone, so that nothing beside it can be what its worker dies of.
        """
        if any(task.alone for task in running):
            return None
        if self._again:
            return self._again.popleft()
        if not self._is_far_ahead():
            for number, item in self._source:
                self._pulled = number + 1
                self._begun[number] = None
                return Task(number, item)
        if self._suspects and not running:
            return self._suspects.popleft()
        return None

    def _is_far_ahead(self) -> bool:
        if self._ahead is None or not self._begun:
            return False
        return self._pulled - next(iter(self._begun)) >= self._ahead

    def put_back(self, task: Task[Item]) -> None:
        """It is to be begun again, like any other."""
        self._again.append(task)

    def suspect(self, task: Task[Item]) -> None:
        """It is to be begun again, alone: after all others, or when these wait for it."""
        task.alone = True
        self._suspects.append(task)

    def done(self, task: Task[Item]) -> None:
        """It is done or failed for good."""
        del self._begun[task.number]
