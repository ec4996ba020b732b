"""A trend: one mean for each period with its interval, and a line from mean to mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from qa_toolkit.drawing.figure import Table, at, figure

_HEIGHT = 150
_TOP, _BOTTOM = 6, 94
"""Percent of the height between which 100 and 0 lie, so that no dot is cut."""
_MOST_NAMES = 4
"""On a phone no more names of periods stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One period.

    Attributes:
        name: `2026-W47`.
        value, low, high: 0..100; None where there is none.
        shown: the value in words, with its interval and what it rests on.
        changed: whether it differs from the period before beyond chance; drawn as a ring.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    shown: Sequence[str]
    changed: bool = False


def trend_svg(
    title: str,
    description: str,
    points: Sequence[TrendPoint],
    heads: Sequence[str],
    mark: float | None = None,
    words: frozenset[int] = frozenset(),
) -> str:
    """A trend as a figure; empty without points.

    Args:
        title: what is shown.
        description: what the trend says, in a sentence.
        points: the oldest first.
        heads: headings of the table: one for the name, then one for each part of `shown`.
        mark: a level to compare with, such as the pass mark, as a dashed line.
        words: which columns of the table hold words, from 0; all others but the name hold numbers.
    """
    if not points:
        return ""
    places = [(100 * (number + 0.5) / len(points), point) for number, point in enumerate(points)]
    shapes = "".join((*_grid(), *_mark(mark), *_spans(places), *_lines(places), *_dots(places)))
    every = -(-len(points) // _MOST_NAMES)
    names = "".join(_name(point.name, thin=i % every != 0) for i, point in enumerate(points))
    plot = (
        '<div class="trend-plot"><div class="trend-scale" aria-hidden="true">'
        "<span>100</span><span>50</span><span>0</span></div>\n"
        f'<svg width="100%" height="{_HEIGHT}" role="img" aria-label="{escape(description)}">'
        f'{shapes}</svg>\n<div class="trend-names" aria-hidden="true">{names}</div></div>'
    )
    rows = [(point.name, *point.shown) for point in points]
    table = Table(heads=heads, rows=rows, numbers=frozenset(range(1, len(heads))) - words)
    return figure("trend", title, description, plot, table)


def _y(value: float) -> str:
    return at(_BOTTOM - (_BOTTOM - _TOP) * min(100.0, max(0.0, value)) / 100)


def _grid() -> Iterator[str]:
    for level in (0, 50, 100):
        yield f'<line class="grid" x1="0" x2="100%" y1="{_y(level)}" y2="{_y(level)}"/>'


def _mark(level: float | None) -> Iterator[str]:
    if level is not None:
        yield f'<line class="least" x1="0" x2="100%" y1="{_y(level)}" y2="{_y(level)}"/>'


def _spans(places: Sequence[tuple[float, TrendPoint]]) -> Iterator[str]:
    for x, point in places:
        if point.low is not None and point.high is not None:
            ends = f'y1="{_y(point.low)}" y2="{_y(point.high)}"'
            yield f'<line class="span" x1="{at(x)}" x2="{at(x)}" {ends}/>'


def _lines(places: Sequence[tuple[float, TrendPoint]]) -> Iterator[str]:
    """From mean to mean; a period without one leaves a gap."""
    for (x1, first), (x2, second) in pairwise(places):
        if first.value is not None and second.value is not None:
            ends = f'y1="{_y(first.value)}" y2="{_y(second.value)}"'
            yield f'<line class="run" x1="{at(x1)}" x2="{at(x2)}" {ends}/>'


def _dots(places: Sequence[tuple[float, TrendPoint]]) -> Iterator[str]:
    for x, point in places:
        if point.value is not None:
            look = "dot changed" if point.changed else "dot"
            said = escape(f"{point.name}: {', '.join(point.shown)}")
            yield (
                f'<circle class="{look}" cx="{at(x)}" cy="{_y(point.value)}" r="5">'
                f"<title>{said}</title></circle>"
            )


def _name(name: str, *, thin: bool) -> str:
    return f'<span class="thin">{escape(name)}</span>' if thin else f"<span>{escape(name)}</span>"
