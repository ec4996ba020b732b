"""What the tables of Summary have in common: title, heading row, the chart beside them."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.utils import column_index_from_string

from qa_toolkit.scorecards.excel import charts
from qa_toolkit.scorecards.excel.printing import Place
from qa_toolkit.scorecards.excel.sheet import Column, Part, Sheet

ROW = 15
"""Points: the height of a row that holds a line."""
_CHART_AT = "J"
_CHART_WIDE = 94
"""Characters: what a chart takes from its first column on, with a little to spare."""


def room_for_charts(columns: Sequence[Column]) -> tuple[Column, ...]:
    """A column behind the others where these end before a chart does, so that none is cut off."""
    beside = columns[column_index_from_string(_CHART_AT) - 1 :]
    missing = _CHART_WIDE - sum(column.width for column in beside)
    return (Column(heading="", width=missing),) if missing > 0 else ()


def heading(sheet: Sheet, title: str, note: str, *headings: tuple[str, int, int]) -> Place:
    """A title, a sentence, and the heading row: words with their first and last column.

    Returns:
        The heading row, and where it begins.
    """
    sheet.row([("heading", title)], height=28)
    if note:
        sheet.spread("note", note, 9)
    parts: list[Part] = [
        ("head" if first == 1 or last > first else "head right", word, first, last)
        for word, first, last in headings
    ]
    top = sheet.points
    return Place(sheet.across(parts, least=30), top)


def singly(*headings: str) -> list[tuple[str, int, int]]:
    """Headings of one column each, from the first on."""
    return [(word, at, at) for at, word in enumerate(headings, start=1)]


def add_chart(sheet: Sheet, chart: BarChart | LineChart, head: Place) -> None:
    """A chart beside the table that has this heading row, and room until it ends."""
    sheet.page.add_chart(chart, f"{_CHART_AT}{head.row}")
    while sheet.points - head.points < chart.height * charts.POINTS:
        sheet.row((), height=ROW)
