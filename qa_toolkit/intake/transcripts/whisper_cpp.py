"""JSON of whisper.cpp: `--output-json`, and `--output-json-full` with its word pieces.

    {"model": {"type": "tiny"}, "result": {"language": "en"}, "transcription": [
      {"offsets": {"from": 0, "to": 3200}, "text": …, "speaker"?: "0",
       "tokens"?: [{"text": " Hel", "offsets": {"from": 0, "to": 200}, "p": 0.9}, …]}]}

Offsets are milliseconds. A piece that begins with a blank begins a word; pieces such as `[_BEG_]`
are no text. A word is as probable as its pieces are on average, as in openai-whisper.
"""

from collections.abc import Mapping
from statistics import fmean
from typing import Any

from qa_toolkit.domain.languages import language_of
from qa_toolkit.domain.transcript import Word
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.text import one_line
from qa_toolkit.intake.transcripts.json_segments import number, take_segments, text_of, word_at
from qa_toolkit.intake.transcripts.said import Reading, Said

_MS = 1000


def read_whisper_cpp(value: Mapping[str, Any], source: str) -> Reading:
    """What the decoded JSON says."""
    reading = Reading(source, "whisper.cpp json")
    result, model = value.get("result"), value.get("model")
    if isinstance(result, Mapping):
        reading.language = language_of(result.get("language"))
    if isinstance(model, Mapping) and isinstance(model.get("type"), str):
        reading.model = one_line(model["type"])
    take_segments(value["transcription"], reading, _said)
    return reading


def _said(segment: Mapping[str, Any]) -> Said | None:
    text = text_of(segment)
    if not text:
        return None
    span = _span(segment)
    if span is None:
        raise Unusable("it has no offsets", hint="write offsets with from and to, in milliseconds")
    voice = segment.get("speaker")
    return Said(
        text=text,
        start_s=span[0],
        end_s=max(span),
        voice=f"speaker {one_line(voice)}" if isinstance(voice, str) and voice != "?" else "",
        words=_words(segment.get("tokens")),
        pieces=len(text.split()),
    )


def _span(piece: Mapping[str, Any]) -> tuple[float, float] | None:
    offsets = piece.get("offsets")
    if not isinstance(offsets, Mapping):
        return None
    start, end = number(offsets.get("from")), number(offsets.get("to"))
    return None if start is None or end is None else (start / _MS, end / _MS)


def _words(tokens: object) -> tuple[Word, ...]:
    """The words of a segment; none unless all of its pieces can be used."""
    pieces: list[list[tuple[str, tuple[float, float], float]]] = []
    for token in tokens if isinstance(tokens, list) else []:
        text = token.get("text") if isinstance(token, Mapping) else None
        if not isinstance(text, str):
            return ()
        if text.startswith("[_"):
            continue
        span, sure = _span(token), number(token.get("p"))
        if span is None or sure is None:
            return ()
        if text.startswith(" ") or not pieces:
            pieces.append([])
        pieces[-1].append((text, span, sure))
    words = (
        word_at(
            "".join(text for text, _, _ in word),
            word[0][1][0],
            word[-1][1][1],
            fmean(sure for _, _, sure in word),
        )
        for word in pieces
    )
    return tuple(word for word in words if word.text)
