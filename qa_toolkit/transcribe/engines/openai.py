"""openai-whisper: Whisper as OpenAI published it, on PyTorch.

Several times slower than faster-whisper with the same words, so it is here for those who have it
already and for comparison. Two packages bring the same library: the maintained `openai-whisper`,
and `whisper-openai`, a copy of 2022 that knows no times of words.
"""

from base64 import b85encode
from collections.abc import Iterator, Sequence
from gzip import compress
from importlib.metadata import distributions
from importlib.util import find_spec
from math import exp
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from qa_toolkit.errors import EnvironmentProblem, MissingExtra
from qa_toolkit.transcribe.engines.checkpoint import Checkpoint, read_checkpoint
from qa_toolkit.transcribe.engines.known import check_known, likeliest
from qa_toolkit.transcribe.engines.spread import spread
from qa_toolkit.transcribe.engines.tokens import Said, filled, frames_of, nobody_speaks, split
from qa_toolkit.transcribe.engines.vocabulary import as_prompt
from qa_toolkit.transcribe.engines.words import Piece, joined_words
from qa_toolkit.transcribe.models import SpeechModel
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Window

PACKAGES = ("openai-whisper", "whisper-openai")
"""What may be installed: the maintained package, and the copy of 2022."""
_MODULE = "whisper/__init__.py"
_UNLOADABLE = (OSError, RuntimeError, ValueError, KeyError, TypeError, EOFError, UnpicklingError)


class OpenaiWhisper:
    """A loaded model on one thread, which decodes as `FasterWhisper` does.

    Raises:
        MissingExtra: openai-whisper is not installed.
        EnvironmentProblem: the model cannot be loaded.
    """

    def __init__(self, model: SpeechModel, *, beam: int, vocabulary: Sequence[str] = ()) -> None:
        self._library = _library()
        self.engine = engine_name()
        self.model = model.label
        self._timing = _timing()
        self.configuration = f"beam {beam}, temperature 0, float32"
        if self._timing is None:
            self.configuration += ", word times spread over segments"
        self._beam = beam if beam > 1 else None
        self._prompt = as_prompt(vocabulary) or None
        try:
            self._whisper = _loaded(self._library, model)
        except _UNLOADABLE as error:
            # what PyTorch says of a file that is none is long, and advises to trust it
            told = "no checkpoint" if isinstance(error, UnpicklingError) else f"{error}"
            raise EnvironmentProblem(
                f"the speech model {model.name} cannot be loaded: {told.partition(chr(10))[0]}",
                hint="without --model the bundled model is used, which needs no network",
            ) from error

    @property
    def languages(self) -> Sequence[str]:
        if not self._whisper.is_multilingual:
            return ("en",)
        known = tuple(self._library.tokenizer.LANGUAGES)
        return known[: self._whisper.dims.n_vocab - 51_766]  # the later ones need a later model

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        """The language that is likeliest over all windows, and how likely it is on average."""
        return likeliest(map(self._languages_in, windows))

    def recognise(self, windows: Sequence[Window], language: str) -> list[list[Segment]]:
        """What is heard in each window; see `Recogniser`.

        Raises:
            Unusable: the model does not know the language.
        """
        check_known(language, self.model, self.languages)
        return [list(self._recognised(window, language)) for window in windows]

    def _languages_in(self, window: Window) -> dict[str, float]:
        _, likely = self._library.detect_language(self._whisper, self._mel(window))
        return {language: float(probability) for language, probability in likely.items()}

    def _recognised(self, window: Window, language: str) -> Iterator[Segment]:
        rest: Window | None = window
        while rest is not None:
            segments, until_s = self._hear(rest, language)
            yield from map(rest.in_recording, segments)
            rest = rest.from_s(until_s) if until_s else None

    def _hear(self, window: Window, language: str) -> tuple[list[Segment], float | None]:
        """The segments of a window, and from where on it has to be heard again."""
        mel = self._mel(window)
        options = self._library.DecodingOptions(
            language=language,
            temperature=0.0,
            beam_size=self._beam,
            prompt=self._prompt,
            fp16=False,
        )
        result = self._library.decode(self._whisper, mel, options)
        if nobody_speaks(result.no_speech_prob, result.avg_logprob):
            return [], None
        tokenizer = self._library.tokenizer.get_tokenizer(
            self._whisper.is_multilingual, language=language, task="transcribe"
        )
        said, until_s = split(
            result.tokens, tokenizer.timestamp_begin, tokenizer.eot, window.length_s
        )
        segments = [
            Segment(words=words, log_probability=result.avg_logprob, pieces=len(part.tokens))
            for part, pieces in zip(
                said, self._pieces(said, tokenizer, mel, window, result.avg_logprob), strict=True
            )
            if (words := tuple(joined_words(pieces)))
        ]
        return segments, until_s

    def _pieces(
        self, said: Sequence[Said], tokenizer: Any, mel: Any, window: Window, likely: float
    ) -> list[list[Piece]]:
        """The words of each part with times and probabilities."""
        if self._timing is None:
            return [
                list(spread(tokenizer.decode(part.tokens), part.start_s, part.end_s, exp(likely)))
                for part in said
            ]
        parts: list[dict[str, Any]] = [
            {"seek": 0, "start": part.start_s, "end": part.end_s, "tokens": part.tokens}
            for part in said
        ]
        self._timing.add_word_timestamps(
            segments=parts,
            model=self._whisper,
            tokenizer=tokenizer,
            mel=mel,
            num_frames=frames_of(window.length_s),
            last_speech_timestamp=0.0,
        )
        return [
            [
                (word["word"], float(word["start"]), float(word["end"]), float(word["probability"]))
                for word in part["words"]
            ]
            for part in parts
        ]

    def _mel(self, window: Window) -> Any:
        return self._library.log_mel_spectrogram(filled(window.sound), self._whisper.dims.n_mels)


