"""What happens beside the words of a call: holds, waits, silence, talk-over, keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qa_toolkit.domain.signals import Gap, Hold, Signals, Wait
from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.domain.transcript import Transcript


class EventKind(StrEnum):
    """What happens beside the words, as it is told."""

    WAIT_MUSIC = "music before the call is answered"
    WAIT_RINGING = "ringing before the call is answered"
    HOLD_MUSIC = "hold music"
    HOLD_RINGING = "on hold, ringing"
    KEYS = "telephone keys"
    SILENCE = "silence"
    TALK_OVER = "talk-over"


LONG_SILENCE_S = 5.0
"""A silence shorter than this is a pause for thought."""
SHORTEST_TALK_OVER_S = 0.5
"""Less than this is how people take turns."""
_JOIN_S = 1.0
"""Keys pressed closer than this, on whichever channel, are one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is heard beside the words, in seconds from the start."""

    kind: EventKind
    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


def events(transcript: Transcript, signals: Signals | None) -> list[Event]:
    """What happens beside the words, in order: the holds and waits that are scored, by their sound.

    Where nothing was measured nothing is told.
    """
    if signals is None:
        return []
    sounds = transcript.audio.sounds if transcript.audio else ()
    found = [
        Event(kind=EventKind.TALK_OVER, start_s=over.start_s, end_s=over.start_s + over.both_s)
        for over in signals.overlaps
        if over.both_s >= SHORTEST_TALK_OVER_S
    ]
    silences = (gap for gap in signals.silences if gap.length_s >= LONG_SILENCE_S)
    found += (_event(EventKind.SILENCE, gap) for gap in silences)
    for hold in signals.holds:
        music = _is_music(sounds, hold)
        found.append(_event(EventKind.HOLD_MUSIC if music else EventKind.HOLD_RINGING, hold))
    for wait in signals.waits:
        music = _is_music(sounds, wait)
        found.append(_event(EventKind.WAIT_MUSIC if music else EventKind.WAIT_RINGING, wait))
    return sorted((*found, *_keys(sounds)), key=lambda event: (event.start_s, event.end_s))


def _event(kind: EventKind, span: Gap | Hold | Wait) -> Event:
    return Event(kind=kind, start_s=span.start_s, end_s=span.end_s)


def _is_music(sounds: Iterable[Sound], span: Hold | Wait) -> bool:
    """Whether there is more music than ringing in it."""
    heard = {SoundKind.MUSIC: 0.0, SoundKind.RINGING: 0.0}
    for sound in sounds:
        if sound.kind in heard:
            shared = min(span.end_s, sound.end_s) - max(span.start_s, sound.start_s)
            heard[sound.kind] += max(0.0, shared)
    return heard[SoundKind.MUSIC] >= heard[SoundKind.RINGING]


def _keys(sounds: Iterable[Sound]) -> list[Event]:
    """The telephone keys that were pressed, a series of them as one event."""
    keys = [sound for sound in sounds if sound.kind is SoundKind.KEYS]
    found: list[Event] = []
    for key in sorted(keys, key=lambda sound: sound.start_s):
        start_s, end_s = key.start_s, key.end_s
        if found and start_s - found[-1].end_s <= _JOIN_S:
            before = found.pop()
            start_s, end_s = before.start_s, max(before.end_s, end_s)
        found.append(Event(kind=EventKind.KEYS, start_s=start_s, end_s=end_s))
    return found
