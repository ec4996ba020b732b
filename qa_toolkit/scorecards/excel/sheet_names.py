"""Names of the agents' sheets, as spreadsheet programs take them, and links to sheets."""

import re
from collections.abc import Iterable

from openpyxl.utils import quote_sheetname

from qa_toolkit.scorecards.excel.layout import AGENT_PREFIX, MOST_SHEET_NAME

_REFUSED = re.compile(r"[\[\]:*?/\\\s]+")
"""What a sheet's name cannot hold; line breaks and tabs are no help to a reader either."""


def agent_sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    r"""A sheet's name for each agent, in the same order.

    At most 31 characters as programs count them (an emoji is two), unique where case does not
    count, without `[ ] : * ? / \` and without an apostrophe at the end. Equal names are numbered
    in the order given.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    made = []
    for name in names:
        cleaned = _REFUSED.sub(" ", name).strip(" '")
        key = _fitted(cleaned, 1).casefold()
        sheet = ""
        while not sheet or sheet.casefold() in taken:
            counts[key] = counts.get(key, 0) + 1
            sheet = _fitted(cleaned, counts[key])
        taken.add(sheet.casefold())
        made.append(sheet)
    return tuple(made)


def _fitted(name: str, number: int) -> str:
    if not name:
        return f"{AGENT_PREFIX}{number}"
    suffix = f" ({number})" if number > 1 else ""
    room = 2 * (MOST_SHEET_NAME - len(AGENT_PREFIX) - len(suffix))
    cut = name.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return AGENT_PREFIX + cut.rstrip(" '") + suffix


def place(sheet: str, cell: str = "A1") -> str:
    """A cell as a link inside the workbook names it: `'Agent – Dana Price'!A1`."""
    return f"{quote_sheetname(sheet)}!{cell}"
