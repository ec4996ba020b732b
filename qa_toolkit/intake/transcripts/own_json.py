"""JSON of `qa transcript export`, as docs/transcripts.md describes it: all of it is taken over.

Turns stay as they are, with their roles; doubt, remarks and what made the words come along, so
that a doubtful call is doubtful again.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.languages import language_of
from qa_toolkit.domain.sound import Waveform
from qa_toolkit.domain.transcript import Audio, Origin, Transcript, Turn
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import ROLES
from qa_toolkit.intake.json_sound import read_audio
from qa_toolkit.intake.json_turns import read_number, read_seconds
from qa_toolkit.intake.text import clean, one_line
from qa_toolkit.intake.transcripts.json_segments import number, words_of
from qa_toolkit.intake.transcripts.said import Reading

FORMAT = 1
"""What `format` must be; docs/transcripts.md says when it changes."""


def is_own(value: Mapping[str, Any]) -> bool:
    """Whether decoded JSON is a transcript that we wrote."""
    return value.keys() >= {"format", "doubt", "segments"}


def read_own_json(value: Any, source: str) -> Reading:
    """What the decoded JSON says.

    Raises:
        Unusable: another version's format, no call, or doubt or origin cannot be read.
    """
    if value["format"] != FORMAT:
        raise Unusable(
            f"format {value['format']!r} of qa transcript export is not read",
            hint=f"read is format {FORMAT}: export it again with this version",
        )
    if value.get("channel") not in (None, Channel.CALL):
        raise Unusable(
            "the transcript of a written contact, not of a call", hint="import what it came from"
        )
    told = value.get("origin")
    origin = told if isinstance(told, Mapping) else {}
    texts = (value["doubt"], *(origin.get(name) for name in ("engine", "model", "options")))
    if not all(isinstance(text, str) for text in texts):
        raise Unusable("doubt or origin is missing", hint="export it again")
    doubt, engine, model, options = map(one_line, texts)
    reading = Reading(source, engine)
    turns = tuple(_turns(value["segments"], reading))
    reading.transcript = Transcript(
        interaction_id="",
        turns=turns,
        origin=Origin(engine=engine, model=model, options=options),
        duration_s=_known(reading, read_seconds, value.get("duration"), "duration"),
        language=language_of(value.get("language")),
        log_probability=_known(
            reading, _any_number, value.get("log_probability"), "log_probability"
        ),
        doubt="; ".join(filter(None, (doubt, reading.doubt))),
        role_confidence=_known(reading, _share, value.get("role_confidence"), "role_confidence"),
        remarks=tuple(_remarks(value.get("remarks"))),
        audio=_audio(value, reading),
    )
    return reading


def _turns(segments: list[object], reading: Reading) -> Iterator[Turn]:
    for place, segment in enumerate(segments, start=1):
        try:
            yield _turn(segment)
        except Unusable as reason:
            message = f"segment {place}: {reason.message}; it is left out"
            reading.lose(f"segment {place}", message, hint=reason.hint)


def _turn(segment: object) -> Turn:
    if not isinstance(segment, Mapping):
        raise Unusable("not a JSON object")
    speaker, text, party = (segment.get(name) for name in ("speaker", "text", "party"))
    if not isinstance(text, str):
        raise Unusable("'text' is not text")
    role = ROLES.get(speaker) if isinstance(speaker, str) else None
    if role is None:
        raise Unusable(
            f"unknown speaker {str(speaker)[:60]!r}", hint=f"use one of {', '.join(ROLES)}"
        )
    start_s, end_s = (read_seconds(segment.get(name), name) for name in ("start", "end"))
    return Turn(
        speaker=role,
        text=clean(text),
        start_s=start_s,
        end_s=end_s if start_s is None or end_s is None else max(start_s, end_s),
        words=words_of(segment, "probability"),
        confidence=_share(segment.get("confidence"), "confidence"),
        loudness_db=_any_number(segment.get("loudness_db"), "loudness_db"),
        party=one_line(party) if isinstance(party, str) else "",
    )


def _audio(value: Mapping[str, Any], reading: Reading) -> Audio | None:
    """What was measured on the recording; None where nothing was, or where it cannot be read."""
    sounds, drawn = value.get("sounds"), value.get("waveform")
    if not isinstance(sounds, list) or not isinstance(drawn, Mapping):
        return None
    named = [
        [sound.get(name) for name in ("kind", "channel", "start", "end")]
        for sound in sounds
        if isinstance(sound, Mapping)
    ]
    try:
        known = read_audio(value.get("roles"), named)
    except Unusable as reason:
        reading.warn(f"{reason.message}: holds and waits are not taken over")
        return None
    peaks = drawn.get("peaks")
    texts = [peak for peak in peaks if isinstance(peak, str)] if isinstance(peaks, list) else []
    waveform = Waveform(per_s=number(drawn.get("per_s")) or 0.0, peaks=tuple(texts))
    return known and Audio(roles=known.roles, sounds=known.sounds, waveform=waveform)


def _remarks(value: object) -> Iterator[str]:
    for remark in value if isinstance(value, list) else ():
        if isinstance(remark, str) and one_line(remark):
            yield one_line(remark)


def _any_number(value: object, name: str) -> float | None:
    return read_number(value, name, lowest=None)


def _share(value: object, name: str) -> float | None:
    return read_number(value, name, highest=1)


def _known(
    reading: Reading, read: Callable[[object, str], float | None], value: object, name: str
) -> float | None:
    """A number of the whole transcript; one that cannot be read is told, and not known."""
    try:
        return read(value, name)
    except Unusable as reason:
        reading.warn(f"{reason.message}; left out", hint=reason.hint)
        return None
