"""The coaching log: what was agreed with an agent, and what became of it.

An entry is opened once; everything after that is a change, appended with author and time.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ID_BYTES = 5


class CoachingStatus(StrEnum):
    """Whether something is still to be done or looked at."""

    OPEN = "open"
    CLOSED = "closed"


class CoachingField(StrEnum):
    """What can be said of an entry after it was opened."""

    ACTION = "action"
    """What was agreed: what the agent will do, in words."""
    FOLLOW_UP = "follow_up"
    """The day on which both look at it again, as `2026-12-04`."""
    COACH = "coach"
    ACKNOWLEDGED = "acknowledged"
    """The day on which the agent signed it off, as `2026-11-27`."""
    DISPUTE = "dispute"
    """What the agent does not agree with, in words."""
    NOTE = "note"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingChange:
    """One thing said of an entry.

    Attributes:
        value: as text; empty takes back what was said before.
        source: the file it was read from; empty where it was typed in.
        made_at: UTC, as the store keeps moments; empty as long as it is not kept.
        number: its place in the history of the project; 0 as long as it is not kept.
    """

    field: CoachingField
    value: str
    by: str
    source: str = ""
    made_at: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingEntry:
    """A topic of one agent that was opened for coaching, with all that was said of it since.

    Attributes:
        id: short, derived from agent, topic and what it was opened from.
        criterion: the criterion it is about; empty for a topic of another kind.
        topic: what it is about, in words.
        interactions: the contacts that show it.
        opened_at: UTC, as the store keeps moments.
        changes: the oldest first.
    """

    id: str
    agent_id: str
    topic: str
    opened_by: str
    opened_at: str = ""
    criterion: str = ""
    interactions: tuple[str, ...] = ()
    changes: tuple[CoachingChange, ...] = ()

    def value(self, field: CoachingField) -> str:
        """What was said of this last; empty where nothing was."""
        said = (change.value for change in reversed(self.changes) if change.field is field)
        return next(said, "")

    @property
    def status(self) -> CoachingStatus:
        """Open until somebody closes it."""
        return CoachingStatus(self.value(CoachingField.STATUS) or CoachingStatus.OPEN)

    @property
    def follow_up(self) -> date | None:
        """The day on which both look at it again."""
        value = self.value(CoachingField.FOLLOW_UP)
        return date.fromisoformat(value) if value else None

    def is_due(self, today: date) -> bool:
        """Whether it is open and its follow-up lies behind."""
        return (
            self.status is CoachingStatus.OPEN
            and self.follow_up is not None
            and self.follow_up < today
        )


def entry_id(agent_id: str, topic: str, opened_from: str) -> str:
    """The id of an entry: the same where the same topic is opened from the same thing again.

    Args:
        agent_id: whom it is about.
        topic: what it is about, in words.
        opened_from: what it is opened from: a file by its digest, or the how-maniest entry of this
            topic it is.
    """
    told = "\x1f".join((agent_id, topic.casefold(), opened_from)).encode()
    return f"k-{hashlib.blake2b(told, digest_size=_ID_BYTES).hexdigest()}"
