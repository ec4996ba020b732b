"""A speech model that can be loaded."""

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Where a speech model comes from."""

    BUNDLED = "bundled"
    """A package with weights, installed with an extra."""
    DOWNLOADED = "downloaded"
    """Fetched once by its size name, and kept."""
    OWN = "own"
    """A directory or file that the user names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechModel:
    """A speech model whose files are on this machine.

    Attributes:
        name: what people call it, such as `tiny.en`.
        location: a directory in CTranslate2's format, or a checkpoint file of openai-whisper.
        digest: sha256 of the weights in hex.
        multilingual: whether it knows more than English; None where its files do not tell.
        source: where it comes from.
    """

    name: str
    location: str
    digest: str
    multilingual: bool | None = None
    source: Source = Source.OWN

    @property
    def label(self) -> str:
        """Name with the first digits of the digest, as transcripts record it."""
        return f"{self.name}@{self.digest[:8]}"

    @property
    def languages(self) -> str:
        """The languages it knows, in words for people."""
        return languages_told(multilingual=self.multilingual)


def languages_told(*, multilingual: bool | None) -> str:
    """The languages of a model in words for people; None where it is not known."""
    if multilingual is None:
        return "not told"
    return "99 or more" if multilingual else "English"
