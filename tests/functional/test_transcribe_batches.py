"""Batches of recordings: time budgets, limits, what failed and when it is tried again."""

from pathlib import Path
from typing import Any

import pytest
import recording_jobs
from commands import qa

from qa_toolkit.settings import Settings
from qa_toolkit.store import transcripts
from qa_toolkit.workflow import batch, filters, transcribe
from qa_toolkit.workflow.progress import Progress
from qa_toolkit.workflow.project import open_project

pytestmark = pytest.mark.whisper  # the key of a transcript names the speech model


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the recordings of a project; `recording_jobs.transcribe_by_hand` does as they say."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(transcribe, "transcribe_job", recording_jobs.transcribe_by_hand)
    qa("init", ".")
    (tmp_path / "calls").mkdir()
    return tmp_path / "calls"


def drawn(calls: Path, **contents: bytes) -> None:
    """Recordings with these bytes, imported and all of them drawn."""
    for name, content in contents.items():
        (calls / f"{name}.gsm").write_bytes(content)
    rows = [f"{name}.gsm,{name}" for name in contents]
    (calls / "metadata.csv").write_text("\n".join(["file,agent", *rows]))
    assert qa("import", "calls").code == 0
    assert qa("sample", "draw", "--seed", "1").code == 0


def transcribed(*options: str) -> Any:
    return qa("transcribe", "--json", "--workers", "1", *options).json


def asked(calls: Path) -> list[str]:
    """Who was transcribed since this was asked last, in order."""
    log = calls / "asked.log"
    names = log.read_text().split()
    log.unlink()
    return names


def test_the_longest_comes_first(calls: Path) -> None:
    drawn(
        calls, short=b"a:" + bytes(2_000), long=b"b:" + bytes(90_000), middle=b"c:" + bytes(9_000)
    )
    assert transcribed()["made"] == 3
    assert asked(calls) == ["long", "middle", "short"]


def test_a_used_budget_ends_the_run_in_words_and_the_next_goes_on(calls: Path) -> None:
    drawn(calls, a=b"slow:a", b=b"slow:b", c=b"slow:c", d=b"slow:d")
    ran = qa("transcribe", "--workers", "1", "--budget", "1s")
    done = len(asked(calls))
    assert 1 <= done < 4
    assert ran.code == 0
    assert f"{4 - done} recording" in ran.out
    assert "the same command goes on from here" in ran.out
    assert transcribed() | {"failures": []} == {
        "made": 4 - done,
        "known": done,
        "left": 0,
        "older": 0,
        "failures": [],
        "failed_before": [],
    }


def test_a_run_keeps_to_its_budget_and_scores_what_it_has(calls: Path) -> None:
    drawn(calls, a=b"slow:a", b=b"slow:b", c=b"slow:c")
    ran = qa("run", "calls", "--workers", "1", "--budget", "0s", "--json")
    assert ran.code == 0
    assert ran.json["transcribed"] == {"made": 0, "known": 0, "left": 3, "older": 0}


def test_another_preset_transcribes_anew_and_the_first_words_are_kept(calls: Path) -> None:
    drawn(calls, a=b"a")
    assert [transcribed()["made"], transcribed("--preset", "fast")["made"]] == [1, 1]
    assert [transcribed()["known"], transcribed("--preset", "fast")["known"]] == [1, 1]


def with_words(calls: Path) -> list[str]:
    with open_project(calls.parent) as project:
        return sorted(transcripts.current_keys(project.database))


@pytest.mark.parametrize(
    ("content", "options", "older"),
    [(b"a", ["--budget", "0s"], "left"), (b"refuse fast:", [], "failures")],
    ids=["time is used", "refused"],
)
def test_a_run_that_transcribes_nothing_takes_no_words_away(
    calls: Path, content: bytes, options: list[str], older: str
) -> None:
    drawn(calls, a=content)
    transcribed()
    told = transcribed("--preset", "fast", *options)
    assert (told["made"], told["older"], bool(told[older])) == (0, 1, True)
    assert with_words(calls) == ["a"]
    again = qa("transcribe", "--preset", "fast", *options)
    assert "1 recording keeps the words made under other options, and is not" in again.out


def test_words_made_under_other_options_are_not_scored_until_these_are_wanted_again(
    calls: Path,
) -> None:
    drawn(calls, a=b"a", b=b"b")
    assert qa("run", "calls", "--json").json["scored"]["made"] == 2
    left = qa("run", "calls", "--preset", "fast", "--budget", "0s", "--json").json
    assert (left["scored"], left["outcomes"]) == ({"made": 0, "known": 0}, {})
    assert [item["state"] for item in qa("list", "--json").json] == ["sampled", "sampled"]
    assert qa("run", "calls", "--json").json["scored"] == {"made": 0, "known": 2}


def test_a_mistake_in_the_settings_is_told_once_and_fails_no_recording(calls: Path) -> None:
    drawn(calls, a=b"misuse fast:a", b=b"misuse fast:b", c=b"c")
    transcribed()
    ran = qa("transcribe", "--preset", "fast")
    assert (ran.code, ran.err.count("this engine cannot be fast")) == (2, 1)
    assert "choose another preset" in ran.err
    assert qa("list", "--failed").out == "nothing failed\n"
    assert with_words(calls) == ["a", "b", "c"]


