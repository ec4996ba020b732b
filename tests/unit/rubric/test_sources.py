"""Paths on the command line → rubric files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.sources import rubric_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rubrics among other things; the current folder."""
    files = {
        "b.yml": "format: 1\n",
        "a.yaml": "# x\nextends: b.yml\n",
        "team/c.yaml": '{"format": 1}\n',
        "team/deep/d.yaml": "sections:\n",
        "cases/a/greets.yaml": "format: 1\n",
        "team/cases/e.yaml": "format: 1\n",
        ".hidden/f.yaml": "format: 1\n",
        ".g.yaml": "format: 1\n",
        "compose.yaml": "services:\n  format: 1\n",
        "empty.yaml": "",
        "notes.txt": "format: 1\n",
        "bare/compose.yaml": "services: 1\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str) -> list[str]:
    return [str(path) for path in rubric_files(map(Path, paths))]


@pytest.mark.usefixtures("folder")
def test_a_folder_gives_its_rubrics_and_those_of_its_subfolders() -> None:
    assert names(".") == ["a.yaml", "b.yml", "team/c.yaml", "team/deep/d.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["notes.txt", "empty.yaml", "cases/a/greets.yaml", ".g.yaml"])
def test_a_file_that_is_named_is_taken_for_a_rubric_whatever_it_is(name: str) -> None:
    assert names(name) == [name]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("*.y*ml", ["a.yaml", "b.yml"], id="files"),
        pytest.param("**/*.yaml", ["a.yaml", "team/c.yaml", "team/deep/d.yaml"], id="all below"),
        pytest.param("t*", ["team/c.yaml", "team/deep/d.yaml"], id="a folder"),
        pytest.param("team/[a-d].yaml", ["team/c.yaml"], id="letters"),
    ],
)
def test_a_pattern_in_quotes_is_expanded(pattern: str, expected: list[str]) -> None:
    assert names(pattern) == expected


@pytest.mark.usefixtures("folder")
def test_no_file_comes_twice() -> None:
    assert names("team/c.yaml", "team", "./team/../team/c.yaml", "-", "-") == [
        "team/c.yaml",
        "team/deep/d.yaml",
        "-",
    ]


def test_a_file_with_signs_of_a_pattern_in_its_name_is_itself(folder: Path) -> None:
    (folder / "[a].yaml").touch()
    assert names("[a].yaml") == ["[a].yaml"]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda path: path.write_bytes("format: 1".encode("utf-16")), id="UTF-16"),
        pytest.param(lambda path: path.write_bytes("id: 1".encode("utf-16-be")), id="no mark"),
        pytest.param(lambda path: path.write_bytes(b"\xef\xbb\xbfformat: 2"), id="a mark"),
        pytest.param(lambda path: path.write_bytes(b"id: x\rformat: 1"), id="an old Mac's"),
        pytest.param(lambda path: path.write_bytes(b"format: 1\n\xff["), id="broken"),
        pytest.param(lambda path: path.symlink_to("nowhere"), id="a dangling link"),
    ],
)
def test_a_damaged_rubric_is_not_passed_over(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    write(tmp_path / "r.yaml")
    assert list(rubric_files([tmp_path])) == [tmp_path / "r.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("none.yaml", "none.yaml: no such file or folder", id="a missing file"),
        pytest.param("a.yaml/x", "a.yaml/x: no such file or folder", id="below a file"),
        pytest.param("bare", "bare: no rubric in this folder", id="no rubric in a folder"),
        pytest.param("*.json", "*.json: no rubric matches", id="nothing matches"),
        pytest.param("comp*", "comp*: no rubric matches", id="only other things match"),
        pytest.param("x" * 5_000, "cannot be read: File name too long", id="no possible name"),
    ],
)
def test_a_path_that_gives_no_rubric_is_told(path: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        names(path)
    assert message in error.value.message


def test_a_folder_that_cannot_be_listed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root every folder can be listed, so the refusal is made."""

    def refuse(path: str) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        list(rubric_files([folder]))
