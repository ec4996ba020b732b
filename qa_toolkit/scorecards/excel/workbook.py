"""The workbook as a whole: its sheets, its properties, and bytes that do not change by the day."""

from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.agent_sheet import write_agent
from qa_toolkit.scorecards.excel.archive import EARLIEST, Archive
from qa_toolkit.scorecards.excel.coaching_log import write_coaching_log
from qa_toolkit.scorecards.excel.commitments import write_commitments
from qa_toolkit.scorecards.excel.critical import write_critical
from qa_toolkit.scorecards.excel.detail import write_detail
from qa_toolkit.scorecards.excel.guide import write_guide
from qa_toolkit.scorecards.excel.left_out import write_left_out
from qa_toolkit.scorecards.excel.lists import levels_of, lists, numbered, write_lists
from qa_toolkit.scorecards.excel.manifest import write_manifest
from qa_toolkit.scorecards.excel.readme_sheet import write_readme
from qa_toolkit.scorecards.excel.scores import write_scores
from qa_toolkit.scorecards.excel.sheet import MOST_ROWS, Sheet
from qa_toolkit.scorecards.excel.sheet_names import agent_sheet_names, place
from qa_toolkit.scorecards.excel.shops import shop_sheets
from qa_toolkit.scorecards.excel.styles import named_styles
from qa_toolkit.scorecards.excel.summary import write_summary
from qa_toolkit.scorecards.files import write_whole
from qa_toolkit.scorecards.view import ReportView
from qa_toolkit.scorecards.wording import clean

_ROWS_ABOVE = 3


def write_workbook(view: ReportView, rubric: Rubric, path: Path) -> tuple[Path, ...]:
    """Write the workbook; the same report gives the same bytes.

    Formulas recalculate from the ratings on Detail; each carries the view's rounded number as
    its last value, so that previewers and `pandas` show it. Rows are streamed, so memory stays
    small.

    Raises:
        UsageError: there are more ratings than a sheet has rows, or more sections than a formula
            can hold.
        StorageError: the file cannot be written.
    """
    ratings = sum(1 for _, card in numbered(view) for _ in card.all_criteria())
    if ratings > MOST_ROWS - _ROWS_ABOVE:
        raise UsageError(
            f"{ratings:,} ratings do not fit into a workbook: a sheet has {MOST_ROWS:,} rows",
            hint="export fewer with --agent, --team or --period, or export to .csv",
        )

    def save(file: BinaryIO) -> None:
        sheets: list[Sheet] = []  # rows lie on disk, too, so a full one is told as such
        try:
            book = _book(view, rubric, sheets)
            with Archive(file, sheets) as archive:
                ExcelWriter(book, archive).write_data()
        finally:
            for sheet in sheets:
                sheet.close()

    return (write_whole(path, save),)


def _book(view: ReportView, rubric: Rubric, sheets: list[Sheet]) -> Workbook:
    """The book; its sheets are added to `sheets` in the order of their tabs."""
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = named_styles()
    for style in styles.values():
        book.add_named_style(style)
    footer = " · ".join(filter(None, (view.title, view.rubric.version, view.scope)))

    def new(title: str) -> Sheet:
        sheets.append(Sheet(book, title, styles, footer))
        return sheets[-1]

    agent_sheets = agent_sheet_names(agent.name for agent in view.agents)
    places = {agent.id: place(own) for agent, own in zip(view.agents, agent_sheets, strict=True)}
    write_readme(new(layout.README), view, places)
    write_summary(new(layout.SUMMARY), view, places)
    write_scores(new(layout.SCORES), view, rubric, places)
    levels = levels_of(view, rubric)
    detail_first = write_detail(new(layout.DETAIL), view, rubric, levels)
    write_critical(new(layout.CRITICAL), view, places, detail_first)
    write_coaching_log(new(layout.COACHING), view, places)
    write_commitments(new(layout.COMMITMENTS), view, places)
    write_guide(new(layout.RUBRIC), view.rubric)
    for title, write in shop_sheets(view.shops).items():
        write(new(title))
    if view.left_out:
        write_left_out(new(layout.LEFT_OUT), view.left_out)
    keys = {card.id: key for key, card in numbered(view)}
    for number, (agent, own) in enumerate(zip(view.agents, agent_sheets, strict=True), start=1):
        write_agent(new(own), view, agent, number, keys)
    held = write_lists(new(layout.LISTS), lists(view, levels))
    write_manifest(new(layout.MANIFEST), view, rubric, held)
    book.properties.title = clean(f"{view.title}: {view.rubric.title}")
    book.properties.creator = book.properties.lastModifiedBy = view.made_by
    book.properties.created = book.properties.modified = _newest(view)
    book.calculation.fullCalcOnLoad = True
    return book


def _newest(view: ReportView) -> datetime:
    """The last interaction's moment: a date for the file that only changes with its content."""
    moments = (card.started for agent in view.agents for card in agent.scorecards)
    known = [moment.astimezone(UTC) for moment in moments if moment is not None]
    return max(known, default=datetime(*EARLIEST, tzinfo=UTC)).replace(tzinfo=None)
