"""The speech recogniser: faster-whisper. The only module that imports it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qa_toolkit.domain.transcript import Word
from qa_toolkit.errors import EnvironmentProblem, MissingExtra, Unusable
from qa_toolkit.transcribe.audio import FULL_SCALE, SAMPLE_RATE, Samples
from qa_toolkit.transcribe.model import SpeechModel
from qa_toolkit.transcribe.segment import Gap, Segment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEAM = 5
CONFIGURATION = f"beam {BEAM}, temperature 0, voice activity, int8"
"""What was measured best on telephone speech, and why it is not open to choice:

temperature 0 without fallback, because the fallback samples and the same call would give other
words on another day; voice activity and no conditioning on previous text, because without them
silence and hold music become "Thank you.", which would count as courtesy.
"""
LOOP = re.compile(r"(.{2,40}?)\1{7}", re.IGNORECASE | re.DOTALL)
"""The same 2 to 40 characters eight times on end."""
INSIDE_WORD_S = 0.5
"""Parts of one written word, such as `-two` after `twenty`, follow each other within this."""


class MelFilters:
    """The filters that make the recogniser's input, multiplied in one fixed order.

    numpy's matrix product is cut among as many threads as the environment allows, and each cut
    rounds differently. That is enough to change words: of one file 4.4 % or 1.7 % were wrong.
    """

    def __init__(self, filters: "NDArray[np.float32]") -> None:
        self._filters = filters

    def __matmul__(self, magnitudes: "NDArray[np.float32]") -> "NDArray[np.float32]":
        import numpy as np

        product: NDArray[np.float32] = np.einsum("mf,ft->mt", self._filters, magnitudes)
        return product


class WhisperEngine:
    """A loaded model.

    Runs on one thread: a process per core is faster than a process with many threads. The words do
    not depend on the environment (`OMP_NUM_THREADS`, number of cores): see `MelFilters`.

    Raises:
        MissingExtra: faster-whisper is not installed.
        EnvironmentProblem: the model cannot be loaded or downloaded.
    """

    def __init__(self, model: SpeechModel) -> None:
        library = _faster_whisper()
        self.engine = engine_name()
        self.model = model.label
        self.configuration = CONFIGURATION
        try:
            self._whisper = library.WhisperModel(
                model.location, device="cpu", compute_type="int8", cpu_threads=1, num_workers=1
            )
            extractor = self._whisper.feature_extractor
            extractor.mel_filters = MelFilters(extractor.mel_filters)
        except (OSError, RuntimeError, ValueError) as error:
            raise EnvironmentProblem(
                f"the speech model {model.name} cannot be loaded: {error}",
                hint="without --model the bundled model is used, which needs no network",
            ) from error

    def recognise(self, samples: Samples, language: str, *, start_s: float) -> list[Segment | Gap]:
        """What is heard in one channel's samples; see `Recogniser`.

        Raises:
            Unusable: the model does not know the language.
        """
        import numpy as np

        if language not in self._whisper.supported_languages:
            raise Unusable(
                f"the speech model {self.model} does not know the language '{language}'",
                hint="name a multilingual model with --model",
            )
        sound = samples.astype(np.float32) / np.float32(FULL_SCALE)
        heard: list[Segment | Gap] = []
        for window, until_s in _windows(self._found(sound, language), len(sound) / SAMPLE_RATE):
            if not loops(_text(window)):
                heard += _segments(window, start_s)
                continue
            # Heard by itself, the stretch is cut differently and nearly always comes out right.
            # Whisper's own way out is to draw words at random, so the transcript would vary.
            from_s = float(window[0].start)
            stretch = sound[int(from_s * SAMPLE_RATE) : int(until_s * SAMPLE_RATE)]
            again = self._found(stretch, language)
            if loops(_text(again)):
                end_s = start_s + float(window[-1].end)
                heard.append(Gap(start_s=start_s + from_s, end_s=end_s))
            else:
                heard += _segments(again, start_s + from_s)
        return heard

    def _found(self, sound: "NDArray[np.float32]", language: str) -> list[Any]:
        found, _ = self._whisper.transcribe(
            sound,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            vad_filter=True,
            word_timestamps=True,
        )
        return list(found)


def _windows(found: Sequence[Any], length_s: float) -> Iterator[tuple[list[Any], float]]:
    """What was recognised in one go (up to 30 s of speech), with the time up to which it reaches."""
    windows = [list(same) for _, same in groupby(found, key=lambda segment: segment.seek)]
    for number, window in enumerate(windows, start=1):
        yield window, windows[number][0].start if number < len(windows) else length_s


def _text(found: Sequence[Any]) -> str:
    return "".join(segment.text for segment in found)


def loops(text: str) -> bool:
    """Whether the recogniser got stuck: "T-I-L-L-E-E-E-E-E-E-E-E-E", "One. One. One. One. …".

    Prompts and menus repeat whole sentences too, but not eight times on end.
    """
    return LOOP.search(text) is not None


def _segments(found: Iterable[Any], start_s: float) -> Iterator[Segment]:
    for segment in found:
        words = tuple(joined_words(segment.words or (), start_s))
        if words:
            yield Segment(
                words=words,
                log_probability=float(segment.avg_logprob),
                pieces=max(1, len(segment.tokens)),
            )


def joined_words(found: Iterable[Any], start_s: float) -> Iterator[Word]:
    """Words as people write them: ` twenty`, `-` and `two` come apart and belong together.

    Letters spelled with long pauses ("S-I-T … -L-E") stay apart, so that no word lies over
    somebody else's answer. What has neither letter nor digit, a lone dash, is no word.
    """
    groups: list[list[Any]] = []
    for piece in found:
        inside = groups and not piece.word.startswith(" ")
        if inside and piece.start - groups[-1][-1].end <= INSIDE_WORD_S:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    for group in groups:
        text = "".join(piece.word for piece in group).strip()
        if not group[0].word.startswith(" "):
            text = text.lstrip("-")
        if any(map(str.isalnum, text)):
            yield Word(
                text=text,
                start_s=round(start_s + float(group[0].start), 2),
                end_s=round(start_s + float(group[-1].end), 2),
                probability=round(min(float(piece.probability) for piece in group), 4),
            )


@cache
def engine_for(model: SpeechModel) -> WhisperEngine:
    """The engine of this process: loaded at the first use, then kept."""
    return WhisperEngine(model)


def size_names() -> tuple[str, ...]:
    """The model sizes that faster-whisper can download."""
    return tuple(_faster_whisper().available_models())


def engine_name() -> str:
    """Name and version of the recogniser.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return f"faster-whisper {version('faster-whisper')}"
    except PackageNotFoundError:
        raise MissingExtra("speech", "transcription") from None


def _faster_whisper() -> Any:
    try:
        import faster_whisper
    except ImportError:
        raise MissingExtra("speech", "transcription") from None
    return faster_whisper
