"""The array `turns` of the line format, checked value by value."""

import math
from typing import Any

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import IN_SECONDS, LONGEST_S, ROLES, Message
from qa_toolkit.intake.dates import read_moment
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.text import clean

_ROLE_HINT = f"use one of {', '.join(ROLES)}"


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
        confidence=read_number(get("confidence"), "confidence", highest=1),
    )
