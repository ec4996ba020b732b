"""The figures of Summary as tables with charts: trend, sections, outcomes, and what follows."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa_toolkit.scorecards.excel import charts, live
from qa_toolkit.scorecards.excel.printing import Place, here
from qa_toolkit.scorecards.excel.sheet import Formula, Part, Sheet
from qa_toolkit.scorecards.excel.summary_losses import criterion_losses, section_losses
from qa_toolkit.scorecards.excel.summary_people import differences, reviewers
from qa_toolkit.scorecards.excel.summary_table import ROW, add_chart, heading, singly
from qa_toolkit.scorecards.view import ReportView, TrendPointView
from qa_toolkit.scorecards.wording import DASH

_SECTIONS = "Over every interaction in which a section was rated, those without a total too."

_OUTCOMES = (
    "Of all interactions, those without a verdict too, each counted once. “Passed” above is of "
    "those with a verdict, weighted where the sample asks for it."
)


def write_figures(sheet: Sheet, view: ReportView) -> Iterator[Place]:
    """Write all tables that there is something for.

    Yields:
        Where each begins.
    """
    for write in (
        _trend,
        _sections,
        _outcomes,
        section_losses,
        criterion_losses,
        reviewers,
        differences,
    ):
        yield here(sheet)
        write(sheet, view)


def _trend(sheet: Sheet, view: ReportView) -> None:
    trend = view.trend
    if trend is None or not trend.points:
        return
    columns = singly("Period", "Scorecards", "Mean total", "From", "To", "Passed")
    head = heading(sheet, "Trend", trend.said, *columns, ("Change", 7, 9))
    for point in trend.points:
        sheet.across(_point(point), least=ROW)
    rows = charts.Rows(sheet=sheet, head=head.row, last=sheet.at)
    if len(trend.points) > 1:
        highest = [point.mean.value for point in trend.points if point.mean.value is not None]
        chart = charts.course(
            rows,
            (3, 4, 5),
            title="Mean total by period, with its 95 % interval",
            along="Period",
            up="Mean total",
            most=_end(highest),
        )
        add_chart(sheet, chart, head)


def _point(point: TrendPointView) -> list[Part]:
    """Where there is no number the cell stays empty: a chart would draw a dash as 0."""
    mark = "◆ " if point.beyond_chance else ""
    return [
        ("strong", point.period, 1, 1),
        ("count", point.count, 2, 2),
        ("total", point.mean.value, 3, 3),
        ("percent", point.mean.low, 4, 4),
        ("percent", point.mean.high, 5, 5),
        ("right", point.pass_share.shown, 6, 6),
        ("wrap", f"{mark}{point.change}" if point.change else "", 7, 9),
    ]


def _sections(sheet: Sheet, view: ReportView) -> None:
    columns = singly("Section", "Weight", "Mean", "Minimum", "Rated in", "Mean now")
    head = heading(sheet, "Sections", _SECTIONS, *columns)
    for number, known in enumerate(view.sections, start=1):
        mean = DASH if known.mean is None else known.mean
        now = Formula(live.section_mean(number, view), mean) if view.agents else ""
        sheet.across(
            [
                ("bold wrap", known.title, 1, 1),
                ("right", known.weight, 2, 2),
                ("percent", known.mean, 3, 3),
                ("right", known.minimum, 4, 4),
                ("count", known.count, 5, 5),
                ("live", now, 6, 6),
            ],
            least=ROW,
        )
    rows = charts.Rows(sheet=sheet, head=head.row, last=sheet.at)
    means = [known.mean for known in view.sections if known.mean is not None]
    if not means:
        return
    chart = charts.bars(
        rows, 3, title="Section means", across="Percent of what could be earned", most=_end(means)
    )
    add_chart(sheet, chart, head)


def _end(means: Sequence[Decimal]) -> int:
    """Where an axis of percents ends: bonus points can go beyond 100."""
    return 20 * math.ceil(max([Decimal(100), *means]) / 20)


def _outcomes(sheet: Sheet, view: ReportView) -> None:
    if not view.outcomes:
        return
    columns = singly("Outcome", "Scorecards", "Share", "Now")
    head = heading(sheet, "Outcomes", _OUTCOMES, *columns)
    for known in view.outcomes:
        now = Formula(live.outcomes(known.outcome, view), known.count) if view.agents else ""
        sheet.across(
            [
                ("strong", known.outcome, 1, 1),
                ("count", known.count, 2, 2),
                ("right", known.share, 3, 3),
                ("live count", now, 4, 4),
            ],
            least=ROW,
        )
    rows = charts.Rows(sheet=sheet, head=head.row, last=sheet.at)
    chart = charts.bars(rows, 2, title="Outcomes", across="Scorecards", most=None)
    add_chart(sheet, chart, head)
