"""`qa report`."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import (
    AgentsOption,
    JsonOption,
    PeriodOption,
    ProjectOption,
    RubricOption,
    SomeSampleOption,
    TeamOption,
)
from qa_toolkit.cli.output import say, say_json, say_table, wants_colour
from qa_toolkit.cli.report_lines import (
    MOST_AGENTS,
    MOST_LINES,
    agents,
    figures,
    headline,
    losses,
    sections,
    to_do,
    trend,
)

if TYPE_CHECKING:
    from qa_toolkit.workflow.report import Summary

NARROW = 72
"""Columns under which a table leaves out what a lead can do without."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples: qa report; qa report --team North --period 2026-W47")(report)


@told
def report(
    sample: SomeSampleOption = "",
    agent: AgentsOption = None,
    team: TeamOption = None,
    period: PeriodOption = None,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Print how it stands: figures, trend, losses, and what to act on.

    The figures are those of an export of the same sample.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.report import as_json, summary_asked
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.scope import Asked

    asked = Asked(agents=agent or (), team=team, period=period)
    with open_project(project, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        summary = summary_asked(opened, sample, usable, asked)
    if json:
        say_json(as_json(summary))
    else:
        _print(summary, _width())


def _print(summary: "Summary", width: int) -> None:
    view = summary.view
    for line in headline(summary):
        _say(line, width)
    typer.echo()
    for line in figures(view):
        _say(line, width)
    _heading("Trend")
    for line in trend(view):
        _say(line, width)
    _heading("Sections")
    say_table(*sections(view))
    _heading("Where points are lost")
    for line in losses(view):
        _say(line, width)
    _heading("Agents, in order of names")
    say_table(*agents(view, narrow=width < NARROW))
    if len(view.agents) > MOST_AGENTS:
        _say(f"… and {len(view.agents) - MOST_AGENTS} more; --team and --agent show them", width)
    if view.caution:
        _say(view.caution, width)
    for title, lines in to_do(summary):
        _heading(title)
        for line in _first(lines):
            _say(line, width)


def _first(lines: Sequence[str]) -> Iterable[str]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"… and {len(lines) - MOST_LINES} more; --json names them all"


def _heading(text: str) -> None:
    typer.echo()
    typer.echo(typer.style(text, bold=True), color=wants_colour())


def _say(text: str, width: int) -> None:
    """One line, broken where the terminal ends."""
    for line in textwrap.wrap(text, width, subsequent_indent="    ") or [""]:
        say(line)


def _width() -> int:
    """As wide as the terminal; a pipe has no width."""
    return max(shutil.get_terminal_size().columns, 20) if sys.stdout.isatty() else 10_000
