"""Comments that silence findings: which lines they cover, and what is wrong with them."""

from time import process_time

import pytest

from qa_toolkit.domain.problem import Problem
from qa_toolkit.rubric.suppress import Suppression, suppressions, without_suppressed
from qa_toolkit.strict_yaml.reader import read_yaml

CODES = ("R001", "R204", "R401", "R402", "R007", "R008")


def found(text: str) -> tuple[Suppression, ...]:
    return suppressions(text, read_yaml(text, "r.yaml").quoted)


def finding(line: int, code: str = "R204", source: str = "r.yaml") -> Problem:
    return Problem(source=source, message="m", line=line, column=1, code=code)


def left(text: str, *problems: Problem) -> list[tuple[int | None, str]]:
    """The lines and codes that remain of the problems of a text."""
    kept = without_suppressed(problems, found(text), "r.yaml", CODES)
    return [(problem.line, problem.code) for problem in kept]


TEXT = """\
a: 1
b:
  - id: x
    c: 2

    d:
      e: 3
  - id: y
    any:
    - z
    - w
    f: 4
g: 5
"""


def covered(comment_on: int, text: str = TEXT) -> tuple[int, int]:
    """The lines that a comment at the end of a line covers."""
    lines = text.split("\n")
    lines[comment_on - 1] += " # qa: disable=R204 so"
    (one,) = found("\n".join(lines))
    return one.first, one.last


def covered_below(comment_before: int, text: str = TEXT) -> tuple[int, int]:
    """The lines that a comment on a line of its own covers."""
    lines = text.split("\n")
    lines.insert(comment_before - 1, "# qa: disable=R204 so")
    (one,) = found("\n".join(lines))
    return one.first, one.last


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(1, (1, 1), id="a key with its value"),
        pytest.param(2, (2, 12), id="a key with a list"),
        pytest.param(3, (3, 7), id="an item, over an empty line"),
        pytest.param(6, (6, 7), id="a key within"),
        pytest.param(9, (9, 11), id="a key whose items are not indented"),
        pytest.param(10, (10, 10), id="such an item"),
        pytest.param(13, (13, 13), id="the last line"),
    ],
)
def test_a_comment_behind_a_line_covers_the_block_that_starts_there(
    line: int, expected: tuple[int, int]
) -> None:
    assert covered(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(1, (1, 15), id="the whole file, above everything"),
        pytest.param(2, (3, 13), id="a key with a list"),
        pytest.param(3, (4, 8), id="an item"),
        pytest.param(5, (7, 8), id="what follows an empty line"),
        pytest.param(14, (14, 13), id="nothing, at the end"),
    ],
)
def test_a_comment_on_its_own_line_covers_the_block_below(
    line: int, expected: tuple[int, int]
) -> None:
    assert covered_below(line) == expected


def test_a_comment_above_others_and_a_document_mark_still_covers_the_whole_file() -> None:
    (one,) = found("# what it is for\n---\n# qa: disable=R204 so\na: 1\n")
    assert (one.first, one.last) == (1, 5)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: '# qa: disable=R204 x'", id="in single quotes"),
        pytest.param('a: "b\n  # qa: disable=R204 x"', id="in double quotes of two lines"),
        pytest.param("a: |\n  # qa: disable=R204 x\n", id="in a block of text"),
        pytest.param("a: >-\n  b # qa: disable=R204 x\n\n  c\n", id="in a folded block"),
        pytest.param("a: b# qa: disable=R204 x", id="within a word"),
        pytest.param("a: 1 # see # qa: disable=R204 x", id="within another comment"),
        pytest.param("# QA: ask Dana about the weights", id="a remark for the QA team"),
    ],
)
def test_text_is_no_comment(text: str) -> None:
    assert found(text) == ()


def test_what_follows_the_sign_of_a_block_of_text_in_its_line_is_a_comment() -> None:
    (one,) = found("a: | # qa: disable=R401 a quotation\n  some text\n  more\nb: 1\n")
    assert (one.first, one.last, one.column) == (1, 3, 6)


