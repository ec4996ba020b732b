"""JSON of WhisperX: words aligned with the sound, speakers as labels.

    {"language": "en", "segments": [{"start": 0.1, "end": 2.9, "text": …, "speaker": "SPEAKER_00",
     "words": [{"word": "Hello", "start": 0.1, "end": 0.4, "score": 0.91, "speaker": "SPEAKER_00"}]}],
     "word_segments": […]}

A word of figures such as `2014` cannot be aligned and has neither times nor a score: it is put between
its neighbours and is as probable as its segment's other words are on average. Where the speaker
changes among the words of a segment, the segment is cut there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import fmean
from typing import Any

from qa_toolkit.domain.languages import language_of
from qa_toolkit.domain.transcript import Word
from qa_toolkit.intake.text import one_line
from qa_toolkit.intake.transcripts.json_segments import (
    log_probability_of,
    number,
    span_of,
    take_segments,
    text_of,
    voice_of,
    word_at,
)
from qa_toolkit.intake.transcripts.said import Reading, Said


def read_whisperx_json(value: Mapping[str, Any], source: str) -> Reading:
    """What the decoded JSON says."""
    reading = Reading(source, "whisperx json")
    reading.language = language_of(value.get("language"))
    parts = (part for segment in value["segments"] for part in _by_speaker(segment))
    take_segments(parts, reading, _said)
    return reading


def _by_speaker(segment: object) -> Iterator[object]:
    """A segment, cut where its words change their speaker."""
    words = segment.get("words") if isinstance(segment, Mapping) else None
    if not isinstance(segment, Mapping) or not isinstance(words, list):
        yield segment
        return
    told = [voice_of(word) if isinstance(word, Mapping) else "" for word in words]
    if len({*told} - {""}) < 2 or not all(isinstance(word, Mapping) for word in words):
        yield segment
        return
    voice = voice_of(segment) or next(filter(None, told))
    voices = [voice := own or voice for own in told]
    begin = 0
    for voice, group in groupby(voices):
        own = words[begin : (begin := begin + len(list(group)))]
        times = [number(word.get(name)) for word in own for name in ("start", "end")]
        timed = [time for time in times if time is not None]
        yield {
            **segment,
            "start": min(timed, default=segment.get("start")),
            "end": max(timed, default=segment.get("end")),
            "text": " ".join(str(word.get("word", "")) for word in own),
            "words": own,
            "speaker": voice,
        }


def _said(segment: Mapping[str, Any]) -> Said | None:
    text = text_of(segment)
    if not text:
        return None
    start_s, end_s = span_of(segment)
    words = segment.get("words")
    return Said(
        text=text,
        start_s=start_s,
        end_s=end_s,
        voice=voice_of(segment),
        words=_words(words, start_s, end_s) if isinstance(words, list) else (),
        log_probability=log_probability_of(segment),
        pieces=len(text.split()),
    )


def _words(words: Sequence[object], start_s: float, end_s: float) -> tuple[Word, ...]:
    known = [word for word in words if isinstance(word, Mapping)]
    texts = [one_line(text) for word in known if isinstance(text := word.get("word"), str)]
    scores = [score for word in known if (score := number(word.get("score"))) is not None]
    if len(texts) < len(words) or not scores:
        return ()
    begins = _filled([number(word.get("start")) for word in known], start_s, end_s)
    ends = [number(word.get("end")) for word in known]
    found = []
    for place, text in enumerate(texts):
        following = begins[place + 1] if place + 1 < len(begins) else end_s
        end, score = ends[place], number(known[place].get("score"))
        found.append(
            word_at(
                text,
                begins[place],
                following if end is None else end,
                fmean(scores) if score is None else score,
            )
        )
    return tuple(word for word in found if word.text)


def _filled(times: Sequence[float | None], start_s: float, end_s: float) -> list[float]:
    """Times that are not known, spread evenly between those that are."""
    filled: list[float] = []
    place = 0
    while place < len(times):
        known = times[place]
        if known is not None:
            filled.append(known)
            place += 1
            continue
        until = next((i for i in range(place, len(times)) if times[i] is not None), len(times))
        before = filled[-1] if filled else start_s
        later = times[until] if until < len(times) else None
        after = end_s if later is None else later
        count = until - place + (1 if filled else 0)
        first = 1 if filled else 0
        filled += [before + (after - before) * (first + i) / count for i in range(until - place)]
        place = until
    return [round(time, 3) for time in filled]
