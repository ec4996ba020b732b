"""What the terminal shows."""

from collections.abc import Callable

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.report import Report
from qa_toolkit.findings.text import lines_of, render

Checked = Callable[..., Report]


def test_problems_stand_file_by_file_with_their_place_first(checked: Checked) -> None:
    report = checked(
        Problem(source="b.yaml", message="other", severity="info"),
        Problem(source="a.yaml", message="first", line=3, column=7, code="R204", hint="mend it"),
        Problem(source="a.yaml", message="second", line=5, severity="warning"),
    )
    assert render(report) == (
        "a.yaml:3:7: error: first [R204]\n"
        "    → mend it\n"
        "a.yaml:5: warning: second\n"
        "\n"
        "b.yaml: info: other\n"
        "\n"
        "2 files, 1 error, 1 warning, 1 info\n"
    )


def test_a_failed_case_shows_its_dialogue(tested: Checked) -> None:
    assert render(tested("expected 2, got 1", "no evidence")) == (
        "cases/r/s.c.yaml:4: failed: s.c: apologises\n"
        "    C: It broke.\n"
        "    A: Sorry.\n"
        "  ✗ expected 2, got 1\n"
        "  ✗ no evidence\n"
        "\n"
        "1 file, 1 case, 1 failed\n"
    )


def test_a_known_gap_is_one_line(tested: Checked) -> None:
    assert render(tested("got 1", status="known_gap", note="later")) == (
        "cases/r/s.c.yaml:4: known gap: s.c: apologises (later)\n"
        "\n"
        "1 file, 1 case, 0 failed, 1 known gap\n"
    )


def test_nothing_in_a_rubric_reaches_the_terminal_as_a_command(tested: Checked) -> None:
    hostile = "\x1b]0;title\x07\r\x9b2J"
    broken = Problem(source=hostile, message=hostile, code=hostile, hint=hostile)
    shown = render(tested(hostile, said=hostile, name=hostile, problems=(broken,)))
    assert all(line.isprintable() for line in shown.split("\n"))


def test_the_loudest_part_of_a_line_is_its_severity(checked: Checked) -> None:
    report = checked(Problem(source="a", message="m", severity="warning"))
    tones = [[(part.text, part.tone) for part in line if part.text] for line in lines_of(report)]
    assert tones[0] == [("a: ", "plain"), ("warning: ", "warning"), ("m", "plain")]
    assert tones[-1] == [("1 file, 1 warning", "warning")]
