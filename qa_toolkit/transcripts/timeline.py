"""The timeline of a call as shapes to draw: a lane for each audio channel, one for what happens.

Shapes stand in a box 1,000 wide and 100 high that is stretched to its place on the page.
"""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.domain.transcript import Audio, SpeakerRole, Turn
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.lines import Event, EventKind, events
from qa_toolkit.transcripts.wording import SPEAKERS, length, minutes, voice

WIDTH = 1000
_MIDDLE = 50
_COLUMNS = 500
_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_MOST_TICKS = 10
_SHORTEST_NOISE_S = 2.0
_DRAWN = {
    SoundKind.MUSIC: "music",
    SoundKind.RINGING: "ringing",
    SoundKind.KEYS: "keys",
    SoundKind.NOISE: "noise",
}
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
class Bar:
    """A stretch of a lane: `look` names its class, `turn` the turn it stands for."""

    x: float
    width: float
    look: str
    title: str
    turn: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One lane: its name, what to say of it to who cannot see it, its outline and its bars."""

    name: str
    said: str
    look: str
    outline: str
    bars: tuple[Bar, ...]


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


def timeline(document: Document) -> Timeline | None:
    """The lanes of a call; None where turns have no times, and for written contacts."""
    turns = document.transcript.turns
    ends = [turn.end_s for turn in turns if turn.end_s is not None]
    duration_s = max([*ends, document.transcript.duration_s or 0.0])
    if not ends or not duration_s:
        return None
    audio = document.transcript.audio
    spoken = _channels(audio, turns, duration_s) if audio else _voices(turns, duration_s)
    lanes = (*spoken, *_happenings(events(document), duration_s))
    return Timeline(
        duration_s=duration_s,
        lanes=lanes,
        ticks=_ticks(duration_s),
        looks=frozenset(bar.look for lane in lanes for bar in lane.bars),
    )


def _channels(audio: Audio, turns: Sequence[Turn], duration_s: float) -> Iterator[Lane]:
    """A lane for each channel; what people of a role say stands in the first that carries it."""
    carried: set[SpeakerRole] = set()
    for channel, role in enumerate(audio.roles):
        own = [] if role in carried else _bars_of(turns, role, duration_s)
        carried.add(role)
        sounds = [sound for sound in audio.sounds if sound.channel == channel]
        heard = [
            _bar(sound.start_s, sound.end_s, duration_s, _DRAWN[sound.kind], sound.kind.value)
            for sound in sounds
            if sound.kind in _DRAWN and not _is_crackle(sound)
        ]
        spoken_s = sum(s.end_s - s.start_s for s in sounds if s.kind is SoundKind.SPEECH)
        yield Lane(
            name=SPEAKERS[role],
            said=f"{SPEAKERS[role]}, audio channel {channel + 1}: {length(spoken_s)} of speech",
            look=role.value,
            outline=_outline(audio, channel),
            bars=(*heard, *own),
        )


def _is_crackle(sound: Sound) -> bool:
    """Noise between words would hide them."""
    return sound.kind is SoundKind.NOISE and sound.end_s - sound.start_s < _SHORTEST_NOISE_S


def _voices(turns: Sequence[Turn], duration_s: float) -> Iterator[Lane]:
    for role in dict.fromkeys(turn.speaker for turn in turns):
        bars = tuple(_bars_of(turns, role, duration_s))
        said = f"{SPEAKERS[role]}: {len(bars)} turns"
        yield Lane(name=SPEAKERS[role], said=said, look=role.value, outline="", bars=bars)


def _bars_of(turns: Sequence[Turn], role: SpeakerRole, duration_s: float) -> list[Bar]:
    return [
        _bar(
            turn.start_s,
            turn.end_s,
            duration_s,
            role.value,
            f"{minutes(turn.start_s)} {voice(turn)}",
            index,
        )
        for index, turn in enumerate(turns)
        if turn.speaker is role and turn.start_s is not None and turn.end_s is not None
    ]


def _happenings(found: Sequence[Event], duration_s: float) -> Iterator[Lane]:
    if not found:
        return
    bars = tuple(
        _bar(
            event.start_s,
            event.end_s,
            duration_s,
            _LOOKS[event.kind],
            f"{minutes(event.start_s)} {event.kind}, {length(event.length_s)}",
        )
        for event in found
    )
    said = "What happens: holds, silence and talk-over, listed in the table below"
    yield Lane(name="Holds, silence, talk-over", said=said, look="events", outline="", bars=bars)


def _bar(
    start_s: float, end_s: float, duration_s: float, look: str, title: str, turn: int | None = None
) -> Bar:
    x = WIDTH * max(0.0, start_s) / duration_s
    width = max(0.8, WIDTH * (end_s - start_s) / duration_s)
    return Bar(x=round(min(x, WIDTH), 1), width=round(width, 1), look=look, title=title, turn=turn)


def _outline(audio: Audio, channel: int) -> str:
    """The peaks of a channel as a path, above and below the middle; empty where there are none.

    Drawn is the square root: speech is far quieter than full scale, and would be a line.
    """
    try:
        peaks = b64decode(audio.waveform.peaks[channel], validate=True)
    except (IndexError, Error, ValueError):
        return ""
    if not peaks:
        return ""
    each = max(1, -(-len(peaks) // _COLUMNS))
    tops = [max(peaks[i : i + each]) for i in range(0, len(peaks), each)]
    heights = [round(_MIDDLE * sqrt(top / 255), 1) for top in tops]
    places = [round(WIDTH * i / len(heights), 1) for i in range(len(heights))]
    above = [f"{x:g} {_MIDDLE - h:g}" for x, h in zip(places, heights, strict=True)]
    below = [f"{x:g} {_MIDDLE + h:g}" for x, h in zip(places, heights, strict=True)]
    return f"M{' L'.join([*above, *reversed(below)])}Z"


def _ticks(duration_s: float) -> tuple[Tick, ...]:
    step = next((s for s in _STEPS_S if duration_s / s <= _MOST_TICKS), 3600)
    # one at the very end would stand over the edge
    marks = range(0, int(duration_s * 0.985) + 1, step)
    return tuple(Tick(percent=round(100 * s / duration_s, 2), text=minutes(s)) for s in marks)
