"""What an item may cost: it is ended alone, together with its worker, whatever it hangs in."""

import time

import jobs
import pytest

from qa_toolkit.execution import Cause, Done, Failed, Limits, run


def test_an_item_that_hangs_in_c_code_is_ended_by_its_limit() -> None:
    began = time.monotonic()
    limits: Limits[float] = Limits(time_s=lambda _: 0.5)
    results = {r.item: r for r in run(jobs.hang, [0.0, 60.0, 0.0], workers=2, limits=limits)}
    assert time.monotonic() - began < 20
    assert results[60.0] == Failed(item=60.0, reason="took longer than 0.5 s", cause=Cause.TIME)
    assert results[0.0] == Done(item=0.0, value="done")


def test_each_item_has_the_time_that_its_limit_gives_it() -> None:
    limits: Limits[float] = Limits(time_s=lambda seconds: 0.2 if seconds == 0.7 else 10.0)
    results = {r.item: r for r in run(jobs.hang, [0.6, 0.7, 0.8], workers=1, limits=limits)}
    assert {item for item, result in results.items() if isinstance(result, Failed)} == {0.7}


def test_the_clock_does_not_run_while_a_worker_starts() -> None:
    """Starting takes longer than this limit."""
    limits: Limits[int] = Limits(time_s=lambda _: 0.05)
    assert list(run(jobs.double, [1], workers=1, limits=limits)) == [Done(item=1, value=2)]


def test_an_answer_that_came_in_time_counts_when_the_caller_looks_late() -> None:
    limits: Limits[float] = Limits(time_s=lambda _: 0.3)
    results = run(jobs.hang, [0.0, 0.1, 0.0, 0.1], workers=1, limits=limits)
    next(results)
    time.sleep(0.6)
    assert all(isinstance(result, Done) for result in results)


def test_an_item_over_the_memory_limit_fails_alone() -> None:
    limits: Limits[int] = Limits(memory_mb=300)
    results = {r.item: r for r in run(jobs.fill_memory, [1, 900, 2], workers=2, limits=limits)}
    assert results.pop(900) == Failed(
        item=900, reason="needed more than 300 MB of memory", cause=Cause.MEMORY
    )
    assert all(isinstance(result, Done) for result in results.values())


def test_what_one_item_left_behind_is_not_held_against_the_next() -> None:
    """A worker that has grown is replaced before it reaches the limit."""
    limits: Limits[int] = Limits(memory_mb=400)
    results = list(run(jobs.leak, [110] * 8, workers=1, limits=limits))
    assert all(isinstance(result, Done) for result in results)
    assert len({result.value for result in results if isinstance(result, Done)}) > 1


def test_an_item_that_fits_into_a_fresh_worker_is_tried_again_in_one() -> None:
    """The second needs more than the limit beside what the first left, but not by itself."""
    limits: Limits[int] = Limits(memory_mb=400)
    assert all(isinstance(r, Done) for r in run(jobs.leak, [150, 300], workers=1, limits=limits))


@pytest.mark.parametrize(("each", "processes"), [(0, 1), (2, 3)], ids=["never", "every two"])
def test_workers_are_replaced_after_so_many_items(each: int, processes: int) -> None:
    results = run(jobs.process_of, range(6), workers=1, limits=Limits(items=each))
    assert len({result.value for result in results if isinstance(result, Done)}) == processes
