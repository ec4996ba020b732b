"""A line of the coaching log, in words."""

from collections.abc import Mapping
from datetime import date

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField, CoachingStatus
from qa_toolkit.domain.wording import day_shown
from qa_toolkit.scorecards.override_view import day_of
from qa_toolkit.scorecards.view import CoachingEntryView
from qa_toolkit.scorecards.wording import DASH, clean

STATUSES = {CoachingStatus.OPEN: "Open", CoachingStatus.CLOSED: "Closed"}
_SAID = {
    CoachingField.ACTION: "agreed: {}",
    CoachingField.FOLLOW_UP: "follow-up on {}",
    CoachingField.COACH: "coach: {}",
    CoachingField.ACKNOWLEDGED: "signed off on {}",
    CoachingField.DISPUTE: "disputed: {}",
    CoachingField.NOTE: "note: {}",
    CoachingField.STATUS: "status: {}",
}
_TAKEN_BACK = "took back what was said of: {}"


def entry_view(
    entry: CoachingEntry, agents: Mapping[str, str], today: date | None
) -> CoachingEntryView:
    """An entry as it stands.

    Args:
        entry: with all that was said of it.
        agents: the names to print, by agent id.
        today: says which follow-ups lie behind; None where that is not to be said.
    """
    follow_up, acknowledged = entry.follow_up, day(entry.value(CoachingField.ACKNOWLEDGED))
    return CoachingEntryView(
        id=entry.id,
        agent_id=clean(entry.agent_id),
        agent=clean(agents.get(entry.agent_id, entry.agent_id)),
        criterion=clean(entry.criterion),
        topic=clean(entry.topic),
        action=clean(entry.value(CoachingField.ACTION)),
        follow_up=follow_up,
        follow_up_shown=shown(follow_up),
        coach=clean(entry.value(CoachingField.COACH) or entry.opened_by),
        opened=day_of(entry.opened_at),
        is_open=entry.status is CoachingStatus.OPEN,
        status=STATUSES[entry.status],
        is_due=today is not None and entry.is_due(today),
        acknowledged=acknowledged,
        acknowledged_shown=shown(acknowledged),
        dispute=clean(entry.value(CoachingField.DISPUTE)),
        note=clean(entry.value(CoachingField.NOTE)),
        interactions=tuple(map(clean, entry.interactions)),
        last_change=entry.changes[-1].number if entry.changes else 0,
        history=tuple(map(_told, entry.changes)),
    )


def day(text: str) -> date | None:
    """A day as the log keeps it; None where there is none."""
    return date.fromisoformat(text) if text else None


def shown(moment: date | None) -> str:
    """A day for people, or a dash."""
    return DASH if moment is None else day_shown(moment)


def _told(change: CoachingChange) -> str:
    """`27 Nov 2026, Mo Berg: follow-up on 4 Dec 2026`."""
    value = change.value
    if not value:
        said = _TAKEN_BACK.format(change.field.value.replace("_", "-"))
    elif change.field in (CoachingField.FOLLOW_UP, CoachingField.ACKNOWLEDGED):
        said = _SAID[change.field].format(shown(day(value)))
    else:
        said = _SAID[change.field].format(value)
    return clean(f"{day_of(change.made_at)}, {change.by}: {said}".removeprefix(", "))
