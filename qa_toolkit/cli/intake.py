"""`qa import`."""

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, PathsArgument, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_problems
from qa_toolkit.cli.progress import progress


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="import", epilog="Example: qa import recordings chats/webchat.jsonl")(import_)


@told
def import_(
    paths: PathsArgument = None, project: ProjectOption = None, json: JsonOption = False
) -> None:
    """Find recordings and chats.

    What cannot be used is named with its reason, and the exit code is 1; the rest is imported.
    """
    from qa_toolkit.workflow.import_ import import_paths
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened, progress() as bars:
        report = import_paths(opened, paths or (), bars)
    counts = report.counts
    errors = [problem for problem in report.problems if problem.severity == "error"]
    if json:
        say_json(
            {
                "new": counts.new,
                "changed": list(counts.changed),
                "unchanged": counts.unchanged,
                "left_out": [str(problem) for problem in report.problems],
            }
        )
    else:
        say(f"{counts.new} new, {counts.unchanged} as before, {len(counts.changed)} changed")
        for name in counts.changed:
            say(f"  {name} has new content since the last import")
        say_problems(report.problems, "Left out or noticed")
    if errors:
        raise typer.Exit(FINDINGS)
