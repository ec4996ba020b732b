"""Which item comes next: laws that hold whatever becomes of the items."""

import random

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.execution.queue import Queue, Task

FATES = st.lists(st.sampled_from(["done", "put back", "suspect"]), max_size=40)


@given(
    items=st.integers(0, 30), workers=st.integers(1, 4), ahead=st.none() | st.integers(1, 8), fates=FATES,
    which=st.randoms(use_true_random=False),
)  # fmt: skip
def test_every_item_is_done_once_a_suspect_alone_and_none_far_ahead(
    items: int, workers: int, ahead: int | None, fates: list[str], which: random.Random
) -> None:
    queue = Queue(range(items), ahead=ahead)
    running: list[Task[int]] = []
    undone = set(range(items))
    while True:
        while len(running) < workers and (task := queue.take(running)):
            running.append(task)
        if not running:
            break
        assert len(running) == 1 or not any(task.alone for task in running)
        assert ahead is None or max(task.number for task in running) - min(undone) < ahead
        task = running.pop(which.randrange(len(running)))
        match fates.pop() if fates else "done":
            case "put back":
                queue.put_back(task)
            case "suspect":
                queue.suspect(task)
            case _:
                undone.remove(task.item)
                queue.done(task)
    assert undone == set()
