"""The loop over worker processes: nothing is lost, whatever happens to a worker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jobs
import pytest

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.execution import Done, Failed, core_count, run


def test_every_item_gives_its_result() -> None:
    results = run(jobs.double, range(10), workers=2)
    assert sorted((r.item, r.value) for r in results if isinstance(r, Done)) == [
        (n, 2 * n) for n in range(10)
    ]


def test_workers_use_one_thread_for_numerics() -> None:
    (result,) = run(jobs.threads_of, [0], workers=1)
    assert result == Done(item=0, value="1")


def test_a_failing_item_fails_alone_with_its_reason() -> None:
    results = {result.item: result for result in run(jobs.stumble, range(7), workers=2)}
    assert {n for n, result in results.items() if isinstance(result, Done)} == {0, 1, 2, 6}
    assert results[3] == Failed(item=3, reason="it is a three", hint="take a four")
    assert results[4] == Failed(item=4, reason="unexpected ValueError: oops")
    assert results[5] == Failed(item=5, reason="the worker process crashed on it")


def test_items_that_were_only_in_flight_when_a_worker_died_are_done_after_all(
    tmp_path: Path,
) -> None:
    items = [str(tmp_path / name) for name in ("a", "b", "killer", "c", "d", "e")]
    results = list(run(jobs.die_once, items, workers=2))
    assert all(isinstance(result, Done) for result in results)
    assert sorted(result.item for result in results) == sorted(items)


def test_what_every_item_would_meet_ends_the_run() -> None:
    with pytest.raises(EnvironmentProblem, match="no model"):
        list(run(jobs.lack, range(100), workers=2))


def test_items_are_pulled_as_there_is_room() -> None:
    pulled = []

    def items() -> object:
        for number in range(100):
            pulled.append(number)
            yield number

    next(run(jobs.double, items(), workers=1))  # type: ignore[arg-type]
    assert len(pulled) <= 3


def test_no_items_give_no_results() -> None:
    assert list(run(jobs.double, [], workers=2)) == []


def test_this_machine_has_cores() -> None:
    assert core_count() >= 1


def test_workers_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    asleep = tmp_path / "pid"
    script = (
        "from qa_toolkit.execution import run\n"
        "import jobs\n"
        f"if __name__ == '__main__': list(run(jobs.sleep_long, [{str(asleep)!r}], workers=1))\n"
    )
    (tmp_path / "script.py").write_text(script)
    paths = os.pathsep.join(map(str, Path(__file__).parents[1:3]))
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py")], env=os.environ | {"PYTHONPATH": paths}
    )
    _wait_until(lambda: asleep.exists() and bool(asleep.read_text()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    worker = int(asleep.read_text())
    _wait_until(lambda: not _is_alive(worker))


def _wait_until(happened: object, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def _is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