def test_words_of_others_that_are_to_be_ignored_are_not_scored(
    calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (calls / "a.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Agent>Hello.\n")
    drawn(calls, a=b"refuse:a")
    assert with_words(calls) == ["a"]
    monkeypatch.setenv("QA_TRANSCRIBE_EXISTING", "ignore")
    assert len(transcribed()["failures"]) == 1
    assert with_words(calls) == []


def test_one_recording_that_takes_long_holds_no_other_up(calls: Path) -> None:
    long = {"long": b"last of 40:" + bytes(90_000)}
    drawn(calls, **long, **{f"c{number}": f"c{number}".encode() for number in range(39)})
    assert qa("transcribe", "--json", "--workers", "2").json["failures"] == []


def test_a_preset_that_there_is_not_is_refused_and_all_there_are_named(calls: Path) -> None:
    ran = qa("transcribe", "--preset", "quick")
    assert ran.code == 2
    assert "'fast', 'accurate' or 'best'" in ran.err


@pytest.mark.parametrize("text", ["", "2", "h", "2 hours", "-3m", "1m1h"])
def test_a_budget_that_is_no_time_is_refused(text: str) -> None:
    ran = qa("transcribe", "--budget", text)
    assert ran.code == 2
    assert "1h30m" in ran.err


def test_what_failed_for_what_is_in_it_is_told_again_and_tried_again_when_asked(
    calls: Path,
) -> None:
    drawn(calls, good=b"good", bad=b"refuse")
    first = transcribed()
    assert sorted(asked(calls)) == ["bad", "good"]
    again = transcribed()
    assert (first["failures"], first["failed_before"]) == (again["failed_before"], [])
    assert (again["made"], again["known"], again["failures"]) == (0, 1, [])
    assert not (calls / "asked.log").exists()
    assert len(transcribed("--retry")["failures"]) == 1
    assert asked(calls) == ["bad"]


def test_what_failed_before_is_still_a_finding(calls: Path) -> None:
    drawn(calls, bad=b"refuse")
    transcribed()
    ran = qa("transcribe")
    assert ran.code == 1
    assert "Failed before, tried again only with --retry (1):" in ran.out
    assert "calls/bad.gsm: it sounds wrong" in ran.out


def test_recordings_that_were_gone_are_tried_again_when_they_are_back(calls: Path) -> None:
    drawn(calls, a=b"a", b=b"b", c=b"c")
    for path in calls.glob("[ab].gsm"):
        path.rename(path.with_suffix(".away"))
    gone = transcribed()
    assert (gone["made"], len(gone["failures"])) == (1, 2)
    for path in calls.glob("*.away"):
        path.rename(path.with_suffix(".gsm"))
    assert transcribed()["made"] == 2


def test_what_failed_because_a_server_was_down_is_tried_again(calls: Path) -> None:
    drawn(calls, a=b"down")
    assert [len(transcribed()["failures"]), len(transcribed()["failures"])] == [1, 1]


def test_other_bytes_under_the_same_name_are_tried(calls: Path) -> None:
    drawn(calls, a=b"refuse")
    transcribed()
    drawn(calls, a=b"better")
    assert transcribed()["made"] == 1


def test_a_recording_that_takes_too_long_fails_alone_and_is_tried_again(
    calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "START_S", 1.0)
    drawn(calls, good=b"good", stuck=b"hang")
    first = transcribed()
    assert first["made"] == 1
    assert (
        "calls/stuck.gsm: error: took longer than 1 s (raise run.time_limit" in first["failures"][0]
    )
    assert len(transcribed()["failures"]) == 1


def test_a_recording_that_needs_too_much_memory_fails_alone(
    calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_RUN_MEMORY_LIMIT_MB", "300")
    drawn(calls, good=b"good", big=b"swell")
    told = transcribed()
    assert told["made"] == 1
    assert "calls/big.gsm: error: needed more than 300 MB of memory" in told["failures"][0]


def test_failures_are_listed_with_what_to_do_and_when_they_are_tried_again(calls: Path) -> None:
    drawn(calls, bad=b"refuse", gone=b"good")
    (calls / "gone.gsm").unlink()
    (calls / "notes.wma").write_bytes(b"x")
    qa("import", "calls")
    transcribed()
    bad, gone, notes = qa("list", "--failed", "--json").json
    assert bad == {
        "id": "bad",
        "source": "calls/bad.gsm",
        "stage": "transcribe",
        "reason": "it sounds wrong",
        "hint": "record it again",
        "again": False,
    }
    assert (gone["id"], gone["again"]) == ("gone", True)
    assert (notes["stage"], notes["source"]) == ("import", "calls/notes.wma")
    assert "with --retry" in qa("list", "--failed").out


def test_where_nothing_failed_the_list_says_so(calls: Path) -> None:
    drawn(calls, good=b"good")
    transcribed()
    assert qa("list", "--failed").out == "nothing failed\n"
    assert qa("list", "--failed", "--json").json == []


def test_what_failed_is_counted_where_a_whole_run_is_told(calls: Path) -> None:
    drawn(calls, good=b"good", bad=b"refuse")
    assert "Transcribed  1 recording now, 0 before; 1 failed\n" in qa("run", "calls").out
    again = qa("run", "calls")
    assert again.code == 1
    assert "now, 1 before; 1 failed before, tried again only with --retry\n" in again.out


class Heard(Progress):
    """How many seconds of sound were told."""

    audio_s = 0.0

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        self.audio_s += audio_s


def test_how_much_sound_files_hold_is_told_while_they_are_worked_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "transcribe_file", recording_jobs.line_by_hand)
    paths, heard = [tmp_path / "a.gsm", tmp_path / "b.gsm"], Heard()
    lines = filters.transcribe_files(paths, Settings(), use_cache=False, progress=heard)
    assert [line.text for line in lines] == [str(path) for path in paths]
    assert heard.audio_s == 180
