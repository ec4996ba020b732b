"""Holds, and waiting for an answer: music and ringing while nobody speaks."""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from qa_toolkit.domain.signals import Gap, Hold, Wait
from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.signals.speech import Stretch

SHORTEST_S = 3.0
"""Less music is a jingle, less ringing somebody's telephone."""
JOIN_S = 5.0
"""A silence as short as this between two stretches is part of the hold: between two pieces of
music, or before the extension rings. The pauses of the ringing itself are part of it already."""
_HELD = frozenset({SoundKind.MUSIC, SoundKind.RINGING})


class _Heard(NamedTuple):
    start_s: float
    end_s: float
    is_music: bool


def held(sounds: Iterable[Sound]) -> list[Sound]:
    """The music and the ringing on whichever channel, in order of time."""
    found = (sound for sound in sounds if sound.kind in _HELD)
    return sorted(found, key=lambda sound: (sound.start_s, sound.end_s))


def waits(heard: Sequence[Sound], speech: Sequence[Stretch]) -> Iterator[Wait]:
    """What is heard before the first word; in a recording without words, all of it."""
    until_s = speech[0].start_s if speech else inf
    for start_s, end_s, _ in _between(0.0, until_s, heard):
        yield Wait(start_s=start_s, end_s=end_s)


def holds(heard: Sequence[Sound], speech: Sequence[Stretch], gaps: Sequence[Gap]) -> Iterator[Hold]:
    """What is heard from the first word on while nobody speaks.

    After the last word only music counts: tones there tell that the other end has hung up.
    """
    if not heard or not speech:
        return
    for gap in gaps:
        if gap.length_s >= SHORTEST_S:
            for start_s, end_s, _ in _between(gap.start_s, gap.end_s, heard):
                yield Hold(after_turn=gap.after_turn, start_s=start_s, end_s=end_s)
    last = max(speech, key=lambda stretch: stretch.end_s)
    for start_s, end_s, is_music in _between(last.end_s, inf, heard):
        if is_music:
            yield Hold(after_turn=last.turn, start_s=start_s, end_s=end_s)


def _between(start_s: float, end_s: float, heard: Sequence[Sound]) -> Iterator[_Heard]:
    """What is heard within these bounds, joined over short silences, where it is long enough."""
    joined: _Heard | None = None
    for sound in heard:
        if sound.end_s <= start_s or sound.start_s >= end_s:
            continue
        piece = _Heard(
            max(sound.start_s, start_s), min(sound.end_s, end_s), sound.kind is SoundKind.MUSIC
        )
        if joined and piece.start_s - joined.end_s <= JOIN_S:
            reach_s = max(joined.end_s, piece.end_s)
            joined = _Heard(joined.start_s, reach_s, joined.is_music or piece.is_music)
            continue
        if joined and _is_long(joined):
            yield joined
        joined = piece
    if joined and _is_long(joined):
        yield joined


def _is_long(heard: _Heard) -> bool:
    return heard.end_s - heard.start_s >= SHORTEST_S
