"""What a server answers to a recording, read as segments of words.

Servers differ: OpenAI's lists words beside segments and without probabilities, others put words
into segments, and some give neither words nor segments.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import exp, fsum, log
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from qa_toolkit.transcribe.engines.spread import spread
from qa_toolkit.transcribe.engines.tokens import nobody_speaks
from qa_toolkit.transcribe.engines.words import Piece, joined_words
from qa_toolkit.transcribe.segment import Segment

UNKNOWN = 0.5
"""The probability of words where a server gives none: low enough to mark the transcript doubtful."""
AFTER_END_S = 1.0
"""Times may be as much past the end of the sound; further on they are of something else."""
_LEAST = 1e-4


def _if_probability(value: float | None) -> float | None:
    return value if value is not None and 0 <= value <= 1 else None


def _if_log_probability(value: float | None) -> float | None:
    return max(log(_LEAST), value) if value is not None and value <= 0 else None


Probability: TypeAlias = Annotated[float | None, AfterValidator(_if_probability)]
"""In 0..1; a value that is none, such as a score of the server's own, counts as not given."""
LogProbability: TypeAlias = Annotated[float | None, AfterValidator(_if_log_probability)]
"""At most 0; any other value counts as not given."""


class UnreadableAnswer(ValueError):
    """The answer is not what the interface promises."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class ServerWord(_Part):
    """A word with its times in seconds."""

    word: str
    start: float
    end: float
    probability: Probability = None


class ServerSegment(_Part):
    """A piece of speech with its times in seconds."""

    start: float
    end: float
    text: str = ""
    avg_logprob: LogProbability = None
    no_speech_prob: Probability = None
    tokens: tuple[int, ...] | None = None
    words: tuple[ServerWord, ...] | None = None

    @property
    def is_silence(self) -> bool:
        return (
            self.no_speech_prob is not None
            and self.avg_logprob is not None
            and nobody_speaks(self.no_speech_prob, self.avg_logprob)
        )


class ServerAnswer(_Part):
    """The whole answer, of the kind `verbose_json`."""

    text: str
    language: str | None = None
    parts: tuple[ServerSegment, ...] | None = Field(default=None, validation_alias="segments")
    words: tuple[ServerWord, ...] | None = None

    def within(self, length_s: float) -> "ServerAnswer":
        """The answer, as one to a window of this length.

        Raises:
            UnreadableAnswer: it tells of speech after the end of the sound that was sent.
        """
        latest_s = max((part.start for part in self.parts or ()), default=0.0)
        if latest_s > length_s + AFTER_END_S:
            raise UnreadableAnswer(
                f"speech at {latest_s:.0f} s, but the sound that was sent lasts {length_s:.0f} s"
            )
        return self

    def segments(self, length_s: float) -> list[Segment]:
        """What was said, in the times of the window of this length."""
        parts = self.parts or (ServerSegment(start=0.0, end=length_s, text=self.text),)
        return [
            segment
            for part, words in zip(parts, _shared_out(parts, self.words or ()), strict=True)
            if not part.is_silence
            if (segment := _segment(part, part.words or words, length_s))
        ]


def read_answer(body: bytes) -> ServerAnswer:
    """Read an answer.

    Raises:
        UnreadableAnswer: it is something else; the first thing that is wrong is named.
    """
    try:
        return ServerAnswer.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise UnreadableAnswer(f"{where}: {first['msg']}" if where else first["msg"]) from error


def _shared_out(
    parts: Sequence[ServerSegment], words: Sequence[ServerWord]
) -> list[list[ServerWord]]:
    """The words that stand beside the segments, each with the segment its middle lies in."""
    starts = [part.start for part in parts]
    shares: list[list[ServerWord]] = [[] for _ in parts]
    for word in words:
        shares[max(0, bisect_right(starts, (word.start + word.end) / 2) - 1)].append(word)
    return shares


def _segment(part: ServerSegment, words: Sequence[ServerWord], length_s: float) -> Segment | None:
    likely = part.avg_logprob
    known = [word.probability for word in words if word.probability is not None]
    if likely is None:
        logs = [log(max(_LEAST, value)) for value in known]
        likely = fsum(logs) / len(logs) if logs else log(UNKNOWN)
    usual = exp(likely)
    pieces = (
        list(_pieces(part, words, usual, length_s))
        if words
        else list(
            spread(part.text, _within(part.start, length_s), _within(part.end, length_s), usual)
        )
    )
    said = tuple(joined_words(pieces))
    if not said:
        return None
    return Segment(words=said, log_probability=likely, pieces=len(part.tokens or said))


def _pieces(
    part: ServerSegment, words: Sequence[ServerWord], usual: float, length_s: float
) -> Iterator[Piece]:
    shown = part.text.split()
    if len(shown) == len(words):  # the text has the punctuation that such words lack
        texts = [f" {text}" for text in shown]
    elif any(word.word.startswith(" ") for word in words):
        texts = [word.word for word in words]
    else:
        texts = [f" {word.word}" for word in words]
    for text, word in zip(texts, words, strict=True):
        start_s = _within(word.start, length_s)
        end_s = max(start_s, _within(word.end, length_s))
        yield text, start_s, end_s, usual if word.probability is None else word.probability


def _within(time_s: float, length_s: float) -> float:
    return min(max(0.0, time_s), length_s)
