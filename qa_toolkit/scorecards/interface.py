"""Where a report can go: one table from the target's name to its writer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from qa_toolkit.errors import MissingExtra, UsageError
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.files import detail_path
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import ReportView

Told = Callable[[], None]
"""Hears of every page that is written."""
View = Callable[[], ReportView]
"""Gives the view of a report, which is made once and only for who asks."""
Writer = Callable[[Report, View, Path, Told], tuple[Path, ...]]
Check = Callable[[Report, ReportView], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One form of output.

    Attributes:
        write: fills the target and tells which files it made, the one to open first.
        is_folder: whether the target is a folder, which gets pages with transcripts.
        has_detail: whether a second file lies beside the target, with the ratings.
        needs: refuses where something it needs is missing on this machine; None where nothing can.
        check: raises a `UsageError` where a template of the user's cannot be used; None where
            there are none in it.
        check_place: raises a `UsageError` where the target holds what must not be replaced; None
            where it is only this one file.
    """

    write: Writer
    check: Check | None = None
    is_folder: bool = False
    has_detail: bool = False
    needs: Callable[[], None] | None = None
    check_place: Callable[[Report, Path], None] | None = None


def write(report: Report, target: Path) -> tuple[Path, ...]:
    """Write a report in the form its target's name says, and tell which files were made.

    Raises:
        UsageError: no format has this suffix, or a folder holds the pages of another export.
        EnvironmentProblem: what the format needs is not installed.
        StorageError: a file or folder cannot be written.
    """
    return next(write_all(report, [target]))


def write_all(
    report: Report, targets: Iterable[Path], told: Told = lambda: None
) -> Iterator[tuple[Path, ...]]:
    """Write a report to each target, from one view; the files of each, the one to open first.

    Args:
        report: what is written.
        targets: files and folders.
        told: hears of every page that is written.

    Raises:
        UsageError: no format has a target's suffix, a template of the user's cannot be used, or
            a folder holds the pages of another export: then nothing is written.
        EnvironmentProblem: what a format needs is not installed.
        StorageError: a file or folder cannot be written.
    """
    formats = [(check_target(target), target) for target in targets]
    for known, target in formats:
        if known.check_place is not None:
            known.check_place(report, target)
    view = cache(lambda: report_view(report))
    if report.templates is not None:
        for check in dict.fromkeys(known.check for known, _ in formats if known.check):
            check(report, view())
    return (known.write(report, view, target, told) for known, target in formats)


def files_of(target: Path) -> tuple[Path, ...]:
    """The target, with the file that is written beside it where there is one."""
    return (target, detail_path(target)) if check_target(target).has_detail else (target,)


def check_target(target: Path) -> Format:
    """The format of a target.

    Raises:
        UsageError: no format has this suffix, or it cannot be a folder.
        EnvironmentProblem: what the format needs is missing on this machine.
    """
    suffix = "" if target.is_dir() else target.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(filter(None, FORMATS))
        raise UsageError(
            f"cannot export to {target}: no format is called '{suffix}'",
            hint=f"end the name in {known}, or name a folder for pages",
        )
    named_like_a_suffix = target.name and target.name.lower() in FORMATS
    if not suffix and (target.is_file() or target.name == "-" or named_like_a_suffix):
        raise UsageError(
            f"cannot export pages to '{target}': it is no name of a folder",
            hint="name a folder; the ending of a file's name says what it gets, as in team.xlsx",
        )
    found = FORMATS[suffix]
    if found.needs is not None:
        found.needs()
    return found


# Writers are imported when used: openpyxl and jinja2 take longer than all of a small export.


def _workbook(report: Report, view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.excel.workbook import write_workbook

    return write_workbook(view(), report.rubric, target)


def _pages(report: Report, view: View, target: Path, told: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.pages.html import write_pages

    return write_pages(report, view(), target, told)


def _check_folder(report: Report, target: Path) -> None:
    from qa_toolkit.scorecards.pages.html import check_folder

    check_folder(report, target)


def _check_pages(report: Report, view: ReportView) -> None:
    from qa_toolkit.scorecards.pages.html import check_pages

    check_pages(report, view)


def _check_one_file(report: Report, view: ReportView) -> None:
    from qa_toolkit.scorecards.pages.one_file import one_file

    one_file(view, report.templates)


def _one_file(report: Report, view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.pages.one_file import write_one_file

    return write_one_file(report, view(), target)


def _print(report: Report, view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.pages.pdf import write_pdf

    return write_pdf(report, view(), target)


def _with_printer() -> None:
    from qa_toolkit.printing import check_printers

    check_printers()


def _tables(_report: Report, view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.data.csv import write_csv

    return write_csv(view(), target)


def _parquet(_report: Report, view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.data.parquet import write_parquet

    return write_parquet(view(), target)


def _with_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        raise MissingExtra("parquet", "writing Parquet")


def _document(report: Report, _view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.data.json import write_json

    return (write_json(report, target),)


def _lines(report: Report, _view: View, target: Path, _: Told) -> tuple[Path, ...]:
    from qa_toolkit.scorecards.data.jsonl import write_jsonl

    return (write_jsonl(report, target),)


FORMATS: Mapping[str, Format] = {
    ".xlsx": Format(write=_workbook),
    ".html": Format(write=_one_file, check=_check_one_file),
    ".pdf": Format(write=_print, check=_check_one_file, needs=_with_printer),
    ".json": Format(write=_document),
    ".jsonl": Format(write=_lines),
    ".csv": Format(write=_tables, has_detail=True),
    ".parquet": Format(write=_parquet, has_detail=True, needs=_with_pyarrow),
    "": Format(write=_pages, check=_check_pages, is_folder=True, check_place=_check_folder),
}
"""Suffix → format; a folder, or a name without suffix, gets pages."""
