"""One priority on an agent's sheet: why, the moments, what to practise, what is agreed."""

from collections.abc import Iterator

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import Part, Sheet, Value
from qa_toolkit.scorecards.view import (
    AgentView,
    CoachingEntryView,
    CoachingPointView,
    ExampleView,
)

KEY, FIRST, INPUT, LAST = 1, 2, 3, 8
"""Columns of an agent's sheet: the hidden key, labels, texts and inputs, the last one printed."""
_LABELS = {
    CoachingField.ACTION: ("Agreed action", "input text", 30),
    CoachingField.FOLLOW_UP: ("Follow-up on", "input day", 16),
    CoachingField.COACH: ("Coach", "input text", 16),
    CoachingField.ACKNOWLEDGED: ("Acknowledged on", "input day", 16),
    CoachingField.DISPUTE: ("Agent sees it differently", "input text", 20),
    CoachingField.NOTE: ("Agent's comment, notes", "input text", 20),
}
"""Label, look and least height of what is filled in for each priority."""


def priority(
    sheet: Sheet, agent: AgentView, number: int, point: CoachingPointView
) -> Iterator[tuple[CoachingField, str]]:
    """Write one priority; yields what is filled in, and in which cell."""
    sheet.across([("step", f"{number} · {point.question}", FIRST, LAST)], least=20)
    told(sheet, "Why this", " ".join(filter(None, (point.finding, point.why))))
    for at, example in enumerate(point.examples, start=1):
        which = f" {at}" if len(point.examples) > 1 else ""
        told(sheet, f"Situation{which}", example.situation)
        rated = " · ".join(filter(None, (example.level, example.reason)))
        told(sheet, "Behaviour", " – ".join(filter(None, (words(example), rated))), "quote")
        told(sheet, "Impact", example.impact)
    told(sheet, "To practise", point.tip)
    for field, (label, look, least) in _LABELS.items():
        known = point.agreed
        key = "\t".join(
            (field.value, agent.id, point.criterion, str(known.last_change if known else 0))
        )
        parts: list[Part] = [
            ("helper", key, KEY, KEY),
            ("label", label, FIRST, FIRST),
            (look, _known(known, field), INPUT, LAST),
        ]
        row = sheet.across(parts, least=least)
        yield field, f"{layout.AGENT_INPUTS}{row}"


def _known(entry: CoachingEntryView | None, field: CoachingField) -> Value:
    """What the coaching log says already."""
    if entry is None:
        return None
    said: dict[CoachingField, Value] = {
        CoachingField.ACTION: entry.action,
        CoachingField.FOLLOW_UP: entry.follow_up,
        CoachingField.COACH: entry.coach,
        CoachingField.ACKNOWLEDGED: entry.acknowledged,
        CoachingField.DISPUTE: entry.dispute,
        CoachingField.NOTE: entry.note,
    }
    return said[field]


def words(example: ExampleView) -> str:
    """What was said, by whom and where; or that nothing was."""
    said = f"“{example.before}{example.quote}{example.after}”" if example.quote else example.silent
    who = f"{example.speaker}: " if example.quote and example.speaker else ""
    return f"{who}{said} ({example.where})".strip()


def told(sheet: Sheet, label: str, text: str, style: str = "plain") -> None:
    """A label and a text; nothing where there is no text."""
    if text:
        sheet.across([("label", label, FIRST, FIRST), (style, text, INPUT, LAST)])
