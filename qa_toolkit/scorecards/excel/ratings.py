"""Which ratings may be typed: a list for each criterion, kept on a hidden sheet.

A rule of Excel stays with its cell when rows are sorted, so the rule is the same in every row and
asks hidden columns of that row where the row's own list lies.
"""

from collections.abc import Iterable, Mapping

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import CriterionView, ReportView

Levels = tuple[int, ...]
HIDDEN = (
    Column(heading="Levels from", width=8, hidden=True, numeric=True),
    Column(heading="Levels", width=8, hidden=True, numeric=True),
)


def starts(view: ReportView) -> dict[Levels, int]:
    """Each list of ratings there is, with the rows of the hidden sheet before it."""
    found: dict[Levels, int] = {}
    taken = 0
    for criterion in _criteria(view):
        if criterion.levels not in found:
            found[criterion.levels] = taken
            taken += len(criterion.levels)
    return found


def write_levels(sheet: Sheet, known: Iterable[Levels]) -> None:
    """All lists below each other, from the first row on."""
    sheet.page.sheet_state = "hidden"
    for levels in known:
        for level in levels:
            sheet.row([("helper", level)])
    sheet.page.parent.defined_names["levels"] = DefinedName(
        "levels", attr_text=f"'{sheet.title}'!$A$1"
    )


def hidden_cells(criterion: CriterionView, known: Mapping[Levels, int]) -> list[Cell]:
    """Where the list of this rating lies, and how long it is."""
    return [("helper", known[criterion.levels]), ("helper", len(criterion.levels))]


def validation(at: Mapping[str, str], first: int, last: int) -> DataValidation:
    """The drop-down of the ratings in rows `first` to `last`."""
    start, length = (f"${at[column.heading]}{first}" for column in HIDDEN)
    rule = DataValidation(
        type="list",
        formula1=f"OFFSET(levels,{start},0,{length},1)",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Not on the scale",
        error="One of the criterion's ratings, or empty for no rating.",
    )
    rule.add(f"{at['Rating']}{first}:{at['Rating']}{last}")
    return rule


def _criteria(view: ReportView) -> Iterable[CriterionView]:
    return (
        criterion
        for agent in view.agents
        for card in agent.scorecards
        for section in card.sections
        for criterion in section.all_criteria()
    )
