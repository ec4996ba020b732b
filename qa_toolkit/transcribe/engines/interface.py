"""What a speech recogniser has to look like to be used here."""

from collections.abc import Sequence
from typing import Protocol

from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Window


class Recogniser(Protocol):
    """Anything that turns windows of speech into words; one module each in `engines`."""

    @property
    def engine(self) -> str:
        """Name and version of the software."""

    @property
    def model(self) -> str:
        """Name of the weights with the first digits of their hash."""

    @property
    def configuration(self) -> str:
        """The fixed options that change words, as one readable line."""

    @property
    def languages(self) -> Sequence[str]:
        """Two-letter codes of the languages it knows; empty where it does not tell."""

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        """The language spoken in some windows of one call, and how likely that is, in 0..1."""

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        """What is heard in each window, in the times of the recording (`Window.in_recording`)."""
