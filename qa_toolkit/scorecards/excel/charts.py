"""Native charts, readable on black and white paper: one dark fill, dashed lines, words on axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines, NumericAxis
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from qa_toolkit.scorecards.excel import styles
from qa_toolkit.scorecards.excel.sheet import Sheet

HEIGHT, WIDTH = 6, 17
"""Centimetres; a chart with many names under it is taller."""
_TALL = 9
POINTS = 28.35
"""In a centimetre."""
_TITLE, _AXIS = 1100, 900  # hundredths of a point
_SECOND_AXIS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table on a sheet: its heading row, its last row, the column with the names."""

    sheet: Sheet
    head: int
    last: int
    names: int = 1

    def values(self, column: int) -> Reference:
        """A column with its heading, which names the series."""
        return Reference(self.sheet.page, min_col=column, min_row=self.head, max_row=self.last)

    def categories(self) -> Reference:
        """The names beside the values."""
        return Reference(
            self.sheet.page, min_col=self.names, min_row=self.head + 1, max_row=self.last
        )


def bars(rows: Rows, column: int, *, title: str, across: str, most: int | None) -> BarChart:
    """Lying bars with their values, the first row on top.

    Args:
        rows: the table.
        column: of the numbers.
        title: of the chart.
        across: what the numbers are.
        most: where their axis ends; None lets the program choose.
    """
    chart = BarChart()
    chart.type, chart.legend, chart.gapWidth = "bar", None, 60
    chart.title = _words(title, _TITLE)
    _fill(chart, rows, (column,))
    chart.x_axis.scaling.orientation, chart.y_axis.crosses = "maxMin", "max"
    _numbers(chart.y_axis, across, most)
    _names(chart)
    _dark(chart.series[0])
    chart.series[0].dLbls = _labels()
    _sized(chart)
    return chart


def course(
    rows: Rows, columns: Sequence[int], *, title: str, along: str, up: str, most: int
) -> LineChart:
    """The first column as a line with points, the others as thin dashed lines: its interval."""
    chart = LineChart()
    chart.title = _words(title, _TITLE)
    _fill(chart, rows, columns)
    _numbers(chart.y_axis, up, most)
    _names(chart, along)
    first, *others = chart.series
    _pen(first, "solid", 2.25)
    first.marker = Marker(symbol="circle", size=7, spPr=_solid(styles.ACCENT))
    first.dLbls = _labels("t")
    for series in others:
        _pen(series, "sysDash", 1.0)
        series.marker = Marker(symbol="none")
    chart.legend = _below()
    _sized(chart)
    return chart


def pareto(
    rows: Rows, lost: int, share: int, *, title: str, up: str, tall: bool = False
) -> BarChart:
    """Standing bars of what is lost, and the shares up to each of them as a line."""
    chart = BarChart()
    chart.type, chart.gapWidth = "col", 40
    chart.title = _words(title, _TITLE)
    _fill(chart, rows, (lost,))
    _numbers(chart.y_axis, up)
    _names(chart)
    _dark(chart.series[0])
    line = LineChart()
    _fill(line, rows, (share,))
    _numbers(line.y_axis, "Share of all lost, up to here (%)", 100)
    line.y_axis.majorGridlines = None
    line.y_axis.axId, line.y_axis.crosses = _SECOND_AXIS, "max"
    _pen(line.series[0], "dash", 1.5)
    line.series[0].marker = Marker(symbol="diamond", size=7, spPr=_solid("FFFFFF"))
    chart += line
    chart.legend = _below()
    _sized(chart)
    chart.height = _TALL if tall else HEIGHT
    return chart


def _fill(chart: BarChart | LineChart, rows: Rows, columns: Sequence[int]) -> None:
    for column in columns:
        chart.add_data(rows.values(column), titles_from_data=True)
    chart.set_categories(rows.categories())


def _numbers(axis: NumericAxis, title: str, most: int | None = None) -> None:
    axis.delete = False  # left open, Excel shows no axis at all
    axis.title = _words(title, _AXIS)
    axis.scaling.min, axis.scaling.max = 0, most
    axis.number_format = "0"
    axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=_line(styles.LINE)))


def _names(chart: BarChart | LineChart, title: str = "") -> None:
    chart.x_axis.delete = False
    chart.x_axis.title = _words(title, _AXIS) if title else None


def _words(text: str, size: int) -> Title:
    """A title that takes room of its own instead of lying over the bars."""
    look = CharacterProperties(sz=size, b=size == _TITLE, solidFill=styles.INK)
    words = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=text)])
    return Title(tx=Text(rich=RichText(p=[words])), overlay=False)


def _labels(where: str | None = None) -> DataLabelList:
    return DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, dLblPos=where
    )


def _below() -> Legend:
    legend = Legend()
    legend.position, legend.overlay = "b", False
    return legend


def _dark(series: Series) -> None:
    series.graphicalProperties = _solid(styles.ACCENT)


def _solid(color: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=color, ln=_line(styles.INK))


def _pen(series: Series, dash: Literal["solid", "dash", "sysDash"], points: float) -> None:
    line = _line(styles.INK)
    line.prstDash, line.width = dash, int(points * 12_700)
    series.graphicalProperties = GraphicalProperties(ln=line)
    series.smooth = False


def _line(color: str) -> LineProperties:
    return LineProperties(solidFill=color)


def _sized(chart: BarChart | LineChart) -> None:
    chart.height, chart.width = HEIGHT, WIDTH
