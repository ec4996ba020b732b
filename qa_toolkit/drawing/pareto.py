"""Where most is lost: bars from the largest down, and a line of what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from qa_toolkit.drawing.figure import Table, at, figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoRow:
    """One cause, the largest first.

    Attributes:
        share: of all that is lost, in percent.
        together: the shares of this and the rows before it, in percent.
        shown: how much it is, as it is printed.
    """

    name: str
    share: float
    together: float
    shown: str


def pareto_svg(
    title: str, description: str, rows: Sequence[ParetoRow], heads: tuple[str, str, str, str]
) -> str:
    """The rows as a figure; empty without any.

    Args:
        title: what is shown.
        description: how to read it.
        rows: the largest first.
        heads: headings of the table: name, amount, share, together.
    """
    if not rows:
        return ""
    lines = "".join(_row(rows, number) for number in range(len(rows)))
    plot = f'<ul class="pareto-plot" aria-hidden="true">{lines}</ul>'
    told = [(row.name, row.shown, _percent(row.share), _percent(row.together)) for row in rows]
    table = Table(heads=heads, rows=told, numbers=frozenset({1, 2, 3}))
    return figure("pareto", title, description, plot, table)


def _row(rows: Sequence[ParetoRow], number: int) -> str:
    """A bar, and its piece of the line: rows meet half way between their places on it."""
    row = rows[number]
    x, shapes = at(row.together), ""
    if number > 0:
        above = at((rows[number - 1].together + row.together) / 2)
        shapes += f'<line class="sum" x1="{above}" x2="{x}" y1="0" y2="50%"/>'
    if number + 1 < len(rows):
        below = at((row.together + rows[number + 1].together) / 2)
        shapes += f'<line class="sum" x1="{x}" x2="{below}" y1="50%" y2="100%"/>'
    return (
        f'<li><span class="name" dir="auto">{escape(row.name)}</span>'
        '<span class="plot"><svg><rect class="back" width="100%" y="25%" height="50%"/>'
        f'<rect class="bar" width="{at(row.share)}" y="25%" height="50%"/>{shapes}'
        f'<circle class="sum-dot" cx="{x}" cy="50%" r="3.5"/></svg></span>'
        f'<span class="value">{escape(row.shown)}'
        f"<small>{_percent(row.share)} of all</small>"
        f"<small>together {_percent(row.together)}</small></span></li>\n"
    )


def _percent(share: float) -> str:
    return f"{share:.0f}\N{NO-BREAK SPACE}%"
