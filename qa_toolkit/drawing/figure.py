"""What every picture of figures has: a title, a description, and its values as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The values of a picture: headings, and rows that begin with their own heading.

    Attributes:
        numbers: which columns hold numbers, from 0.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


def figure(kind: str, title: str, description: str, plot: str, table: Table) -> str:
    """A picture with what it says in words; the table opens below it.

    Args:
        kind: the class of the figure, for its looks.
        title: what is shown; also the caption of the table.
        description: what there is to see in it; empty for nothing.
        plot: the picture as HTML, already escaped.
        table: its values.
    """
    told = f" <span>{escape(description)}</span>" if description else ""
    return (
        f'<figure class="chart {kind}">\n<figcaption><b>{escape(title)}</b>{told}</figcaption>\n'
        f"{plot}\n<details><summary>{escape(title)}: as a table</summary>\n"
        f"{table_html(title, table)}\n</details>\n</figure>"
    )


def table_html(caption: str, table: Table) -> str:
    """A table with headings for rows and columns."""
    head = "".join(_cell("th", text, table, i, "col") for i, text in enumerate(table.heads))
    rows = "\n".join(
        "<tr>"
        + "".join(
            _cell("th" if i == 0 else "td", text, table, i, "row" if i == 0 else "")
            for i, text in enumerate(row)
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="wide"><table>\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def at(percent: float) -> str:
    """A place in percent of the drawing's width or height, kept within it."""
    return f"{round(min(100.0, max(0.0, percent)), 2):g}%"


def _cell(tag: str, text: str, table: Table, column: int, scope: str) -> str:
    number = ' class="n"' if column in table.numbers else ""
    scoped = f' scope="{scope}"' if scope else ""
    return f"<{tag}{scoped}{number}>{escape(text)}</{tag}>"
