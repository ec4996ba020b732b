"""Which of two voices is the agent's."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.transcribe.speakers.separate import Voices
from qa_toolkit.transcribe.who import Said, agent_of


def roles_of(voices: Voices, words: Sequence[Word]) -> tuple[Mapping[int, SpeakerRole], float]:
    """The role of each label, and how sure it is, in 0..1, that words carry the right role.

    One voice alone may be anybody's: its role stays unknown.
    """
    if voices.alone:
        return {0: SpeakerRole.UNKNOWN}, voices.confidence
    said: tuple[list[Said], list[Said]] = ([], [])
    for label, run in groupby(zip(voices.labels, words, strict=True), key=lambda pair: pair[0]):
        spoken = [word for _, word in run]
        text = " ".join(word.text for word in spoken)
        said[label].append(Said(start_s=spoken[0].start_s, text=text))
    agent, confidence = agent_of(said)
    roles = {agent: SpeakerRole.AGENT, 1 - agent: SpeakerRole.CUSTOMER}
    return roles, voices.confidence * confidence
