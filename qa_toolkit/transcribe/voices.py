"""Words on channels → voices with roles: as the channels say, or as the words or the sound tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.transcribe.audio import Samples
from qa_toolkit.transcribe.channels import Casting, swapped
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.speakers import roles_of, separate
from qa_toolkit.transcribe.turns import Voice
from qa_toolkit.transcribe.who import Said, agent_of

AGENT_IS_LEFT = 0.9
"""How likely the agent is on the left before anybody has said a word: the usual convention."""
RELIABLE = 0.8
"""Roles that are less sure than this are no roles to score by."""
TOLD_OTHERWISE = 0.95
"""What is said must be this sure before it is held against what the user says."""
TOLD_BY_VOICE = "both parties share one audio channel and were told apart by their voices"
SUREST = 0.99
"""Roles that are estimated are never surer than this: 1 would say that somebody told them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who says what.

    Attributes:
        voices: everybody in the recording.
        roles: of each channel that was recognised.
        confidence: how sure the roles are, in 0..`SUREST`; None where source or user says them,
            and where they stay unknown.
        doubt: why roles cannot be relied on, in words for people; empty when they can.
        remarks: what a reader should know about the roles.
    """

    voices: tuple[Voice, ...]
    roles: Mapping[int, SpeakerRole]
    confidence: float | None = None
    doubt: str = ""
    remarks: tuple[str, ...] = ()


def on_channels(
    segments: Mapping[int, Sequence[Segment]], casting: Casting, *, english: bool
) -> Cast:
    """Each channel is a voice. Which one is the agent's may be told from what is said.

    In another language than English nothing is told from that: the convention stands alone.
    """
    channels = sorted(casting.roles)
    if sorted(casting.roles.values()) != [SpeakerRole.AGENT, SpeakerRole.CUSTOMER]:
        return _cast(segments, casting)
    if not any(segments.values()):
        return _cast(segments, casting)
    if not english:
        return _cast(segments, casting, confidence=None if casting.sure else AGENT_IS_LEFT)
    which, sure = agent_of([[_said(segment) for segment in segments[c]] for c in channels])
    agent = next(c for c, role in casting.roles.items() if role is SpeakerRole.AGENT)
    agrees = channels[which] == agent
    if casting.sure:
        if agrees or sure < TOLD_OTHERWISE:
            return _cast(segments, casting)
        return _cast(
            segments,
            casting,
            remarks=("what is said sounds as if agent and customer were swapped",),
        )
    said_left = sure if agrees else 1 - sure
    both_left, both_right = AGENT_IS_LEFT * said_left, (1 - AGENT_IS_LEFT) * (1 - said_left)
    left = both_left / (both_left + both_right)
    if left >= 0.5:
        return _cast(segments, casting, confidence=left)
    return _cast(
        segments,
        swapped(casting),
        confidence=1 - left,
        remarks=("the agent is taken to be on the right audio channel, by what is said",),
    )


def _cast(
    segments: Mapping[int, Sequence[Segment]],
    casting: Casting,
    *,
    confidence: float | None = None,
    remarks: tuple[str, ...] = (),
) -> Cast:
    unsure = confidence is not None and confidence < RELIABLE
    side = "say on which audio channel the agent is"
    return Cast(
        voices=tuple(_voices(segments, casting.roles)),
        roles=casting.roles,
        confidence=None if confidence is None else _estimated(confidence),
        doubt=casting.doubt or (f"who speaks is not certain: {side}" if unsure else ""),
        remarks=remarks,
    )


def _voices(
    segments: Mapping[int, Sequence[Segment]], roles: Mapping[int, SpeakerRole]
) -> Iterator[Voice]:
    alike = list(roles.values())
    counted: dict[SpeakerRole, int] = {}
    for channel, role in sorted(roles.items()):
        counted[role] = counted.get(role, 0) + 1
        several = alike.count(role) > 1 and role is not SpeakerRole.UNKNOWN
        yield Voice(
            role=role,
            channel=channel,
            said=[segment.words for segment in segments[channel]],
            party=f"{role} {counted[role]}" if several else "",
        )


def by_sound(
    segments: Sequence[Segment],
    casting: Casting,
    channel: int,
    sound: Callable[[], Iterable[Samples]],
) -> Cast:
    """Two voices on one channel, told apart by how they sound.

    Where one voice alone is heard, or the roles are less sure than `RELIABLE`, they stay unknown.

    Args:
        segments: what was recognised there.
        casting: what the levels say about the channels.
        channel: the one that both share.
        sound: gives its samples, in pieces.

    Raises:
        MissingExtra: the extra `speakers` is not installed.
    """
    words = [word for segment in segments for word in segment.words]
    heard = separate(sound(), words)
    roles, confidence = roles_of(heard, words)
    if heard.alone or confidence < RELIABLE:
        why = "one voice only" if heard.alone else f"{confidence:.0%} sure"
        return Cast(
            voices=tuple(_voices({channel: segments}, casting.roles)),
            roles=casting.roles,
            doubt=f"{casting.doubt} (told by their voices: {why})",
        )
    said: dict[int, list[list[Word]]] = {label: [] for label in roles}
    for label, run in groupby(zip(heard.labels, words, strict=True), key=lambda pair: pair[0]):
        said[label].append([word for _, word in run])
    return Cast(
        voices=tuple(
            Voice(role=role, channel=channel, said=said[label]) for label, role in roles.items()
        ),
        roles=casting.roles,
        confidence=_estimated(confidence),
        remarks=(TOLD_BY_VOICE,),
    )


def _estimated(confidence: float) -> float:
    return min(round(confidence, 2), SUREST)


def _said(segment: Segment) -> Said:
    return Said(start_s=segment.start_s, text=" ".join(word.text for word in segment.words))
