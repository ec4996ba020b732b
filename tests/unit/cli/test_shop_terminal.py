"""The parts of the terminal form that need no terminal."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from interview_builders import WHOLE, interview, typed
from shop_builders import START, log, marks

from qa_toolkit.cli.shop.terminal import running_clock
from qa_toolkit.cli.shop.terminal.asking import Asked
from qa_toolkit.cli.shop.terminal.listing import show_draft, show_items
from qa_toolkit.cli.shop.terminal.plain import PlainReader
from qa_toolkit.cli.shop.terminal.running_clock import RunningClock
from qa_toolkit.cli.shop.terminal.screen import show, show_finding
from qa_toolkit.domain.shop.finding import ShopFinding

IDLE = log(marks=())
RUNNING = log(marks=marks(start=0))


class Clocks:
    """A clock on the wall that may be set, and one that only runs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.running_s = START, 50.0
        monkeypatch.setattr(running_clock, "wall", lambda: self.wall)
        monkeypatch.setattr(running_clock, "running_s", lambda: self.running_s)

    def passes(self, seconds: float, *, wall_s: float | None = None) -> None:
        self.running_s += seconds
        self.wall += timedelta(seconds=seconds if wall_s is None else wall_s)


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    return Clocks(monkeypatch)


def test_marks_follow_the_clock_that_runs(clocks: Clocks) -> None:
    """Somebody sets the clock an hour forward while the call waits."""
    clock = RunningClock()
    assert clock.now(IDLE) == START
    clocks.passes(20, wall_s=3620)
    assert clock.now(RUNNING) == START + timedelta(seconds=20)
    assert "set forward by 3,600 s" in clock.drift()


def test_the_first_press_is_by_the_clock_on_the_wall(clocks: Clocks) -> None:
    clock = RunningClock()
    clock.now(IDLE)
    clocks.passes(100, wall_s=40)
    assert clock.now(IDLE) == START + timedelta(seconds=40)
    assert clock.drift() == ""


def test_a_stopwatch_that_was_left_running_goes_on(clocks: Clocks) -> None:
    clocks.passes(75)
    assert RunningClock().told(RUNNING) == "● waiting, 1:15"


def test_a_clock_that_lies_before_the_start_is_told(clocks: Clocks) -> None:
    clocks.passes(0, wall_s=-60)
    assert "lies before the start" in RunningClock().told(RUNNING)


@pytest.mark.parametrize(
    ("pressed", "told"),
    [
        ({"start": 0, "answered": 5}, "● 0:30"),
        ({"start": 0, "answered": 5, "hold": 9}, "● on hold, 0:30"),
        ({"start": 0, "answered": 5, "end": 9}, ""),
        ({}, ""),
    ],
    ids=["answered", "hold", "ended", "not begun"],
)
def test_the_stopwatch_shows_what_runs(
    clocks: Clocks, pressed: dict[str, float], told: str
) -> None:
    clocks.passes(30)
    assert RunningClock().told(log(marks=marks(**pressed))) == told


def test_the_wall_is_in_a_zone() -> None:
    before = datetime.now(UTC)
    assert before <= running_clock.wall() <= datetime.now(UTC)


def lines(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in given)))


def test_a_plain_story_ends_with_a_dot(monkeypatch: pytest.MonkeyPatch) -> None:
    lines(monkeypatch, "Dana answered.", ".")
    kept: list[str] = []
    asked = Asked(keys="", many_lines=True, text="I called.\n", line_done=kept.append)
    assert PlainReader().line(asked) == "I called.\nDana answered."
    assert kept == ["I called.\nDana answered."]


def test_a_command_in_a_plain_story_is_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lines(monkeypatch, ":skip")
    assert PlainReader().line(Asked(keys="", many_lines=True)) == ":skip"


def test_lines_that_end_are_no_empty_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    lines(monkeypatch)
    with pytest.raises(EOFError):
        PlainReader().line(Asked(keys=""))


def test_all_items_are_listed_with_their_state(capsys: pytest.CaptureFixture[str]) -> None:
    show_items(typed(interview(*WHOLE[:5]), ":go 3").interview)
    told = capsys.readouterr().out.splitlines()
    assert "x  1 name of the person" in told
    assert "x  3 reference <" in told
    assert ".  6 Does the person give a name?" in told
    assert told[-1] == "7 items open (marked .); :go and a number goes there"


def test_a_draft_is_shown_as_it_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    show_draft(interview(*WHOLE))
    told = capsys.readouterr().out
    assert "  location: North desk (north)" in told
    assert "  How is the new card sent?: By courier" in told
    assert "times: start 10:00:00, answered 10:00:20, end 10:05:00 (waited 0:20, in all" in told
    assert told.endswith("complete\n")


def test_what_could_steer_the_terminal_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    show("Say \x1b[2J\x07hello")
    assert capsys.readouterr().out == "Say [2Jhello\n"


@pytest.mark.parametrize(("severity", "mark"), [("error", "!"), ("warning", "?"), ("info", "i")])
def test_findings_are_told_apart_without_colours(
    severity: str, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = ShopFinding(code="M101", where="staff", message="nobody", severity=severity)  # type: ignore[arg-type]  # one of the three
    show_finding(finding, "1")
    assert capsys.readouterr().out == f"{mark} nobody [M101] (item 1)\n"
