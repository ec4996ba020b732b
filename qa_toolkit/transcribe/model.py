"""A speech model that can be loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechModel:
    """A model that can be loaded.

    Attributes:
        name: what people call it, such as `tiny.en`.
        location: a directory, or a size name that faster-whisper downloads on first use.
        digest: sha256 of `model.bin` in hex; empty for a size name, which is known by its name.
    """

    name: str
    location: str
    digest: str = ""

    @property
    def label(self) -> str:
        """Name with the first digits of the digest, as transcripts record it."""
        return f"{self.name}@{self.digest[:8]}" if self.digest else self.name
