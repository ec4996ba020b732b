"""`qa rubric fmt`: files, folders and standard input, in place or only looked at."""

import shutil
import stat
from pathlib import Path

import pytest
from commands import qa, qa_process

from qa_toolkit.workflow.rubric_fmt import format_files

RUBRICS = Path(__file__).parents[2] / "rubrics"
UNTIDY = "id:  r\nformat: 1   # the first\n"
TIDY = "format: 1  # the first\nid: r\n"
CASES = "cases: {a: {rating: 1, said: 'A: Hi'}}\n"
TIDY_CASES = 'cases: {a: {said: "A: Hi", rating: 1}}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rubric to tidy, one in order, and a file of cases."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases" / "untidy").mkdir(parents=True)
    (tmp_path / "untidy.yaml").write_text(UNTIDY)
    (tmp_path / "tidy.yml").write_text(TIDY)
    (tmp_path / "cases" / "untidy" / "a.yaml").write_text(CASES)
    return tmp_path


def test_a_folder_is_laid_out_in_place(folder: Path) -> None:
    ran = qa("rubric", "fmt", ".")
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "formatted untidy.yaml",
            "formatted cases/untidy/a.yaml",
            "3 files: 2 formatted, 1 in order",
        ],
    )
    assert (folder / "untidy.yaml").read_text() == TIDY
    assert (folder / "cases" / "untidy" / "a.yaml").read_text() == TIDY_CASES
    assert sorted(path.name for path in folder.iterdir()) == ["cases", "tidy.yml", "untidy.yaml"]


def test_a_second_time_there_is_nothing_to_do(folder: Path) -> None:
    qa("rubric", "fmt", ".")
    before = (folder / "untidy.yaml").stat().st_mtime_ns
    assert qa("rubric", "fmt", ".").out == "3 files: 0 formatted, 3 in order\n"
    assert (folder / "untidy.yaml").stat().st_mtime_ns == before


def test_check_names_what_would_change_and_writes_nothing(folder: Path) -> None:
    ran = qa("rubric", "fmt", "--check", "untidy.yaml", "tidy.yml", "untidy.yaml")
    assert (ran.code, ran.out) == (
        1,
        "would change untidy.yaml\n2 files: 1 would change, 1 in order\n",
    )
    assert (folder / "untidy.yaml").read_text() == UNTIDY


def test_check_of_files_in_order_is_content(folder: Path) -> None:
    assert qa("rubric", "fmt", "--check", folder / "tidy.yml").code == 0


def test_diff_shows_the_change_and_writes_nothing(folder: Path) -> None:
    ran = qa("rubric", "fmt", "--diff", "untidy.yaml")
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "--- untidy.yaml",
            "+++ untidy.yaml",
            "@@ -1,2 +1,2 @@",
            "-id:  r",
            "-format: 1   # the first",
            "+format: 1  # the first",
            "+id: r",
        ],
    )
    assert (folder / "untidy.yaml").read_text() == UNTIDY


def test_diff_with_check_exits_1(folder: Path) -> None:
    ran = qa("rubric", "fmt", "--diff", "--check", "untidy.yaml")
    assert (ran.code, ran.out[:3]) == (1, "---")


def test_diff_tells_of_a_missing_last_line_end(folder: Path) -> None:
    (folder / "tidy.yml").write_bytes(TIDY.encode().rstrip())
    assert (
        "\n\\ No newline at end of file\n+id: r\n" in qa("rubric", "fmt", "--diff", "tidy.yml").out
    )


def test_standard_input_goes_to_standard_output() -> None:
    assert qa("rubric", "fmt", "-", stdin=UNTIDY.encode()).out == TIDY
    assert qa("rubric", "fmt", "-", stdin=TIDY.encode()).out == TIDY


def test_what_comes_by_a_pipe_and_cannot_be_read_leaves_the_output_empty() -> None:
    ran = qa("rubric", "fmt", "-", stdin=b"id: [\n")
    assert (ran.code, ran.out) == (1, "")
    assert "-:" in ran.err
    assert "[R001]" in ran.err


