"""Bars beside each other, each with the least it should reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from qa_toolkit.drawing.figure import Table, at, figure


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One bar.

    Attributes:
        value, least: 0..100; None where there is none.
        shown: the value as it is printed.
    """

    name: str
    value: float | None
    shown: str
    least: float | None = None

    @property
    def is_below(self) -> bool:
        return self.value is not None and self.least is not None and self.value < self.least


def bars_svg(
    title: str, description: str, rows: Sequence[BarRow], heads: tuple[str, str, str]
) -> str:
    """Bars from 0 to 100 as a figure; empty without rows.

    Args:
        title: what is shown.
        description: how to read it.
        rows: in the order in which they are drawn.
        heads: headings of the table: name, value, least.
    """
    if not rows:
        return ""
    plot = f'<ul class="bars-plot" aria-hidden="true">{"".join(map(_row, rows))}</ul>'
    told = [(row.name, _value(row), _least(row)) for row in rows]
    table = Table(heads=heads, rows=told, numbers=frozenset({1, 2}))
    return figure("bars", title, description, plot, table)


def _row(row: BarRow) -> str:
    shapes = '<rect class="back" width="100%" y="4" height="12" rx="3"/>'
    if row.value is not None:
        shapes += f'<rect class="bar" width="{at(row.value)}" y="4" height="12" rx="3"/>'
    note = ""
    if row.least is not None:
        ends = f'x1="{at(row.least)}" x2="{at(row.least)}" y1="0" y2="20"'
        shapes += f'<line class="halo" {ends}/><line class="least" {ends}/>'
        note = f" <small>at least {_least(row)}</small>"
    look = ' class="short"' if row.is_below else ""
    return (
        f'<li{look}><span dir="auto">{escape(row.name)}</span>'
        f'<span class="value">{escape(_value(row))}{note}</span>'
        f'<svg width="100%" height="20">{shapes}</svg></li>\n'
    )


def _value(row: BarRow) -> str:
    return f"{row.shown} ▼" if row.is_below else row.shown


def _least(row: BarRow) -> str:
    return "–" if row.least is None else f"{row.least:g}"
