"""Decoding recordings."""

import wave
from pathlib import Path

import numpy as np
import pytest
from sounds import CODECS, Sound, encode, save, tone, wav49

from qa_toolkit.errors import Unusable
from qa_toolkit.intake.suffixes import kind_of
from qa_toolkit.transcribe.audio import (
    PIECE_S,
    RAW_SUFFIXES,
    SAMPLE_RATE,
    SUFFIXES,
    AudioReader,
    Samples,
    read_pieces,
)

QUICKSTART = Path(__file__).parents[3] / "examples" / "quickstart" / "recordings"

# suffix → the codec inside, and what FFmpeg calls such a container where it goes by another suffix
ENCODED = {
    ".wav": ("pcm_mulaw", ""),
    ".wave": ("pcm_alaw", ".wav"),
    ".w64": ("pcm_s16le", ""),
    ".aiff": ("pcm_s16be", ""),
    ".aif": ("pcm_s16be", ""),
    ".aifc": ("pcm_s16be", ""),
    ".au": ("pcm_mulaw", ""),
    ".snd": ("pcm_mulaw", ".au"),
    ".caf": ("pcm_s16be", ""),
    ".flac": ("flac", ""),
    ".mp3": ("libmp3lame", ""),
    ".mp2": ("mp2", ""),
    ".aac": ("aac", ""),
    ".ogg": ("libopus", ""),
    ".oga": ("libopus", ""),
    ".opus": ("libopus", ""),
    ".spx": ("libopus", ".ogg"),
    ".m4a": ("alac", ""),
    ".mp4": ("aac", ""),
    ".m4v": ("aac", ""),
    ".mov": ("aac", ""),
    ".3gp": ("libopencore_amrnb", ""),
    ".3g2": ("aac", ""),
    ".amr": ("libopencore_amrnb", ""),
    ".awb": ("libopencore_amrnb", ".amr"),
    ".mkv": ("libmp3lame", ""),
    ".mka": ("libopus", ""),
    ".webm": ("libopus", ""),
    ".avi": ("libmp3lame", ""),
    ".wma": ("wmav2", ""),
    ".wmv": ("wmav2", ""),
    ".asf": ("wmav2", ""),
}
BIT_RATES = {"libopencore_amrnb": 12_200, "wmav2": 64_000}


def decoded(path: Path) -> Samples:
    return np.concatenate(list(read_pieces(path)), axis=1)


def loudest_hertz(sound: Sound) -> float:
    return float(np.abs(np.fft.rfft(sound)).argmax() * SAMPLE_RATE / len(sound))


@pytest.mark.parametrize("suffix", CODECS)
@pytest.mark.parametrize("channels", [1, 2], ids=["mono", "stereo"])
def test_every_format_gives_its_channels_at_the_speed_whisper_wants(
    tmp_path: Path, suffix: str, channels: int
) -> None:
    path = save(tmp_path / f"call{suffix}", *[tone(1.0)] * channels)
    sound = decoded(path)
    assert sound.shape[0] == channels
    assert sound.shape[1] / SAMPLE_RATE == pytest.approx(1.0, abs=0.2)


@pytest.mark.parametrize("suffix", ENCODED)
def test_every_suffix_is_read(tmp_path: Path, suffix: str) -> None:
    codec, written_as = ENCODED[suffix]
    rate = 16_000 if codec in ("mp2", "wmav2") else 8_000
    sound = tone(1.0, hertz=1000, rate=rate)
    path = tmp_path / f"written{written_as or suffix}"
    encode(path, codec, sound, rate=rate, bit_rate=BIT_RATES.get(codec, 0))
    path = path.rename(tmp_path / f"call{suffix}")
    heard = decoded(path)[0]
    assert len(heard) / SAMPLE_RATE == pytest.approx(1.0, abs=0.2)
    assert loudest_hertz(heard) == pytest.approx(1000, abs=10)


def test_every_accepted_suffix_is_read_in_a_test() -> None:
    assert set(ENCODED) | {".gsm"} == SUFFIXES


def test_what_is_imported_as_a_recording_can_be_read() -> None:
    """And nothing else can: the table of intake and that of decoding name the same suffixes."""
    imported = {s for s in SUFFIXES | RAW_SUFFIXES if kind_of(Path(f"call{s}")) == "recording"}
    assert imported == SUFFIXES | RAW_SUFFIXES
    assert kind_of(Path("call.ra")) == "unknown"


@pytest.mark.parametrize(
    ("codec", "rate", "bit_rate"),
    [
        ("pcm_mulaw", 8_000, 0),
        ("pcm_alaw", 8_000, 0),
        ("pcm_u8", 8_000, 0),
        ("pcm_s24le", 44_100, 0),
        ("pcm_f32le", 96_000, 0),
        ("adpcm_ima_wav", 8_000, 0),
        ("adpcm_ms", 8_000, 0),
        ("g722", 16_000, 0),
        ("g726", 8_000, 32_000),
    ],
)
def test_what_telephone_systems_put_into_wav_files_is_read(
    tmp_path: Path, codec: str, rate: int, bit_rate: int
) -> None:
    sound = tone(1.0, hertz=1000, rate=rate)
    heard = decoded(encode(tmp_path / "call.wav", codec, sound, rate=rate, bit_rate=bit_rate))[0]
    assert loudest_hertz(heard) == pytest.approx(1000, abs=10)
    assert np.abs(heard).max() == pytest.approx(0.3 * 32_768, rel=0.2)


