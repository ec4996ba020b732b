"""Messages with their moments become a written contact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.transcript import (
    WRITTEN,
    Audio,
    Origin,
    SpeakerRole,
    Transcript,
    Turn,
    Word,
)
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.fields import language_code, make_interaction
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.hashing import hash_of_chat

LONGEST_S = 366 * 86_400
"""Seconds a contact may span: an e-mail thread takes weeks, a time in milliseconds is 1.7e12."""
IN_SECONDS = "write seconds from the start of the contact, like 12.5"
UNKNOWN_ORIGIN = Origin(engine="unknown")
ROLES: Mapping[str, SpeakerRole] = {role.value: role for role in SpeakerRole}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What is known of a turn that was recognised; fields as in `Turn`."""

    confidence: float | None = None
    words: tuple[Word, ...] = ()
    loudness_db: float | None = None
    party: str = ""


WRITTEN_TURN = Spoken()


@dataclass(frozen=True, slots=True)
class Message:
    """One turn as a source writes it: `at` is a moment, `start_s` and `end_s` are offsets."""

    speaker: SpeakerRole
    text: str
    start_s: float | None = None
    end_s: float | None = None
    at: datetime | None = None
    spoken: Spoken = WRITTEN_TURN


def make_chat(
    values: Mapping[str, str],
    messages: Sequence[Message],
    *,
    channel: Channel,
    source: str,
    started_at: datetime | None,
    extra: Mapping[str, str],
    origin: Origin | None = None,
    duration_s: float | None = None,
    log_probability: float | None = None,
    doubt: str = "",
    role_confidence: float | None = None,
    remarks: tuple[str, ...] = (),
    audio: Audio | None = None,
) -> Found:
    """An interaction with its transcript; moments become seconds from the earliest of them.

    Messages without a time keep none. The earliest moment stands in for a missing `started_at`.
    The words of a call that names no origin come from an unknown recogniser.

    Raises:
        Unusable: no message has text and no doubt says why, or a field cannot be used.
    """
    # a transcript in which nothing was heard says so in its doubt, and that is a result
    if not doubt and not any(message.text.strip() for message in messages):
        raise Unusable("no message has any text", hint="leave this chat out of the file")
    first_at = min((m.at for m in messages if m.at), default=None)
    turns = tuple(_turn(message, first_at) for message in messages)
    transcript = Transcript(
        interaction_id=values.get("id", ""),
        turns=turns,
        origin=origin or (UNKNOWN_ORIGIN if channel is Channel.CALL else WRITTEN),
        duration_s=_span(turns) if duration_s is None else duration_s,
        language=language_code(values.get("language", "")),
        log_probability=log_probability,
        doubt=doubt,
        role_confidence=role_confidence,
        remarks=remarks,
        audio=audio,
    )
    interaction = make_interaction(
        values,
        channel=channel,
        content_hash=hash_of_chat(transcript, first_at),
        source=source,
        started_at=started_at or first_at,
        extra=extra,
    )
    return Found(interaction=interaction, transcript=transcript)


def _turn(message: Message, first_at: datetime | None) -> Turn:
    start_s, spoken = message.start_s, message.spoken
    if start_s is None and message.at and first_at:
        start_s = (message.at - first_at).total_seconds()
    return Turn(
        speaker=message.speaker,
        text=message.text,
        start_s=start_s,
        end_s=message.end_s,
        confidence=spoken.confidence,
        words=spoken.words,
        loudness_db=spoken.loudness_db,
        party=spoken.party,
    )


def _span(turns: Iterable[Turn]) -> float | None:
    starts: list[float] = []
    ends: list[float] = []
    for turn in turns:
        if turn.start_s is None:
            return None
        starts.append(turn.start_s)
        ends.append(turn.start_s if turn.end_s is None else turn.end_s)
    return max(ends) - min(starts) if starts else None
