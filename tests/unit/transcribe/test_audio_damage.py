"""Recordings that break off, are damaged, protected or made to do harm."""

import struct
import tracemalloc
from pathlib import Path

import av
import numpy as np
import pytest
from sounds import Sound, encode, save, silence, tone

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio import SAMPLE_RATE, AudioReader, reader

KEY = "76a6c65c5ea762046bd749a2e632ccbb"
# the Content Encryption Object of Windows Media files
ASF_LOCK = bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e")


def seconds_of(recording: AudioReader) -> float:
    return float(sum(piece.shape[1] for piece in recording.pieces()) / SAMPLE_RATE)


def cut(path: Path, share: float) -> Path:
    path.write_bytes(path.read_bytes()[: round(path.stat().st_size * share)])
    return path


def damage(path: Path, start: float, end: float) -> Path:
    """Overwrite a part of a file, given in shares of it, with noise."""
    data = bytearray(path.read_bytes())
    first, last = (round(share * len(data)) for share in (start, end))
    data[first:last] = np.random.default_rng(1).bytes(last - first)
    path.write_bytes(data)
    return path


def wav_header(
    *, rate: int = 8_000, channels: int = 1, data_bytes: int, bits: int = 16, kind: int = 1
) -> bytes:
    width = channels * bits // 8
    fmt = struct.pack(
        "<HHIIHH", kind, channels, rate, rate * width & 0xFFFFFFFF, width & 0xFFFF, bits
    )
    return b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0" + fmt + b"data" + struct.pack("<I", data_bytes)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("call.wav", "pcm_mulaw"),
        ("call.wav", "pcm_s24le"),
        ("call.wav", "adpcm_ms"),
        ("call.mp3", "libmp3lame"),
        ("call.flac", "flac"),
        ("call.webm", "libopus"),
        ("call.au", "pcm_mulaw"),
        ("call.aiff", "pcm_s16be"),
    ],
)
def test_a_recording_that_breaks_off_is_used_and_told(
    tmp_path: Path, name: str, codec: str
) -> None:
    recording = AudioReader(cut(encode(tmp_path / name, codec, tone(10.0)), 0.6))
    assert 4.5 < seconds_of(recording) < 6.5
    assert "of 0:10" in recording.remarks[0]


def test_where_a_recording_breaks_off_is_said_in_minutes(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav_header(data_bytes=16_000 * 245) + bytes(16_000 * 83))
    recording = AudioReader(path)
    assert seconds_of(recording) == pytest.approx(83)
    assert recording.remarks == ("breaks off at 1:23 of 4:05",)


def test_an_mp4_file_breaks_off_where_its_sound_does(tmp_path: Path) -> None:
    """Its index stands in front, as in files made for the web."""
    path = encode(tmp_path / "call.mp4", "aac", tone(10.0), movflags="faststart")
    recording = AudioReader(cut(path, 0.6))
    assert 4.5 < seconds_of(recording) < 6.5
    assert "of 0:10" in recording.remarks[0]


def test_an_mp4_file_without_its_index_cannot_be_read(tmp_path: Path) -> None:
    path = cut(encode(tmp_path / "call.m4a", "aac", tone(10.0)), 0.6)
    with pytest.raises(Unusable, match="breaks off before its index"):
        seconds_of(AudioReader(path))


@pytest.mark.parametrize(
    ("length", "remarks"),
    [(48_000, ()), (96_000, ("breaks off at 0:03 of 0:06",))],
    ids=["whole", "broken off"],
)
def test_rf64_tells_its_length_in_a_chunk_of_its_own(
    tmp_path: Path, length: int, remarks: tuple[str, ...]
) -> None:
    """The length of the sound itself always says: look there."""
    sizes = struct.pack("<4sIQQQI", b"ds64", 28, length + 72, length, length // 2, 0)
    header = wav_header(data_bytes=0xFFFFFFFF)
    path = tmp_path / "call.wav"
    path.write_bytes(b"RF64\xff\xff\xff\xffWAVE" + sizes + header[12:] + tone(3.0).tobytes())
    recording = AudioReader(path)
    assert seconds_of(recording) == pytest.approx(3)
    assert recording.remarks == remarks


@pytest.mark.parametrize("length", [0, 0xFFFFFFFF, 0x7FFFFFFF])
def test_a_recording_that_was_never_finished_is_told(tmp_path: Path, length: int) -> None:
    """The recorder writes the length at the end of the call."""
    path = tmp_path / "call.wav"
    path.write_bytes(wav_header(data_bytes=length) + tone(3.0).tobytes())
    recording = AudioReader(path)
    assert seconds_of(recording) == pytest.approx(3)
    assert "may not have been finished" in recording.remarks[0]


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("call.mp3", "libmp3lame"),
        ("call.m4a", "aac"),
        ("call.opus", "libopus"),
        ("call.flac", "flac"),
        ("call.wav", "adpcm_ms"),
    ],
)
def test_a_recording_damaged_in_the_middle_is_used_and_told(
    tmp_path: Path, name: str, codec: str
) -> None:
    recording = AudioReader(damage(encode(tmp_path / name, codec, tone(20.0)), 0.4, 0.5))
    assert 13 < seconds_of(recording) < 20.5
    assert recording.remarks


