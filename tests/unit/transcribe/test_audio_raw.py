"""Recordings without a header."""

from pathlib import Path

import numpy as np
import pytest
from sounds import Sound, encode, tone

from qa_toolkit.errors import Unusable, UsageError
from qa_toolkit.transcribe.audio import (
    RAW_SUFFIXES,
    SAMPLE_RATE,
    RawFormat,
    Samples,
    parse_raw,
    read_pieces,
)
from qa_toolkit.transcribe.audio.raw import RAW_CODECS

QUICKSTART = Path(__file__).parents[3] / "examples" / "quickstart" / "recordings"
# codec → what writes it, in which container FFmpeg writes no header
WRITTEN = {
    "mulaw": ("pcm_mulaw", "mulaw", 8_000),
    "alaw": ("pcm_alaw", "alaw", 8_000),
    "s16le": ("pcm_s16le", "s16le", 8_000),
    "s16be": ("pcm_s16be", "s16be", 8_000),
    "u8": ("pcm_u8", "u8", 8_000),
    "s8": ("pcm_s8", "s8", 8_000),
    "g722": ("g722", "g722", 16_000),
    "g726": ("g726", "g726", 8_000),
    "g726le": ("g726le", "g726le", 8_000),
}


def decoded(path: Path, raw: RawFormat | None) -> Samples:
    return np.concatenate(list(read_pieces(path, raw)), axis=1)


def loudest_hertz(sound: Sound) -> float:
    return float(np.abs(np.fft.rfft(sound)).argmax() * SAMPLE_RATE / len(sound))


@pytest.mark.parametrize("codec", WRITTEN)
def test_a_recording_without_a_header_is_read_as_what_it_is_said_to_be(
    tmp_path: Path, codec: str
) -> None:
    encoder, container, rate = WRITTEN[codec]
    sound = tone(1.0, hertz=1000, rate=rate)
    path = encode(
        tmp_path / "call.raw", encoder, sound, rate=rate, bit_rate=32_000, container=container
    )
    heard = decoded(path, RawFormat(codec=codec, rate=rate))[0]
    assert len(heard) == SAMPLE_RATE
    assert loudest_hertz(heard) == pytest.approx(1000, abs=2)


def test_raw_gsm_is_read(tmp_path: Path) -> None:
    path = tmp_path / "call.raw"
    path.write_bytes((QUICKSTART / "call-0007.gsm").read_bytes())
    heard = decoded(path, RawFormat(codec="gsm", rate=8_000))
    assert np.array_equal(heard, decoded(QUICKSTART / "call-0007.gsm", None))


def test_dialogic_vox_is_read(tmp_path: Path) -> None:
    """Two samples in each byte, 6,000 of them a second."""
    path = tmp_path / "call.vox"
    path.write_bytes(b"\x80" * 3_000)
    heard = decoded(path, RawFormat(codec="vox", rate=6_000))
    assert heard.shape == (1, SAMPLE_RATE)


@pytest.mark.parametrize("codec", ["mulaw", "s16le"])
@pytest.mark.parametrize("channels", [2, 8])
def test_the_channels_of_raw_recordings_stay_apart(
    tmp_path: Path, codec: str, channels: int
) -> None:
    tones = [tone(1.0, hertz=300 * n) for n in range(1, channels + 1)]
    encoder, container, _ = WRITTEN[codec]
    path = encode(tmp_path / "call.raw", encoder, *tones, container=container)
    heard = decoded(path, RawFormat(codec=codec, rate=8_000, channels=channels))
    assert [round(loudest_hertz(one), -1) for one in heard] == [
        300 * n for n in range(1, channels + 1)
    ]


@pytest.mark.parametrize("suffix", sorted(RAW_SUFFIXES))
def test_without_being_told_what_it_is_it_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"call{suffix}"
    path.write_bytes(bytes(8_000))
    with pytest.raises(Unusable, match="without a header") as refused:
        decoded(path, None)
    assert "mulaw 8000 1" in refused.value.hint


def test_a_header_counts_more_than_what_is_told(tmp_path: Path) -> None:
    path = encode(tmp_path / "call.wav", "pcm_s16le", tone(1.0, hertz=1000))
    path = path.rename(tmp_path / "call.raw")
    heard = decoded(path, RawFormat(codec="mulaw", rate=8_000))[0]
    assert loudest_hertz(heard) == pytest.approx(1000, abs=2)


def test_what_is_told_holds_for_recordings_without_a_header_alone(tmp_path: Path) -> None:
    path = encode(tmp_path / "call.wav", "pcm_s16le", tone(1.0, hertz=1000))
    heard = decoded(path, RawFormat(codec="mulaw", rate=8_000))[0]
    assert loudest_hertz(heard) == pytest.approx(1000, abs=2)


def test_half_a_sample_at_the_end_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "call.raw"
    path.write_bytes(bytes(2 * 8_000 + 1))
    assert decoded(path, RawFormat(codec="s16le", rate=8_000)).shape == (1, SAMPLE_RATE)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("mulaw 8000 1", RawFormat(codec="mulaw", rate=8_000)),
        ("  MULAW   8000 ", RawFormat(codec="mulaw", rate=8_000)),
        ("s16le 16000 2", RawFormat(codec="s16le", rate=16_000, channels=2)),
        ("g722 16000", RawFormat(codec="g722", rate=16_000)),
    ],
)
def test_codec_rate_and_channels_are_written_in_this_order(text: str, raw: RawFormat) -> None:
    assert parse_raw(text) == raw
    assert parse_raw(str(raw)) == raw


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no codec"),
        ("ulaw 8000", "'ulaw' is no codec"),
        ("mulaw", "does not describe"),
        ("mulaw 8k", "'8k' is no sample rate"),
        ("mulaw 0", "'0' is no sample rate"),
        ("mulaw -8000", "'-8000' is no sample rate"),
        ("mulaw 1000000000", "no sample rate"),
        ("mulaw " + "8" * 5_000, "no sample rate"),
        ("mulaw 8000 0", "'0' audio channels"),
        ("mulaw 8000 9", "'9' audio channels"),
        ("gsm 8000 2", "gsm with '2' audio channels"),
        ("mulaw 8000 1 1", "does not describe"),
    ],
)
def test_what_cannot_be_understood_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as refused:
        parse_raw(text)
    assert "mulaw 8000 1" in refused.value.hint


def test_the_codecs_to_choose_from_are_named() -> None:
    with pytest.raises(UsageError) as refused:
        parse_raw("opus 48000")
    assert all(codec in refused.value.hint for codec in RAW_CODECS)
