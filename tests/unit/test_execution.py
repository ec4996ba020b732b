"""The loop over worker processes: nothing is lost, whatever happens to a worker."""

import importlib
import os
import subprocess
import sys
import time
from pathlib import Path

import jobs
import pytest

from qa_toolkit.errors import EnvironmentProblem, UsageError
from qa_toolkit.execution import Cause, Done, Failed, Limits, core_count, process, run


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
    assert results[4] == Failed(
        item=4, reason="unexpected ValueError: oops", cause=Cause.UNEXPECTED
    )
    assert results[5] == Failed(
        item=5, reason="the worker process crashed on it", cause=Cause.CRASH
    )


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGKILL"])
def test_an_item_that_ends_every_worker_fails_alone_and_the_signal_is_named(how: str) -> None:
    items = [("", 0), (how, 1), ("", 2), ("", 3)]
    results = {result.item: result for result in run(jobs.die_of, items, workers=2)}
    failed = results.pop((how, 1))
    assert isinstance(failed, Failed)
    assert how in failed.reason
    assert all(isinstance(result, Done) for result in results.values())


def test_a_worker_that_dies_once_costs_no_item(tmp_path: Path) -> None:
    items = [str(tmp_path / name) for name in ("a", "b", "killer", "c", "d", "e")]
    results = list(run(jobs.die_once, items, workers=2))
    assert all(isinstance(result, Done) for result in results)
    assert sorted(result.item for result in results) == sorted(items)


def test_who_was_there_when_another_died_is_not_run_again(tmp_path: Path) -> None:
    items = [str(tmp_path / name) for name in ("a", "b", "killer", "c", "d", "e")]
    list(run(jobs.die_once, items, workers=2))
    assert (tmp_path / "begun").read_text().count("\n") == len(items) + 1


def test_what_cannot_travel_to_a_worker_fails_alone() -> None:
    results = list(run(jobs.text_of, [1, lambda: None, 3], workers=2))
    assert sorted(result.value for result in results if isinstance(result, Done)) == ["1", "3"]
    (failed,) = (result for result in results if isinstance(result, Failed))
    assert failed.cause is Cause.UNEXPECTED


def test_what_cannot_travel_back_fails_alone() -> None:
    results = {result.item: result for result in run(jobs.no_traveller, [0, 1], workers=1)}
    assert isinstance(results[0], Done)
    assert isinstance(results[1], Failed)
    assert results[1].reason.startswith("unexpected TypeError")


def test_what_every_item_would_meet_ends_the_run() -> None:
    with pytest.raises(EnvironmentProblem, match="no model"):
        list(run(jobs.lack, range(100), workers=2))


def test_a_mistake_in_the_settings_ends_the_run_too() -> None:
    with pytest.raises(UsageError, match="no such codec") as raised:
        list(run(jobs.misuse, range(100), workers=2))
    assert raised.value.hint == "choose one"


def test_what_is_done_is_given_before_a_problem_ends_the_run(tmp_path: Path) -> None:
    go = tmp_path / "go"
    results = run(jobs.lack_after, ["", "", f"{go}!", str(go)], workers=2)
    assert [next(results).item, next(results).item] == ["", ""]
    go.touch()
    time.sleep(1)  # both have answered, and the problem may stand first
    assert next(results) == Done(item=str(go), value="done")
    with pytest.raises(EnvironmentProblem):
        next(results)


_SLOW = """
import time
from multiprocessing import parent_process
from pathlib import Path

if parent_process() and not Path({once!r}).exists():
    Path({touched!r}).touch()
    time.sleep(60)

def same(item):
    return item
"""


def test_a_worker_that_hangs_while_it_starts_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = str(tmp_path / "once")
    (tmp_path / "slow_once.py").write_text(_SLOW.format(once=once, touched=once))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(process, "START_S", 3.0)
    same = importlib.import_module("slow_once").same
    assert list(run(same, [1], workers=1)) == [Done(item=1, value=1)]


