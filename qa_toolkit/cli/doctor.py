"""`qa doctor`."""

import typer

from qa_toolkit.cli.errors import ENVIRONMENT, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa doctor")(doctor)


@told
def doctor(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Look at the machine and the project.

    Says what is installed, which speech model would be used and where the project is.
    """
    from dataclasses import asdict

    from qa_toolkit.workflow.doctor import examine

    findings = list(examine(project))
    if json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            mark = "✗" if not finding.well else "–" if finding.missing else "✓"
            say(f"{mark} {finding.what:<18} {finding.told}")
            if finding.hint:
                say(f"  → {finding.hint}")
    if any(not finding.well and finding.what == "speech model" for finding in findings):
        raise typer.Exit(ENVIRONMENT)
