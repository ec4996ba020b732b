"""Sheet Summary: who needs what, in a minute."""

import math
from decimal import Decimal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from qa_toolkit.scorecards.excel import styles
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Sheet
from qa_toolkit.scorecards.view import AgentView, ReportView, SampleView
from qa_toolkit.scorecards.wording import DASH

_TILE = 2
"""Columns under one headline figure, after the first, which is as wide as two."""
_CHART_ROWS = 10
_MOST_LEFT_OUT = 8


def write_summary(sheet: Sheet, view: ReportView) -> None:
    """Write the sheet; its last column of the agents' table follows changed ratings."""
    columns = _columns(view)
    sheet.widths(columns)
    wide = len(columns)
    sheet.row([("title", view.title)], height=32)
    sheet.row([("subtitle", view.subtitle)], height=20)
    sheet.skip()
    _kpis(sheet, view)
    sheet.skip()
    if view.caution:
        sheet.spread("warning", view.caution, wide)
    for note in view.notes:
        sheet.spread("note", note, wide)
    sheet.row([("heading", "Agents")], height=28)
    sheet.heading(columns)
    for number, agent in enumerate(view.agents, start=1):
        sheet.row(_agent(agent, number))
    sheet.row([("heading", "Sections")], height=28)
    _sections(sheet, view)
    _sample(sheet, view.sample)
    _left_out(sheet, view, wide)
    sheet.spread("note", f"Made by {view.made_by}.", wide)
    sheet.print_only(area=f"A1:{get_column_letter(wide)}{sheet.at}")


def _columns(view: ReportView) -> tuple[Column, ...]:
    return (
        Column(heading="Agent", width=28),
        Column(heading="Team", width=15),
        Column(heading="Interactions", width=12, numeric=True),
        Column(heading="Scored", width=10, numeric=True),
        Column(heading="Mean total", width=10, numeric=True),
        Column(heading="95 % interval", width=15, numeric=True),
        Column(heading="Passed", width=10, numeric=True),
        Column(heading="95 % interval", width=15, numeric=True),
        Column(heading="Critical failures", width=10, numeric=True),
        Column(heading="Needs review", width=10, numeric=True),
        *(Column(heading=known.title, width=12, numeric=True) for known in view.sections),
        Column(heading="Mean total (recalculated)", width=13, numeric=True),
    )


def _kpis(sheet: Sheet, view: ReportView) -> None:
    """Tiles of two columns; the first stands in the wide column alone."""
    spans = [(1, 1), *((2 + _TILE * n, 3 + _TILE * n) for n in range(len(view.kpis) - 1))]
    looks = (("kpi label", 18.0), ("kpi value", 30.0), ("kpi note", 30.0))
    texts = zip(*((kpi.label, kpi.value, kpi.note) for kpi in view.kpis), strict=True)
    for (style, height), words in zip(looks, texts, strict=True):
        cells: list[Cell | None] = []
        for (first, last), text in zip(spans, words, strict=True):
            cells += [(style, text), *[(style, "")] * (last - first)]
        row = sheet.row(cells, height=height)
        for first, last in spans[1:]:
            sheet.merge(row, first, last)


def _agent(agent: AgentView, number: int) -> list[Cell]:
    live = f'=IFERROR(AVERAGEIFS(scores_total,scores_agent,{number}),"{DASH}")'
    return [
        ("strong", agent.name),
        ("text", agent.team),
        ("count", len(agent.scorecards)),
        ("count", agent.scored),
        ("total", DASH if agent.mean.value is None else agent.mean.value),
        ("right", agent.mean.span),
        ("right", agent.pass_share.shown),
        ("right", agent.pass_share.span),
        ("count", agent.critical),
        ("count", agent.needs_review),
        *(("percent", DASH if known.mean is None else known.mean) for known in agent.sections),
        ("live total", Formula(live)),
    ]


def _sections(sheet: Sheet, view: ReportView) -> None:
    """The table, and beside it the same numbers as bars."""
    head = sheet.row(
        [
            ("head", "Section"),
            *(("head right", word) for word in ("Mean", "Scorecards", "Weight", "Minimum")),
        ]
    )
    for known in view.sections:
        sheet.row(
            [
                ("strong", known.title),
                ("percent", DASH if known.mean is None else known.mean),
                ("count", known.count),
                ("right", known.weight),
                ("right", known.minimum),
            ]
        )
    means = [known.mean for known in view.sections if known.mean is not None]
    most = 20 * math.ceil(max([Decimal(100), *means]) / 20)  # bonus points can go beyond 100
    sheet.page.add_chart(_bars(sheet, head, sheet.at, most), f"G{head}")
    sheet.skip(max(0, _CHART_ROWS - len(view.sections)))


def _bars(sheet: Sheet, head: int, last: int, most: int) -> BarChart:
    chart = BarChart()
    chart.type, chart.style, chart.legend = "bar", 10, None
    chart.title = None
    chart.add_data(
        Reference(sheet.page, min_col=2, min_row=head, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet.page, min_col=1, min_row=head + 1, max_row=last))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, most, 20
    chart.x_axis.scaling.orientation, chart.y_axis.crosses = "maxMin", "max"
    chart.x_axis.delete = chart.y_axis.delete = False
    lines = GraphicalProperties(ln=LineProperties(solidFill=styles.LINE))
    chart.y_axis.majorGridlines = ChartLines(spPr=lines)
    chart.y_axis.number_format = "0"
    series = chart.series[0]
    series.graphicalProperties.solidFill = styles.ACCENT
    series.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False
    )
    chart.gapWidth = 60
    chart.height, chart.width = 5.4, 18
    return chart


def _sample(sheet: Sheet, sample: SampleView | None) -> None:
    sheet.row([("heading", "Sample")], height=28)
    if sample is None:
        sheet.spread("note", "No sample was drawn: every interaction found was scored.", 10)
        return
    sheet.spread("note", sample.how, 10)
    for name, fact in sample.facts:
        sheet.spread("wrap", fact, 8, first=2, label=name)
    for reason, count in sample.exclusions:
        sheet.spread("wrap", f"{count} kept out of the frame", 8, first=2, label=reason)
    sheet.row([("head", "Group"), *(("head right", word) for word in ("Drawn", "Of", "Chance"))])
    for known in sample.strata:
        sheet.row(
            [
                ("text", known.name),
                ("count", known.drawn),
                ("count", known.frame),
                ("right", known.chance),
            ]
        )


def _left_out(sheet: Sheet, view: ReportView, wide: int) -> None:
    sheet.row([("heading", "What was left out")], height=28)
    if not view.left_out:
        sheet.spread("note", "Nothing.", wide)
    for known in view.left_out[:_MOST_LEFT_OUT]:
        sheet.spread(
            "note",
            " – ".join(filter(None, (known.reason, known.remedy))),
            wide,
            first=3,
            label=known.place,
        )
    if len(view.left_out) > _MOST_LEFT_OUT:
        more = len(view.left_out) - _MOST_LEFT_OUT
        sheet.spread("note", f"… and {more} more: all of them stand on sheet Left out.", wide)
