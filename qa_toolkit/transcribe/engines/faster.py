"""faster-whisper: Whisper on CTranslate2, the default engine. Several windows are heard at once.

The library's own loop hears one window after the other. Most of its time goes into reading the
weights of the vocabulary for every word piece; with several windows at once they are read once for
all of them. The words are the same as one window at a time: see decision 0032.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from qa_toolkit.errors import EnvironmentProblem, MissingExtra
from qa_toolkit.transcribe.engines.known import check_known, likeliest
from qa_toolkit.transcribe.engines.memory import keep_in_one_place
from qa_toolkit.transcribe.engines.tokens import (
    FRAMES,
    Said,
    filled,
    frames_of,
    nobody_speaks,
    split,
)
from qa_toolkit.transcribe.engines.vocabulary import as_prompt
from qa_toolkit.transcribe.engines.words import joined_words
from qa_toolkit.transcribe.models import SpeechModel
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AT_ONCE = 4
"""Windows heard together; more gain little and need more memory."""
_PREPENDED, _APPENDED = "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、"


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


class FasterWhisper:
    """A loaded model on one thread: a process per core is faster than a process with many.

    Raises:
        MissingExtra: faster-whisper is not installed.
        EnvironmentProblem: the model cannot be loaded or downloaded.
    """

    def __init__(self, model: SpeechModel, *, beam: int, vocabulary: Sequence[str] = ()) -> None:
        keep_in_one_place()
        library = _library()
        self.engine = engine_name()
        self.model = model.label
        self.configuration = f"beam {beam}, temperature 0, int8"
        self._beam = beam
        self._hotwords = as_prompt(vocabulary) or None
        try:
            self._whisper = library.WhisperModel(
                model.location, device="cpu", compute_type="int8", cpu_threads=1, num_workers=1
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise EnvironmentProblem(
                f"the speech model {model.name} cannot be loaded: {error}",
                hint="without --model the bundled model is used, which needs no network",
            ) from error
        extractor = self._whisper.feature_extractor
        extractor.mel_filters = MelFilters(extractor.mel_filters)

    @property
    def languages(self) -> Sequence[str]:
        return tuple(self._whisper.supported_languages)

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        """The language that is likeliest over all windows, and how likely it is on average."""
        return likeliest(map(self._languages_in, windows))

    def recognise(self, windows: Sequence[Window], language: str) -> list[list[Segment]]:
        """What is heard in each window; see `Recogniser`.

        Raises:
            Unusable: the model does not know the language.
        """
        check_known(language, self.model, self.languages)
        tokenizer = self._tokenizer(language)
        heard: list[list[Segment]] = [[] for _ in windows]
        # windows of like length end together, so that none waits for a longer one
        waiting = sorted(enumerate(windows), key=lambda item: (-item[1].length_s, item[0]))
        while waiting:
            together, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
            for (number, window), (segments, until_s) in zip(
                together, self._hear([window for _, window in together], tokenizer), strict=True
            ):
                heard[number] += map(window.in_recording, segments)
                if until_s is not None:
                    waiting.append((number, window.from_s(until_s)))
        return heard

    def _hear(
        self, windows: Sequence[Window], tokenizer: Any
    ) -> Iterator[tuple[list[Segment], float | None]]:
        """For each window its segments, and from where on it has to be heard again."""
        import numpy as np
        from faster_whisper.transcribe import get_ctranslate2_storage, get_suppressed_tokens

        prompt = self._whisper.get_prompt(tokenizer, [], hotwords=self._hotwords)
        encoded = [self._encoded(window) for window in windows]
        together = get_ctranslate2_storage(np.concatenate([np.asarray(one) for one in encoded]))
        results = self._whisper.model.generate(
            together,
            [prompt] * len(windows),
            beam_size=self._beam,
            max_length=self._whisper.max_length,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=get_suppressed_tokens(tokenizer, [-1]),
            max_initial_timestamp_index=50,
        )
        for window, states, result in zip(windows, encoded, results, strict=True):
            tokens = result.sequences_ids[0]
            log_probability = result.scores[0] * len(tokens) / (len(tokens) + 1)
            if nobody_speaks(result.no_speech_prob, log_probability):
                yield [], None
                continue
            said, until_s = split(tokens, tokenizer.timestamp_begin, tokenizer.eot, window.length_s)
            yield (
                list(self._segments(said, tokenizer, states, window, log_probability)),
                until_s,
            )

    def _segments(
        self, said: Sequence[Said], tokenizer: Any, states: Any, window: Window, likely: float
    ) -> Iterator[Segment]:
        parts: list[dict[str, Any]] = [
            {"seek": 0, "start": part.start_s, "end": part.end_s, "tokens": part.tokens}
            for part in said
        ]
        if not parts:
            return
        self._whisper.add_word_timestamps(
            [parts], tokenizer, states, frames_of(window.length_s), _PREPENDED, _APPENDED, 0.0
        )
        for part in parts:
            words = tuple(joined_words(_pieces(part["words"])))
            if words:
                yield Segment(
                    words=words, log_probability=likely, pieces=max(1, len(part["tokens"]))
                )

    def _encoded(self, window: Window) -> Any:
        features = self._whisper.feature_extractor(filled(window.sound))
        return self._whisper.encode(features[:, :FRAMES])

    def _languages_in(self, window: Window) -> dict[str, float]:
        ((*likely,),) = self._whisper.model.detect_language(self._encoded(window))
        return {token[2:-2]: float(probability) for token, probability in likely}

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        whisper = self._whisper
        return Tokenizer(
            whisper.hf_tokenizer,
            whisper.model.is_multilingual,
            task="transcribe",
            language=language,
        )


def _pieces(found: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, float, float, float]]:
    for word in found:
        yield (
            str(word["word"]),
            float(word["start"]),
            float(word["end"]),
            float(word["probability"]),
        )


def engine_name() -> str:
    """Name and version of the engine.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return f"faster-whisper {version('faster-whisper')}"
    except PackageNotFoundError:
        raise MissingExtra("speech", "transcription") from None


def _library() -> Any:
    try:
        import faster_whisper
    except ImportError:
        raise MissingExtra("speech", "transcription") from None
    return faster_whisper
