"""Audio channels → roles: which channels to recognise, and whose words they carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.transcribe.levels import Levels
from qa_toolkit.transcribe.segment import Segment

SILENT_PEAK = 3e-4
"""A channel that never exceeds this (-70 dB) carries no speech: A-law "silence" is 2.4e-4."""
SAME_SOUND = 0.95
"""Channels at least this correlated are one channel recorded twice."""
LEAK_DB = 10.0
"""Words are the other party's when the other channel is this much louder while they are said."""
RUN_PAUSE_S = 0.3
"""Words closer than this are judged together: single words are timed too loosely."""

ONE_CHANNEL = "one audio channel: who speaks is not known"
SAME_CHANNELS = "both audio channels carry the same sound: who speaks is not known"
EMPTY_CHANNEL = "one of the two audio channels is empty: who speaks is not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """Which audio channels to recognise, and who speaks there.

    Attributes:
        roles: channel number → role; empty when no channel carries any sound.
        doubt: why roles are not known, in words for people; empty when they are.
    """

    roles: Mapping[int, SpeakerRole]
    doubt: str = ""


def cast(levels: Levels, agent_side: AudioSide) -> Casting:
    """Decide from the levels who speaks on which channel."""
    audible = [channel for channel, peak in enumerate(levels.peak) if peak > SILENT_PEAK]
    if not audible:
        return Casting(roles={})
    if levels.channels == 1:
        return Casting(roles={0: SpeakerRole.UNKNOWN}, doubt=ONE_CHANNEL)
    if len(audible) == 1:
        return Casting(roles={audible[0]: SpeakerRole.UNKNOWN}, doubt=EMPTY_CHANNEL)
    if abs(levels.correlation) >= SAME_SOUND:
        loudest = max(audible, key=lambda channel: levels.peak[channel])
        return Casting(roles={loudest: SpeakerRole.UNKNOWN}, doubt=SAME_CHANNELS)
    agent = 0 if agent_side is AudioSide.LEFT else 1
    return Casting(roles={agent: SpeakerRole.AGENT, 1 - agent: SpeakerRole.CUSTOMER})


def without_leaks(segments: Sequence[Segment], channel: int, levels: Levels) -> list[Segment]:
    """Leave out what is heard on a channel only because the other party's voice leaks into it.

    Judged for each run of words without a pause, because the recogniser puts the leak and the
    party's own words into one segment.
    """
    kept = []
    for segment in segments:
        own = [run for run in _runs(segment.words) if not _leaked(run, channel, levels)]
        if own:
            words = tuple(word for run in own for word in run)
            pieces = max(1, round(segment.pieces * len(words) / len(segment.words)))
            kept.append(replace(segment, words=words, pieces=pieces))
    return kept


def _leaked(run: Sequence[Word], channel: int, levels: Levels) -> bool:
    span = (run[0].start_s, run[-1].end_s)
    return levels.level_db(1 - channel, *span) - levels.level_db(channel, *span) > LEAK_DB


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    runs = [[words[0]]]
    for before, word in pairwise(words):
        if word.start_s - before.end_s > RUN_PAUSE_S:
            runs.append([])
        runs[-1].append(word)
    return runs
