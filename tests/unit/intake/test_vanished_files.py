"""Files that are gone, or refuse, by the time they are opened."""

from pathlib import Path

import pytest

from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.chats_csv import read_chats_csv
from qa_toolkit.intake.file_names import FileNames
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.jsonl import read_jsonl
from qa_toolkit.intake.metadata import read_metadata
from qa_toolkit.intake.options import DEFAULT_OPTIONS
from qa_toolkit.intake.recordings import RecordingFile, read_recording


@pytest.mark.parametrize("read", [read_jsonl, read_chats_csv])
def test_a_chat_file_that_cannot_be_opened_is_told(tmp_path: Path, read: object) -> None:
    assert callable(read)
    (problem,) = read(tmp_path / "gone", DEFAULT_OPTIONS)
    assert isinstance(problem, Problem)
    assert "cannot be read: No such file" in problem.message


def test_a_recording_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    file = RecordingFile(path=tmp_path / "gone.wav", folder=tmp_path)
    (problem,) = read_recording(file, FileNames(""), DEFAULT_OPTIONS)
    assert isinstance(problem, Problem)
    assert "cannot be read: No such file" in problem.message


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    items = read_folder(folder, DEFAULT_OPTIONS)
    folder.rmdir()
    (problem,) = items
    assert isinstance(problem, Problem)
    assert "cannot be read: No such file" in problem.message


@pytest.mark.parametrize("name", ["metadata.csv", "metadata.json"])
def test_metadata_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    _, (problem,) = read_metadata(tmp_path / name, DEFAULT_OPTIONS)
    assert "cannot be read: No such file" in problem.message
