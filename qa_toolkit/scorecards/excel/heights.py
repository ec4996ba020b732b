"""How high a row must be for its text: no program fits the rows that it did not write itself."""

import math

from qa_toolkit.scorecards.excel.cells import Value

LEAST = 15.0
"""Points: the height of a row that nobody set."""
_MOST = 409.0
"""Points: the most that a workbook allows."""
WRAPPED = {
    "plain": 1.15,
    "wrap": 1.15,
    "bold wrap": 1.05,
    "quote": 1.15,
    "pen": 1.15,
    "input text": 1.15,
    "link": 1.05,
    "label": 1.2,
    "small": 1.3,
    "kpi note": 1.3,
    "note": 1.3,
    "warning": 1.1,
}
"""Styles whose text wraps, and how many of its characters fit into one unit of width."""
_SMALL = frozenset({"small", "note", "kpi note", "label"})
_WIDE = 60
"""From this width on, in characters, less of a line is lost to words that do not fit."""


def needed(style: str, value: Value, width: float) -> float:
    """Points that a cell needs in columns of so many characters; 0 where its text does not wrap."""
    fit = WRAPPED.get(style)
    if fit is None or not isinstance(value, str):
        return 0.0
    slack = 1.07 if width > _WIDE else 1.0
    a_line = 12.0 if style in _SMALL else 13.0
    return min(_MOST, a_line * _lines(value, width * fit * slack) + 3)


def _lines(text: str, width: float) -> int:
    """Lines that wrapped text takes in a column of so many characters; a little generous."""
    most = max(1.0, width - 2)
    if len(text) <= most and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(len(line) / most)) for line in text.split("\n"))
