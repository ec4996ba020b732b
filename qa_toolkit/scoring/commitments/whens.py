"""Which of the times around a promise is the one by which it is due."""

import re
from dataclasses import dataclass
from datetime import datetime

from qa_toolkit.domain.commitment import Action, Due, Sureness
from qa_toolkit.scoring.commitments.clauses import sentence_start
from qa_toolkit.scoring.commitments.due import due_of
from qa_toolkit.scoring.commitments.patterns import words
from qa_toolkit.scoring.commitments.promises import Place
from qa_toolkit.scoring.commitments.times import TimeWords, times_in

_LINK = re.compile(r"[\s,]*(?:(?:and|then|so)\s+)?")
_OPENS = re.compile(
    r"(?:^|[,.;:!?\u2013-]|\b(?:and|so|then|but|ok|okay|yes|well|now|sure|right|alright))\s*$"
)
_PAST = re.compile(
    r"\b"
    + words(
        "was were had did made received placed ordered sent called came arrived bought happened "
        "since last said reported spoke submitted requested"
    )
    + r"\b"
)
_OF_THIS_CONTACT = frozenset({"today", "now", "right now"})
ARRANGED = frozenset({"arranged", "booked"})
"""Signs of something arranged already: it is promised for, or to, the time that is named."""
_ARRANGED_LEADS = frozenset({"for", "to"})
_NO_LEADS: frozenset[str] = frozenset()
_CLOCK_ONLY = frozenset({"clock", "bare"})
_DAYS = frozenset({"day", "date", "nth"})


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time with what it comes to."""

    words: TimeWords
    sure: Sureness
    due: Due | None


def time_before(lower: str, begin: int, start: int, said_at: datetime | None) -> When | None:
    """A time that leads in a promise: "By Friday, I will …"."""
    lead = lower[begin:start]
    for found in times_in(lower, begin, start):
        if _LINK.fullmatch(lower, found.end, start) and _OPENS.search(lead[: found.start - begin]):
            sure, due = due_of(found, said_at)
            return When(words=found, sure=sure, due=due)
    return None


def time_within(
    lower: str, verb: int, end: int, place: Place, action: Action, said_at: datetime | None
) -> When | None:
    """The first time named in a promise, else the first words of hurry.

    Passed over are times of what has happened ("the order you placed on Monday") and the "today"
    of an offer to help.
    """
    leads = _ARRANGED_LEADS if place.sign in ARRANGED else _NO_LEADS
    hurry: When | None = None
    for found in times_in(lower, verb, end, leads=leads):
        said = lower[found.start : found.end].strip()
        if action is Action.HELP and said in _OF_THIS_CONTACT:
            continue
        if _PAST.search(lower, verb, found.start):
            continue
        sure, due = due_of(found, said_at)
        if found.kinds <= _CLOCK_ONLY and _names_a_day(lower, place):
            sure, due = Sureness.VAGUE, None
        when = When(words=found, sure=sure, due=due)
        if when.sure.timed:
            return when
        hurry = hurry or when
    return hurry


def _names_a_day(lower: str, place: Place) -> bool:
    """Whether the day that a clock time belongs to may have been named before the promise."""
    begin = sentence_start(lower, 0, place.start)
    return any(found.kinds & _DAYS for found in times_in(lower, begin, place.start))