def test_check_of_standard_input_prints_nothing() -> None:
    assert (ran := qa("rubric", "fmt", "--check", "-", stdin=UNTIDY.encode())).code == 1
    assert ran.out == ""
    assert qa("rubric", "fmt", "--check", "-", stdin=TIDY.encode()).code == 0


@pytest.mark.parametrize(
    "content",
    [b"id: [r\n", b"id: r\nid: s\n", b"- a\n", b"", "id: r".encode("utf-16"), b"\xff", b"a: &b c"],
    ids=["brackets", "twice", "a list", "empty", "utf-16", "no utf-8", "anchor"],
)
def test_what_cannot_be_read_is_left_alone_and_the_rest_goes_on(
    folder: Path, content: bytes
) -> None:
    (folder / "broken.yaml").write_bytes(content)
    ran = qa("rubric", "fmt", "broken.yaml", "untidy.yaml")
    assert ran.code == 1
    assert "broken.yaml:1" in ran.out.replace("broken.yaml:2", "broken.yaml:1")
    assert ran.out.endswith("2 files: 1 formatted, 0 in order, 1 cannot be read\n")
    assert (folder / "broken.yaml").read_bytes() == content


@pytest.mark.parametrize(
    "args", [["nowhere.yaml"], ["-", "untidy.yaml"], ["empty"], []], ids=lambda args: " ".join(args)
)
def test_what_is_not_there_is_a_mistake_of_usage(folder: Path, args: list[str]) -> None:
    (folder / "empty").mkdir()
    assert qa("rubric", "fmt", *args).code == 2
    assert (folder / "untidy.yaml").read_text() == UNTIDY


@pytest.mark.parametrize("name", ["cases", "cases/untidy"])
def test_a_folder_of_cases_is_enough(folder: Path, name: str) -> None:
    assert qa("rubric", "fmt", name).out.endswith("1 file: 1 formatted, 0 in order\n")


def test_a_folder_that_happens_to_lie_below_cases_has_no_cases(folder: Path) -> None:
    """Only what lies beside rubrics is a file of cases."""
    inner = folder / "cases" / "desk" / "rubrics"
    inner.mkdir(parents=True)
    (inner / "compose.yaml").write_text("services:   {}\n")
    (inner / "r.yaml").write_text(TIDY)
    assert qa("rubric", "fmt", inner).out == "1 file: 0 formatted, 1 in order\n"


def test_a_link_stays_a_link_and_permissions_stay(folder: Path) -> None:
    (folder / "untidy.yaml").chmod(0o640)
    (folder / "link.yaml").symlink_to("untidy.yaml")
    assert qa("rubric", "fmt", "link.yaml").code == 0
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "untidy.yaml").read_text() == TIDY
    assert stat.S_IMODE((folder / "untidy.yaml").stat().st_mode) == 0o640


def test_a_folder_that_cannot_be_written_is_told_in_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ran = qa("rubric", "fmt", "untidy.yaml")
    assert (ran.code, ran.err.splitlines()[0]) == (
        3,
        "error: cannot write untidy.yaml: No space left on device",
    )
    assert (folder / "untidy.yaml").read_text() == UNTIDY


def test_a_file_that_cannot_be_opened_is_a_problem_like_others(folder: Path) -> None:
    def locked(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (file,) = format_files([folder / "untidy.yaml"], locked)
    assert [problem.message for problem in file.problems] == ["cannot be read: Permission denied"]
    assert not file.changed


def test_a_formatted_rubric_is_the_same_rubric(folder: Path) -> None:
    """Its meaning, its findings and its cases are what they were."""
    shutil.copytree(RUBRICS, folder / "rubrics")
    before = [qa("rubric", name, "rubrics").out for name in ("check", "test")]
    assert qa("rubric", "fmt", "rubrics").code == 0
    assert [qa("rubric", name, "rubrics").out for name in ("check", "test")] == before


def test_a_process_of_its_own_does_the_same(folder: Path) -> None:
    ran = qa_process("rubric", "fmt", "untidy.yaml", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert (folder / "untidy.yaml").read_text() == TIDY
