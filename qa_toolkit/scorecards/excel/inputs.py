"""The cells of Detail that people fill in, what may stand in them, and what they are told."""

from collections.abc import Iterator, Mapping

from openpyxl.worksheet.datavalidation import DataValidation

from qa_toolkit.domain.said import MOST_NAME, MOST_TEXT
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.fields import drop_down, text_rule
from qa_toolkit.scorecards.excel.helpers import LEVELS, LEVELS_FROM
from qa_toolkit.scorecards.excel.sheet import Cell
from qa_toolkit.scorecards.view import CriterionView


def cells(criterion: CriterionView) -> list[Cell]:
    """The override in force when the workbook was written; empty where there is none."""
    known = criterion.override
    if known is None:
        return [("input", None), ("input text", None), ("input text", None), ("input text", None)]
    return [
        ("input", layout.NOT_APPLICABLE if known.not_applicable else known.points),
        ("input text", known.reason),
        ("input text", known.cause),
        ("input text", known.by),
    ]


def rules(at: Mapping[str, str], first: int, last: int) -> Iterator[DataValidation]:
    """What may be filled into rows `first` to `last`; one rule for all rows of a column."""
    area = {heading: f"{letter}{first}:{letter}{last}" for heading, letter in at.items()}
    start, length = f"${at[LEVELS_FROM]}{first}", f"${at[LEVELS]}{first}"
    yield drop_down(
        f"OFFSET(levels,{start},0,{length},1)",
        title="Your rating",
        prompt="One of this criterion's ratings, or N/A. It counts in the machine's place; "
        "empty the cell to take it back.",
        refused="Choose one of this criterion's ratings, or empty the cell.",
        areas=[area[layout.OVERRIDE]],
    )
    yield text_rule(
        MOST_TEXT,
        title="Why",
        prompt="One sentence that the agent may read. Every override needs it.",
        areas=[area[layout.REASON]],
    )
    yield drop_down(
        "causes",
        title="What was behind it",
        prompt="Only Agent lies in the agent's own hands. May stay empty.",
        refused="Choose one of the six causes, or empty the cell.",
        areas=[area[layout.CAUSE]],
    )
    yield text_rule(
        MOST_NAME,
        title="Your name",
        prompt="Left empty, the name given when the workbook is read back counts.",
        areas=[area[layout.REVIEWER]],
    )
