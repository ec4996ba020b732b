"""How long recordings will take, told before anything is decoded."""

import os
import wave
from pathlib import Path

import pytest

from qa_toolkit.execution import Cause, Failed
from qa_toolkit.settings import RunSettings, Settings
from qa_toolkit.workflow.batch import expected_s, hint_of, limits


@pytest.mark.parametrize(("rate", "channels", "width"), [(8_000, 1, 1), (44_100, 2, 2)])
def test_a_wav_file_says_how_long_it_is(
    tmp_path: Path, rate: int, channels: int, width: int
) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(bytes(3 * rate * channels * width))
    assert expected_s(tmp_path / "a.wav") == pytest.approx(3, abs=0.01)


@pytest.mark.parametrize(
    "head",
    [b"", b"RIFF", b"RIFF....WAVEfmt ", b"RIFF....WAVEfmt " + b"\xff" * 24, b"no sound at all"],
    ids=["empty", "cut", "no format", "absurd rate", "text"],
)
def test_a_header_that_says_nothing_leaves_the_size(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(head.ljust(160_000, b"\0"))
    assert expected_s(tmp_path / "a.wav") == 10


def test_gsm_takes_1650_bytes_a_second(tmp_path: Path) -> None:
    (tmp_path / "a.GSM").write_bytes(bytes(16_500))
    assert expected_s(tmp_path / "a.GSM") == 10


def test_a_recording_that_is_gone_has_no_length(tmp_path: Path) -> None:
    assert expected_s(tmp_path / "gone.wav") == 0


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert expected_s(tmp_path / "pipe.wav") == 0


def test_the_time_limit_grows_with_the_recording() -> None:
    found = limits(Settings(run=RunSettings(time_limit=2)), float)
    assert found.time_s is not None
    assert (found.time_s("0"), found.time_s("600")) == (300, 1500)


def test_no_limits_are_no_limits() -> None:
    found = limits(Settings(run=RunSettings(time_limit=0, memory_limit_mb=0)), float)
    assert (found.time_s, found.memory_mb) == (None, 0)


def test_a_reason_keeps_its_own_hint_and_a_limit_names_its_setting() -> None:
    own = Failed(item="a", reason="no", hint="try this")
    slow = Failed(item="a", reason="no", cause=Cause.TIME)
    assert hint_of(own) == "try this"
    assert "run.time_limit" in hint_of(slow)
