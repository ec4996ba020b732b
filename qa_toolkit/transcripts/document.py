"""What an output is made from."""

from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One interaction with its words and what was measured on them.

    Attributes:
        recording: the address of the recording as a page is to name it; empty for none.
    """

    interaction: Interaction
    transcript: Transcript
    signals: Signals
    recording: str = ""
