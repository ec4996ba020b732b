"""Transcripts that others made: in a project, and as lines."""

import json
from pathlib import Path

import pytest

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.jsonl import read_line
from qa_toolkit.store import interactions, transcripts
from qa_toolkit.workflow.existing import existing_keys
from qa_toolkit.workflow.existing_lines import existing_line
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.project import Project, init_project, open_project

VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hello.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a recording, its transcript, and its metadata."""
    init_project(tmp_path)
    calls = tmp_path / "calls"
    calls.mkdir()
    (calls / "a.wav").write_bytes(b"sound")
    (calls / "a.vtt").write_text(VTT)
    (calls / "metadata.csv").write_text("file,agent\na,dana\n")
    return tmp_path


def imported(project: Project) -> dict[str, str]:
    """The keys of the words in use after an import."""
    import_paths(project, [project.folder / "calls"])
    return transcripts.current_keys(project.database)


def test_a_transcript_beside_a_recording_needs_no_transcription(folder: Path) -> None:
    with open_project(folder) as project:
        keys = imported(project)
        known = list(interactions.all_of(project.database))
        assert existing_keys(project, known) == keys
        assert list(keys) == ["a"]


def test_settings_can_leave_it_out(folder: Path) -> None:
    with open_project(folder, {"transcribe.existing": "ignore"}) as project:
        assert imported(project) == {}
    with open_project(folder) as project:
        imported(project)
    with open_project(folder, {"transcribe.existing": "ignore"}) as project:
        known = list(interactions.all_of(project.database))
        assert existing_keys(project, known) == {}


def test_importing_again_changes_nothing_and_a_corrected_transcript_is_used(folder: Path) -> None:
    with open_project(folder) as project:
        assert imported(project) == imported(project)
        (folder / "calls" / "a.vtt").write_text(VTT.replace("Hello", "Good morning"))
        imported(project)
        current = transcripts.current(project.database, "a")
        assert current
        assert current[1].turns[0].text == "Good morning."


def test_a_recording_that_was_renamed_keeps_its_id_and_its_words(folder: Path) -> None:
    with open_project(folder) as project:
        imported(project)
        for name in ("a.wav", "a.vtt"):
            (folder / "calls" / name).rename(folder / "calls" / name.replace("a", "b", 1))
        (folder / "calls" / "metadata.csv").write_text("file,agent\nb,dana\n")
        assert list(imported(project)) == ["a"]


def test_a_recording_may_come_after_its_transcript(folder: Path) -> None:
    recording = folder / "calls" / "a.wav"
    sound = recording.read_bytes()
    recording.unlink()
    with open_project(folder) as project:
        alone = imported(project)
        recording.write_bytes(sound)
        both = imported(project)
        known = interactions.get(project.database, "a")
        assert list(alone) == list(both) == ["a"]
        assert known
        assert known.recording


def test_a_transcript_is_a_line_like_that_of_a_recording(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text(VTT)
    line = existing_line(tmp_path / "a.vtt", "a")
    assert json.loads(line)["origin"] == {"engine": "vtt"}
    read = read_line(line, "-", 1, require_agent=False)
    assert not isinstance(read, Problem)
    assert read.transcript
    assert [turn.text for turn in read.transcript.turns] == ["Hello."]


def test_a_transcript_of_which_nothing_can_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n\nhello\n")
    with pytest.raises(Unusable, match="line 3: text without a time: 'hello'"):
        existing_line(tmp_path / "a.vtt", "a")
