"""Where somebody speaks: the voice activity detector Silero, as faster-whisper ships it.

Nothing that it does not take for speech is ever recognised: Whisper makes "Thank you." of hold
music and of silence, and a score would count it as courtesy.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, TypeAlias

from qa_toolkit.errors import MissingExtra
from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.windows import Span, Wave

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Values: TypeAlias = "NDArray[np.float32]"

CONFIGURATION = "voice activity Silero 6"
SHORTEST_S = 0.5
"""What is left of a stretch beside muted sound: shorter, it is the detector's margin and no word."""
_PART = 500


class InParts:
    """The detector's session, fed a part of the sound at a time: the same result, less memory.

    Five minutes at once need 70 MB more, and a third more time.
    """

    def __init__(self, session: Any) -> None:
        self._session = session

    def run(self, names: None, feed: Mapping[str, Values]) -> tuple[Values, Values, Values]:
        """What the session gives for `feed`, its state handed on from part to part."""
        import numpy as np

        state = {"h": feed["h"], "c": feed["c"]}
        found: list[Values] = []
        for first in range(0, len(feed["input"]), _PART):
            part = {"input": feed["input"][first : first + _PART], **state}
            speech, state["h"], state["c"] = self._session.run(names, part)
            found.append(speech)
        return np.concatenate(found), state["h"], state["c"]


def speech_spans(
    sound: Wave, *, start: int = 0, muted: Sequence[tuple[float, float]] = ()
) -> list[Span]:
    """The spans of one channel's samples in which somebody speaks, in order.

    Args:
        sound: a channel of a recording, or of a block of it.
        start: the sample of the recording at which `sound` begins.
        muted: spans of the recording, in seconds, that are known to be no speech.

    Raises:
        MissingExtra: faster-whisper, which brings the detector, is not installed.
    """
    spans = [(int(found["start"]), int(found["end"])) for found in _detector()(sound)]
    for from_s, to_s in muted:
        spans = _without(spans, int(from_s * SAMPLE_RATE) - start, int(to_s * SAMPLE_RATE) - start)
    return spans


@cache
def identity() -> tuple[str, str]:
    """The detector, and the software that brings it.

    Raises:
        MissingExtra: faster-whisper, which brings the detector, is not installed.
    """
    try:
        return CONFIGURATION, f"faster-whisper {version('faster-whisper')}"
    except PackageNotFoundError:
        raise MissingExtra("speech", "transcription") from None


@cache
def _detector() -> Any:
    try:
        from faster_whisper.vad import get_speech_timestamps, get_vad_model
    except ImportError:
        raise MissingExtra("speech", "transcription") from None
    model = get_vad_model()  # the one of this process, which the detector asks for too
    model.session = InParts(model.session)
    return get_speech_timestamps


def _without(spans: Sequence[Span], first: int, last: int) -> list[Span]:
    """The spans less [first, last), and less the slivers that this leaves of them."""
    left: list[Span] = []
    for begin, end in spans:
        if end <= first or last <= begin:
            left.append((begin, end))
            continue
        rest = ((begin, first), (last, end))
        left += (part for part in rest if part[1] - part[0] >= SHORTEST_S * SAMPLE_RATE)
    return left
