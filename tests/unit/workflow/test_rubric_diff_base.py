"""Rubrics that are checked again because something they build on is not what it was."""

import subprocess
from pathlib import Path

import pytest

from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.workflow.rubric_check import check_report

CHILD = "extends: base.yaml\nid: child\nversion: 1.0.0\ntitle: Child\n"


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def rubrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a rubric and its base, committed on `main`."""
    monkeypatch.chdir(tmp_path)
    base = (rubrics_folder() / "service.yaml").read_text(encoding="utf-8")
    Path("base.yaml").write_text(base, encoding="utf-8")
    Path("child.yaml").write_text(CHILD, encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=first")
    return tmp_path


def codes(*paths: str) -> list[tuple[str, str]]:
    """Errors in what differs from `main`, by file."""
    report = check_report([Path(path) for path in paths], "main")
    return [(one.source, one.code) for one in report.problems if one.severity == "error"]


def test_where_nothing_differs_nothing_is_told(rubrics: Path) -> None:
    assert check_report([Path("child.yaml")], "main").files == ()


def test_a_rubric_whose_base_is_gone_is_told(rubrics: Path) -> None:
    Path("base.yaml").unlink()
    assert codes(".") == [("child.yaml", "R006")]


def test_a_rubric_whose_base_was_renamed_is_told(rubrics: Path) -> None:
    git("switch", "--quiet", "--create", "mine")
    git("mv", "base.yaml", "house.yaml")
    git("commit", "--quiet", "--message=renamed")
    assert codes("child.yaml") == [("child.yaml", "R006")]


def test_a_rubric_whose_base_became_unreadable_is_told(rubrics: Path) -> None:
    Path("base.yaml").write_text("a: [b")
    assert codes("child.yaml") == [("base.yaml", "R001"), ("child.yaml", "R006")]


def test_a_rubric_depends_on_a_base_that_is_missing(rubrics: Path) -> None:
    Path("base.yaml").unlink()
    assert load_rubric(Path("child.yaml")).files == (Path("child.yaml"), Path("base.yaml"))


@pytest.mark.parametrize("name", ["x" * 5_000, f"{'x' * 5_000}/base.yaml"])
def test_a_base_with_a_name_that_no_file_can_have_is_a_finding(rubrics: Path, name: str) -> None:
    Path("child.yaml").write_text(CHILD.replace("base.yaml", name), encoding="utf-8")
    assert codes(".") == [("child.yaml", "R006")]
