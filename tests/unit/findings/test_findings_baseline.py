"""A baseline knows the problems of today, so that only new ones count."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.findings.baseline import fingerprint, read_baseline, without_known, write_baseline

VAGUE = Problem(source="a.yaml", line=3, column=7, code="R402", message="'good' is vague")
OTHER = Problem(source="a.yaml", line=9, code="R204", message="out of reach")


def moved(problem: Problem, line: int) -> Problem:
    """The same problem after lines were added above it."""
    return Problem(source=problem.source, line=line, code=problem.code, message=problem.message)


def test_a_problem_is_the_same_on_another_line() -> None:
    assert fingerprint(VAGUE) == fingerprint(moved(VAGUE, 30))


@pytest.mark.parametrize(
    "other",
    [
        Problem(source="b.yaml", code="R402", message="'good' is vague"),
        Problem(source="a.yaml", code="R403", message="'good' is vague"),
        Problem(source="a.yaml", code="R402", message="'nice' is vague"),
    ],
    ids=["file", "code", "message"],
)
def test_a_problem_with_another_is_another(other: Problem) -> None:
    assert fingerprint(VAGUE) != fingerprint(other)


def test_a_problem_is_the_same_however_its_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["a.yaml", "./a.yaml", str(tmp_path / "a.yaml")]
    assert len({fingerprint(Problem(source=name, message="m")) for name in names}) == 1


def test_only_new_problems_are_left(tmp_path: Path) -> None:
    write_baseline(tmp_path / "known.json", [VAGUE])
    left = without_known([moved(VAGUE, 30), OTHER], read_baseline(tmp_path / "known.json"))
    assert left == (OTHER,)


def test_a_third_of_two_known_ones_is_new(tmp_path: Path) -> None:
    write_baseline(tmp_path / "known.json", [VAGUE, moved(VAGUE, 30)])
    three = [moved(VAGUE, line) for line in (3, 30, 40)]
    assert without_known(three, read_baseline(tmp_path / "known.json")) == (three[2],)


def test_the_file_can_be_read_in_a_review(tmp_path: Path) -> None:
    write_baseline(tmp_path / "known.json", [OTHER, VAGUE, moved(VAGUE, 30)])
    assert (tmp_path / "known.json").read_text(encoding="utf-8") == (
        '{\n  "format": 1,\n  "problems": [\n'
        '    {\n      "file": "a.yaml",\n      "code": "R204",\n'
        '      "message": "out of reach",\n      "count": 1\n    },\n'
        '    {\n      "file": "a.yaml",\n      "code": "R402",\n'
        '      "message": "\'good\' is vague",\n      "count": 2\n    }\n  ]\n}\n'
    )


PROBLEMS = st.lists(
    st.builds(
        Problem,
        source=st.sampled_from(["a.yaml", "b c/ä.yaml"]),
        code=st.sampled_from(["R204", ""]),
        message=st.text(st.characters(), max_size=3),
        line=st.integers(1, 9),
    ),
    max_size=8,
)


@given(old=PROBLEMS, new=PROBLEMS)
def test_what_is_known_and_what_is_new_make_up_the_whole(
    tmp_path_factory: pytest.TempPathFactory, old: list[Problem], new: list[Problem]
) -> None:
    path = tmp_path_factory.getbasetemp() / "known.json"
    write_baseline(path, old)
    baseline = read_baseline(path)
    assert without_known(old, baseline) == ()
    assert without_known([*old, *new], baseline) == without_known(new, {})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"problems: []",
        b"\xff\xfe\x00",
        b"[]",
        b'{"format": 2, "problems": []}',
        b'{"format": 1, "problems": {}}',
        b'{"format": 1, "problems": [{"file": "a", "code": "R1", "message": "m"}]}',
        b'{"format": 1, "problems": [{"file": "a", "code": "R1", "message": "m", "count": 0}]}',
        b"[" * 100_000,
    ],
    ids=["empty", "YAML", "bytes", "list", "newer", "mapping", "no count", "count 0", "nested"],
)
def test_garbage_is_refused_with_a_remedy(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="cannot be used: ") as refused:
        read_baseline(path)
    assert f"--write-baseline {path}" in refused.value.hint


def test_a_baseline_that_is_missing_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_baseline(tmp_path / "known.json")


def test_folders_on_the_way_to_a_baseline_are_made(tmp_path: Path) -> None:
    write_baseline(tmp_path / "a" / "b" / "known.json", [VAGUE])
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["known.json"]


def test_a_baseline_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="cannot write"):
        write_baseline(tmp_path / "file" / "known.json", [VAGUE])
    with pytest.raises(StorageError, match="Is a directory"):
        write_baseline(tmp_path, [VAGUE])
