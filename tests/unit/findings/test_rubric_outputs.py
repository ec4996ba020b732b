"""`--output`, `--fail-on`, `--max-warnings` and baselines, as check, test and diff use them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from qa_toolkit.cli.rubric.outputs import (
    FailOn,
    FailOnOption,
    MaxWarningsOption,
    OutputsOption,
    deliver,
    fails,
    read_outputs,
    show,
    without_known,
)
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.formats import FORMATS
from qa_toolkit.findings.report import Report

Checked = Callable[..., Report]
PROBLEM = Problem(source="a.yaml", message="m", line=3, code="R204")


@pytest.fixture(autouse=True)
def _outside_actions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.chdir(tmp_path)


def delivered(report: Report, *outputs: str) -> None:
    """Deliver with a text for people that can be told from every format."""
    deliver(report, read_outputs(outputs), human=lambda: typer.echo("for people"))


def test_people_are_shown_the_result_where_nothing_is_asked_for(
    checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    delivered(checked(PROBLEM))
    assert capsys.readouterr() == ("for people\n", "")


def test_a_format_on_standard_output_stands_alone(
    checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    report = checked(PROBLEM)
    delivered(report, "json")
    assert capsys.readouterr() == (FORMATS["json"](report), "")


def test_files_are_written_beside_what_people_see(
    checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    report = checked(PROBLEM)
    delivered(report, "sarif=out/qa.sarif", "junit=out/deep er/qa=1.xml")
    assert capsys.readouterr().out == "for people\n"
    assert Path("out/qa.sarif").read_text(encoding="utf-8") == FORMATS["sarif"](report)
    assert Path("out/deep er/qa=1.xml").read_text(encoding="utf-8") == FORMATS["junit"](report)
    assert [path.name for path in Path("out").iterdir() if path.is_file()] == ["qa.sarif"]


def test_a_file_of_an_earlier_run_is_replaced(checked: Checked) -> None:
    Path("qa.json").write_text("x" * 100_000)
    delivered(checked(PROBLEM), "json=qa.json")
    assert json.loads(Path("qa.json").read_bytes())["command"] == "check"


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind")
def test_a_pipe_is_written_into_rather_than_replaced(checked: Checked) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    delivered(checked(PROBLEM), "github=pipe")
    assert os.read(reader, 100).startswith(b"::error file=a.yaml")
    os.close(reader)
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["sarfi"], "no format is called 'sarfi', did you mean 'sarif'?"),
        (["JSON=x"], "no format is called 'JSON', did you mean 'json'?"),
        (["emacs"], "no format is called 'emacs'"),
        ([""], "no format is called ''"),
        (["json="], "'--output json=' names no file"),
        (["json", "text"], "only one format can go to standard output"),
        (["json", "text=-"], "only one format can go to standard output"),
        (["json=a", "sarif=./a"], "only one format can go to a"),
    ],
)
def test_an_output_that_cannot_be_is_refused(said: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_outputs(said)
    assert refused.value.message == message
    assert refused.value.hint


def test_the_remedy_for_an_unknown_format_names_all() -> None:
    with pytest.raises(UsageError) as refused:
        read_outputs(["emacs"])
    assert refused.value.hint == "known: text, json, sarif, junit, github, gitlab, markdown"


@pytest.mark.parametrize("target", ["a.yaml", "./a.yaml", "link.yaml"])
def test_no_output_replaces_a_file_that_was_looked_at(target: str, checked: Checked) -> None:
    Path("a.yaml").write_text("format: 1\n")
    Path("link.yaml").symlink_to("a.yaml")
    with pytest.raises(UsageError, match="is not written to"):
        delivered(checked(PROBLEM), f"json={target}")
    with pytest.raises(UsageError, match="is not written to"):
        without_known(checked(PROBLEM), None, Path(target))
    assert Path("a.yaml").read_text() == "format: 1\n"


def test_no_output_replaces_a_file_of_cases(tested: Checked) -> None:
    with pytest.raises(UsageError, match="is not written to"):
        delivered(tested("no"), "json=cases/r/s.c.yaml")


def test_actions_are_given_annotations_beside_the_result(
    checked: Checked, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, which Actions reads as well, so that JSON stays JSON."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    report = checked(PROBLEM)
    delivered(report, "json")
    assert capsys.readouterr() == (FORMATS["json"](report), FORMATS["github"](report))


@pytest.mark.parametrize("output", ["github", "github=annotations.txt"])
def test_annotations_that_were_asked_for_are_not_given_twice(
    output: str,
    checked: Checked,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    delivered(checked(PROBLEM), output)
    assert capsys.readouterr().err == ""


def test_the_summary_of_a_step_is_added_to(
    checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("summary.md").write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    report = checked(PROBLEM)
    delivered(report)
    assert Path("summary.md").read_text() == "# Before\n" + FORMATS["markdown"](report)


@pytest.mark.parametrize(
    ("severity", "fail_on", "failing"),
    [
        ("error", "error", True), ("warning", "error", False), ("info", "error", False),
        ("error", "warning", True), ("warning", "warning", True), ("info", "warning", False),
        ("error", "info", True), ("warning", "info", True), ("info", "info", True),
        ("error", "never", False), ("warning", "never", False), ("info", "never", False),
    ],
)  # fmt: skip
def test_a_problem_fails_from_the_severity_asked_for(
    severity: Severity, fail_on: str, *, failing: bool, checked: Checked
) -> None:
    report = checked(Problem(source="a", message="m", severity=severity))
    assert fails(report, FailOn(fail_on)) is failing


@pytest.mark.parametrize(("fail_on", "failing"), [("error", True), ("never", False)])
def test_a_failed_case_counts_as_an_error(fail_on: str, *, failing: bool, tested: Checked) -> None:
    assert fails(tested("no"), FailOn(fail_on)) is failing


def test_a_known_gap_fails_nothing(tested: Checked) -> None:
    assert not fails(tested("no", status="known_gap"), FailOn.INFO)


@pytest.mark.parametrize(
    ("fail_on", "most", "failing"),
    [("error", 2, False), ("error", 1, True), ("error", 0, True), ("never", 0, False)],
)
def test_too_many_warnings_fail(
    fail_on: str, most: int, *, failing: bool, checked: Checked
) -> None:
    report = checked(*(Problem(source="a", message=m, severity="warning") for m in "ab"))
    assert fails(report, FailOn(fail_on), most) is failing


def test_what_is_known_from_now_on_is_left_out_at_once(checked: Checked) -> None:
    left = without_known(checked(PROBLEM), None, Path("known.json"))
    assert (left.problems, left.known) == ((), 1)


def test_a_baseline_leaves_the_new_problems(checked: Checked) -> None:
    without_known(checked(PROBLEM), None, Path("known.json"))
    new = Problem(source="a.yaml", message="new")
    left = without_known(checked(PROBLEM, new), Path("known.json"), None)
    assert (left.problems, left.known) == ((new,), 1)


def test_without_a_baseline_everything_is_left(checked: Checked) -> None:
    assert without_known(checked(PROBLEM), None, None) == checked(PROBLEM)


def test_the_terminal_shows_the_text(
    checked: Checked, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = checked(PROBLEM)
    show(report)
    assert capsys.readouterr().out == FORMATS["text"](report)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert typer.style("error: ", fg="red") in shown_in_colour(report)


def shown_in_colour(report: Report) -> str:
    """What a terminal with colours gets."""
    app = typer.Typer()
    app.command()(lambda: show(report))
    return CliRunner().invoke(app, color=True).output


def test_the_options_read_as_typed(checked: Checked) -> None:
    app = typer.Typer()

    @app.command()
    def command(
        output: OutputsOption = None,
        fail_on: FailOnOption = FailOn.ERROR,
        max_warnings: MaxWarningsOption = None,
    ) -> None:
        typer.echo(f"{output} {fail_on} {max_warnings}")

    said = ["--output", "sarif=x", "--output", "json", "--fail-on", "warning"]
    assert (
        CliRunner().invoke(app, [*said, "--max-warnings", "3"]).output
        == "['sarif=x', 'json'] warning 3\n"
    )
    assert CliRunner().invoke(app, ["--fail-on", "sometimes"]).exit_code == 2
    assert CliRunner().invoke(app, ["--max-warnings", "-1"]).exit_code == 2
    told = CliRunner().invoke(app, ["--help"]).output
    assert all(name in told for name in FORMATS)
