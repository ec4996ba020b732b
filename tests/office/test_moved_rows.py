"""Rows of Detail that a user sorts, moves or deletes: the totals of the others stay right."""

import random
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.worksheet import Worksheet
from recalculating import Row, assert_recalculated, recalculated_typed
from scored_builders import ALI, full_rubric, report, visit

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.interface import write

pytestmark = pytest.mark.office
FIRST = 4
VISITS = [
    visit("v-1", {"advice.found": 2}),
    visit("v-2", {"need.questions": "na"}),
    visit("v-3", {"till.price": 0, "door.open": 0}, agent=ALI),
    visit("v-4", {"offer.shown": "review"}),
]
EACH = len(VISITS[0].scorecard.criteria)
Order = list[int]
"""The rows that stay, in their new order, counted from 0."""


def shuffled(rows: Order) -> Order:
    return random.Random(7).sample(rows, len(rows))  # noqa: S311 - test data


ORDERS: dict[str, Callable[[Order], Order]] = {
    "turned round": lambda rows: rows[::-1],
    "shuffled": shuffled,
    "first scorecard moved to the end": lambda rows: [*rows[EACH:], *rows[:EACH]],
    "first scorecard deleted": lambda rows: rows[EACH:],
    "one row of the first scorecard deleted": lambda rows: rows[1:],
    "a row typed twice": lambda rows: [*rows, rows[-1]],
}


def reorder(sheet: Worksheet, order: Callable[[Order], Order]) -> None:
    """Put rows in another order as Excel does: formulas follow their row; the end stays empty."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for row in sheet.iter_rows(min_row=FIRST):
        for cell in row:
            cell.value = None
    for to, origin in enumerate(order(list(range(len(rows))))):
        for at, value in enumerate(rows[origin], start=1):
            cell = sheet.cell(FIRST + to, at)
            cell.value = value
            if isinstance(value, str) and value.startswith("="):
                here = sheet.cell(FIRST + origin, at).coordinate
                cell.value = Translator(value, here).translate_formula(cell.coordinate)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Row]]:
    """The rows of Scores by interaction, for each order of Detail, recalculated in one go."""
    folder = tmp_path_factory.mktemp("moved")
    paths = []
    for name, order in ORDERS.items():
        (path,) = write(report(*VISITS, rubric=full_rubric()), folder / f"{name}.xlsx")
        book = load_workbook(path)
        reorder(book[layout.DETAIL], order)
        book.save(path)
        paths.append(path)
    rows = recalculated_typed(paths, folder)
    return {name: {str(row["Interaction"]): row for row in known} for name, known in rows.items()}


@pytest.mark.parametrize("name", ORDERS)
def test_totals_do_not_depend_on_where_rows_stand(
    name: str, found: dict[str, dict[str, Row]]
) -> None:
    """Scorecards stand in order of agents: v-3 of Ali Demir first, and that one may be gone."""
    kept = [item for item in VISITS if "deleted" not in name or item.interaction.id != "v-3"]
    for item in kept:
        assert_recalculated(found[name][item.interaction.id], item.scorecard)


def test_a_scorecard_whose_rows_are_gone_has_no_total(found: dict[str, dict[str, Row]]) -> None:
    row = found["first scorecard deleted"]["v-3"]
    assert (row["Total (recalculated)"], row["Outcome (recalculated)"]) == ("–", "Not scored")