def test_a_block_of_text_ends_where_its_indentation_does() -> None:
    (one,) = found("a: |\n  text\n# qa: disable=R204 x\nb: 1\n")
    assert one.first == 4


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        pytest.param("# qa: disable=R204 two is enough", ("R204",), "two is enough", id="one"),
        pytest.param("#qa:disable = R204 , R401: so", ("R204", "R401"), "so", id="two, spaced"),
        pytest.param("# qa: disable=R4xx – so", ("R4xx",), "so", id="a family"),
        pytest.param("# qa: disable=R204", ("R204",), "", id="no reason"),
        pytest.param("# qa: disable R204 so", (), "", id="no equals sign"),
        pytest.param("# qa: disable=", (), "", id="no code"),
        pytest.param("# qa: disbale=R204 so", (), "", id="a misspelling"),
        pytest.param("# qa: ignore=R204 so", (), "", id="another word"),
    ],
)
def test_a_comment_is_read(comment: str, codes: tuple[str, ...], reason: str) -> None:
    (one,) = found(f"a: 1 {comment}\n")
    assert (one.codes, one.reason) == (codes, reason)


def test_findings_that_a_comment_covers_are_left_out() -> None:
    text = "a: 1\nb: # qa: disable=R204,R4xx so\n  c: 2\nd: 3\n"
    problems = [finding(1), finding(2), finding(3, "R401"), finding(3, "R402"), finding(4)]
    assert left(text, *problems) == [(1, "R204"), (4, "R204")]


def test_other_codes_and_other_files_are_not_silenced() -> None:
    text = "a: 1 # qa: disable=R204 so\n"
    problems = [finding(1), finding(1, "R401"), finding(1, "R204", "base.yaml")]
    assert left(text, *problems) == [(1, "R401"), (1, "R204")]


def test_comments_may_overlap() -> None:
    text = "a: # qa: disable=R204 so\n  b: 1 # qa: disable=R204 so\n  c: 2\nd: 3\n"
    assert left(text, *map(finding, (1, 2, 3, 4))) == [(4, "R204")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        pytest.param("# qa: disable=R204", "a reason is missing", id="no reason"),
        pytest.param("# qa: disable R204 so", "this comment silences nothing", id="no form"),
        pytest.param(
            "# qa: disable=R205 so", "there is no code R205, did you mean 'R204'?", id="unknown"
        ),
        pytest.param(
            "# qa: disable=r204 so", "there is no code r204, did you mean 'R204'?", id="small"
        ),
        pytest.param("# qa: disable=R9xx so", "there is no code R9xx", id="no such family"),
        pytest.param("# qa: disable=R001 so", "R001 cannot be silenced", id="what stops reading"),
        pytest.param("# qa: disable=R301 so", "R301 cannot be silenced", id="what stops scoring"),
    ],
)
def test_a_comment_that_is_not_right_is_told(comment: str, message: str) -> None:
    kept = without_suppressed([finding(1)], found(f"a: 1 {comment}\n"), "r.yaml", CODES)
    (problem,) = [problem for problem in kept if problem.code == "R007"]
    assert (problem.place, problem.severity) == ("r.yaml:1:6", "warning")
    assert problem.message.startswith(message)


def test_what_keeps_a_file_from_being_a_rubric_is_not_silenced() -> None:
    text = "a: 1 # qa: disable=R001,R0xx so\n"
    assert (1, "R001") in left(text, finding(1, "R001"))


def test_a_comment_that_silences_nothing_is_told_with_its_idle_codes() -> None:
    text = "a: 1 # qa: disable=R204,R401 so\n"
    (problem,) = without_suppressed([finding(1)], found(text), "r.yaml", CODES)
    assert (problem.code, problem.severity) == ("R008", "warning")
    assert problem.message == "R401 finds nothing to silence here"


def test_findings_about_comments_can_be_silenced_too() -> None:
    text = "# qa: disable=R007,R008 a template\na: 1 # qa: disable=R204\n"
    assert left(text) == []


def test_a_finding_without_a_line_stays() -> None:
    problem = Problem(source="r.yaml", message="m", code="R204")
    assert left("# qa: disable=R204 so\na: 1\n", problem) == [(None, "R204"), (1, "R008")]


def test_very_many_comments_take_no_long() -> None:
    text = "a:\n" + "  # qa: disable=R204 so\n  - b\n" * 60_000
    started = process_time()
    assert len(found(text)) == 1_000
    assert process_time() - started < 2


def test_codes_without_a_comma_between_them_are_told() -> None:
    text = "a: 1 # qa: disable=R204 R401 a small shop\n"
    kept = without_suppressed([finding(1)], found(text), "r.yaml", CODES)
    assert [problem.message for problem in kept] == ["R401 is taken for the reason"]
