"""`qa export`."""

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ProjectOption, RubricOption, SampleOption, TargetsOption
from qa_toolkit.cli.output import say
from qa_toolkit.cli.progress import progress


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa export --to team.xlsx --to pages")(export)


@told
def export(
    to: TargetsOption = None,
    sample: SampleOption = "",
    rubric: RubricOption = None,
    project: ProjectOption = None,
) -> None:
    """Write workbook, pages, CSV and JSON."""
    from qa_toolkit.workflow.export import export_sample
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import stored_sample

    with open_project(project, {"score.rubric": rubric}) as opened, progress() as bars:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        written = export_sample(opened, stored_sample(opened, sample), usable, to or (), bars)
    for path in written:
        say(str(path))
