"""How Whisper takes sound and writes times, whichever library runs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.windows import Wave

SAMPLES, FRAMES = 30 * SAMPLE_RATE, 3000
"""What Whisper takes at once: 30 s, as samples and in hundredths of a second."""
_NO_SPEECH, _UNLIKELY = 0.6, -1.0
_TAIL_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the model wrote for one window: word pieces between two times, in seconds."""

    start_s: float
    end_s: float
    tokens: list[int]


def filled(sound: Wave) -> Wave:
    """Sound with silence after it, as Whisper was trained; zeros among the features would be sound."""
    import numpy as np

    return np.pad(sound, (0, max(0, SAMPLES - len(sound))))


def frames_of(length_s: float) -> int:
    """How many of the frames hold sound of this length."""
    return min(FRAMES, round(length_s * 100))


def nobody_speaks(no_speech: float, log_probability: float) -> bool:
    """Whether what was written is made up: Whisper's own bounds for that.

    Args:
        no_speech: how likely there is no speech, in 0..1.
        log_probability: the mean of the word pieces written all the same.
    """
    return no_speech > _NO_SPEECH and log_probability <= _UNLIKELY


def split(
    tokens: Sequence[int], first_time: int, end: int, length_s: float
) -> tuple[list[Said], float | None]:
    """Word pieces with times between them → what was said when.

    Whisper writes a time before and after each piece of speech: two times in a row stand between
    two pieces, and a single one at the end says that no more follows.

    Returns:
        the pieces, and the time from which the window has to be heard again; None at its end.
    """
    said: list[Said] = []
    start_s, waiting = 0.0, list[int]()
    for token in tokens:
        if token < first_time:
            waiting.append(token)
            continue
        time_s = (token - first_time) * 0.02
        if any(piece < end for piece in waiting):
            said.append(Said(start_s=start_s, end_s=time_s, tokens=waiting))
        start_s, waiting = time_s, []
    finished = len(tokens) >= 2 and tokens[-1] >= first_time > tokens[-2]
    if any(piece < end for piece in waiting):
        said.append(Said(start_s=start_s, end_s=length_s, tokens=waiting))
        return said, None
    if finished or not said or start_s <= 0 or length_s - start_s < _TAIL_S:
        return said, None
    return said, start_s
