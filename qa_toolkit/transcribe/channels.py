"""Audio channels → roles: which channels to recognise, and whose words they carry."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import OTHER_PARTY, SpeakerRole, Word
from qa_toolkit.transcribe.levels import Levels
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.segment import Segment

SILENT_PEAK = 3e-4
"""A channel that never exceeds this (-70 dB) carries no speech: A-law "silence" is 2.4e-4."""
SAME_SOUND = 0.95
"""Channels at least this correlated are one channel recorded twice."""
LEAK_DB = 10.0
"""Words are the other party's when another channel is this much louder while they are said."""
RUN_PAUSE_S = 0.3
"""Words closer than this are judged together: single words are timed too loosely."""

ONE_CHANNEL = "one audio channel: who speaks is not known"
SAME_CHANNELS = "all audio channels carry the same sound: who speaks is not known"
EMPTY_CHANNEL = "only one audio channel carries sound: who speaks is not known"
SAME_ROLES = "audio channels of different people carry the same sound: who speaks is not known"
NOT_TOLD = "whose voice an audio channel carries is not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """Which audio channels to recognise, and who speaks there.

    Attributes:
        roles: channel number → role; empty when no channel carries any sound.
        sure: the source or the user says so; otherwise it is a convention and may be corrected.
        doubt: why roles are not known, in words for people; empty when they are.
    """

    roles: Mapping[int, SpeakerRole]
    sure: bool = True
    doubt: str = ""

    @property
    def shared(self) -> int | None:
        """The only channel to recognise, where both parties share it; else None."""
        alone = len(self.roles) == 1 and SpeakerRole.UNKNOWN in self.roles.values()
        return next(iter(self.roles)) if alone else None

    def by_channel(self, channels: int) -> tuple[SpeakerRole, ...]:
        """The role of every channel; unknown for those that are not recognised."""
        return tuple(self.roles.get(channel, SpeakerRole.UNKNOWN) for channel in range(channels))


def cast(levels: Levels, options: TranscribeOptions) -> Casting:
    """Decide from the levels, and what the user says, who speaks on which channel."""
    if not _audible(levels):
        return Casting(roles={})
    if options.channels:
        return _as_told(levels, options.channels)
    channels = _different(levels)
    if len(channels) == 1:
        return Casting(roles={channels[0]: SpeakerRole.UNKNOWN}, doubt=_why_one(levels))
    if len(channels) > 2:
        return Casting(
            roles=dict.fromkeys(channels, SpeakerRole.UNKNOWN),
            doubt=f"{len(channels)} audio channels: say whose each is with transcribe.channels",
        )
    left, right = channels
    agent, customer = (right, left) if options.agent_side is AudioSide.RIGHT else (left, right)
    return Casting(
        roles={agent: SpeakerRole.AGENT, customer: SpeakerRole.CUSTOMER},
        sure=options.agent_side is not None,
    )


def swapped(casting: Casting) -> Casting:
    """The same with agent and customer in each other's place."""
    roles = {channel: OTHER_PARTY.get(role, role) for channel, role in casting.roles.items()}
    return replace(casting, roles=roles)


def _as_told(levels: Levels, told: Sequence[SpeakerRole]) -> Casting:
    more_than_told = any(channel >= len(told) for channel in _audible(levels))
    if len(told) > levels.channels or more_than_told:
        audible = _different(levels)
        return Casting(
            roles=dict.fromkeys(audible, SpeakerRole.UNKNOWN),
            doubt=f"{len(told)} audio channels are told of, the recording has {levels.channels}",
        )
    heard = {told[channel] for channel in _audible(levels)}
    different = _different(levels)
    if heard != {told[channel] for channel in different}:
        doubt = SAME_CHANNELS if len(different) == 1 else SAME_ROLES
        return Casting(roles=dict.fromkeys(different, SpeakerRole.UNKNOWN), doubt=doubt)
    return Casting(
        roles={channel: told[channel] for channel in different}, doubt=_what_is_missing(heard, told)
    )


def _what_is_missing(heard: Set[SpeakerRole], told: Sequence[SpeakerRole]) -> str:
    if SpeakerRole.UNKNOWN in heard:
        return NOT_TOLD
    for role in (SpeakerRole.AGENT, SpeakerRole.CUSTOMER):
        if role in told and role not in heard:
            return f"the {role}'s audio channel carries no sound"
    return ""


def _audible(levels: Levels) -> list[int]:
    return [channel for channel, peak in enumerate(levels.peak) if peak > SILENT_PEAK]


def _different(levels: Levels) -> list[int]:
    """The audible channels, of those that carry the same sound only the loudest."""
    kept: list[int] = []
    for channel in sorted(_audible(levels), key=lambda channel: (-levels.peak[channel], channel)):
        if not any(abs(levels.correlation[channel, other]) >= SAME_SOUND for other in kept):
            kept.append(channel)
    return sorted(kept)


def _why_one(levels: Levels) -> str:
    if levels.channels == 1:
        return ONE_CHANNEL
    return EMPTY_CHANNEL if len(_audible(levels)) == 1 else SAME_CHANNELS


def without_leaks(
    heard: Mapping[int, Sequence[Segment]], channel: int, levels: Levels
) -> list[Segment]:
    """Leave out what is heard on a channel only because another party's voice leaks into it.

    Judged for each run of words without a pause, because the recogniser puts the leak and the
    party's own words into one segment. What is louder there must be words as well: music or a
    crying child on the other side make nobody's words a leak.

    Args:
        heard: what was recognised on every channel.
        channel: the one to clean.
        levels: of the recording.
    """
    others = {
        other: [word for segment in segments for word in segment.words]
        for other, segments in heard.items()
        if other != channel
    }
    kept = []
    for segment in heard[channel]:
        own = [run for run in runs(segment.words) if not _leaked(run, channel, others, levels)]
        if own:
            words = tuple(word for run in own for word in run)
            pieces = max(1, round(segment.pieces * len(words) / len(segment.words)))
            kept.append(replace(segment, words=words, pieces=pieces))
    return kept


def _leaked(
    run: Sequence[Word], channel: int, others: Mapping[int, Sequence[Word]], levels: Levels
) -> bool:
    start_s, end_s = run[0].start_s, run[-1].end_s
    here_db = levels.level_db(channel, start_s, end_s)
    return any(
        levels.level_db(other, start_s, end_s) - here_db > LEAK_DB
        and _spoken(words, start_s, end_s)
        for other, words in others.items()
    )


def _spoken(words: Sequence[Word], start_s: float, end_s: float) -> bool:
    """Whether any of the words, which are in order, is said within a span."""
    first = bisect_left(words, start_s, key=lambda word: word.end_s)
    return first < len(words) and words[first].start_s < end_s


def runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow each other within `RUN_PAUSE_S`, together."""
    run = [words[0]]
    for before, word in pairwise(words):
        if word.start_s - before.end_s > RUN_PAUSE_S:
            yield run
            run = []
        run.append(word)
    yield run
