"""One HTML file to send by mail: the overview and every agent's coaching, without transcripts."""

from pathlib import Path

from qa_toolkit.scorecards.files import write_text
from qa_toolkit.scorecards.pages.page_templates import (
    BROKEN,
    broken,
    environment,
    rendering_problem,
)
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import ReportView


def write_one_file(report: Report, view: ReportView, target: Path) -> tuple[Path, ...]:
    """Write tables and words with their styles on each element, as mail programs want it.

    Raises:
        UsageError: a template of the user's folder is broken; nothing was written.
        StorageError: the file cannot be written.
    """
    return (write_text(target, one_file(view, report.templates)),)


def one_file(view: ReportView, templates: Path | None = None) -> str:
    """The text of the file.

    Raises:
        UsageError: a template of the user's folder is broken.
    """
    template = environment(templates).get_template("mail.html.j2")
    try:
        return template.render(view=view).lstrip()
    except BROKEN as error:
        if templates is None:  # a mistake of ours
            raise
        raise broken([rendering_problem(error, templates)]) from error
