"""Recordings beside exported pages: as they were imported, and none that stays behind."""

from pathlib import Path

import pytest
from scored_builders import scored

from qa_toolkit.domain.interaction import Recording
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import StorageError
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.workflow import export_recordings
from qa_toolkit.workflow.export_recordings import copy_recordings, recordings_of


@pytest.fixture
def calls(tmp_path: Path) -> list[Scored]:
    """Three calls `i-1`, `i-2` and `i-3` with their recordings in a folder `calls`."""
    return [call(tmp_path / "calls", f"i-{number}") for number in (1, 2, 3)]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return tmp_path / "pages"


def call(folder: Path, name: str) -> Scored:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.wav"
    path.write_bytes(name.encode())
    recording = Recording(path=str(path))
    return scored(name, recording=recording, content_hash=hash_of_file(path))


def stop_at_the_second(patch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the second recording is being copied."""
    copied: list[Path] = []

    def pieces(source: Path) -> list[bytes]:
        copied.append(source)
        if len(copied) == 2:
            raise KeyboardInterrupt
        return [source.read_bytes()]

    patch.setattr(export_recordings, "_pieces", pieces)


def test_what_an_interrupted_export_has_copied_goes_with_the_next(
    calls: list[Scored], pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at_the_second(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        copy_recordings(calls, recordings_of(calls), pages)
    assert (pages / "recordings" / "recording-i-1.wav").is_file()
    copy_recordings((), {}, pages)
    assert not (pages / "recordings").exists()


def test_what_was_there_before_an_interrupted_export_goes_with_the_next_too(
    calls: list[Scored], pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_recordings(calls[:1], recordings_of(calls[:1]), pages)
    stop_at_the_second(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        copy_recordings(calls[1:], recordings_of(calls[1:]), pages)
    copy_recordings((), {}, pages)
    assert not (pages / "recordings").exists()


def test_half_a_copy_of_an_export_that_was_killed_goes_with_the_next(
    calls: list[Scored], pages: Path
) -> None:
    copy_recordings(calls, recordings_of(calls), pages)
    (pages / "recordings" / ".recording-i-1.wav.4711.part").write_bytes(b"i")
    copy_recordings((), {}, pages)
    assert not (pages / "recordings").exists()


def test_a_recording_that_changed_since_it_was_imported_is_not_played(
    calls: list[Scored], pages: Path
) -> None:
    recording = calls[0].interaction.recording
    assert recording
    Path(recording.path).write_bytes(b"j-1")
    places = recordings_of(calls)
    copied = copy_recordings(calls, places, pages)
    assert (sorted(places), copied.gone, copied.count) == (["i-2", "i-3"], ("i-1",), 2)


def test_a_recording_that_cannot_be_read_is_not_called_one_that_cannot_be_written(
    calls: list[Scored], pages: Path
) -> None:
    recording, places = calls[0].interaction.recording, recordings_of(calls)
    assert recording
    Path(recording.path).unlink()
    with pytest.raises(StorageError, match=r"cannot read .*i-1\.wav") as caught:
        copy_recordings(calls, places, pages)
    assert "qa import" in caught.value.hint
    assert not list((pages / "recordings").glob("*recording-*"))
