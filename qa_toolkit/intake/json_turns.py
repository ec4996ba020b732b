"""The array `turns` of the line format, checked value by value."""

import math
from collections.abc import Mapping
from typing import Any, TypeGuard

from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import IN_SECONDS, LONGEST_S, ROLES, WRITTEN_TURN, Message, Spoken
from qa_toolkit.intake.dates import read_moment
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.text import clean, one_line

_ROLE_HINT = f"use one of {', '.join(ROLES)}"
_WORD_HINT = 'a word is ["text", start_s, end_s, probability]'
_OF_SPEECH = frozenset({"confidence", "words", "loudness_db", "party"})


def read_messages(turns: object, options: IntakeOptions) -> list[Message]:
    """The messages of one line.

    Raises:
        Unusable: the array or one of its turns is not as the format says.
    """
    if not isinstance(turns, list) or not turns:
        raise Unusable(
            "there are no turns", hint='add "turns": [{"speaker": "customer", "text": "…"}]'
        )
    number = 0
    try:
        messages = []
        for number, turn in enumerate(turns, start=1):  # noqa: B007 - named in the message below
            messages.append(_message(turn, options))
    except Unusable as reason:
        raise Unusable(f"turn {number}: {reason.message}", hint=reason.hint) from None
    return messages


def read_number(
    value: object, name: str, *, lowest: float | None = 0, highest: float = math.inf
) -> float | None:
    """A finite number within its limits; None stays None.

    Raises:
        Unusable: it is something else.
    """
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number) and (lowest is None or lowest <= number <= highest):
            return number
    limits = "" if lowest is None else f" of {lowest:g} or more"
    limits = f" from {lowest:g} to {highest:.10g}" if math.isfinite(highest) else limits
    raise Unusable(f"{name} is not a number{limits}", hint=f"correct {name} or leave it out")


def read_seconds(value: object, name: str) -> float | None:
    """A time or length in seconds; None stays None.

    Raises:
        Unusable: it is no number, or no seconds from the start of a contact.
    """
    try:
        return read_number(value, name, highest=LONGEST_S)
    except Unusable as reason:
        raise Unusable(reason.message, hint=IN_SECONDS) from None


def _role(speaker: object) -> SpeakerRole | None:
    if not isinstance(speaker, str):
        return None
    return ROLES.get(speaker) or ROLES.get(speaker.strip().casefold())


def _message(turn: Any, options: IntakeOptions) -> Message:
    if not isinstance(turn, dict):
        raise Unusable("not a JSON object", hint='a turn is {"speaker": "agent", "text": "…"}')
    get = turn.get
    speaker, text = get("speaker"), get("text")
    role = _role(speaker)
    if role is None:
        shown = f"unknown speaker {str(speaker)[:60]!r}" if "speaker" in turn else "no speaker"
        raise Unusable(shown, hint=_ROLE_HINT)
    if text is None and "text" in turn:
        text = ""  # how exports write an attachment without words
    if not isinstance(text, str):
        raise Unusable("the text is not text" if "text" in turn else "no text", hint='"text": "…"')
    if len(turn) == 2:
        return Message(role, clean(text))
    at = get("at")
    if at is not None and not isinstance(at, str | int | float):
        raise Unusable("'at' is not a moment", hint="write it like 2026-11-02T09:14:00Z")
    return Message(
        role,
        clean(text),
        start_s=read_seconds(get("start_s"), "start_s"),
        end_s=read_seconds(get("end_s"), "end_s"),
        at=None if at in (None, "") else read_moment(str(at), options),
        spoken=WRITTEN_TURN if _OF_SPEECH.isdisjoint(turn) else _spoken(turn),
    )


def are_lists(value: object) -> TypeGuard[list[list[Any]]]:
    """Whether a value is a list of lists, as words and sounds are written."""
    return isinstance(value, list) and all(isinstance(item, list) for item in value)


def _spoken(turn: Mapping[str, Any]) -> Spoken:
    """What is known of a turn that was recognised; `words` of another shape are not ours."""
    words, party = turn.get("words"), turn.get("party")
    return Spoken(
        confidence=read_number(turn.get("confidence"), "confidence", highest=1),
        words=tuple(map(_word, words)) if are_lists(words) else (),
        loudness_db=read_number(turn.get("loudness_db"), "loudness_db", lowest=None),
        party=one_line(party) if isinstance(party, str) else "",
    )


def _word(item: list[Any]) -> Word:
    text, start_s, end_s, sure = item if len(item) == 4 else (None, None, None, None)
    starts_at, ends_at = (
        read_seconds(start_s, "a word's start"),
        read_seconds(end_s, "a word's end"),
    )
    probability = read_number(sure, "a word's probability", highest=1)
    if not isinstance(text, str) or starts_at is None or ends_at is None or probability is None:
        raise Unusable("one of the words is none", hint=_WORD_HINT)
    return Word(text=clean(text), start_s=starts_at, end_s=ends_at, probability=probability)
