"""How far the work is, in words, on a terminal and in a log."""

import io

import pytest
from rich.console import Console
from rich.progress import Progress as Bars
from rich.progress import TextColumn

from qa_toolkit.cli.progress import PlainProgress, TerminalProgress
from qa_toolkit.workflow.progress import Pace, length


def test_audio_speed_and_time_left_are_told() -> None:
    pace = Pace(total=10, expected_s=36_000)
    pace.add(expected_s=3_600, audio_s=3_600)
    assert pace.told(elapsed_s=120) == "1.0 of 10.0 h of audio, 30 × real time, 18 min left"


def test_the_total_follows_what_recordings_really_hold() -> None:
    """Their sizes promised four times as much."""
    pace = Pace(total=2, expected_s=28_800)
    pace.add(expected_s=14_400, audio_s=3_600)
    assert pace.told(elapsed_s=3_600) == "1.0 of 2.0 h of audio, 1.0 × real time, 60 min left"


def test_at_the_end_nothing_is_left_also_where_a_budget_ended_it() -> None:
    pace = Pace(total=10, expected_s=36_000)
    pace.add(expected_s=3_600, audio_s=3_600)
    pace.finish()
    assert pace.told(elapsed_s=60) == "60 of 60 min of audio, 60 × real time"


def test_work_without_sound_tells_only_the_time_left() -> None:
    pace = Pace(total=4)
    pace.add(expected_s=0, audio_s=0)
    assert pace.told(elapsed_s=10) == "30 s left"


@pytest.mark.parametrize("pace", [Pace(total=None), Pace(total=3), Pace(total=3, expected_s=9)])
def test_nothing_is_told_while_nothing_is_known(pace: Pace) -> None:
    assert pace.told(elapsed_s=10) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (89, "89 s"), (90, "2 min"), (5_400, "1 h 30 min"), (7_200, "2 h")],
)
def test_lengths_of_time_in_words(seconds: float, words: str) -> None:
    assert length(seconds) == words


def test_a_log_gets_a_line_at_most_every_half_minute() -> None:
    now, lines = 0.0, list[str]()
    progress = PlainProgress(lines.append, clock=lambda: now)
    progress.start("transcribe", 100, expected_s=100 * 60)
    for _ in range(100):
        now += 1
        progress.advance("transcribe", expected_s=60, audio_s=60)
    assert lines == [
        "transcribe: 30 of 100, 30 of 100 min of audio, 60 × real time, 70 s left",
        "transcribe: 60 of 100, 60 of 100 min of audio, 60 × real time, 40 s left",
        "transcribe: 90 of 100, 90 of 100 min of audio, 60 × real time, 10 s left",
    ]


def test_a_log_of_short_work_stays_empty() -> None:
    lines = list[str]()
    progress = PlainProgress(lines.append, clock=lambda: 0.0)
    progress.start("score", 2)
    progress.advance("score")
    assert lines == []


def test_a_log_of_work_without_end_counts() -> None:
    now, lines = 0.0, list[str]()
    progress = PlainProgress(lines.append, clock=lambda: now)
    progress.start("import", None)
    now = 31
    progress.advance("import")
    assert lines == ["import: 1 item, 31 s so far"]


def test_a_bar_shows_the_pace() -> None:
    screen, now = io.StringIO(), 0.0
    bars = Bars(
        TextColumn("{task.description} {task.completed} {task.fields[pace]}"),
        console=Console(file=screen, force_terminal=True, width=100),
        get_time=lambda: now,
        auto_refresh=False,
    )
    progress = TerminalProgress(bars)
    with bars:
        progress.start("transcribe", 2, expected_s=7_200)
        now = 60.0
        progress.advance("transcribe", expected_s=3_600, audio_s=3_600)
        bars.refresh()
        progress.finish("transcribe")
    first, last = "1.0 of 2.0 h of audio, 60 × real time, 60 s left", "60 of 60 min of audio"
    assert f"transcribe 1 {first}" in screen.getvalue()
    assert f"transcribe 1 {last}" in screen.getvalue()
