"""Sheet Commitments: what customers were promised, overdue first."""

import math
from collections.abc import Iterable, Mapping

from qa_toolkit.domain.commitment import CommitmentStatus
from qa_toolkit.scorecards.excel.sheet import Column, Sheet, moment
from qa_toolkit.scorecards.view import PromiseView, ReportView

_ABOUT = (
    "What was promised to customers in these interactions, as it stood when this was exported. To "
    "say that one was kept or broken:   qa commitments keep ID   or   qa commitments break ID"
)
_NONE = "No promise was found in these interactions."
MARKS = {
    CommitmentStatus.OVERDUE: "▲",
    CommitmentStatus.BROKEN: "✗",
    CommitmentStatus.APPROACHING: "◆",
    CommitmentStatus.OPEN: "○",
    CommitmentStatus.KEPT: "✓",
}
"""A mark for each status, the most pressing first."""
_ORDER = {status.value: number for number, status in enumerate(MARKS)}
_COLUMNS = (
    Column(heading="Status", width=18),
    Column(heading="Due", width=22),
    Column(heading="At the latest", width=17),
    Column(heading="Agent", width=17),
    Column(heading="Promised by", width=12),
    Column(heading="Words", width=44),
    Column(heading="Customer", width=16),
    Column(heading="Said", width=18),
    Column(heading="Interaction", width=14),
    Column(heading="Why this status", width=30),
    Column(heading="Id", width=21),
)
_PRINTED = "J"
"""The last column that is printed."""
_AGENT = 4
"""The column that leads to the agent's sheet."""


def write_commitments(sheet: Sheet, view: ReportView, agent_places: Mapping[str, str]) -> None:
    """Write the sheet.

    Args:
        sheet: still empty.
        view: what is shown.
        agent_places: where each agent's sheet begins, by agent.
    """
    sheet.widths(_COLUMNS)
    sheet.row([("title", "Commitments")], height=30)
    sheet.spread("note", _ABOUT, 9)
    promises = pressing_first(promise for agent in view.agents for promise in agent.promises)
    if not promises:
        sheet.spread("plain", _NONE, 9)
        return
    head = sheet.heading(_COLUMNS)
    sheet.page.freeze_panes = f"B{head + 1}"
    for promise in promises:
        row = sheet.row(
            [
                ("bold wrap", status_words(promise)),
                ("wrap", promise.due),
                ("date", moment(promise.due_by)),
                ("link", promise.agent),
                ("text", promise.who),
                ("wrap", f"“{promise.quote}”"),
                ("wrap", promise.customer),
                ("date", moment(promise.said_at)),
                ("text", promise.interaction_id),
                ("small", promise.why),
                ("small", promise.id),
            ]
        )
        sheet.link(row, _AGENT, location=agent_places[promise.agent_id])
    sheet.table("Commitments", _COLUMNS, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{_PRINTED}{sheet.at}")


def pressing_first(promises: Iterable[PromiseView]) -> list[PromiseView]:
    """Overdue, broken, approaching, open, kept; in each the earliest first."""
    return sorted(promises, key=_pressing)


def _pressing(promise: PromiseView) -> tuple[int, float]:
    due = promise.due_by.timestamp() if promise.due_by else math.inf
    return _ORDER[promise.status_kind], due


def status_words(promise: PromiseView) -> str:
    """The status with its mark."""
    return f"{MARKS[CommitmentStatus(promise.status_kind)]} {promise.status}"
