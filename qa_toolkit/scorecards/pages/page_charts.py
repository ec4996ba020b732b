"""Charts of a report's figures, as the templates of pages ask for them: each with its table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from qa_toolkit.drawing.pairs import PairRow, Spot, pairs_plot
from qa_toolkit.drawing.pareto import ParetoRow, pareto_svg
from qa_toolkit.drawing.styles import charts_css
from qa_toolkit.drawing.trend import TrendPoint, trend_svg
from qa_toolkit.scorecards.view import ComparedView, FigureView, LossView, TrendPointView, TrendView

_WORDS = frozenset({5})
"""The column of the trend's table that says how it changed."""


def trend(known: TrendView, pass_mark: Decimal) -> Markup:
    """Means by period with their intervals; the pass mark is the dashed line."""
    heads = ("Period", "Mean total", "95 % interval", "Passed", "Scorecards", "Change")
    points = [
        TrendPoint(
            name=point.period,
            value=_float(point.mean.value),
            low=_float(point.mean.low),
            high=_float(point.mean.high),
            shown=tuple(_shown(point)),
            changed=point.beyond_chance,
        )
        for point in known.points
    ]
    title = "Mean total by period; dashed: the pass mark"
    return _safe(trend_svg(title, known.said, points, heads, float(pass_mark), words=_WORDS))


def losses(known: Sequence[LossView]) -> Markup:
    """Points that criteria cost, the costliest first, and what they come to together."""
    rows = [
        ParetoRow(
            name=line.title,
            share=float(line.share),
            together=float(line.cumulative),
            shown=f"{line.lost} points",
        )
        for line in known
    ]
    told = "Points of the total that each criterion costs on average; the line adds them up."
    heads = ("Criterion", "Lost", "Share", "Together")
    return _safe(pareto_svg("Where points are lost", told, rows, heads))


def compared(known: Sequence[ComparedView]) -> Markup:
    """Monitored and staged contacts by question; the table below it says the same in figures."""
    rows = [
        PairRow(name=line.question, upper=_spot(line.monitored), lower=_spot(line.staged))
        for line in known
    ]
    return _safe(pairs_plot(("Monitored", "Staged"), rows))


def css() -> Markup:
    """Looks of the charts, in the page's colours."""
    return _safe(charts_css())


def _shown(point: TrendPointView) -> Iterator[str]:
    yield point.mean.shown
    yield point.mean.span
    yield point.pass_share.shown
    yield str(point.count)
    yield point.change


def _spot(known: FigureView) -> Spot:
    return Spot(value=_float(known.value), low=_float(known.low), high=_float(known.high))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _safe(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - drawn by us, from texts that were escaped
