"""Two figures beside each other for every row, each with its interval: who differs, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from qa_toolkit.drawing.figure import at

_HEIGHT = 30
_UPPER, _LOWER = 9, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A figure with the ends of its interval, 0..100; None where there is none."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """One question and what both sides came to."""

    name: str
    upper: Spot
    lower: Spot


def pairs_plot(names: tuple[str, str], rows: Sequence[PairRow]) -> str:
    """Rows of two figures from 0 to 100, for eyes only: a table beside it has to say the same.

    Args:
        names: of the upper figure, drawn as a ring, and of the lower one, drawn as a dot.
        rows: in the order in which they are drawn; without any there is nothing.
    """
    if not rows:
        return ""
    legend = (
        f'<p class="pairs-legend"><i class="ring"></i> {escape(names[0])} '
        f'<i class="full"></i> {escape(names[1])} <span>0 to 100, with 95 % intervals</span></p>'
    )
    drawn = "".join(map(_row, rows))
    return (
        f'<div class="chart" aria-hidden="true">{legend}<ul class="pairs-plot">{drawn}</ul></div>'
    )


def _row(row: PairRow) -> str:
    grid = "".join(
        f'<line class="grid" x1="{at(place)}" x2="{at(place)}" y1="0" y2="{_HEIGHT}"/>'
        for place in (0, 50, 100)
    )
    spots = _spot(row.upper, _UPPER, "dot changed") + _spot(row.lower, _LOWER, "dot")
    return (
        f'<li><span dir="auto">{escape(row.name)}</span>'
        f'<svg width="100%" height="{_HEIGHT}">{grid}{spots}</svg></li>\n'
    )


def _spot(spot: Spot, y: int, look: str) -> str:
    if spot.value is None:
        return ""
    span = ""
    if spot.low is not None and spot.high is not None:
        span = f'<line class="span" x1="{at(spot.low)}" x2="{at(spot.high)}" y1="{y}" y2="{y}"/>'
    return f'{span}<circle class="{look}" cx="{at(spot.value)}" cy="{y}" r="4.5"/>'
