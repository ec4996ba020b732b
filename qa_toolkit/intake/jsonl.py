"""The line format of the filters: one interaction with its turns as one JSON object a line.

    {"id": "c-1", "channel": "chat", "agent": "dana", "started_at": "2026-11-02T09:14:00+00:00",
     "turns": [{"speaker": "customer", "text": "Hi", "at": "2026-11-02T09:14:00Z"}, …]}

Required are `id` and `turns` with `speaker` and `text`. A turn's time is `at` (a moment) or
`start_s` and `end_s` (seconds). `qa transcribe --jsonl` adds what it measured, so that a score of
the line is the score of the transcript: docs/outputs.md lists the keys. `meta` (or `metadata`) goes to the interaction's `extra`; keys that are not known are passed over.
Fields are checked by hand: a model library reads a million lines several times slower.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from qa_toolkit.domain.interaction import Channel, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import WRITTEN, Origin, Transcript, Turn
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import UNKNOWN_ORIGIN, make_chat
from qa_toolkit.intake.dates import read_moment
from qa_toolkit.intake.decoding import encoding_problem, open_text
from qa_toolkit.intake.fields import INTERACTION_FIELDS, NO_AGENT, channel_named
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.json_sound import read_audio, write_audio
from qa_toolkit.intake.json_turns import read_messages, read_number, read_seconds
from qa_toolkit.intake.options import DEFAULT_OPTIONS, IntakeOptions
from qa_toolkit.intake.text import clean, scalar, tidy

_FIELDS = INTERACTION_FIELDS | {"channel"}


def read_jsonl(path: Path, options: IntakeOptions) -> Iterator[Found | Problem]:
    """The interactions of a file, one after the other; blank lines are passed over."""
    source = str(path)
    is_empty = True
    try:
        with open_text(path) as lines:
            if odd := encoding_problem(lines.encoding, source):
                yield odd
            for number, line in enumerate(lines, start=1):
                if not line.isspace():
                    is_empty = False
                    yield read_line(line, source, number, require_agent=True, options=options)
    except OSError as reason:
        yield Problem(source=source, message=f"cannot be read: {reason.strerror}")
        return
    if is_empty:
        yield Problem(source=source, message="the file is empty", hint="export it again")


def read_line(
    text: str,
    source: str,
    line: int,
    *,
    require_agent: bool,
    options: IntakeOptions = DEFAULT_OPTIONS,
) -> Found | Problem:
    """One line of the format; whatever is wrong with it comes back as a Problem.

    Args:
        text: the line.
        source: the file's name, for messages.
        line: its 1-based number in the file.
        require_agent: whether a line that names no agent is a Problem; else its agent has the
            empty id.
        options: time zone and order of dates.
    """
    try:
        found = _read_record(_decode(text), f"{source}:{line}", options)
        if require_agent and not found.interaction.agent.id:
            raise Unusable(NO_AGENT, hint='add "agent": "…" to the line')
    except Unusable as reason:
        return Problem(source=source, line=line, message=reason.message, hint=reason.hint)
    return found


def write_line(interaction: Interaction, transcript: Transcript) -> str:
    """One line of the format, without a line break; `read_line` gives both values back.

    Left out, because the format has no place for them: content hash, recording, source, and the
    waveform.
    """
    agent = interaction.agent
    shown: dict[str, object] = {
        "id": interaction.id,
        "channel": interaction.channel.value,
        "agent": agent.id,
        "agent_name": agent.name,
        "team": agent.team,
        "started_at": interaction.started_at and interaction.started_at.isoformat(),
        "customer": interaction.customer,
        "queue": interaction.queue,
        "language": transcript.language or interaction.language,
        "duration_s": transcript.duration_s,
        "log_probability": transcript.log_probability,
        "doubt": transcript.doubt,
        "role_confidence": transcript.role_confidence,
        "remarks": list(transcript.remarks) or None,
        "origin": None if transcript.origin == WRITTEN else _filled(_origin_fields(transcript)),
        "turns": [
            _filled(
                {
                    "speaker": turn.speaker.value,
                    "text": turn.text,
                    "start_s": turn.start_s,
                    "end_s": turn.end_s,
                    "confidence": turn.confidence,
                    "loudness_db": turn.loudness_db,
                    "party": turn.party,
                    "words": _words(turn) or None,
                },
                always=("text",),
            )
            for turn in transcript.turns
        ],
        **write_audio(transcript.audio),
        "meta": dict(interaction.extra) or None,
    }
    return json.dumps(_filled(shown), ensure_ascii=False)


def _words(turn: Turn) -> list[list[object]]:
    """The words of a turn as lists, because there are thousands."""
    return [[word.text, word.start_s, word.end_s, word.probability] for word in turn.words]


def _origin_fields(transcript: Transcript) -> dict[str, object]:
    origin = transcript.origin
    return {"engine": origin.engine, "model": origin.model, "options": origin.options}


def _filled(fields: Mapping[str, object], always: tuple[str, ...] = ()) -> dict[str, object]:
    return {k: v for k, v in fields.items() if k in always or (v is not None and v != "")}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def _decode(text: str) -> dict[str, Any]:
    written = text.lstrip("\ufeff")
    try:
        record = from_json(written, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        # pydantic's reader is the faster one; the other tells places and knows half characters
        record = _decoded_slowly(written)
    if not isinstance(record, dict):
        raise Unusable("not a JSON object", hint='a line looks like {"id": "…", "turns": […]}')
    return record


def _decoded_slowly(text: str) -> object:
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as reason:
        raise Unusable(
            f"not JSON: {reason.msg} at character {reason.pos + 1}",
            hint="one whole JSON object a line",
        ) from None
    except RecursionError:
        raise Unusable("nested too deeply", hint="one flat JSON object a line") from None
    except ValueError as reason:  # NaN and Infinity, numbers of thousands of digits
        raise Unusable(f"not JSON: {reason}") from None


def _read_record(record: dict[str, Any], source: str, options: IntakeOptions) -> Found:
    values = _text_fields(record)
    started_at = values.get("started_at")
    channel = channel_named(values.get("channel") or Channel.CHAT)
    doubt = _text(record.get("doubt"))
    nothing_heard = bool(doubt) and record.get("turns") == []
    return make_chat(
        values,
        [] if nothing_heard else read_messages(record.get("turns"), options),
        channel=channel,
        source=source,
        started_at=read_moment(started_at, options) if started_at else None,
        extra=_extra(record.get("meta", record.get("metadata"))),
        origin=_origin(record.get("origin")),
        duration_s=read_seconds(record.get("duration_s"), "duration_s"),
        log_probability=read_number(record.get("log_probability"), "log_probability", lowest=None),
        doubt=doubt,
        role_confidence=read_number(record.get("role_confidence"), "role_confidence", highest=1),
        remarks=_remarks(record.get("remarks")),
        audio=read_audio(record.get("roles"), record.get("sounds")),
    )


def _text_fields(record: Mapping[str, Any]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name in _FIELDS:
        if name in record:
            value = record[name]
            text = tidy(name, value) if isinstance(value, str) else scalar(value)
            if text is None:
                raise Unusable(f"{name!r} is not text", hint=f'write "{name}": "…"')
            values[name] = text
    return values


def _extra(meta: object) -> dict[str, str]:
    if not isinstance(meta, dict):
        return {}
    texts = ((clean(name), scalar(value)) for name, value in meta.items())
    return {name: text for name, text in texts if text}


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""


def _remarks(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return ()
    return tuple(filter(None, map(clean, value)))


def _origin(value: object) -> Origin | None:
    if not isinstance(value, dict):
        return None
    return Origin(
        engine=_text(value.get("engine")) or UNKNOWN_ORIGIN.engine,
        model=_text(value.get("model")),
        options=_text(value.get("options")),
    )
