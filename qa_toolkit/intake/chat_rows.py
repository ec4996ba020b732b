"""The rows of one chat while its file is being read."""

from dataclasses import dataclass, field

from qa_toolkit.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message with its times as text: their format is known only at the end of the file."""

    line: int
    speaker: SpeakerRole
    text: str
    at: str
    start_s: str


@dataclass(slots=True)
class ChatRows:
    """What the rows of one chat have told so far.

    Attributes:
        line: the first line it was seen on.
        lost: lines whose message could not be read.
    """

    line: int
    values: dict[str, str]
    extra: dict[str, str] = field(default_factory=dict)
    rows: list[MessageRow] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
