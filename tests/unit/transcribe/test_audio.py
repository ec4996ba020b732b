"""Decoding recordings."""

import wave
from pathlib import Path

import numpy as np
import pytest
from sounds import CODECS, save, tone

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio import PIECE_S, SAMPLE_RATE, SUFFIXES, Samples, read_pieces

QUICKSTART = Path(__file__).parents[3] / "examples" / "quickstart" / "recordings"


def decoded(path: Path) -> Samples:
    return np.concatenate(list(read_pieces(path)), axis=1)


@pytest.mark.parametrize("suffix", CODECS)
@pytest.mark.parametrize("channels", [1, 2], ids=["mono", "stereo"])
def test_every_format_gives_its_channels_at_the_speed_whisper_wants(
    tmp_path: Path, suffix: str, channels: int
) -> None:
    path = save(tmp_path / f"call{suffix}", *[tone(1.0)] * channels)
    sound = decoded(path)
    assert sound.shape[0] == channels
    assert sound.shape[1] / SAMPLE_RATE == pytest.approx(1.0, abs=0.2)


def test_every_accepted_suffix_is_decoded_in_a_test() -> None:
    assert set(CODECS) | {".gsm"} == SUFFIXES


@pytest.mark.parametrize(
    ("name", "channels"), [("call-0006.ogg", 2), ("call-0007.gsm", 1)], ids=["vorbis", "raw gsm"]
)
def test_formats_that_only_other_programs_write_are_read(name: str, channels: int) -> None:
    sound = decoded(QUICKSTART / name)
    assert sound.shape[0] == channels
    assert sound.shape[1] > 60 * SAMPLE_RATE


def test_left_and_right_stay_apart(tmp_path: Path) -> None:
    sound = decoded(save(tmp_path / "call.flac", tone(1.0), tone(1.0, level=0.0)))
    assert np.abs(sound).max(axis=1).tolist() == [pytest.approx(9_900, rel=0.05), 0]


def test_a_long_recording_comes_in_equal_pieces(tmp_path: Path) -> None:
    pieces = list(read_pieces(save(tmp_path / "call.flac", tone(2.5 * PIECE_S))))
    lengths = [piece.shape[1] / SAMPLE_RATE for piece in pieces]
    assert lengths == [PIECE_S, PIECE_S, pytest.approx(PIECE_S / 2, abs=0.01)]


def test_a_recording_that_breaks_off_gives_what_is_there(tmp_path: Path) -> None:
    path = save(tmp_path / "call.mp3", tone(10.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert 4 < decoded(path).shape[1] / SAMPLE_RATE < 6


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("call.wav", b"", "empty"),
        ("call.wav", b"Dear all, please find attached\n" * 50, "not a recording"),
        ("call.gsm", b"Dear all, please find attached\n" * 50, "not a recording"),
        ("call.mp3", bytes(range(256)) * 40, "not a recording"),
        ("call.wav", b"1\n00:00:00,000 --> 00:00:01,000\nhello\n", "not a recording"),
        ("call.wav", b"#EXTM3U\n#EXTINF:9,\nfile:///etc/hosts\n", "not a recording"),
        ("call.txt", b"hello", "'.txt'"),
    ],
    ids=["0 bytes", "text", "text as gsm", "noise", "subtitles", "playlist", "unknown suffix"],
)
def test_what_is_no_recording_is_told_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unusable, match=reason):
        decoded(path)


def test_a_recording_of_no_length_is_unusable(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", "not compressed"))
    with pytest.raises(Unusable, match="no sound"):
        decoded(path)


def test_a_missing_file_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be opened"):
        decoded(tmp_path / "gone.wav")


def test_three_channels_are_no_call(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="3 audio channels"):
        decoded(save(tmp_path / "call.wav", tone(1.0), tone(1.0), tone(1.0)))
