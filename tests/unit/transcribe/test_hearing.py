"""The second pass: speech on each channel in windows, block by block, and words back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from sounds import ByHand, Sound, encode, segment, silence, tone

from qa_toolkit.domain.transcript import Word
from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe import blocks, hearing
from qa_toolkit.transcribe.audio import SAMPLE_RATE, AudioReader, read_pieces
from qa_toolkit.transcribe.hearing import Heard, hear, places, stuck
from qa_toolkit.transcribe.language import Language
from qa_toolkit.transcribe.levels import LevelMeter
from qa_toolkit.transcribe.segment import Gap, Segment
from qa_toolkit.transcribe.windows import Span, Wave, Window


@pytest.fixture(autouse=True)
def all_of_it_is_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    def speech(sound: Wave, *, start: int, muted: Sequence[tuple[float, float]]) -> list[Span]:
        return [] if muted else [(0, len(sound))]

    monkeypatch.setattr(hearing, "speech_spans", speech)


def at(channel: Sound) -> Sound:
    return np.repeat(channel, 2)


def heard(
    folder: Path,
    engine: ByHand,
    *channels: Sound,
    muted: dict[int, list[tuple[float, float]]] | None = None,
    wanted: str = "en",
) -> Heard:
    path = encode(folder / "call.wav", "pcm_s16le", *map(at, channels), rate=SAMPLE_RATE)
    meter = LevelMeter(channels=len(channels))
    for piece in read_pieces(path):
        meter.add(piece)
    silent = muted if muted is not None else {c: [] for c in range(len(channels))}
    return hear(AudioReader(path), meter.finish(), silent, wanted, engine)


class Clock(ByHand):
    """Says how loud each second is, in hundredths of full scale."""

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        return [list(self._said(window)) for window in windows]

    def _said(self, window: Window) -> Iterator[Segment]:
        for second in range(int(window.length_s)):
            loudest = window.sound[second * SAMPLE_RATE : (second + 1) * SAMPLE_RATE].max()
            word = Word(
                text=str(round(float(loudest) * 100)),
                start_s=second + 0.2,
                end_s=second + 0.7,
                probability=1.0,
            )
            yield window.in_recording(Segment(words=(word,), log_probability=-0.1, pieces=1))


def test_channels_are_kept_apart(tmp_path: Path) -> None:
    said = heard(tmp_path, Clock(), tone(3, level=0.2), tone(3, level=0.4)).segments
    assert {c: [s.words[0].text for s in own] for c, own in said.items()} == {
        0: ["20"] * 3,
        1: ["40"] * 3,
    }


def test_words_keep_their_time_across_windows_and_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_S", 40)
    monkeypatch.setattr(blocks, "SEARCH_S", 5)
    sound = np.concatenate([tone(1, level=second / 100) for second in range(10, 95)])
    said = heard(tmp_path, Clock(), sound).segments[0]
    assert len(said) > 75
    assert all(abs(int(s.words[0].text) - 10 - s.start_s) < 1.2 for s in said)


def test_only_wanted_channels_are_heard(tmp_path: Path) -> None:
    engine = ByHand(segment("Hello", 0.0))
    said = heard(tmp_path, engine, tone(2), tone(2), muted={1: []}).segments
    assert (list(said), len(engine.asked)) == ([1], 1)


def test_a_silent_channel_is_not_even_given_to_the_detector(tmp_path: Path) -> None:
    engine = ByHand()
    said = heard(tmp_path, engine, silence(2), tone(2)).segments
    assert (len(engine.asked), said) == (1, {0: [], 1: []})


def test_where_everything_is_muted_nothing_is_heard_and_no_language(tmp_path: Path) -> None:
    engine = ByHand(segment("Thank you.", 0.0))
    said = heard(tmp_path, engine, tone(2), muted={0: [(0.0, 2.0)]})
    assert (said.segments, said.language, engine.asked) == ({0: []}, None, [])


def test_the_language_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_S", 10)
    monkeypatch.setattr(blocks, "SEARCH_S", 2)
    engine = ByHand(languages=("en", "es"), spoken=("es", 0.9))
    language = heard(tmp_path, engine, tone(30), wanted="auto").language
    assert (language.code if language else "", len(engine.asked_for_language)) == ("es", 1)


class Unsure(ByHand):
    """Hardly knows what the first block is in; the rest is Spanish."""

    def __init__(self, first: str) -> None:
        super().__init__(languages=("nn", "es"))
        self.first = first

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        return (self.first, 0.3) if windows[0].spans[0][0] == 0 else ("es", 0.9)


def test_where_the_first_block_hardly_tells_the_language_the_next_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_S", 10)
    monkeypatch.setattr(blocks, "SEARCH_S", 2)

    assert heard(tmp_path, Unsure("es"), tone(25), wanted="auto").language == Language(code="es")


def test_words_that_were_looked_for_in_another_language_than_the_rest_are_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_S", 10)
    monkeypatch.setattr(blocks, "SEARCH_S", 2)
    assert heard(tmp_path, Unsure("nn"), tone(25), wanted="auto").language == Language(
        code="es", doubt="language doubtful: a part was heard as 'nn', the rest as 'es'"
    )


def test_every_channel_is_asked_for_its_language(tmp_path: Path) -> None:
    engine = ByHand(languages=("en", "es"), spoken=("es", 0.9))
    heard(tmp_path, engine, tone(5, level=0.2), tone(5, level=0.4), wanted="auto")
    loudest = {round(float(window.sound.max()), 1) for window in engine.asked_for_language}
    assert loudest == {0.2, 0.4}


def test_an_engine_with_one_language_must_be_told_it(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="knows one language only"):
        heard(tmp_path, ByHand(), tone(2), wanted="auto")


class Stuck(ByHand):
    """Gets stuck on every window longer than it can take."""

    def __init__(self, takes_s: float) -> None:
        super().__init__()
        self.takes_s = takes_s

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        self.asked += windows
        return [
            [segment("E-" * 20 if w.length_s > self.takes_s else "yes", w.gap.start_s)]
            for w in windows
        ]


def test_where_the_engine_gets_stuck_it_hears_halves(tmp_path: Path) -> None:
    engine = Stuck(takes_s=20)
    said = heard(tmp_path, engine, tone(24))
    assert {word.text for s in said.segments[0] for word in s.words} == {"yes"}
    whole, *halves = (window.length_s for window in engine.asked[:3])
    assert sum(halves) == pytest.approx(whole)
    assert said.gaps == []


def test_a_recording_too_short_for_a_word_has_none(tmp_path: Path) -> None:
    engine = ByHand(segment("Thank you.", 0.0))
    assert heard(tmp_path, engine, tone(0.2)).segments == {0: []}
    assert engine.asked == []


class PassesOver(ByHand):
    """Writes down the first words of a window only, as unlikely as told after the first one."""

    def __init__(self, log_probability: float) -> None:
        super().__init__()
        self.log_probability = log_probability

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        first, self.asked = not self.asked, [*self.asked, *windows]
        likely = -0.3 if first else self.log_probability
        text = "one two" if first else "three four"
        return [[segment(text, w.gap.start_s + 0.5, log_probability=likely)] for w in windows]


def test_what_the_engine_passed_over_is_heard_again(tmp_path: Path) -> None:
    said = heard(tmp_path, PassesOver(log_probability=-0.5), tone(6))
    assert [s.words[0].text for s in said.segments[0]] == ["one", "three"]
    assert said.unclear == []


def test_unlikely_words_for_what_was_passed_over_are_left_out_and_the_place_is_told(
    tmp_path: Path,
) -> None:
    said = heard(tmp_path, PassesOver(log_probability=-1.4), tone(6))
    assert [s.words[0].text for s in said.segments[0]] == ["one"]
    assert [(round(gap.start_s, 2), gap.end_s) for gap in said.unclear] == [(1.35, 6.0)]


def test_what_it_never_gets_through_is_a_gap_and_nothing_is_made_up(tmp_path: Path) -> None:
    said = heard(tmp_path, Stuck(takes_s=0), tone(20))
    assert said.segments == {0: []}
    assert all(gap.end_s - gap.start_s < hearing.SHORTEST_S for gap in said.gaps)
    assert sum(gap.end_s - gap.start_s for gap in said.gaps) == pytest.approx(20, abs=0.1)


def test_a_short_stretch_is_a_gap_at_once(tmp_path: Path) -> None:
    engine = Stuck(takes_s=0)
    said = heard(tmp_path, engine, tone(5))
    assert (said.gaps, len(engine.asked)) == ([Gap(start_s=0.0, end_s=5.0)], 1)


def test_what_stands_beside_a_loop_in_a_short_stretch_is_kept(tmp_path: Path) -> None:
    engine = ByHand(segment("No, no.", 0.0), segment("Ha" * 20, 1.0), segment("Go on.", 3.0))
    said = heard(tmp_path, engine, tone(5))
    assert [s.words[0].text for s in said.segments[0]] == ["No,", "Go"]
    assert said.gaps == [Gap(start_s=0.0, end_s=5.0)]


def test_a_loop_over_several_segments_is_left_out_whole(tmp_path: Path) -> None:
    engine = ByHand(*(segment("One. " * 6, place) for place in (0.0, 1.0, 2.0)))
    assert heard(tmp_path, engine, tone(5)).segments == {0: []}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["One. " * 9, "One. " * 9], True), (["One. " * 9, "Two."], False), ([], False)],
    ids=["over two segments", "not often enough", "nothing"],
)
def test_the_same_again_and_again_is_stuck(texts: list[str], expected: bool) -> None:  # noqa: FBT001
    assert stuck([segment(text, 5.0 * place) for place, text in enumerate(texts)]) is expected


def test_the_places_of_words_are_their_times() -> None:
    assert places([segment("yes please", 1.0)]) == [(1.0, 1.3), (1.3, 1.6)]
