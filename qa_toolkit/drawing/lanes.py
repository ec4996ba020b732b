"""Lanes of a timeline: who speaks when, on which audio channel, and what else is heard there.

Shapes stand in a box 1,000 wide and 100 high that is stretched to its place on the page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.domain.transcript import Audio, SpeakerRole, Turn
from qa_toolkit.domain.wording import counted, minutes
from qa_toolkit.drawing.waveform import WIDTH, path_of
from qa_toolkit.drawing.words import SPEAKERS, length, voice

_SHORTEST_NOISE_S = 2.0
_TAIL_S = 0.4
"""A voice may still be heard so long after its last word, and before its first."""
_DRAWN = {
    SoundKind.MUSIC: "music",
    SoundKind.RINGING: "ringing",
    SoundKind.KEYS: "keys",
    SoundKind.NOISE: "noise",
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
    """One lane: its name, what to say of it to who cannot see it, its waveform and its bars."""

    name: str
    said: str
    look: str
    waveform: str
    bars: tuple[Bar, ...]


def bar_of(
    start_s: float, end_s: float, duration_s: float, look: str, title: str, turn: int | None = None
) -> Bar:
    """A bar for a stretch of a call, in seconds; never so narrow that it cannot be seen."""
    x = WIDTH * max(0.0, start_s) / duration_s
    width = max(0.8, WIDTH * (end_s - start_s) / duration_s)
    return Bar(x=round(min(x, WIDTH), 1), width=round(width, 1), look=look, title=title, turn=turn)


def lanes_of_channels(audio: Audio, turns: Mapping[int, Turn], duration_s: float) -> Iterator[Lane]:
    """A lane for each audio channel; one for each voice of a channel that several share.

    Of several people of one role each has the channel of their own (`agent 1`, `agent 2` …). What
    no channel is known to carry stands in the first whose role is not known, else in a lane
    without a waveform.
    """
    left = dict(turns)
    for channel, role in enumerate(audio.roles):
        shared = role is SpeakerRole.UNKNOWN
        party = _party(audio, channel)
        own = {
            i: t
            for i, t in left.items()
            if t.speaker is role and (not party or t.party in ("", party))
        }
        if shared:
            own |= {i: t for i, t in left.items() if t.speaker not in audio.roles}
        left = {i: t for i, t in left.items() if i not in own}
        name = party.capitalize() or SPEAKERS[role]
        voices = (_by_voice(own) if shared else {}) or {name: own}
        for name, said in voices.items():
            others = {i: t for i, t in own.items() if i not in said}
            speaker = next((turn.speaker for turn in said.values()), role)
            yield _lane(audio, channel, name, said, others, speaker, duration_s)
    yield from lanes_of_voices(left, duration_s)


def _party(audio: Audio, channel: int) -> str:
    """The name of the person on a channel, where several channels carry one role."""
    role = audio.roles[channel]
    if role is SpeakerRole.UNKNOWN or audio.roles.count(role) < 2:
        return ""
    return f"{role} {audio.roles[: channel + 1].count(role)}"


def _lane(
    audio: Audio,
    channel: int,
    name: str,
    own: Mapping[int, Turn],
    others: Mapping[int, Turn],
    role: SpeakerRole,
    duration_s: float,
) -> Lane:
    """A lane with the waveform of a channel, left out where others on that channel speak."""
    sounds = [sound for sound in audio.sounds if sound.channel == channel]
    heard = [
        bar_of(sound.start_s, sound.end_s, duration_s, _DRAWN[sound.kind], sound.kind.value)
        for sound in sounds
        if sound.kind in _DRAWN and not _is_crackle(sound)
    ]
    shared = _spans(others)
    spoken = (
        _spans(own)
        if shared
        else [(s.start_s, s.end_s) for s in sounds if s.kind is SoundKind.SPEECH]
    )
    spoken_s = sum(end_s - start_s for start_s, end_s in spoken)
    return Lane(
        name=name,
        said=f"{name}, audio channel {channel + 1}: {length(spoken_s)} of speech",
        look=role.value,
        waveform=path_of(
            audio.waveform,
            channel,
            own=_spans(own),
            others=[(start_s - _TAIL_S, end_s + _TAIL_S) for start_s, end_s in shared],
        ),
        bars=(*heard, *_bars_of(own, duration_s)),
    )


def _is_crackle(sound: Sound) -> bool:
    """Noise between words would hide them."""
    return sound.kind is SoundKind.NOISE and sound.end_s - sound.start_s < _SHORTEST_NOISE_S


def lanes_of_voices(turns: Mapping[int, Turn], duration_s: float) -> Iterator[Lane]:
    """A lane without a waveform for each voice."""
    for name, said in _by_voice(turns).items():
        bars = tuple(_bars_of(said, duration_s))
        look = next(iter(said.values())).speaker.value
        told = f"{name}: {counted(len(bars), 'turn')}"
        yield Lane(name=name, said=told, look=look, waveform="", bars=bars)


def _by_voice(turns: Mapping[int, Turn]) -> dict[str, dict[int, Turn]]:
    """The turns of each voice that have times, by the name it is shown under."""
    found: dict[str, dict[int, Turn]] = {}
    for index, turn in turns.items():
        if turn.start_s is not None and turn.end_s is not None:
            found.setdefault(voice(turn), {})[index] = turn
    return found


def _spans(turns: Mapping[int, Turn]) -> list[tuple[float, float]]:
    return [
        (turn.start_s, turn.end_s)
        for turn in turns.values()
        if turn.start_s is not None and turn.end_s is not None
    ]


def _bars_of(turns: Mapping[int, Turn], duration_s: float) -> list[Bar]:
    return [
        bar_of(
            turn.start_s,
            turn.end_s,
            duration_s,
            turn.speaker.value,
            f"{minutes(turn.start_s)} {voice(turn)}",
            index,
        )
        for index, turn in turns.items()
        if turn.start_s is not None and turn.end_s is not None
    ]
