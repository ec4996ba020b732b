"""Rows of Detail: which rating of which interaction, and what a person says of it."""

from collections.abc import Iterator

from qa_toolkit.domain.said import MOST_NAME
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.read_back.plain import cause_of, number_of, rating_of
from qa_toolkit.scorecards.read_back.values import OverrideRow
from qa_toolkit.workbooks.places import Columns, words
from qa_toolkit.workbooks.plain import Unclear, text_of
from qa_toolkit.workbooks.sheets import Row

KNOWN_BY = (layout.INTERACTION, layout.CRITERION, layout.OVERRIDE)
"""A row with these headings is the heading of the table."""
NEEDED = (*KNOWN_BY, layout.REASON, layout.CAUSE, layout.REVIEWER, layout.BASED_ON)
_INPUTS = (layout.OVERRIDE, layout.REASON, layout.CAUSE)
_CELLS = {
    "rating": layout.OVERRIDE,
    "reason": layout.REASON,
    "cause": layout.CAUSE,
    "reviewer": layout.REVIEWER,
}


def override_rows(columns: Columns, row: Row) -> Iterator[OverrideRow]:
    """The row, if anything stands in its input cells or stood there; what is wrong is noted."""
    stands = [text_of(columns.value(row, heading)) for heading in _INPUTS]
    is_formula = any(row.cell(columns.letters[heading]).is_formula for heading in _INPUTS)
    based_on = columns.value(row, layout.BASED_ON)
    if not any(stands) and not is_formula and not based_on:
        return
    interaction, criterion = (
        columns.text(row, heading) for heading in (layout.INTERACTION, layout.CRITERION)
    )
    if not interaction or not criterion:
        missing = layout.CRITERION if interaction else layout.INTERACTION
        columns.notes.add(
            columns.at(row, missing),
            f"it is empty, so that nobody can tell what the row's {layout.OVERRIDE} is about",
            "clear the row, or take it as exported",
        )
        return
    before = len(columns.notes.problems)
    rating = columns.typed(row, layout.OVERRIDE, rating_of)
    reason = columns.typed(row, layout.REASON, words())
    cause = columns.typed(row, layout.CAUSE, cause_of)
    reviewer = columns.typed(row, layout.REVIEWER, words(MOST_NAME))
    if len(columns.notes.problems) > before:
        return
    try:
        number = number_of(based_on)
    except Unclear as error:
        columns.notes.add(columns.at(row, layout.BASED_ON), error.message, error.hint)
        return
    yield OverrideRow(
        file=columns.notes.file,
        interaction=interaction,
        criterion=criterion,
        rating=rating,
        reason=reason or "",
        cause=cause,
        reviewer=reviewer or "",
        based_on=number,
        at={name: columns.at(row, heading) for name, heading in _CELLS.items()},
    )
