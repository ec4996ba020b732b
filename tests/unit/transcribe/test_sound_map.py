"""The map of what is heard on every audio channel."""

import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.transcribe.audio import read_pieces
from qa_toolkit.transcribe.audio.samples import SAMPLE_RATE, Samples
from qa_toolkit.transcribe.sounds import Mapper, Span
from qa_toolkit.transcribe.sounds.cells import CELL_S
from qa_toolkit.transcribe.sounds.kinds import stretches
from qa_toolkit.transcribe.sounds.named import Named
from qa_toolkit.transcribe.sounds.spans import Run

RECORDINGS = Path(__file__).parents[3] / "examples" / "quickstart" / "recordings"
CALLS = sorted(path.name for path in RECORDINGS.glob("call-*"))
KNOWN: dict[str, tuple[SoundKind, Span]] = {
    "call-0003.mp3": (SoundKind.MUSIC, (31.7, 45.1)),
    "call-0014.mp3": (SoundKind.RINGING, (0.7, 7.9)),
}
"""What else than speech is heard in the quickstart calls, always on the first channel."""


def noise(seconds: float, decibels: float) -> Samples:
    """White noise at a level below full scale."""
    drawn = np.random.default_rng(3).normal(0, 10 ** (decibels / 20), round(seconds * SAMPLE_RATE))
    return (32_767 * drawn).astype(np.int16)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), dtype=np.int16)


