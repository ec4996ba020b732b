"""What a detector is: a family of wordings with one meaning, and whose words it looks at."""

from dataclasses import dataclass
from typing import NamedTuple

from qa_toolkit.domain.transcript import SpeakerRole

AGENT = SpeakerRole.AGENT
CUSTOMER = SpeakerRole.CUSTOMER


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A named family of wordings.

    Attributes:
        name: unique; models, documents and evidence call it so.
        speaker: whose turns it looks at.
        polarity: 1 speaks for the agent's service or the customer's contentment, -1 against, 0
            for neither: what it means depends on where it stands.
        meaning: what the words do, in one sentence for people.
        any: wordings in the phrase language of `qa_toolkit.domain.phrase`.
        unless: wordings that cancel a find in the same sentence.
        negatable: whether "not", "never" … up to three words before cancel a find.
        reportable: whether the words also count as somebody else's, in quotation marks or behind
            "you said"; as a rule only what a speaker says of their own counts.
        false_alarms: what reading finds in real threads showed, "2 of 50: …"; empty until read.
    """

    name: str
    speaker: SpeakerRole
    polarity: int
    meaning: str
    any: tuple[str, ...]
    unless: tuple[str, ...] = ()
    negatable: bool = True
    reportable: bool = False
    false_alarms: str = ""


class Span(NamedTuple):
    """A place where a detector found its words: characters `start` to `end` of a turn."""

    turn: int
    start: int
    end: int