@pytest.mark.parametrize(
    ("name", "channels"), [("call-0006.ogg", 2), ("call-0007.gsm", 1)], ids=["vorbis", "raw gsm"]
)
def test_formats_that_only_other_programs_write_are_read(name: str, channels: int) -> None:
    sound = decoded(QUICKSTART / name)
    assert sound.shape[0] == channels
    assert sound.shape[1] > 60 * SAMPLE_RATE


def test_gsm_in_a_wav_file_is_the_same_sound(tmp_path: Path) -> None:
    gsm = (QUICKSTART / "call-0007.gsm").read_bytes()[: 33 * 50 * 20]
    (tmp_path / "raw.gsm").write_bytes(gsm)
    (tmp_path / "call.wav").write_bytes(wav49(gsm))
    assert np.array_equal(decoded(tmp_path / "call.wav"), decoded(tmp_path / "raw.gsm"))


@pytest.mark.parametrize("channels", range(1, 9))
@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_up_to_eight_channels_stay_apart(tmp_path: Path, suffix: str, channels: int) -> None:
    tones = [tone(1.0, hertz=300 * n) for n in range(1, channels + 1)]
    codec = "pcm_s16le" if suffix == ".wav" else "flac"
    heard = decoded(encode(tmp_path / f"call{suffix}", codec, *tones))
    assert [round(loudest_hertz(one), -1) for one in heard] == [
        300 * n for n in range(1, channels + 1)
    ]


def test_left_and_right_stay_apart(tmp_path: Path) -> None:
    sound = decoded(save(tmp_path / "call.flac", tone(1.0), tone(1.0, level=0.0)))
    assert np.abs(sound).max(axis=1).tolist() == [pytest.approx(9_900, rel=0.05), 0]


def test_more_channels_are_no_call(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((12, 2, 8_000, 0, "NONE", "not compressed"))
        file.writeframes(bytes(2 * 12 * 8_000))
    with pytest.raises(Unusable, match="12 audio channels; at most 8"):
        decoded(path)


def test_a_long_recording_comes_in_equal_pieces(tmp_path: Path) -> None:
    pieces = list(read_pieces(save(tmp_path / "call.flac", tone(2.5 * PIECE_S))))
    lengths = [piece.shape[1] / SAMPLE_RATE for piece in pieces]
    assert lengths == [PIECE_S, PIECE_S, pytest.approx(PIECE_S / 2, abs=0.01)]


@pytest.mark.parametrize("seconds", [0.02, 0.2])
@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".opus", ".m4a"])
def test_a_recording_of_a_moment_is_read(tmp_path: Path, suffix: str, seconds: float) -> None:
    heard = decoded(save(tmp_path / f"call{suffix}", tone(seconds)))
    assert seconds / 2 < heard.shape[1] / SAMPLE_RATE < seconds + 0.3


def test_the_content_decides_how_a_recording_is_read(tmp_path: Path) -> None:
    """Not the name: exports often call everything .wav."""
    path = save(tmp_path / "call.mp3", tone(1.0, hertz=1000)).rename(tmp_path / "call.wav")
    assert loudest_hertz(decoded(path)[0]) == pytest.approx(1000, abs=10)


@pytest.mark.parametrize(
    "name",
    ["\N{TELEPHONE RECEIVER} Zoë.wav", "-i.wav", "a\nb.wav", "a:b%d.wav", "concat:x|y.wav"],
    ids=["emoji", "dash", "newline", "colon", "protocol"],
)
def test_any_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    assert decoded(save(tmp_path / "call.wav", tone(0.5)).rename(tmp_path / name)).shape[0] == 1


def test_a_name_that_is_no_text_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.wav"
    assert decoded(save(tmp_path / "call.wav", tone(0.5)).rename(path)).shape[0] == 1


def test_a_whole_recording_has_nothing_to_remark(tmp_path: Path) -> None:
    reader = AudioReader(save(tmp_path / "call.mp3", tone(3.0)))
    assert sum(piece.shape[1] for piece in reader.pieces()) > 0
    assert reader.remarks == ()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("call.wav", b"", "empty"),
        ("call.wav", b"Dear all, please find attached\n" * 50, "not a recording"),
        ("call.gsm", b"Dear all, please find attached\n" * 50, "not a recording"),
        ("call.mp3", bytes(range(256)) * 40, "not a recording"),
        ("call.wav", b"1\n00:00:00,000 --> 00:00:01,000\nhello\n", "not a recording"),
        ("call.wav", b"#EXTM3U\n#EXTINF:9,\nfile:///etc/hosts\n", "not a recording"),
        ("call.wav", b"ffconcat version 1.0\nfile '/etc/hosts'\n", "not a recording"),
        ("call.wav", b"\x89PNG\r\n\x1a\n" + bytes(100), "not a recording"),
        ("call.txt", b"hello", "'.txt'"),
        ("call", b"hello", "''"),
    ],
    ids=[
        "0 bytes", "text", "text as gsm", "noise", "subtitles", "playlist", "list", "picture",
        "unknown suffix", "no suffix",
    ],
)  # fmt: skip
def test_what_is_no_recording_is_told_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unusable, match=reason):
        decoded(path)


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_never_taken_for_a_format_without_a_header(tmp_path: Path, seed: int) -> None:
    """Headerless mu-law has the bytes that MPEG frames begin with many times over."""
    path = tmp_path / "call.mp3"
    path.write_bytes(np.random.default_rng(seed).bytes(100_000))
    with pytest.raises(Unusable, match="not a recording"):
        decoded(path)


def test_a_recording_of_no_length_is_unusable(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", "not compressed"))
    with pytest.raises(Unusable, match="no sound"):
        decoded(path)
