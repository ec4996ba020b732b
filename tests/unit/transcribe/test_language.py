"""Which language is spoken."""

import numpy as np
import pytest
from sounds import ByHand

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.language import Language, spoken
from qa_toolkit.transcribe.options import AUTO
from qa_toolkit.transcribe.windows import Window

SEVERAL = ("de", "en", "es")


def window(seconds: float) -> Window:
    samples = round(seconds * SAMPLE_RATE)
    return Window(sound=np.zeros(samples, np.float32), spans=((0, samples),))


@pytest.mark.parametrize(
    ("languages", "wanted", "sounds_like", "expected"),
    [
        (("en",), "en", ("es", 0.99), Language(code="en")),
        ((), "pt", ("es", 0.99), Language(code="pt")),
        (SEVERAL, "tlh", ("es", 0.99), Language(code="tlh")),
        (SEVERAL, "en", ("en", 0.99), Language(code="en")),
        (SEVERAL, "en", ("es", 0.79), Language(code="en")),
        (
            SEVERAL,
            "en",
            ("es", 0.8),
            Language(code="en", doubt="language doubtful: sounds like 'es', not 'en'"),
        ),
        (SEVERAL, AUTO, ("es", 0.9), Language(code="es")),
        (
            SEVERAL,
            AUTO,
            ("de", 0.4),
            Language(code="de", doubt="language doubtful: 'de' is only 40% sure"),
        ),
        ((), AUTO, ("es", 0.9), Language(code="es")),
    ],
    ids=[
        "the engine knows one",
        "the engine does not tell",
        "the engine does not know it",
        "as told",
        "may be another",
        "surely another",
        "told from the sound",
        "hardly told from the sound",
        "told by an engine that does not tell which it knows",
    ],
)
def test_what_is_told_is_checked_where_the_engine_can(
    languages: tuple[str, ...], wanted: str, sounds_like: tuple[str, float], expected: Language
) -> None:
    engine = ByHand(languages=languages, spoken=sounds_like)
    assert spoken(engine, [[window(20)]], wanted) == expected


def test_an_engine_with_one_language_cannot_tell_which_it_is() -> None:
    with pytest.raises(Unusable, match="knows one language only"):
        spoken(ByHand(), [[window(20)]], AUTO)


def test_the_longest_of_the_first_windows_are_asked() -> None:
    engine = ByHand(languages=SEVERAL)
    spoken(engine, [[window(s) for s in (1, 9, 2, 8, 3, 7, 20)]], AUTO)
    assert [round(asked.length_s) for asked in engine.asked_for_language] == [9, 8, 7]


@pytest.mark.parametrize(
    ("wanted", "channels", "asked"),
    [
        (AUTO, [(9, 8, 7), (4, 5, 6)], [9, 8, 6, 5]),
        ("en", [(9, 8, 7), (4, 5, 6)], [9, 6]),
        (AUTO, [(9, 8, 7, 6), (1, 2)], [9, 8, 7]),
        (AUTO, [(), (1, 2)], [2]),
    ],
    ids=["both", "both, where it is told", "one that hardly speaks", "nothing long"],
)
def test_the_longest_windows_of_every_channel_are_asked(
    wanted: str, channels: list[tuple[int, ...]], asked: list[int]
) -> None:
    engine = ByHand(languages=SEVERAL)
    spoken(engine, [[window(s) for s in lengths] for lengths in channels], wanted)
    assert [round(window.length_s) for window in engine.asked_for_language] == asked
