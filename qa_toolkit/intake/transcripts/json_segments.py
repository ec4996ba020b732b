"""Segments of JSON, value by value: what whisper programs have in common."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from qa_toolkit.domain.transcript import Word
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.json_turns import read_number, read_seconds
from qa_toolkit.intake.text import one_line
from qa_toolkit.intake.transcripts.said import Reading, Said

ReadSegment = Callable[[Mapping[str, Any]], Said | None]


def take_segments(segments: Iterable[object], reading: Reading, read: ReadSegment) -> None:
    """Add each segment to the reading; one that cannot be used is told by its number."""
    for number, segment in enumerate(segments, start=1):
        try:
            if not isinstance(segment, Mapping):
                raise Unusable("not a JSON object")
            said = read(segment)
        except Unusable as reason:
            message = f"segment {number}: {reason.message}; it is left out"
            reading.lose(f"segment {number}", message, hint=reason.hint)
            continue
        if said is None:
            continue
        if reading.said and said.start_s < reading.said[-1].start_s:
            message = f"segment {number} begins before the one above it; put in order of time"
            reading.warn(message)
        reading.said.append(said)


def text_of(segment: Mapping[str, Any], name: str = "text") -> str:
    """A text of a segment, on one line.

    Raises:
        Unusable: it is missing, or no text.
    """
    text = segment.get(name)
    if not isinstance(text, str):
        raise Unusable(f"{name!r} is not text")
    return one_line(text)


def voice_of(part: Mapping[str, Any]) -> str:
    """Who speaks, as the file names them; empty where it does not."""
    voice = part.get("speaker")
    return one_line(voice) if isinstance(voice, str) else ""


def span_of(segment: Mapping[str, Any]) -> tuple[float, float]:
    """`start` and `end` in seconds; an end before the start is taken to be the start.

    Raises:
        Unusable: one of them is no time.
    """
    start_s, end_s = (read_seconds(segment.get(name), name) for name in ("start", "end"))
    if start_s is None or end_s is None:
        raise Unusable(f"it has no {'start' if start_s is None else 'end'}")
    return start_s, max(start_s, end_s)


def words_of(segment: Mapping[str, Any], probability: str) -> tuple[Word, ...]:
    """The words of a segment, none unless each has times and a probability under that name."""
    known = segment.get("words")
    if not isinstance(known, Sequence) or isinstance(known, str):
        return ()
    words = []
    for word in known:
        if not isinstance(word, Mapping) or not isinstance(text := word.get("word"), str):
            return ()
        start_s, end_s, sure = (number(word.get(name)) for name in ("start", "end", probability))
        if start_s is None or end_s is None or sure is None:
            return ()
        words.append(word_at(text, start_s, end_s, sure))
    return tuple(word for word in words if word.text)


def word_at(text: str, start_s: float, end_s: float, probability: float) -> Word:
    """A word on one line, its end not before its start, its probability within 0..1."""
    return Word(
        text=one_line(text),
        start_s=start_s,
        end_s=max(start_s, end_s),
        probability=min(1.0, max(0.0, probability)),
    )


def number(value: object) -> float | None:
    """A finite number of 0 or more; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        return None
    return float(value) if math.isfinite(value) and value < 1e9 else None


def log_probability_of(segment: Mapping[str, Any]) -> float | None:
    """`avg_logprob`; None where it is not given.

    Raises:
        Unusable: it is no number.
    """
    return read_number(segment.get("avg_logprob"), "avg_logprob", lowest=None)