def test_where_every_worker_hangs_while_it_starts_the_run_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never, touched = str(tmp_path / "never"), str(tmp_path / "touched")
    (tmp_path / "slow_always.py").write_text(_SLOW.format(once=never, touched=touched))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(process, "START_S", 0.5)
    same = importlib.import_module("slow_always").same
    with pytest.raises(EnvironmentProblem, match="while they start"):
        list(run(same, range(9), workers=2))


def test_a_function_that_cannot_be_loaded_is_told_once(tmp_path: Path) -> None:
    """A module that is there for the parent alone, as in a notebook."""
    (tmp_path / "here_only.py").write_text("def same(item):\n    return item\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(tmp_path)
        same = importlib.import_module("here_only").same
    with pytest.raises(EnvironmentProblem, match=r"cannot start: ModuleNotFoundError: .*here_only"):
        list(run(same, range(9), workers=2))


def test_items_are_pulled_as_there_is_room() -> None:
    pulled = []

    def items() -> object:
        for number in range(100):
            pulled.append(number)
            yield number

    next(run(jobs.double, items(), workers=1))  # type: ignore[arg-type]
    assert len(pulled) <= 3


def test_nothing_is_begun_that_is_far_ahead_of_what_is_not_done(tmp_path: Path) -> None:
    """Results in order need not be kept in ever greater number while the first one takes long."""
    first, rest = str(tmp_path / "go"), [str(number) for number in range(200)]
    before = 0
    for result in run(jobs.wait_for_file, [first, *rest], workers=2):
        if result.item == first:
            break
        before += 1
        if before == 31:  # 16 for each worker, the first among them
            (tmp_path / "go").touch()
    assert 31 <= before <= 33


def test_where_no_order_is_needed_one_slow_item_holds_nobody_up(tmp_path: Path) -> None:
    first, rest = str(tmp_path / "go"), [str(number) for number in range(60)]
    order = []
    limits: Limits[str] = Limits(time_s=lambda _: 20)
    results = run(jobs.wait_for_file, [first, *rest], workers=2, limits=limits, ahead=None)
    for result in results:
        order.append(result.item)
        if len(order) == len(rest):
            (tmp_path / "go").touch()
    assert order[-1] == first


def test_no_items_give_no_results() -> None:
    assert list(run(jobs.double, [], workers=2)) == []


def test_this_machine_has_cores() -> None:
    assert core_count() >= 1


def test_a_killed_worker_leaves_no_words_on_standard_error(tmp_path: Path) -> None:
    ran = _script(tmp_path, "print(len(list(run(jobs.lock_and_die, [0, 1, 0], workers=2))))")
    said, complained = ran.communicate(timeout=60)
    assert (said, complained) == ("3\n", "")


def test_workers_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    asleep = tmp_path / "pid"
    parent = _script(tmp_path, f"list(run(jobs.sleep_long, [{str(asleep)!r}], workers=1))")
    _wait_until(lambda: asleep.exists() and bool(asleep.read_text()))
    parent.kill()
    parent.communicate()
    worker = int(asleep.read_text())
    _wait_until(lambda: not _is_alive(worker))


def test_no_worker_ever_hears_of_ctrl_c(tmp_path: Path) -> None:
    """Not even the first, which comes with a process that tracks resources."""
    script = _script(
        tmp_path, "print([r.value for r in run(jobs.hears_interrupt, range(4), workers=2)])"
    )
    assert script.communicate(timeout=60)[0] == "[False, False, False, False]\n"


def _script(folder: Path, statement: str) -> subprocess.Popen[str]:
    """A process of its own that runs a loop."""
    lines = ["from qa_toolkit.execution import run", "import jobs", "if __name__ == '__main__':"]
    (folder / "script.py").write_text("\n".join([*lines, f"    {statement}\n"]))
    paths = os.pathsep.join(map(str, Path(__file__).parents[1:3]))
    return subprocess.Popen(
        [sys.executable, str(folder / "script.py")],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


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
