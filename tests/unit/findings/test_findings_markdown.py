"""The Markdown summary, read back with markdown-it."""

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.markdown import MOST_CASES, MOST_ROWS, render
from qa_toolkit.findings.report import CaseOutcome, Report
from qa_toolkit.findings.texts import visible

Checked = Callable[..., Report]


def tokens_of(report: Report) -> list[Token]:
    """The document's tokens, tables included."""
    return MarkdownIt("commonmark").enable("table").parse(render(report))


def cells_of(report: Report) -> list[list[Token]]:
    """The inline content of the table's body, four cells a row."""
    inline = [token for token in tokens_of(report) if token.type == "inline"]
    cells = inline[5:]  # the counts and four headings
    return [cells[start : start + 4] for start in range(0, len(cells), 4)]


def text_of(cell: Token) -> str:
    """What is shown of a cell; nothing in it may be more than text or code."""
    parts = [part for part in cell.children or () if part.content]
    assert {part.type for part in parts} <= {"text", "code_inline"}
    return "".join(part.content for part in parts).replace("\u200b", "")


def test_the_first_line_counts(checked: Checked) -> None:
    report = checked(Problem(source="a.yaml", message="m"))
    assert render(report).splitlines()[0] == "**qa rubric check**: 1 file, 1 error"


def test_clean_files_take_one_line(checked: Checked) -> None:
    assert render(checked()) == "**qa rubric check**: 0 files, no problems\n"


def test_each_problem_is_a_row(checked: Checked) -> None:
    problem = Problem(source="a_b.yaml", message="what", line=3, code="R204", hint="do this")
    (row,) = cells_of(checked(problem))
    assert [text_of(cell) for cell in row] == ["error", "a_b.yaml:3", "R204", "what → do this"]


@pytest.mark.parametrize(
    "hostile",
    [
        "a | b \\| c \\\\| d",
        "`code` ``more`` *bold* _it_ ~~no~~ $x$",
        "[click](http://example.org) ![](x.png) <img src=x> <!-- &lt; & &amp;",
        "@team #12 <script>alert(1)</script>",
        "two\nlines\n| and | a | row |",
        "1. one", "- two", "# three", "> four", "+ five", "=== \\",
        "שלום \u202e 🙂 ]]>",
    ],
)  # fmt: skip
def test_hostile_text_is_shown_as_it_is(hostile: str, checked: Checked) -> None:
    (row,) = cells_of(checked(Problem(source=hostile, message=hostile)))
    assert text_of(row[3]) == visible(hostile)
    assert text_of(row[1]) == visible(hostile)


def test_nobody_is_mentioned(checked: Checked) -> None:
    assert "@team" not in render(checked(Problem(source="a", message="ask @team")))


def test_a_failed_case_shows_its_dialogue_in_a_fence(tested: Checked) -> None:
    tokens = tokens_of(tested("expected 2, got 1"))
    (fence,) = [token for token in tokens if token.type == "fence"]
    assert fence.content == "C: It broke.\nA: Sorry.\n"
    assert "- expected 2, got 1" in render(tested("expected 2, got 1"))


@pytest.mark.parametrize("failure", ["1. x", "- x", "+ x", "     x", "# x", "> x", "1) x"])
def test_a_failure_is_one_item_whatever_it_begins_with(failure: str, tested: Checked) -> None:
    kinds = [token.type for token in tokens_of(tested(failure))]
    after = kinds[kinds.index("bullet_list_open") :]
    assert after == [
        "bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close",
        "list_item_close", "bullet_list_close",
    ]  # fmt: skip


def test_a_dialogue_cannot_leave_its_fence(tested: Checked) -> None:
    said = "C: Hi\n```\n# out\n````\nA: Hello\n"
    fences = [token for token in tokens_of(tested("no", said=said)) if token.type == "fence"]
    assert [fence.content for fence in fences] == [said]


def test_known_gaps_are_only_counted(tested: Checked) -> None:
    shown = render(tested("no", status="known_gap"))
    assert shown == "**qa rubric test**: 1 file, 1 case, 0 failed, 1 known gap\n"


def test_rows_over_the_most_are_counted(checked: Checked) -> None:
    report = checked(*(Problem(source="a", message=f"{n}") for n in range(MOST_ROWS + 3)))
    assert render(report).count("| error |") == MOST_ROWS
    assert render(report).endswith("\n\n… and 3 more problems\n")


def test_cases_over_the_most_are_counted() -> None:
    cases = tuple(
        CaseOutcome(file="c", line=n + 1, criterion="s.c", name="n", said="A: x", status="failed")
        for n in range(MOST_CASES + 1)
    )
    report = Report(command="test", files=(), problems=(), rules={}, cases=cases)
    assert render(report).endswith("\n\n… and 1 more failed case\n")


def test_the_longest_summary_fits_a_comment() -> None:
    long = "|\u202e" * 40_000
    problems = tuple(Problem(source=long, message=long, line=n) for n in range(1, 200))
    cases = tuple(
        CaseOutcome(
            file=long, line=n, criterion=long, name=long, said=long, status="failed",
            failures=(long,) * 9,
        )
        for n in range(1, 99)
    )  # fmt: skip
    report = Report(command="test", files=(), problems=problems, rules={}, cases=cases)
    assert 20_000 < len(render(report)) < 65_536
