"""What to talk about: strengths, priorities, agreed actions and promises."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptView:
    """A question for the talk, under the step of GROW it belongs to (Goal, Reality, Options, Will).

    Attributes:
        topic: the criterion it is about, as the priority or strength asks it.
    """

    step: str
    question: str
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingEntryView:
    """A line of the coaching log.

    Attributes:
        follow_up, acknowledged: days; None where nothing was said.
        is_due: open, and its follow-up lies behind.
        last_change: number of its last change; 0 without one.
        history: what was said of it and by whom, one line each, the oldest first.
    """

    id: str
    agent_id: str
    agent: str
    criterion: str
    topic: str
    action: str
    follow_up: date | None
    follow_up_shown: str
    coach: str
    opened: str
    is_open: bool
    status: str
    is_due: bool
    acknowledged: date | None
    acknowledged_shown: str
    dispute: str
    note: str
    interactions: tuple[str, ...]
    last_change: int
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    """What was promised to a customer, and how it went.

    Attributes:
        who: `Agent`, `Team` …; `what`: the action in the words that were said.
        status_kind: `open`, `approaching`, `overdue`, `kept`, `broken`.
        why: what the status rests on; empty where only the clock says it.
        said_at, due_by: the moments behind `said` and the end of `due`, None where nobody knows.
    """

    id: str
    interaction_id: str
    agent_id: str
    agent: str
    customer: str
    said: str
    quote: str
    who: str
    what: str
    due: str
    status: str
    status_kind: str
    why: str
    anchor: str
    said_at: datetime | None = None
    due_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A moment to talk about: the exact words, or where none were said, what was missing.

    Attributes:
        situation: what was going on: the customer's words before it, or the contact itself.
        impact: what it did to this total, or what the customer said to it; empty where nobody
            can say.
        silent: says that nothing said shows it; empty where there are words, and where there is
            no transcript to hold any.
    """

    before: str
    quote: str
    after: str
    speaker: str
    silent: str
    reason: str
    level: str
    where: str
    anchor: str
    situation: str
    impact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingPointView:
    """A strength to keep or a priority to work on.

    Attributes:
        finding: how often and how far, in one sentence.
        tip: what to practise; empty for strengths.
        criterion: its id.
        why: why it was chosen, in figures; empty for strengths.
        agreed: the entry of the coaching log about it that is open; None without one.
    """

    question: str
    section: str
    finding: str
    tip: str
    examples: tuple[ExampleView, ...]
    criterion: str
    why: str
    agreed: CoachingEntryView | None
