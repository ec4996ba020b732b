"""`qa shop clean`."""

from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json
from qa_toolkit.domain.wording import counted, size_shown


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples: qa shop clean --dry-run; qa shop clean")(clean)


@told
def clean(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go; remove nothing.")
    ] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Remove files that shoppers brought and no log names.

    They were taken out again before their log was handed in. What a draft, :undo in a guided form
    or any log that was ever handed in names stays, and so does what was brought in the last 30 days.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops import unused

    with open_project(project) as opened:
        done = unused.clean(opened, dry_run=dry_run)
    if json:
        say_json(
            {
                "removed": 0 if dry_run else done.files,
                "unused": done.files,
                "bytes": done.size,
                "waiting": done.waiting,
            }
        )
        return
    what = f"{counted(done.files, 'file')} that no log names, {size_shown(done.size)}"
    say(
        f"{what}: {'nothing removed (--dry-run)' if dry_run else 'removed'}"
        if done.files
        else "nothing to remove"
    )
    if done.waiting:
        say(
            f"{counted(done.waiting, 'file')} more, brought less than {unused.KEPT_DAYS} days ago: kept"
        )
