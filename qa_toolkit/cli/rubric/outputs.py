"""Where check, test and diff write what they found, and when that is a failure.

A command reads `--output` before it does anything, so that a misspelt format costs no run:

    chosen = read_outputs(output)
    report = without_known(report, baseline, write_baseline)
    deliver(report, chosen, human=lambda: show(report))
    if fails(report, fail_on, max_warnings): raise typer.Exit(FINDINGS)
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.output import wants_colour
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.findings.report import Report
    from qa_toolkit.findings.text import Part, Tone


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


OutputsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FORMAT[=FILE]",
        help=(
            "text, json, sarif, junit, github, gitlab or markdown; without FILE, instead of what "
            "is shown here. May be repeated."
        ),
    ),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="The least severity that makes the exit code 1.")
]
MaxWarningsOption = Annotated[
    int | None,
    typer.Option("--max-warnings", min=0, metavar="N", help="More warnings fail as well."),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Leave out the problems this file knows."),
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline", metavar="FILE", help="Keep all problems of today as known ones."
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A format, and the file it goes to; None for standard output."""

    format: str
    path: Path | None


def read_outputs(said: Sequence[str] | None) -> tuple[Output, ...]:
    """What `--output` asks for.

    Raises:
        UsageError: a format is unknown, a file's name is missing, or two share one place.
    """
    outputs: list[Output] = []
    for text in said or ():
        output = _read_output(text)
        if any(_place(other) == _place(output) for other in outputs):
            where = output.path or "standard output"
            raise UsageError(
                f"only one format can go to {where}", hint="name a file: --output FORMAT=FILE"
            )
        outputs.append(output)
    return tuple(outputs)


def without_known(report: "Report", baseline: Path | None, write: Path | None) -> "Report":
    """The report with the new problems only; with `write`, all of today's are known from now on.

    Raises:
        UsageError: the baseline cannot be used, or would replace a file that was looked at.
        StorageError: it cannot be written.
    """
    from qa_toolkit.findings import baseline as baselines

    if write is not None:
        _refuse_inputs(report, [write])
        baselines.write_baseline(write, report.problems)
    known = write or baseline
    if known is None:
        return report
    new = baselines.without_known(report.problems, baselines.read_baseline(known))
    return replace(report, problems=new, known=len(report.problems) - len(new))


def deliver(
    report: "Report",
    outputs: Sequence[Output],
    *,
    human: Callable[[], None],
    own: Mapping[str, Callable[[], str]] = MappingProxyType({}),
) -> None:
    """Write every output; `human` shows the result where no format takes standard output.

    Inside GitHub Actions, annotations and the summary of the step are added.

    Args:
        report: what was found.
        outputs: as `read_outputs` gives them.
        human: shows it at a terminal.
        own: formats that the command makes itself, by name.

    Raises:
        UsageError: an output would replace a file that was looked at.
        StorageError: a file cannot be written.
    """
    from qa_toolkit.findings.files import write_text
    from qa_toolkit.findings.formats import FORMATS

    def text(name: str) -> str:
        return own[name]() if name in own else FORMATS[name](report)

    _refuse_inputs(report, (output.path for output in outputs if output.path is not None))
    for output in outputs:
        if output.path is not None:
            write_text(output.path, text(output.format))
    shown = [output for output in outputs if output.path is None]
    for output in shown:
        typer.echo(text(output.format), nl=False)
    if not shown:
        human()
    _tell_github(text, asked=any(output.format == "github" for output in outputs))


def show(report: "Report") -> None:
    """The text of a report, in colour where the terminal has it."""
    from qa_toolkit.findings.text import lines_of

    for line in lines_of(report):
        typer.echo("".join(_styled(part) for part in line), color=wants_colour())


def fails(report: "Report", fail_on: FailOn, max_warnings: int | None = None) -> bool:
    """Whether the exit code is 1: a failed case counts as an error; `never` means never."""
    if fail_on is FailOn.NEVER:
        return False
    if max_warnings is not None and report.count("warning") > max_warnings:
        return True
    failing = list(FailOn)[: list(FailOn).index(fail_on) + 1]
    return any(problem.severity in failing for problem in report.findings)


_COLOURS: Mapping["Tone", str | None] = {
    "plain": None,
    "faint": "bright_black",
    "good": "green",
    "notice": "cyan",
    "warning": "yellow",
    "error": "red",
}


def _styled(part: "Part") -> str:
    colour = _COLOURS[part.tone]
    return typer.style(part.text, fg=colour) if colour else part.text


def _read_output(text: str) -> Output:
    from qa_toolkit.domain.close_words import did_you_mean
    from qa_toolkit.findings.formats import FORMATS

    name, given, file = text.partition("=")
    if name not in FORMATS:
        near = did_you_mean(name, FORMATS)
        raise UsageError(f"no format is called '{name}'{near}", hint=f"known: {', '.join(FORMATS)}")
    if given and not file:
        raise UsageError(f"'--output {text}' names no file", hint=f"--output {name}=FILE")
    return Output(format=name, path=Path(file) if file not in ("", "-") else None)


def _place(output: Output) -> Path | None:
    return output.path and output.path.resolve()


def _refuse_inputs(report: "Report", targets: Iterable[Path]) -> None:
    """A slip such as `--output json=service.yaml` must not cost the rubric."""
    read = {os.path.realpath(file) for file in (*report.files, *report.inputs)}
    read |= {os.path.realpath(case.file) for case in report.cases}
    for target in targets:
        if os.path.realpath(target) in read:
            raise UsageError(
                f"'{target}' is not written to: it is one of the files looked at",
                hint="name a file of its own",
            )


def _tell_github(text: Callable[[str], str], *, asked: bool) -> None:
    if os.environ.get("GITHUB_ACTIONS") == "true" and not asked:
        # on standard error, which Actions reads too: standard output may hold JSON
        typer.echo(text("github"), err=True, nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text("markdown"))
