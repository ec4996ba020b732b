"""Sheet Coaching log: what was agreed, and lines for what will be."""

from collections.abc import Iterator, Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from qa_toolkit.scorecards.excel import layout, styles
from qa_toolkit.scorecards.excel.fields import coaching_rules, drop_down, free_list
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import CoachingEntryView, ReportView

_ABOUT = (
    "One line for each thing agreed. Fill in or change what is yellow; leave Entry of a new line "
    "empty, it is numbered when the workbook is handed back. ▲ marks a follow-up that lies behind."
)
_NEW_LINES = 20
_COLUMNS = (
    Column(heading=layout.ENTRY, width=14),
    Column(heading=layout.AGENT, width=18),
    Column(heading=layout.TOPIC, width=28),
    Column(heading=layout.ACTION, width=36),
    Column(heading=layout.FOLLOW_UP, width=14),
    Column(heading=layout.COACH, width=14),
    Column(heading=layout.ACKNOWLEDGED, width=14),
    Column(heading=layout.DISPUTE, width=20),
    Column(heading=layout.STATUS, width=9),
    Column(heading=layout.NOTE, width=24),
    Column(heading="Opened", width=14),
    Column(heading="Interactions", width=20),
    Column(heading=layout.LAST_CHANGE, width=8, hidden=True, numeric=True),
)
_AT = {column.heading: get_column_letter(n) for n, column in enumerate(_COLUMNS, start=1)}


def write_coaching_log(sheet: Sheet, view: ReportView, agent_places: Mapping[str, str]) -> None:
    """Write the sheet; its drop-downs take their lists from Lists.

    Args:
        sheet: still empty.
        view: what is shown.
        agent_places: where each agent's sheet begins, by agent.
    """
    sheet.widths(_COLUMNS)
    sheet.row([("title", "Coaching log")], height=30)
    sheet.spread("note", _ABOUT, 10)
    head = sheet.heading(_COLUMNS)
    sheet.page.freeze_panes = f"D{head + 1}"
    for entry in view.coaching:
        place = agent_places.get(entry.agent_id, "")
        row = sheet.row(_known(entry, "link" if place else "text"))
        if place:
            sheet.link(row, 2, location=place)
    new_from = sheet.at + 1
    for _ in range(_NEW_LINES):
        sheet.row(_new(), height=24)
    sheet.table("CoachingLog", _COLUMNS, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{_AT[layout.NOTE]}{sheet.at}")
    sheet.page.data_validations.dataValidation.extend(_rules(head + 1, new_from, sheet.at))
    _emphasise(sheet, head + 1)


def _known(entry: CoachingEntryView, look: str) -> list[Cell]:
    return [
        ("text", entry.id),
        (look, entry.agent),
        ("wrap", entry.topic),
        ("input text", entry.action),
        ("input day", entry.follow_up),
        ("input text", entry.coach),
        ("input day", entry.acknowledged),
        ("input text", entry.dispute),
        ("input", entry.status),
        ("input text", entry.note),
        ("text", entry.opened),
        ("small", ", ".join(entry.interactions)),
        ("helper", entry.last_change),
    ]


def _new() -> list[Cell]:
    """A line to fill in; who it is about and what only here."""
    days = (layout.FOLLOW_UP, layout.ACKNOWLEDGED)
    filled = {layout.AGENT, layout.TOPIC, layout.ACTION, layout.COACH, layout.DISPUTE, layout.NOTE}
    looks = {
        **dict.fromkeys(filled, "input text"),
        **dict.fromkeys(days, "input day"),
        layout.STATUS: "input",
        layout.LAST_CHANGE: "helper",
    }
    return [(looks.get(column.heading, "text"), None) for column in _COLUMNS]


def _rules(first: int, new_from: int, last: int) -> Iterator[DataValidation]:
    area = {heading: f"{letter}{first}:{letter}{last}" for heading, letter in _AT.items()}
    new = {heading: f"{letter}{new_from}:{letter}{last}" for heading, letter in _AT.items()}
    yield drop_down(
        "agents",
        title="Agent",
        prompt="Whom it is about.",
        refused="Choose one of the agents in this workbook.",
        areas=[new[layout.AGENT]],
    )
    yield free_list(
        "topics",
        title="Topic",
        prompt="A criterion from the list, or a topic in your own words.",
        areas=[new[layout.TOPIC]],
    )
    yield drop_down(
        "statuses",
        title="Status",
        prompt="Closed when it has become a habit, or is no longer needed. Empty is open.",
        refused="Open or Closed.",
        areas=[area[layout.STATUS]],
    )
    yield from coaching_rules(
        {field: [area[heading]] for heading, field in layout.COACHING_FIELDS.items()}
    )


def _emphasise(sheet: Sheet, first: int) -> None:
    """▲ where a follow-up of an open entry lies behind, on the day the workbook is looked at."""
    at, status = _AT[layout.FOLLOW_UP], _AT[layout.STATUS]
    late = f'AND(ISNUMBER({at}{first}),{at}{first}<TODAY(),${status}{first}<>"Closed")'
    sheet.mark(f"{at}{first}:{at}{sheet.at}", late, styles.overdue_mark())
