"""Rubric files: every mistake is found at once, where it stands."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.problem import Problem
from qa_toolkit.rubric.load import load_rubric, read_rubric
from qa_toolkit.strict_yaml.document import Node

GOOD = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
cues:
  trouble: {any: [broken]}
sections:
  - id: empathy
    title: Empathy
    weight: 100
    criteria:
      - id: empathy.sorry
        question: Is the agent sorry?
        scale: {0: no, 1: yes}
        indicators:
          - {id: sorry, kind: phrase, any: [sorry], points: 1}
"""


def errors_in(text: str) -> list[Problem]:
    problems = read_rubric(text, "r.yaml").problems
    return [problem for problem in problems if problem.severity == "error"]


def told(text: str) -> list[str]:
    return [str(problem) for problem in errors_in(text)]


def test_a_rubric_without_mistakes_loads() -> None:
    loaded = read_rubric(GOOD, "r.yaml")
    assert loaded.rubric is not None
    assert [criterion.id for criterion in loaded.rubric.criteria()] == ["empathy.sorry"]
    assert (loaded.text, loaded.files) == (GOOD, (Path("r.yaml"),))


def test_yes_and_no_stay_words() -> None:
    """YAML 1.1 would read the anchors of this scale as False and True."""
    loaded = read_rubric(GOOD, "r.yaml")
    assert loaded.rubric is not None
    assert next(loaded.rubric.criteria()).scale == {0: "no", 1: "yes"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "    weight: 100", "    wieght: 100",
            "r.yaml:12:5: error: unknown key 'wieght', did you mean 'weight'? [R003]",
            id="a misspelt key",
        ),
        pytest.param(
            "pass_mark: 50", "pass_mark: 150",
            "r.yaml:6:12: error: pass_mark: must be at most 100, not 150 [R004]",
            id="a value out of bounds",
        ),
        pytest.param(
            "title: Small\n", "",
            "r.yaml:1:1: error: the key 'title' is missing [R004]",
            id="a missing key",
        ),
        pytest.param(
            "any: [sorry]", 'any: ["(sorry"]',
            "r.yaml:18:45: error: sections[0].criteria[0].indicators[0].any[0]: '(sorry': cannot "
            "read '(sorry' [R004]",
            id="a phrase outside the language",
        ),
        pytest.param(
            "id: small", "id: small\nid: large",
            "r.yaml:3:1: error: the key 'id' is given twice, first in line 2 [R002]",
            id="a key given twice",
        ),
        pytest.param(
            "title: Small", 'title: " "',
            "r.yaml:4:8: error: title: must be text that is not empty, not ' ' [R004]",
            id="a title of a space",
        ),
        pytest.param(
            "{0: no, 1: yes}", '{0: no, 1: yes, "1": yes}',
            "r.yaml:16:32: error: the key '1' is given twice, first in line 16 [R002]",
            id="a level given twice, once in quotes",
        ),
        pytest.param(
            "1: yes}", "3: yes}",
            "r.yaml:16:16: error: the top level 3 cannot be reached, at most 1 (raise the points "
            "or the base, or take the level away) [R204]",
            id="what only a lint rule sees",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert told(GOOD.replace(old, new, 1)) == [expected]


@given(st.integers(), st.integers(), st.sampled_from(["{}", '"{}"', "'{}'"]))
def test_no_quoting_of_a_level_makes_checking_fail(level: int, tip: int, quoting: str) -> None:
    scale, tips = (f"{{{quoting.format(key)}: x}}" for key in (level, tip))
    text = GOOD.replace("{0: no, 1: yes}", f"{scale[:-1]}, 1: yes}}\n        tips: {tips}")
    assert all(problem.line in (16, 17) for problem in errors_in(text))


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("title: Small", "titel: Small").replace("weight: 100", "weight: 0")
    text = text.replace("question: Is", "question: Why?\n        question: Is")
    places = [(problem.line, problem.code) for problem in errors_in(text)]
    assert places == [(4, "R003"), (12, "R004"), (16, "R002")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("# only a comment\n", "the file is empty", id="a comment"),
        pytest.param("- a", "a rubric is a mapping of keys, not a list of 1", id="a list"),
        pytest.param("a", "a rubric is a mapping of keys, not 'a'", id="a word"),
        pytest.param("format: 1\nid: [1", "the bracket '[' is not closed", id="no YAML"),
        pytest.param("[" * 20_000, "nested deeper than 40 levels", id="20,000 brackets"),
        pytest.param("x" * 2_000_001, "larger than 2,000,000", id="2 MB"),
    ],
)
def test_what_is_no_rubric_is_one_clear_error(text: str, expected: str) -> None:
    (problem,) = errors_in(text)
    assert expected in problem.message
    assert problem.line == (2 if "format" in text else 1)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param("format: banana", "1:9: error: 'banana' is no format", id="a word"),
        pytest.param("format: '1'", "1:9: error: '1' is no format", id="quoted"),
        pytest.param("format: true", "1:9: error: true is no format", id="true, which equals 1"),
        pytest.param("format: 0", "1:9: error: 0 is no format", id="zero"),
        pytest.param("format:", "1:1: error: nothing is no format", id="empty"),
        pytest.param("", "2:1: error: the key 'format' is missing", id="missing"),
    ],
)
def test_an_unknown_format_is_told_with_the_other_mistakes(new: str, expected: str) -> None:
    text = GOOD.replace("format: 1", new, 1).replace("pass_mark: 50", "pass_mark: 500")
    first, second = told(text)
    assert first == f"r.yaml:{expected} (write 'format: 1') [R005]"
    assert "pass_mark" in second


