"""What a shopper noted: times, facts in the order of the form, comments, the story, proof."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.said import MOST_NAME, MOST_STORY, MOST_TEXT
from qa_toolkit.domain.shop.scenario import EvidenceKind, Measure


class Mark(StrEnum):
    """What a press of the stopwatch says."""

    START = "start"
    """The call rings, the door opens, the first message is sent."""
    ANSWERED = "answered"
    """The first person, not a machine, speaks or writes."""
    HOLD = "hold"
    RESUMED = "resumed"
    END = "end"

    @property
    def shown(self) -> str:
        """What people read on briefs, forms and pages."""
        return _SHOWN[self]


REQUIRED_MARKS = (Mark.START, Mark.ANSWERED, Mark.END)
"""Without these a log is not complete, whatever its channel."""
LONGEST_SHOP = timedelta(hours=12)
"""From the first time to the last; what lies further apart is a slip of the pen."""
MOST_CHARACTERS: Mapping[str, int] = {
    "staff": MOST_NAME,
    "staff_description": MOST_TEXT,
    "location": MOST_NAME,
    "reference": MOST_NAME,
    "answer": MOST_TEXT,
    "comment": MOST_TEXT,
    "narrative": MOST_STORY,
    "file": MOST_NAME,
}
"""How long the texts of a log may be, whichever way they come in; `file` is an attachment's name."""
_SHOWN = {
    Mark.START: "Start",
    Mark.ANSWERED: "Answered",
    Mark.HOLD: "On hold",
    Mark.RESUMED: "Back from hold",
    Mark.END: "End",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """One press of the stopwatch; the moment with its time zone."""

    mark: Mark
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One noted fact of a shop.

    Attributes:
        question: id of the criterion that asks for it.
        answer: as `domain.answer` takes it; None as long as there is none.
        comment: what was seen or heard; required beside every "No".
    """

    question: str
    answer: Answer | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Proof: a file that was kept under its hash.

    Attributes:
        hash: BLAKE2b of its bytes, in hex.
        name: as the shopper called the file, without folders.
        media_type: told from its bytes, never from its name.
        size: bytes.
        taken_at: of a photo, the moment its EXIF data names, without time zone where that has
            none; None where it names none.
    """

    hash: str
    name: str
    kind: EvidenceKind
    media_type: str
    size: int
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopLog:
    """What a shopper noted of one shop, finished or not.

    Attributes:
        shop: id of the assignment.
        scenario_hash: of the form that was filled in.
        staff: name of the person met; or `staff_description` where none was given.
        location: id of the location where it was held, as the shopper says.
        reference: number of the ticket, order or receipt.
        marks: presses of the stopwatch, in the order in which they were pressed.
        observations: answered questions, in any order, each once.
        comments: by id of the section.
        narrative: the story of the shop, in the past tense and in its order.
    """

    shop: str
    scenario_hash: str
    shopper: str
    staff: str = ""
    staff_description: str = ""
    location: str = ""
    reference: str = ""
    marks: tuple[TimeMark, ...] = ()
    observations: tuple[Observation, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    narrative: str = ""
    attachments: tuple[Attachment, ...] = ()

    def answers(self) -> dict[str, Answer]:
        """What was answered, by criterion."""
        return {one.question: one.answer for one in self.observations if one.answer is not None}

    def observation(self, question: str) -> Observation:
        """What was noted on a question; an empty one where nothing was."""
        found = (one for one in self.observations if one.question == question)
        return next(found, Observation(question=question))

    def moment(self, mark: Mark) -> datetime | None:
        """When a mark was pressed first; of the end, last."""
        moments = [one.at for one in self.marks if one.mark is mark]
        if not moments:
            return None
        return moments[-1] if mark is Mark.END else moments[0]


def measured_s(marks: Iterable[TimeMark]) -> dict[Measure, float]:
    """What a stopwatch says, in seconds; only what it can say.

    `wait` from start to answered, `duration` from start to end, `hold` the sum of all holds that
    were resumed or ended; 0 where a contact ended without one. A clock that was set back can make
    them negative: the checks tell.
    """
    known = sorted(marks, key=lambda one: one.at)
    first: dict[Mark, datetime] = {}
    last: dict[Mark, datetime] = {}
    held, since = timedelta(), None
    for one in known:
        first.setdefault(one.mark, one.at)
        last[one.mark] = one.at
        if one.mark is Mark.HOLD and since is None:
            since = one.at
        elif one.mark in (Mark.RESUMED, Mark.END) and since is not None:
            held, since = held + (one.at - since), None
    found: dict[Measure, float] = {}
    start = first.get(Mark.START)
    if start is not None and Mark.ANSWERED in first:
        found["wait"] = (first[Mark.ANSWERED] - start).total_seconds()
    if Mark.END in last and since is None:
        found["hold"] = held.total_seconds()
        if start is not None:
            found["duration"] = (last[Mark.END] - start).total_seconds()
    return found
