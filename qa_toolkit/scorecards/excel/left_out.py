"""Sheet Left out: what was found but not scored, and why."""

from collections.abc import Sequence

from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.view import LeftOutView

_COLUMNS = (
    Column(heading="Where", width=46),
    Column(heading="Why it was not scored", width=64),
    Column(heading="What to do", width=64),
)


def write_left_out(sheet: Sheet, left_out: Sequence[LeftOutView]) -> None:
    """Write the sheet, one row for each."""
    sheet.widths(_COLUMNS)
    sheet.page.freeze_panes = "A4"
    sheet.row([("title", "Left out")], height=30)
    sheet.row([("subtitle", "What was found but not scored, and why.")], height=20)
    head = sheet.heading(_COLUMNS)
    for known in left_out:
        sheet.row([("wrap", known.place), ("wrap", known.reason), ("wrap", known.remedy)])
    sheet.table("LeftOut", _COLUMNS, head, sheet.at)
    sheet.print_only(repeat=head)
