"""What a user can choose about transcription. The rest is fixed: see decision 0014."""

from dataclasses import dataclass
from enum import StrEnum

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import SpeakerRole


class EngineName(StrEnum):
    """The software that recognises speech."""

    FASTER_WHISPER = "faster-whisper"
    OPENAI_WHISPER = "openai-whisper"
    HTTP = "http"
    """A server that speaks OpenAI's interface for transcription."""


class Preset(StrEnum):
    """How much time may go into a better transcript."""

    FAST = "fast"
    ACCURATE = "accurate"
    BEST = "best"


AUTO = "auto"
"""Language: told from the sound, by a multilingual model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A server that recognises speech.

    Attributes:
        url: base address, such as `http://localhost:8000/v1`.
        key_variable: the environment variable that holds the key; the key itself is kept nowhere.
        upload: whether recordings may leave this machine; without it only loopback is asked.
        timeout_s: how long one answer may take.
    """

    url: str = ""
    key_variable: str = "OPENAI_API_KEY"
    upload: bool = False
    timeout_s: float = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeOptions:
    """The choices for one recording.

    Attributes:
        engine: what recognises speech.
        model: directory, file or size name of the speech model; None for the bundled one.
        language: two-letter code of what is spoken, or `auto`.
        preset: how much time may go into it.
        vocabulary: names of products and people that may be said.
        channels: whose voice each audio channel carries; empty where `agent_side` says it.
        agent_side: the side of a stereo recording on which the agent speaks; None: told from the
            greeting, left where that does not tell.
        speakers: whether two parties on one channel are told apart by their voices.
        offline: whether nothing may be downloaded.
        endpoint: the server of the engine `http`.
        raw: codec, rate and channels of recordings without a header, such as `mulaw 8000 1`.
    """

    engine: EngineName = EngineName.FASTER_WHISPER
    model: str | None = None
    language: str = "en"
    preset: Preset = Preset.ACCURATE
    vocabulary: tuple[str, ...] = ()
    channels: tuple[SpeakerRole, ...] = ()
    agent_side: AudioSide | None = None
    speakers: bool = False
    offline: bool = False
    endpoint: Endpoint = Endpoint()
    raw: str = ""