def notes(
    seconds: float, *hertz: float, level: float = 0.1, overtones: Sequence[int] = (2, 3, 5)
) -> Samples:
    """Tones with overtones, as on any instrument."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    mixed = sum(
        (np.sin(2 * np.pi * one * n * time) / n for one in hertz for n in (1, *overtones)),
        start=np.zeros_like(time),
    )
    return (level * 32_767 * mixed / len(hertz)).astype(np.int16)


def tune(seconds: float, *, level: float = 0.1) -> Samples:
    """Chords that change every second."""
    chords = [(262, 330, 392), (220, 262, 330), (175, 220, 262), (196, 247, 294)]
    bar = np.concatenate([notes(1.0, *chord, level=level) for chord in chords])
    return np.resize(bar, round(seconds * SAMPLE_RATE))


def heard(*channels: Samples) -> Mapper:
    mapper = Mapper(channels=len(channels))
    mapper.add(np.stack(channels))
    return mapper


def call(name: str) -> Mapper:
    pieces = list(read_pieces(RECORDINGS / name))
    mapper = Mapper(channels=len(pieces[0]))
    for piece in pieces:
        mapper.add(piece)
    return mapper


def voice(seconds: float) -> Samples:
    """The agent of a quickstart call, from the first word on."""
    [first, *_] = read_pieces(RECORDINGS / "call-0005.mp3")
    start = round(0.9 * SAMPLE_RATE)
    sound: Samples = first[0, start : start + round(seconds * SAMPLE_RATE)]
    return sound


def told(sounds: tuple[Sound, ...]) -> list[tuple[str, float, float]]:
    return [(sound.kind.value, sound.start_s, sound.end_s) for sound in sounds]


@pytest.mark.parametrize(
    ("sound", "kind"),
    [
        (silence(20), SoundKind.SILENCE),
        (noise(20, -75), SoundKind.SILENCE),
        (noise(20, -60), SoundKind.SILENCE),
        (noise(20, -45), SoundKind.NOISE),
        (noise(20, -30), SoundKind.NOISE),
        (tune(20), SoundKind.MUSIC),
        (tune(20, level=0.01), SoundKind.MUSIC),
        (notes(20, 1_180, level=0.01), SoundKind.NOISE),
        (notes(20, 1_180, level=0.1), SoundKind.NOISE),
    ],
    ids=[
        "silence",
        "rounding",
        "comfort noise",
        "noise",
        "crackle",
        "music",
        "soft",
        "hum",
        "whistle",
    ],
)
def test_a_recording_of_one_kind_is_one_span(sound: Samples, kind: SoundKind) -> None:
    assert told(heard(sound).finish({})) == [(kind.value, 0.0, 20.0)]


def test_words_are_speech_however_short() -> None:
    sounds = heard(noise(4, -40)).finish({0: [(1.0, 1.2), (3.0, 3.5)]})
    kinds = [sound.kind.value for sound in sounds]
    assert kinds == ["noise", "speech", "noise", "speech", "noise"]
    assert sounds[1].end_s - sounds[1].start_s == pytest.approx(0.2, abs=0.07)


def test_each_channel_has_a_map_of_its_own() -> None:
    sounds = heard(tune(10), silence(10)).finish({})
    assert [(sound.channel, sound.kind.value) for sound in sounds] == [(0, "music"), (1, "silence")]


@pytest.mark.parametrize("name", CALLS)
def test_nobody_who_speaks_is_kept_from_the_recogniser(name: str) -> None:
    mapper = call(name)
    muted = [
        (channel, start_s, end_s)
        for channel in range(mapper.channels)
        for start_s, end_s in mapper.not_speech(channel)
    ]
    _, (known_s, until_s) = KNOWN.get(name, ("", (0.0, 0.0)))
    assert [
        spot for spot in muted if not (spot[0] == 0 and known_s < spot[1] and spot[2] < until_s)
    ] == []


@pytest.mark.parametrize("name", CALLS)
def test_only_what_is_no_speech_has_a_name(name: str) -> None:
    """Even when the recogniser finds not one word."""
    named = {SoundKind.MUSIC, SoundKind.RINGING, SoundKind.KEYS}
    found = [sound for sound in call(name).finish({}) if sound.kind in named]
    assert [(sound.kind, sound.channel) for sound in found] == (
        [(KNOWN[name][0], 0)] if name in KNOWN else []
    )


@pytest.mark.parametrize("name", [name for name in CALLS if name in KNOWN])
def test_hold_and_ringing_of_a_call_are_found_where_they_are(name: str) -> None:
    kind, span = KNOWN[name]
    [found] = [sound for sound in call(name).finish({}) if sound.kind is kind]
    assert (found.start_s, found.end_s) == pytest.approx(span, abs=1)


def test_plain_music_needs_no_recogniser() -> None:
    [muted] = heard(np.concatenate([silence(5), tune(20), silence(5)])).not_speech(0)
    assert muted == pytest.approx((5.0, 25.0), abs=2)


def test_an_announcement_over_music_is_recognised() -> None:
    music = tune(30, level=0.03)
    music[12 * SAMPLE_RATE :][: len(voice(2.4))] += voice(2.4)
    muted = heard(music).not_speech(0)
    assert muted
    assert all(end_s <= 12.1 or start_s >= 14.3 for start_s, end_s in muted)
    assert heard(music).likely_music(0) == [(0.0, 30.0)]


def test_an_announcement_over_music_is_part_of_the_hold() -> None:
    music = tune(30)
    music[12 * SAMPLE_RATE : 18 * SAMPLE_RATE] += voice(6) // 2
    assert told(heard(music).finish({0: [(12.2, 14.8), (15.1, 17.8)]})) == [("music", 0.0, 30.0)]


def test_an_agent_who_comes_back_for_a_moment_is_no_announcement() -> None:
    sound = np.concatenate([tune(12), voice(6), tune(12)])
    kinds = [kind for kind, _, _ in told(heard(sound).finish({0: [(12.2, 17.8)]}))]
    assert kinds == ["music", "speech", "music"]


def test_a_break_in_the_music_is_part_of_the_hold() -> None:
    sound = np.concatenate([tune(10), noise(8, -30), tune(10), silence(4), tune(10)])
    assert told(heard(sound).finish({})) == [("music", 0.0, 42.0)]


KEY = notes(0.1, 770, 1_336, level=0.5, overtones=())


@pytest.mark.parametrize(
    ("before", "kinds"),
    [(silence(8), ["silence", "keys", "silence"]), (tune(8), ["music"])],
    ids=["silence", "music"],
)
def test_a_key_in_the_midst_of_music_is_part_of_it(before: Samples, kinds: list[str]) -> None:
    """The notes of some chords are those of a key."""
    sounds = told(heard(np.concatenate([before, KEY, before])).finish({}))
    assert [kind for kind, _, _ in sounds] == kinds


SOUNDS: dict[str, Callable[[float], Samples]] = {
    "silence": silence,
    "noise": lambda seconds: noise(seconds, -40),
    "music": tune,
    "ring": lambda seconds: notes(seconds, 425, overtones=()),
    "voice": voice,
}


@settings(deadline=None, max_examples=25)
@given(
    parts=st.lists(
        st.tuples(st.sampled_from(sorted(SOUNDS)), st.floats(0.01, 6)), min_size=1, max_size=5
    ),
    words=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 3)), max_size=4),
)
def test_every_moment_of_a_channel_is_told_once(
    parts: list[tuple[str, float]], words: list[tuple[float, float]]
) -> None:
    sound = np.concatenate([SOUNDS[kind](seconds) for kind, seconds in parts])
    spans = heard(sound).finish({0: [(start_s, start_s + length_s) for start_s, length_s in words]})
    assert (spans[0].start_s, spans[-1].end_s) == (0.0, round(len(sound) / SAMPLE_RATE, 2))
    assert all(a.end_s == b.start_s and a.kind is not b.kind for a, b in pairwise(spans))
    lasting = {SoundKind.SPEECH, SoundKind.KEYS}
    assert all(s.end_s - s.start_s > 0.25 for s in spans[1:-1] if s.kind not in lasting)


MIXED = np.concatenate([tune(5), voice(3), notes(1, 425, overtones=()), silence(3)])


@settings(deadline=None, max_examples=10)
@given(cuts=st.lists(st.integers(0, len(MIXED)), max_size=6))
def test_where_the_pieces_are_cut_changes_nothing(cuts: list[int]) -> None:
    mapper = Mapper(channels=1)
    for piece in np.split(MIXED[np.newaxis], sorted(cuts), axis=1):
        mapper.add(piece)
    whole = heard(MIXED)
    assert mapper.not_speech(0) == whole.not_speech(0)
    assert mapper.finish({}) == whole.finish({})


@pytest.mark.parametrize("samples", [0, 1, 255, 256, 257, 511, 512, 513, 1_024])
def test_the_shortest_recordings_have_a_map(samples: int) -> None:
    """What is shorter than 5 ms has none, because times have two decimals."""
    sounds = heard(np.zeros(samples, dtype=np.int16)).finish({})
    length = round(samples / SAMPLE_RATE, 2)
    assert told(sounds) == ([("silence", 0.0, length)] if length else [])


def test_nothing_heard_is_nothing_told() -> None:
    mapper = Mapper(channels=2)
    assert (mapper.not_speech(1), mapper.likely_music(1), mapper.finish({})) == ([], [], ())


class Counted(list[Run]):
    """Where words are, and how many times that was read from start to end."""

    reads = 0

    def __iter__(self) -> Iterator[Run]:
        self.reads += 1
        return super().__iter__()


def test_the_words_are_gone_through_once_and_not_for_every_sentence() -> None:
    cells = 100_000
    words = Counted((first, first + 10) for first in range(0, cells, 100))
    nothing = np.zeros(cells, dtype=np.float32)
    named = Named(
        keys=[],
        rings=[],
        music=nothing > 0,
        steady=nothing,
        sure_keys=[],
        sure_bursts=[],
        sure_music=[],
    )
    found = stretches(named, nothing - 90, words)
    assert [run for kind, run in found if kind is SoundKind.SPEECH] == list(words)
    assert words.reads < 5


def test_what_is_kept_of_a_recording_is_as_little_as_is_said() -> None:
    piece, pieces = noise(10, -30)[np.newaxis], 60
    tracemalloc.start()
    try:
        mapper = Mapper(channels=1)
        for _ in range(pieces):
            mapper.add(piece)
        tracemalloc.reset_peak()  # what one piece needs is another matter
        mapper.not_speech(0)
        kept, most = (size / (10 * pieces / CELL_S) for size in tracemalloc.get_traced_memory())
    finally:
        tracemalloc.stop()
    assert kept < 26
    assert most < 110
