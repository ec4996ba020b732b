"""What is done with the recogniser's answer, and without a recogniser."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.segment import Gap, Segment
from qa_toolkit.transcribe.whisper import MelFilters, WhisperEngine, joined_words, loops


def piece(word: str, start: float, end: float, probability: float = 0.9) -> SimpleNamespace:
    return SimpleNamespace(word=word, start=start, end=end, probability=probability)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([(" twenty", 0.0, 0.4), ("-two", 0.4, 0.6)], ["twenty-two"]),
        ([(" S", 0.0, 0.4), ("-I", 0.5, 0.9), ("-T", 8.0, 8.4)], ["S-I", "T"]),
        ([(" well", 0.0, 0.4), (" -", 0.4, 0.5), (" yes.", 0.5, 0.9)], ["well", "yes."]),
        ([("...", 0.0, 0.4)], []),
    ],
    ids=["hyphen", "spelled with a pause", "lone dash", "only dots"],
)
def test_words_are_what_people_would_write(
    pieces: list[tuple[str, float, float]], expected: list[str]
) -> None:
    found = [piece(*known) for known in pieces]
    assert [word.text for word in joined_words(found, 0.0)] == expected


def test_times_count_from_the_start_of_the_recording() -> None:
    (word,) = joined_words([piece(" hello", 1.0, 1.5)], 600.0)
    assert (word.start_s, word.end_s) == (601.0, 601.5)


@pytest.mark.parametrize(
    ("text", "stuck"),
    [
        ("That's my T-I-L-L-E-E-E-E-E-E-E-E-E-E", True),
        (" One. One. One. One. One. One. One. One.", True),
        ("Press one. Press one to mute. Press one to mute or unmute yourself.", False),
        ("No, no, no, no! It's 0 7 7 0 0 9 0 0 1 4 6, not 800 800 800.", False),
    ],
    ids=["letters", "words", "menu", "insisting"],
)
def test_a_recogniser_that_is_stuck_is_noticed(text: str, stuck: bool) -> None:  # noqa: FBT001
    assert loops(text) is stuck


class StuckAtFirst(WhisperEngine):
    """Gets stuck on a whole channel; `again` is what it hears in the stretch by itself."""

    def __init__(self, again: str) -> None:
        self._whisper = SimpleNamespace(supported_languages=["en"])
        self.again = again
        self.heard_s: list[float] = []

    def _found(self, sound: NDArray[np.float32], language: str) -> list[Any]:
        self.heard_s.append(len(sound) / SAMPLE_RATE)
        if len(self.heard_s) > 1:
            return [found(self.again, 0.5, seek=0)]
        stuck = found("-E" * 20, 5.0, seek=300)
        return [found("Hello", 0.0, seek=0), stuck, found("Goodbye", 30.0, seek=3300)]


def found(text: str, start: float, *, seek: int) -> SimpleNamespace:
    words = [piece(f" {text}", start, start + 1.0)]
    return SimpleNamespace(
        seek=seek,
        start=start,
        end=start + 1.0,
        text=text,
        words=words,
        tokens=[1],
        avg_logprob=-0.3,
    )


def test_a_stretch_where_it_was_stuck_is_heard_again_by_itself() -> None:
    engine = StuckAtFirst(again="Tilly")
    heard = engine.recognise(np.zeros(40 * SAMPLE_RATE, np.int16), "en", start_s=600.0)
    said = [(w.text, w.start_s) for s in heard if isinstance(s, Segment) for w in s.words]
    assert said == [("Hello", 600.0), ("Tilly", 605.5), ("Goodbye", 630.0)]
    assert engine.heard_s == [40.0, 25.0]


def test_when_it_gets_stuck_again_nothing_is_made_up_and_the_gap_is_told() -> None:
    engine = StuckAtFirst(again="-E" * 20)
    heard = engine.recognise(np.zeros(40 * SAMPLE_RATE, np.int16), "en", start_s=600.0)
    assert [item if isinstance(item, Gap) else item.words[0].text for item in heard] == [
        "Hello",
        Gap(start_s=605.0, end_s=606.0),
        "Goodbye",
    ]


def test_the_filters_are_the_matrix_product_without_numpys_threads() -> None:
    random = np.random.default_rng(1)
    filters = random.random((80, 201), dtype=np.float32)
    sound = random.random((201, 500), dtype=np.float32)
    product = MelFilters(filters) @ sound
    assert product.dtype == np.float32
    np.testing.assert_allclose(product, filters @ sound, rtol=1e-5)


@pytest.mark.parametrize(
    "use",
    ["find_model('small.en')", "engine_for(find_model(None))"],
    ids=["size name", "engine"],
)
def test_without_the_extra_one_line_says_what_to_install(use: str) -> None:
    code = (
        "import sys; sys.modules['faster_whisper'] = None\n"
        "from qa_toolkit.errors import MissingExtra\n"
        "from qa_toolkit.transcribe import engine_for, find_model\n"
        f"try: {use}\n"
        "except MissingExtra as error: print(error.exit_code, error.hint)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "3 pip install 'qa-toolkit[speech]'"
