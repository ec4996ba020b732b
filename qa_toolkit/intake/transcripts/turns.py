"""What is said, cue by cue, becomes turns."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean

from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.intake.transcripts.said import Said

MERGE_S = 2.0
"""Cues of one voice closer than this are one turn when nobody else spoke between them."""


def in_turns(said: Sequence[Said], roles: Mapping[str, SpeakerRole]) -> tuple[Turn, ...]:
    """Turns in order of time; a cue whose voice is not named stays a turn of its own.

    Where several voices share a role, `party` tells them apart; of unknown ones it is the name.
    """
    voices: dict[SpeakerRole, list[str]] = defaultdict(list)
    for voice, role in roles.items():
        voices[role].append(voice)
    turns: list[list[Said]] = []
    for one in sorted(said, key=lambda one: one.start_s):
        last = turns[-1][-1] if turns else None
        if last and one.voice and one.voice == last.voice and one.start_s - last.end_s < MERGE_S:
            turns[-1].append(one)
        else:
            turns.append([one])
    return tuple(_turn(parts, roles[parts[0].voice], voices) for parts in turns)


def _turn(
    parts: Sequence[Said], role: SpeakerRole, voices: Mapping[SpeakerRole, Sequence[str]]
) -> Turn:
    voice = parts[0].voice
    apart = role is SpeakerRole.UNKNOWN or len(voices[role]) > 1
    whole = all(part.words for part in parts)
    words = tuple(word for part in parts for word in part.words) if whole else ()
    return Turn(
        speaker=role,
        text=" ".join(part.text for part in parts),
        start_s=parts[0].start_s,
        end_s=max(part.end_s for part in parts),
        words=words,
        confidence=fmean(word.probability for word in words) if words else None,
        party=voice if apart else "",
    )