@pytest.mark.parametrize("name", ["call.opus", "call.flac", "call.m4a"])
def test_what_follows_a_damage_stays_in_its_time(tmp_path: Path, name: str) -> None:
    sound = np.concatenate([tone(15.0, level=0.05), tone(5.0)])
    pieces = list(AudioReader(damage(save(tmp_path / name, sound), 0.3, 0.4)).pieces())
    loud = np.abs(np.concatenate(pieces, axis=1)[0]) > 6_000
    assert loud.argmax() / SAMPLE_RATE == pytest.approx(15.0, abs=0.3)


def test_a_pause_that_the_recorder_left_out_is_filled(tmp_path: Path) -> None:
    """Recorders of internet calls store nothing while nobody speaks."""
    first, second = (encode(tmp_path / f"{n}.webm", "libopus", tone(2.0)) for n in "ab")
    path = tmp_path / "call.webm"
    with av.open(path, "w") as out, av.open(first) as one, av.open(second) as two:
        stream = out.add_stream_from_template(one.streams.audio[0])
        for source, start_ms in ((one, 0), (two, 7_000)):
            for packet in source.demux(audio=0):
                if packet.pts is not None and packet.dts is not None:
                    packet.pts, packet.dts = packet.pts + start_ms, packet.dts + start_ms
                    packet.stream = stream
                    out.mux(packet)
    recording = AudioReader(path)
    sound = np.concatenate(list(recording.pieces()), axis=1)[0]
    assert len(sound) / SAMPLE_RATE == pytest.approx(9.0, abs=0.1)
    assert not sound[3 * SAMPLE_RATE : 6 * SAMPLE_RATE].any()
    assert recording.remarks == ("5.0 s in between hold no sound; silence stands in their place",)


def test_an_encrypted_mp4_file_is_told_as_such(tmp_path: Path) -> None:
    path = encode(
        tmp_path / "call.mp4",
        "aac",
        tone(2.0),
        encryption_scheme="cenc-aes-ctr",
        encryption_key=KEY,
        encryption_kid=KEY,
    )
    with pytest.raises(Unusable, match="DRM"):
        seconds_of(AudioReader(path))


def test_an_encrypted_windows_media_file_is_told_as_such(tmp_path: Path) -> None:
    path = encode(
        tmp_path / "call.wma", "wmav2", tone(2.0, rate=16_000), rate=16_000, bit_rate=64_000
    )
    data = path.read_bytes()
    path.write_bytes(data[:30] + ASF_LOCK + data[30:])
    with pytest.raises(Unusable, match="DRM"):
        seconds_of(AudioReader(path))


def test_a_video_gives_its_sound(tmp_path: Path) -> None:
    path = video(tmp_path / "call.mp4", tone(2.0))
    assert seconds_of(AudioReader(path)) == pytest.approx(2.0, abs=0.2)


def test_a_video_without_sound_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no audio"):
        seconds_of(AudioReader(video(tmp_path / "call.mkv")))


def test_of_several_sound_tracks_one_is_read_and_that_is_told(tmp_path: Path) -> None:
    recording = AudioReader(video(tmp_path / "call.mkv", tone(2.0), tone(2.0)))
    assert seconds_of(recording) == pytest.approx(2.0, abs=0.2)
    assert "2 sound tracks" in recording.remarks[0]


def video(path: Path, *sounds: Sound) -> Path:
    """Two seconds of grey with sound tracks."""
    with av.open(path, "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        tracks = [container.add_stream("aac", rate=8_000, layout="mono") for _ in sounds]
        for track, sound in zip(tracks, sounds, strict=True):
            assert isinstance(track, av.AudioStream)
            frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate = 8_000
            container.mux([*track.encode(frame), *track.encode(None)])
        for _ in range(20):
            grey = np.full((64, 64, 3), 128, dtype=np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (wav_header(rate=0, data_bytes=8_000), "0 Hz|not a recording"),
        (wav_header(rate=1_000_000_000, data_bytes=8_000), "1000000000 Hz"),
        (wav_header(channels=65_535, data_bytes=8_000), "channels|no sound"),
        (wav_header(channels=0, data_bytes=8_000), "no sound"),
        (wav_header(kind=0x1234, data_bytes=8_000), "codec that is not read"),
        (b"fLaC\x00\x00\x00\x22" + b"\xff" * 34, "not a recording|no sound|channels|Hz"),
    ],
    ids=["0 Hz", "1 GHz", "65535 channels", "no channels", "unknown codec", "made-up FLAC"],
)
def test_an_impossible_header_is_told(tmp_path: Path, header: bytes, reason: str) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(header + bytes(8_000))
    with pytest.raises(Unusable, match=reason):
        seconds_of(AudioReader(path))


def test_a_header_that_claims_hours_reserves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav_header(data_bytes=0x7FFE0000, channels=8) + bytes(160_000))
    tracemalloc.start()
    recording = AudioReader(path)
    seconds = seconds_of(recording)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds == pytest.approx(1.25)
    assert peak < 10_000_000
    assert "breaks off at 0:01 of" in recording.remarks[0]


def test_more_than_a_day_of_sound_is_no_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A FLAC file holds years of silence in a few megabytes; here a day is made shorter."""
    monkeypatch.setattr(reader, "MAX_HOURS", 1 / 60)
    path = save(tmp_path / "call.flac", silence(61))
    with pytest.raises(Unusable, match="hours of sound: no call"):
        seconds_of(AudioReader(path))
