"""What a user can choose about transcription. The rest is fixed: see `whisper.CONFIGURATION`."""

from dataclasses import dataclass

from qa_toolkit.domain.interaction import AudioSide


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeOptions:
    """The choices for one recording.

    Attributes:
        model: directory or size name of the speech model; None for the bundled one.
        language: two-letter code of what is spoken.
        agent_side: the side of a stereo recording on which the agent speaks.
    """

    model: str | None = None
    language: str = "en"
    agent_side: AudioSide = AudioSide.LEFT
