"""The timeline of a call as shapes to draw: a lane for each voice, one for what happens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.domain.wording import minutes
from qa_toolkit.drawing.events import Event, EventKind, events
from qa_toolkit.drawing.lanes import Lane, bar_of, lanes_of_channels, lanes_of_voices
from qa_toolkit.drawing.words import length

_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_MOST_TICKS = 10
_LOOKS: Mapping[EventKind, str] = {
    EventKind.WAIT_MUSIC: "music",
    EventKind.WAIT_RINGING: "ringing",
    EventKind.HOLD_MUSIC: "music",
    EventKind.HOLD_RINGING: "ringing",
    EventKind.KEYS: "keys",
    EventKind.SILENCE: "silence",
    EventKind.TALK_OVER: "over",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of time: percent from the left, and the time."""

    percent: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is heard when; the looks that occur, for the legend."""

    duration_s: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    looks: frozenset[str]


def timeline(transcript: Transcript, signals: Signals | None) -> Timeline | None:
    """The lanes of a call; None where turns have no times, and for written contacts."""
    turns = transcript.turns
    ends = [turn.end_s for turn in turns if turn.end_s is not None]
    duration_s = max([*ends, transcript.duration_s or 0.0])
    if not ends or not duration_s:
        return None
    audio = transcript.audio
    numbered = dict(enumerate(turns))
    spoken = (
        lanes_of_channels(audio, numbered, duration_s)
        if audio
        else lanes_of_voices(numbered, duration_s)
    )
    lanes = (*spoken, *_happenings(events(transcript, signals), duration_s))
    return Timeline(
        duration_s=duration_s,
        lanes=lanes,
        ticks=_ticks(duration_s),
        looks=frozenset(bar.look for lane in lanes for bar in lane.bars),
    )


def _happenings(found: Sequence[Event], duration_s: float) -> Iterator[Lane]:
    if not found:
        return
    bars = tuple(
        bar_of(
            event.start_s,
            event.end_s,
            duration_s,
            _LOOKS[event.kind],
            f"{minutes(event.start_s)} {event.kind}, {length(event.length_s)}",
        )
        for event in found
    )
    said = "What happens: holds, silence and talk-over, listed in the table below"
    yield Lane(name="Holds, silence, talk-over", said=said, look="events", waveform="", bars=bars)


def _ticks(duration_s: float) -> tuple[Tick, ...]:
    step = next((s for s in _STEPS_S if duration_s / s <= _MOST_TICKS), 3600)
    # one at the very end would stand over the edge
    marks = range(0, int(duration_s * 0.985) + 1, step)
    return tuple(Tick(percent=round(100 * s / duration_s, 2), text=minutes(s)) for s in marks)
