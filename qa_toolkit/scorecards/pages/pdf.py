"""A PDF of the one-file form."""

from pathlib import Path

from qa_toolkit.printing import printed
from qa_toolkit.scorecards.files import write_bytes
from qa_toolkit.scorecards.pages.one_file import one_file
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import ReportView


def write_pdf(report: Report, view: ReportView, target: Path) -> tuple[Path, ...]:
    """Print the one-file form, each agent from a page of their own.

    The same content gives the same file where Chromium prints.

    Raises:
        EnvironmentProblem: no program that can print is there, or none of those there did.
        UsageError: a template of the user's folder is broken.
        StorageError: the file cannot be written.
    """
    content = printed(one_file(view, report.templates))
    return (write_bytes(target, content),)