def test_a_newer_format_is_the_only_finding() -> None:
    text = GOOD.replace("format: 1", "format: 2").replace("title: Small", "gist: Small")
    assert told(text) == [
        "r.yaml:1:9: error: format 2 is newer than this toolkit reads (1) (upgrade qa-toolkit) "
        "[R005]"
    ]


def test_comments_and_layout_do_not_change_a_rubrics_hash() -> None:
    other = "# a comment\n" + GOOD.replace("{channels: [chat]}", "\n  channels:\n    - chat")
    assert read_rubric(GOOD, "a").hash == read_rubric(other, "b").hash


def test_a_changed_weight_changes_the_hash() -> None:
    assert read_rubric(GOOD, "a").hash != read_rubric(GOOD.replace("100", "99"), "a").hash


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        pytest.param(lambda path: path.write_bytes(b"a: \xe9"), "is not UTF-8", id="Latin-1"),
        pytest.param(lambda path: path.mkdir(), "cannot be read: Is a directory", id="a folder"),
        pytest.param(lambda path: None, "cannot be read: No such file", id="missing"),
        pytest.param(
            lambda path: path.write_bytes(b"#" * 2_000_001), "not a rubric", id="too large"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_so_that_others_go_on(
    tmp_path: Path, write: Callable[[Path], object], expected: str
) -> None:
    path = tmp_path / "r.yaml"
    write(path)
    loaded = load_rubric(path)
    (problem,) = loaded.problems
    assert (loaded.rubric, problem.code) == (None, "R001")
    assert expected in problem.message


def test_what_gives_the_text_can_be_replaced() -> None:
    """A revision of git, or standard input."""
    loaded = load_rubric(Path("-"), lambda path: GOOD if path == Path("-") else b"")
    assert loaded.rubric is not None
    assert {problem.source for problem in loaded.problems} == {"-"}


def test_a_silenced_error_does_not_keep_a_rubric_from_use() -> None:
    text = GOOD.replace("1: yes}", "3: yes}  # qa: disable=R204 two is for people")
    assert read_rubric(GOOD.replace("1: yes}", "3: yes}"), "r.yaml").rubric is None
    assert read_rubric(text, "r.yaml").rubric is not None


def test_of_thousands_of_mistakes_the_first_are_told_quickly() -> None:
    text = GOOD.replace("any: [sorry]", f"any: [{'1.5, ' * 90_000}]")
    assert [problem.line for problem in errors_in(text)] == [18] * 101
    assert errors_in(text)[-1].message == "after 100 mistakes the rest is not shown"


def test_of_thousands_of_unknown_keys_the_first_are_told_beside_what_is_missing() -> None:
    text = "".join(f"k{number}: 1\n" for number in range(30_000))
    assert "the key 'sections' is missing" in {problem.message for problem in errors_in(text)}


def test_a_large_rubric_is_read_whole() -> None:
    section = GOOD[GOOD.index("  - id: empathy") :]
    parts = [section.replace("empathy", f"part{number}") for number in range(600)]
    loaded = read_rubric(GOOD[: GOOD.index("  - id: empathy")] + "".join(parts), "r.yaml")
    assert loaded.rubric is not None
    assert len(loaded.rubric.sections) == 600


def test_a_broken_rubric_does_not_stay_in_memory() -> None:
    """Pydantic's exception, with the frames of the phrase's own, once kept all of it for good."""

    def nodes() -> int:
        gc.collect()
        return sum(isinstance(known, Node) for known in gc.get_objects())

    before = nodes()
    assert errors_in(GOOD.replace("any: [sorry]", "any: [(sorry]"))
    assert nodes() == before
