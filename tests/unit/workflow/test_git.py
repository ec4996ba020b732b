"""What git says of files, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from qa_toolkit.errors import EnvironmentProblem, UsageError
from qa_toolkit.workflow.git import branch_point, changed_since, content_at, has_at


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.org"]
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def commit(folder: Path, **files: str) -> None:
    """Commit files named as `a_yaml="text"`."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-m", "change")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One commit tagged `first`, holding `a.yaml` and `b.yaml`."""
    folder = tmp_path / "with space"
    folder.mkdir()
    git(folder, "init", "--initial-branch=main")
    commit(folder, a_yaml="old", b_yaml="same")
    git(folder, "tag", "first")
    return folder


def test_a_file_is_read_as_a_revision_has_it(repository: Path) -> None:
    commit(repository, a_yaml="new")
    assert content_at("first", repository / "a.yaml") == b"old"
    assert content_at("HEAD", repository / "a.yaml") == b"new"


def test_a_file_is_read_from_another_folder_and_where_it_is_gone(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "a.yaml").unlink()
    (repository / "deep").mkdir()
    monkeypatch.chdir(repository / "deep")
    assert content_at("first", Path("../a.yaml")) == b"old"


def test_a_file_of_a_folder_that_is_gone_is_read(repository: Path) -> None:
    (repository / "deep").mkdir()
    (repository / "deep" / "c.yaml").write_text("deep")
    commit(repository)
    git(repository, "rm", "-r", "deep")
    assert content_at("HEAD", repository / "deep" / "c.yaml") == b"deep"


def test_whether_a_file_is_in_a_revision(repository: Path) -> None:
    (repository / "c.yaml").write_text("new")
    assert has_at("first", repository / "a.yaml")
    assert not has_at("first", repository / "c.yaml")


def test_a_folder_is_no_file_of_a_revision(repository: Path) -> None:
    (repository / "deep").mkdir()
    (repository / "deep" / "c.yaml").write_text("deep")
    commit(repository)
    assert has_at("HEAD", repository / "deep" / "c.yaml", repository)
    assert not has_at("HEAD", repository / "deep", repository)


def test_a_file_that_is_not_in_the_revision_is_told(repository: Path) -> None:
    with pytest.raises(UsageError, match=r"c\.yaml is not in the revision 'first'"):
        content_at("first", repository / "c.yaml")


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "first:a.yaml", "-n1"])
def test_a_revision_that_is_none_is_told(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="git knows no revision"):
        content_at(revision, repository / "a.yaml")


def test_a_folder_without_a_repository_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="not a git repository"):
        content_at("HEAD", tmp_path / "a.yaml")


def test_a_link_that_leads_out_of_the_repository_is_told(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("other")
    (repository / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(UsageError, match=r"link\.yaml is outside the git repository"):
        content_at("first", repository / "link.yaml")


def test_what_git_refuses_is_told_in_its_own_words(repository: Path) -> None:
    (repository / ".git" / "index").write_text("broken")
    with pytest.raises(UsageError, match=r"git diff failed: .*index"):
        changed_since("first", repository)


def test_without_git_on_the_machine_that_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentProblem, match="git is not installed"):
        content_at("HEAD", repository / "a.yaml")


def test_a_hook_that_points_git_elsewhere_does_no_harm(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "nowhere")
    assert content_at("first", repository / "a.yaml") == b"old"


def test_changed_files_are_those_that_differ_or_are_new(repository: Path) -> None:
    commit(repository, a_yaml="new")
    (repository / "c.yaml").write_text("untracked")
    (repository / "deep").mkdir()
    found = changed_since("first", repository / "deep")
    assert found == {repository.resolve() / "a.yaml", repository.resolve() / "c.yaml"}


def test_files_that_are_gone_are_changed_and_so_are_both_names_of_a_renamed_one(
    repository: Path,
) -> None:
    (repository / "a.yaml").unlink()
    git(repository, "mv", "b.yaml", "c.yaml")
    assert {path.name for path in changed_since("first", repository)} == {
        "a.yaml", "b.yaml", "c.yaml",
    }  # fmt: skip


def test_what_others_changed_on_the_main_branch_meanwhile_does_not_count(
    repository: Path,
) -> None:
    git(repository, "switch", "-c", "mine")
    commit(repository, a_yaml="mine")
    git(repository, "switch", "main")
    commit(repository, b_yaml="theirs")
    git(repository, "switch", "mine")
    assert changed_since("main", repository) == {repository.resolve() / "a.yaml"}


def test_histories_that_have_nothing_in_common_part_at_the_revision_itself(
    repository: Path,
) -> None:
    git(repository, "switch", "--orphan", "other")
    commit(repository, c_yaml="other")
    git(repository, "switch", "main")
    assert content_at(branch_point("other", repository), repository / "c.yaml") == b"other"
