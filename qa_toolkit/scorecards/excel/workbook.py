"""The workbook as a whole: its sheets, its properties, and bytes that do not change by the day."""

import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.scorecards.excel import ratings
from qa_toolkit.scorecards.excel.detail import write_detail
from qa_toolkit.scorecards.excel.guide import write_guide
from qa_toolkit.scorecards.excel.scores import write_scores
from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.excel.styles import named_styles
from qa_toolkit.scorecards.excel.summary import write_summary
from qa_toolkit.scorecards.files import write_whole
from qa_toolkit.scorecards.view import LeftOutView, ReportView

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_workbook(view: ReportView, rubric: Rubric, path: Path) -> tuple[Path, ...]:
    """Write the workbook; the same report gives the same bytes.

    Cells hold the view's rounded numbers, so that previewers and `pandas` show them; beside
    them stand formulas that recalculate from the ratings on Detail. Rows are streamed, so
    memory stays small.

    Raises:
        StorageError: the file cannot be written.
    """

    def save(file: BinaryIO) -> None:
        book = _book(view, rubric)  # its sheets lie on disk too, so a full one is told as such
        with _SameBytes(file, "w", zipfile.ZIP_DEFLATED) as archive:
            ExcelWriter(book, archive).write_data()

    return (write_whole(path, save),)


def _book(view: ReportView, rubric: Rubric) -> Workbook:
    book = Workbook(write_only=True)
    styles = named_styles()
    for style in styles.values():
        book.add_named_style(style)
    footer = f"{view.title} · {view.rubric.version}"
    summary, scores, detail, guide = (
        Sheet(book, title, styles, footer) for title in ("Summary", "Scores", "Detail", "Rubric")
    )
    write_summary(summary, view)
    write_scores(scores, view, rubric)
    lists = ratings.starts(view)
    write_detail(detail, view, rubric, lists)
    write_guide(guide, view.rubric)
    if view.left_out:
        _write_left_out(Sheet(book, "Left out", styles, footer), view.left_out)
    if lists:
        ratings.write_levels(Sheet(book, "Levels", styles, footer), lists)
    book.properties.title = f"{view.title}: {view.rubric.title}"
    book.properties.creator = view.made_by
    book.properties.created = book.properties.modified = _newest(view)
    book.calculation.fullCalcOnLoad = True
    return book


def _newest(view: ReportView) -> datetime:
    """The last interaction's moment: a date for the file that only changes with its content."""
    moments = (card.started for agent in view.agents for card in agent.scorecards)
    known = [moment.astimezone(UTC) for moment in moments if moment is not None]
    return max(known, default=datetime(*_ZIP_DATE, tzinfo=UTC)).replace(tzinfo=None)


def _write_left_out(sheet: Sheet, left_out: tuple[LeftOutView, ...]) -> None:
    columns = (
        Column(heading="Where", width=46),
        Column(heading="Why it was not scored", width=64),
        Column(heading="What to do", width=64),
    )
    sheet.widths(columns)
    sheet.page.freeze_panes = "A4"
    sheet.row([("title", "Left out")], height=30)
    sheet.row([("subtitle", "What was found but not scored, and why.")], height=20)
    head = sheet.heading(columns)
    for known in left_out:
        sheet.row([("wrap", known.place), ("wrap", known.reason), ("wrap", known.remedy)])
    sheet.table("LeftOut", columns, head, sheet.at)
    sheet.print_only(repeat=head)


class _SameBytes(zipfile.ZipFile):
    """An archive whose entries carry a fixed date, so that equal contents are equal files."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), _ZIP_DATE)
        super().writestr(entry, data, zipfile.ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        entry = zipfile.ZipInfo(str(arcname), _ZIP_DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with Path(filename).open("rb") as source, self.open(entry, "w") as target:
            shutil.copyfileobj(source, target)
