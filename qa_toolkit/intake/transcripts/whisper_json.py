"""JSON of openai-whisper, of faster-whisper programs, and `verbose_json` of OpenAI's interface.

    {"text": …, "language": "en", "duration"?: 3.2, "segments": [{"start": 0.0, "end": 3.2, "text": …,
     "avg_logprob"?: -0.2, "tokens"?: […], "speaker"?: …,
     "words"?: [{"word": …, "start": …, "end": …, "probability": …}]}]}

A bare array of such segments is read too. `verbose_json` gives the language as an English name.
"""

from collections.abc import Mapping
from typing import Any

from qa_toolkit.domain.languages import language_of
from qa_toolkit.intake.transcripts.json_segments import (
    log_probability_of,
    number,
    span_of,
    take_segments,
    text_of,
    voice_of,
    words_of,
)
from qa_toolkit.intake.transcripts.said import Reading, Said


def read_whisper_json(value: Any, source: str) -> Reading:
    """What the decoded JSON says."""
    known = value if isinstance(value, Mapping) else {"segments": value}
    reading = Reading(source, "whisper json")
    reading.language = language_of(known.get("language"))
    reading.duration_s = number(known.get("duration"))
    take_segments(known["segments"], reading, _said)
    return reading


def _said(segment: Mapping[str, Any]) -> Said | None:
    text = text_of(segment)
    if not text:
        return None
    start_s, end_s = span_of(segment)
    tokens = segment.get("tokens")
    return Said(
        text=text,
        start_s=start_s,
        end_s=end_s,
        voice=voice_of(segment),
        words=words_of(segment, "probability"),
        log_probability=log_probability_of(segment),
        pieces=len(tokens) if isinstance(tokens, list) and tokens else len(text.split()),
    )
