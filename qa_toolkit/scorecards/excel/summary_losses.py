"""Where points are lost: tables of Summary by section and criterion, with Pareto charts."""

from collections.abc import Sequence

from qa_toolkit.scorecards.excel import charts
from qa_toolkit.scorecards.excel.sheet import Part, Sheet
from qa_toolkit.scorecards.excel.summary_table import ROW, add_chart, heading, singly
from qa_toolkit.scorecards.view import LossView, ReportView

_MOST_BARS = 8
_LOST = "Points of the total that each costs on average, the costliest first."


def section_losses(sheet: Sheet, view: ReportView) -> None:
    """By section; nothing where nothing is lost."""
    _losses(sheet, view.losses, "section", _LOST)


def criterion_losses(sheet: Sheet, view: ReportView) -> None:
    """By criterion; nothing where nothing is lost."""
    sections = {known.id for known in view.sections}
    apart = any(known.id not in sections for known in view.losses)
    note = (
        f"{_LOST} What critical failures cost besides stands by section only." if apart else _LOST
    )
    _losses(sheet, view.criterion_losses, "criterion", note)


def _losses(sheet: Sheet, losses: Sequence[LossView], what: str, note: str) -> None:
    if not any(known.lost for known in losses):
        return
    title = f"Where points are lost, by {what}"
    columns = singly(what.capitalize(), "Rated in", "Points lost", "Share %", "Up to here %")
    named = [("Criterion", 6, 9)] if what == "criterion" else []
    head = heading(sheet, title, note, *columns, *named)
    for known in losses:
        parts: list[Part] = [
            ("wrap", known.title, 1, 1),
            ("count", known.count, 2, 2),
            ("total", known.lost, 3, 3),
            ("percent", known.share, 4, 4),
            ("percent", known.cumulative, 5, 5),
        ]
        if named:  # short names for the chart, which has no room for questions
            parts.append(("small", known.id, 6, 9))
        sheet.across(parts, least=ROW)
    shown = min(len(losses), _MOST_BARS)
    names = 6 if named else 1
    rows = charts.Rows(sheet=sheet, head=head.row, last=head.row + shown, names=names)
    chart = charts.pareto(rows, 3, 5, title=title, up="Points of the total", tall=bool(named))
    add_chart(sheet, chart, head)
