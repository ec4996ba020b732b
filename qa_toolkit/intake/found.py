"""What a reader hands on for each interaction it found."""

from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.transcript import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An interaction, with its transcript where the source holds the words (chats)."""

    interaction: Interaction
    transcript: Transcript | None
