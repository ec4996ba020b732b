"""A file of any format → a transcript, with what is wrong with the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from pathlib import Path
from typing import Any

from qa_toolkit.domain.doubt import doubt_about_words
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import Origin, Transcript
from qa_toolkit.errors import Unusable
from qa_toolkit.files import is_ordinary
from qa_toolkit.intake.decoding import encoding_problem, open_text
from qa_toolkit.intake.json_files import load
from qa_toolkit.intake.transcripts.own_json import is_own, read_own_json
from qa_toolkit.intake.transcripts.said import Reading, Said
from qa_toolkit.intake.transcripts.speakers import (
    NOBODY_NAMED,
    Names,
    doubt_about,
    roles_of,
    with_prefixes,
)
from qa_toolkit.intake.transcripts.srt import read_srt
from qa_toolkit.intake.transcripts.turns import in_turns
from qa_toolkit.intake.transcripts.vtt import read_vtt
from qa_toolkit.intake.transcripts.whisper_cpp import read_whisper_cpp
from qa_toolkit.intake.transcripts.whisper_json import read_whisper_json
from qa_toolkit.intake.transcripts.whisperx_json import read_whisperx_json

LARGEST = 100_000_000
"""Bytes of a file; a day of talk is 2 MB of text, or 20 MB of words with their times."""
NO_WORDS = "the transcript holds no words"

_BY_SUFFIX: Mapping[str, Callable[[str, str], Reading]] = {".vtt": read_vtt, ".srt": read_srt}


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptFile:
    """What reading a file gave: a transcript unless nothing of it can be used, and its mistakes."""

    transcript: Transcript | None
    problems: tuple[Problem, ...]


def is_transcript(path: Path) -> bool:
    """Whether a file is a transcript: by its suffix, or, of a JSON file, by its shape.

    The JSON beside a recording may also be its metadata, so it is looked into.
    """
    suffix = path.suffix.casefold()
    if suffix in _BY_SUFFIX:
        return True
    if suffix != ".json":
        return False
    try:
        return _size_of(path) <= LARGEST and _json_reader(load(path)) is not None
    except (OSError, Unusable):
        return False


def read_transcript(path: Path, interaction_id: str, names: Names = NOBODY_NAMED) -> TranscriptFile:
    """Read a transcript that another program made.

    Args:
        path: a file for which `is_transcript` holds.
        interaction_id: what the transcript is filed under.
        names: what is known beside the file about who speaks.
    """
    source = str(path)
    try:
        reading, odd = _read(path, source)
    except OSError as reason:
        return _nothing(Problem(source=source, message=f"cannot be read: {reason.strerror}"))
    except Unusable as reason:
        return _nothing(Problem(source=source, message=reason.message, hint=reason.hint))
    problems = (*([odd] if odd else []), *reading.problems)
    if reading.lost and not reading.said and not (reading.transcript and reading.transcript.turns):
        return TranscriptFile(transcript=None, problems=problems)
    return TranscriptFile(transcript=_transcript(reading, interaction_id, names), problems=problems)


def _nothing(problem: Problem) -> TranscriptFile:
    return TranscriptFile(transcript=None, problems=(problem,))


def _read(path: Path, source: str) -> tuple[Reading, Problem | None]:
    if _size_of(path) > LARGEST:
        raise Unusable(f"larger than {LARGEST // 1_000_000} MB", hint="a transcript is far smaller")
    read = _BY_SUFFIX.get(path.suffix.casefold())
    if read is None:
        value = load(path)
        read_json = _json_reader(value)
        if read_json is None:
            raise Unusable(
                "no transcript: it has neither segments nor a transcription",
                hint="read are the JSON files of whisper, faster-whisper, whisper.cpp and WhisperX",
            )
        return read_json(value, source), None
    with open_text(path) as file:
        text, encoding = file.read(), file.encoding
    if "\0" in text:
        raise Unusable("not a text file", hint="save it as UTF-8")
    if not text.strip("\ufeff \t\r\n"):
        raise Unusable("the file is empty", hint="export it again")
    return read(text.lstrip("\ufeff"), source), encoding_problem(encoding, source)


def _size_of(path: Path) -> int:
    """How many bytes a file has; a pipe would be waited for, and is not opened.

    Raises:
        OSError: it cannot be read.
        Unusable: it is no ordinary file.
    """
    known = path.stat()
    if not is_ordinary(known):
        raise Unusable("a pipe or a device, not a file; not read", hint="save it as a file")
    return known.st_size


def _json_reader(value: Any) -> Callable[[Any, str], Reading] | None:
    """The reader for decoded JSON; None where it is no transcript."""
    if isinstance(value, Mapping):
        if isinstance(value.get("transcription"), list):
            return read_whisper_cpp
        segments = value.get("segments")
        if not isinstance(segments, list):
            return None
        if is_own(value):
            return read_own_json
        if "word_segments" in value or any(map(_is_aligned, segments)):
            return read_whisperx_json
        return read_whisper_json if not segments or any(map(_is_segment, segments)) else None
    if isinstance(value, list) and any(map(_is_segment, value)):
        return read_whisper_json
    return None


def _is_segment(value: object) -> bool:
    return isinstance(value, Mapping) and value.keys() >= {"start", "end", "text"}


def _is_aligned(value: object) -> bool:
    """A segment of WhisperX: its words have scores."""
    words = value.get("words") if isinstance(value, Mapping) else None
    return isinstance(words, list) and any(
        isinstance(word, Mapping) and "score" in word for word in words
    )


def _transcript(reading: Reading, interaction_id: str, names: Names) -> Transcript:
    if reading.transcript:
        own = reading.transcript
        nothing = "" if own.turns or own.doubt else NO_WORDS
        return replace(own, interaction_id=interaction_id, doubt=own.doubt or nothing)
    said = [one for one in with_prefixes(reading.said, names) if one.text]
    roles = roles_of(said, names)
    log_probability = _mean(said)
    return Transcript(
        interaction_id=interaction_id,
        turns=in_turns(said, roles),
        origin=Origin(engine=reading.engine, model=reading.model),
        duration_s=reading.duration_s or max((one.end_s for one in said), default=None),
        language=reading.language,
        log_probability=log_probability,
        doubt="; ".join(filter(None, _doubts(reading, said, roles, log_probability))),
    )


def _doubts(
    reading: Reading, said: Sequence[Said], roles: Mapping[str, Any], log_probability: float | None
) -> tuple[str, ...]:
    if not said:
        return (NO_WORDS,)
    return doubt_about_words(log_probability), reading.doubt, doubt_about(roles)


def _mean(said: Sequence[Said]) -> float | None:
    """Mean log-probability per word piece; None unless every segment gives one."""
    known = [(one.log_probability, one.pieces) for one in said if one.log_probability is not None]
    if not known or len(known) < len(said):
        return None
    return fsum(value * count for value, count in known) / sum(count for _, count in known)