def engine_name() -> str:
    """Name and version of the library that is installed, told without importing it.

    Raises:
        MissingExtra: none is.
    """
    found = [package for name in PACKAGES for package in distributions(name=name)]
    spec = find_spec("whisper")
    if not found or spec is None:
        raise MissingExtra("whisper", "the engine openai-whisper")
    # where both are, the module belongs to the one that lies beside it
    used = next((one for one in found if str(one.locate_file(_MODULE)) == spec.origin), found[0])
    return f"{used.name} {used.version}"


def _loaded(library: Any, model: SpeechModel) -> Any:
    import torch

    torch.set_num_threads(1)  # a process per core is faster than a process with many threads
    place = Path(model.location)
    if place.is_file():
        # not by the library: its older copies let a file run any code that is in it
        stored = torch.load(place, map_location="cpu", weights_only=True)
        whisper = library.model.Whisper(library.model.ModelDimensions(**stored["dims"]))
        whisper.load_state_dict(stored["model_state_dict"])
        return whisper.eval()
    checkpoint = read_checkpoint(place)
    whisper = library.model.Whisper(library.model.ModelDimensions(**checkpoint.dims))
    whisper.load_state_dict(
        {name: torch.tensor(values) for name, values in checkpoint.tensors.items()}
    )
    if checkpoint.alignment_heads and hasattr(whisper, "set_alignment_heads"):
        whisper.set_alignment_heads(_mask(checkpoint))
    return whisper.eval()


def _mask(checkpoint: Checkpoint) -> bytes:
    """The heads that word times are read from, as openai-whisper takes them."""
    import numpy as np

    mask = np.zeros((checkpoint.dims["n_text_layer"], checkpoint.dims["n_text_head"]), dtype=bool)
    for layer, head in checkpoint.alignment_heads:
        mask[layer, head] = True
    return b85encode(compress(mask.tobytes()))


def _library() -> Any:
    engine_name()  # another package of that name is none of ours
    try:
        import whisper
    except ImportError:
        raise MissingExtra("whisper", "the engine openai-whisper") from None
    return whisper


def _timing() -> Any:
    try:
        import numba
        import whisper.timing
    except ImportError:  # the copy of 2022
        return None
    numba.set_num_threads(1)
    return whisper.timing
