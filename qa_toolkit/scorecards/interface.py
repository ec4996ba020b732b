"""Where a report can go: one table from the target's name to its writer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import ReportView

Writer = Callable[[Report, ReportView, Path], tuple[Path, ...]]


def write(report: Report, target: Path) -> tuple[Path, ...]:
    """Write a report in the form its target's name says, and tell which files were made.

    Raises:
        UsageError: no format has this suffix.
        StorageError: a file or folder cannot be written.
    """
    return check_target(target)(report, report_view(report), target)


def write_all(report: Report, targets: Iterable[Path]) -> Iterator[Path]:
    """Write a report to each target, from one view; what to open of each.

    Raises:
        UsageError: no format has a target's suffix.
        StorageError: a file or folder cannot be written.
    """
    view = report_view(report)
    for target in targets:
        yield check_target(target)(report, view, target)[0]


def check_target(target: Path) -> Writer:
    """The writer for a target.

    Raises:
        UsageError: no format has this suffix.
    """
    suffix = "" if target.is_dir() else target.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(filter(None, FORMATS))
        raise UsageError(
            f"cannot export to {target}: no format is called '{suffix}'",
            hint=f"end the name in {known}, or name a folder for pages",
        )
    return FORMATS[suffix]


# Writers are imported when used: openpyxl and jinja2 take longer than all of a small export.


def _workbook(report: Report, view: ReportView, target: Path) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.excel import write_workbook

    return write_workbook(view, report.rubric, target)


def _pages(_report: Report, view: ReportView, target: Path) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.html import write_pages

    return write_pages(view, target)


def _tables(_report: Report, view: ReportView, target: Path) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.csv import write_csv

    return write_csv(view, target)


def _document(report: Report, _view: ReportView, target: Path) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.json import write_json

    return (write_json(report.scored, report.rubric, report.sample, report.left_out, target),)


FORMATS: Mapping[str, Writer] = {
    ".xlsx": _workbook,
    ".json": _document,
    ".csv": _tables,
    "": _pages,
}
"""Suffix → writer; a folder, or a name without suffix, gets pages."""
