"""Recordings as they come: each ends as a transcript or as a failure with its reason."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from commands import Ran, qa
from projects import chats_project
from sounds import encode, silence, tone

KEY = "76a6c65c5ea762046bd749a2e632ccbb"
TELEPHONE = "\N{TELEPHONE RECEIVER} call"


def text(path: Path) -> None:
    path.write_text("this is no audio\n" * 50)


def empty(path: Path) -> None:
    path.touch()


def encrypted(path: Path) -> None:
    scheme = "cenc-aes-ctr"
    encode(path, "aac", tone(2.0), encryption_scheme=scheme, encryption_key=KEY, encryption_kid=KEY)


def headerless(path: Path) -> None:
    encode(path, "pcm_mulaw", silence(2.0), container="mulaw")


def short(path: Path, seconds: float = 0.2) -> None:
    encode(path, "pcm_mulaw", tone(seconds))


def breaking_off(path: Path) -> None:
    encode(path, "pcm_mulaw", silence(20.0))
    os.truncate(path, path.stat().st_size // 2)


def mp3_by_another_name(path: Path) -> None:
    mp3 = encode(path.with_suffix(".mp3"), "libmp3lame", silence(2.0))
    mp3.rename(path)


def without_index(path: Path) -> None:
    encode(path, "aac", tone(20.0))
    os.truncate(path, path.stat().st_size // 2)


def link_out(path: Path) -> None:
    outside = path.parent.parent.parent / "outside.wav"
    encode(outside, "pcm_mulaw", silence(2.0))
    path.symlink_to(outside)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "text.wav": (text, "not a recording"),
    "empty.wav": (empty, "empty (0 bytes)"),
    "locked.mp4": (encrypted, "encrypted (DRM)"),
    "bare.ulaw": (headerless, "a recording without a header"),
    "index.m4a": (without_index, "breaks off before its index"),
    "pipe.wav": (os.mkfifo, "neither a file nor a folder"),
    "link.wav": (link_out, "a link that leads out of the folder"),
    "real.ra": (text, "unknown extension"),
}
GOOD: dict[str, Callable[[Path], None]] = {
    "short.wav": short,
    "half.wav": breaking_off,
    "named.wav": mp3_by_another_name,
    f"{TELEPHONE}.wav": partial(short, seconds=0.3),
    "-i.wav": partial(short, seconds=0.4),
}


def project_in(folder: Path) -> Path:
    """A project with six written chats and a folder of recordings."""
    chats_project(folder)
    calls = folder / "calls"
    calls.mkdir()
    for name, (make, _) in BAD.items():
        make(calls / name)
    for name, make in GOOD.items():
        make(calls / name)
    rows = [f"{name},dana\n" for name in (*BAD, *GOOD)]
    (calls / "metadata.csv").write_text("file,agent\n" + "".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_in(tmp_path_factory.mktemp("bad") / "november")


def run(project: Path) -> Ran:
    paths = (project / "chats", project / "calls")
    return qa("run", *paths, "--per-agent", "50", "--json", "--project", project)


@pytest.fixture(scope="module")
def ran(project: Path) -> Ran:
    return run(project)


@pytest.mark.whisper
@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told_with_its_reason(ran: Ran, name: str) -> None:
    (told,) = [told for told in ran.json["left_out"] if name in told]
    assert BAD[name][1] in told


@pytest.mark.whisper
def test_all_the_others_are_transcribed(ran: Ran) -> None:
    assert ran.code == 1
    assert sum("error" in told for told in ran.json["left_out"]) == len(BAD)
    assert ran.json["transcribed"]["made"] == len(GOOD)


@pytest.mark.whisper
def test_a_recording_without_a_header_is_read_once_the_settings_tell_what_it_is(
    project: Path, ran: Ran
) -> None:
    assert any("bare.ulaw" in told for told in ran.json["left_out"])
    settings = project / "qa.toml"
    told = settings.read_text().replace("[transcribe]", "[transcribe]\nraw = 'mulaw 8000 1'")
    settings.write_text(told)
    assert not any("bare.ulaw" in told for told in run(project).json["left_out"])


def test_a_pipe_named_on_the_command_line_is_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.wav")
    ran = qa("transcribe", "pipe.wav", "--jsonl", "--no-cache")
    assert "a pipe or a device" in ran.lines[0]["error"]["message"]
