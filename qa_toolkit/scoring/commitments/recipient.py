"""Promises that name no doer: you will receive, your refund will be processed, it will arrive."""

import re

from qa_toolkit.domain.commitment import Action
from qa_toolkit.scoring.commitments.patterns import either, words

_GETS = either(
    r"(?:be )?(?:receiv(?:e|ing)|get(?:ting)?|see|be sent)",
    r"expect(?: to (?:receive|get|see))?",
)
_SOME = r"(?: ?(?:an?|the|your|our|one|another)\b)?(?: ?[\w'&/-]+){0,4}? ?"
_MONEY = words("refund credit reimbursement money compensation")
_WORD_FROM_US = words(
    "phone_call call_?back call e-?mail e_mail text sms message letter notification update reply "
    "response answer"
)
_THING = words(
    "link code receipt invoice confirmation replacement label form package parcel order ticket "
    "voucher card copy details instructions documents? statement delivery"
)
_RECEIVED: tuple[tuple[str, Action, bool], ...] = (
    (rf"(?:{_GETS})?{_SOME}\b{_MONEY}\b", Action.REFUND, False),
    (rf"(?:{_GETS})?{_SOME}\b{_WORD_FROM_US}\b", Action.CONTACT, False),
    (
        r"(?:expect to |be )?hear(?:ing)? (?:back |more )?(?:from|within|in|by|soon|tomorrow|on"
        r"|shortly)\b",
        Action.CONTACT,
        False,
    ),
    (
        r"(?:to )?be "
        + words(
            "contacted called phoned notified e-?mailed texted informed updated alerted reached"
        )
        + r"\b",
        Action.CONTACT,
        False,
    ),
    (r"(?:to )?be (?:refunded|credited|reimbursed|compensated)\b", Action.REFUND, False),
    (rf"{_GETS}{_SOME}\b{_THING}\b", Action.SEND, False),
    (
        rf"(?:{_GETS}|have) (?:it|them|this|that|one|these|those|an?|the|your|our|all|everything)\b",
        Action.SEND,
        True,
    ),
)
"""What follows "you will", what it promises, and whether only a time makes a promise of it."""
_TABLE = tuple((re.compile(pattern), action, timed) for pattern, action, timed in _RECEIVED)
_SENT = (
    "sent shipped delivered issued returned e-?mailed posted mailed dispatched out with_you there "
    "on_its_way at_your in_touch"
)
_PUT_RIGHT = (
    "processed released fixed resolved completed ready available restored activated reinstated "
    "updated reviewed looked investigated back done removed applied transferred escalated cancelled "
    "canceled corrected replaced sorted up_and_running repaired collected picked_up"
)
_PAID = "refunded credited reimbursed paid deposited reversed"
_ADVERBS = r"(?:(?:also|then|automatically|fully|now|manually|all) )*"
_DONE = re.compile(
    rf"{_ADVERBS}(?:be |get ){_ADVERBS}(?:(?P<sent>{words(_SENT)})|(?P<fixed>{words(_PUT_RIGHT)})"
    rf"|(?P<paid>{words(_PAID)}))\b"
    r"|(?P<comes>arrive|show in|hit|reflect|be in your|reach you(?:r \w+)?|go out|show up|come"
    r"|appear|take effect|ship|drop|land|go through)\b"
)
_TAKES = re.compile(r"(?:usually |normally |typically )?take\b")
_TAKES_TIME = re.compile(
    r"\b"
    + words("refund replacement payment credit delivery parcel package order transfer review")
    + r"\b"
)
_VISITS = re.compile(
    r"(?:also |then )?(?:be (?:with you|in touch|there|out|round|at your)|arrive|reach you"
    r"|come (?:out|over|round|to you)|visit)\b"
)


def received_action(clause: str) -> tuple[Action, bool] | None:
    """What "you will …" promises, and whether only a time makes a promise of it."""
    for pattern, action, timed in _TABLE:
        if pattern.match(clause):
            return action, timed
    done = thing_action("", clause)
    return None if done is None else (done, True)


def visit_action(clause: str) -> Action | None:
    """Whether somebody will come; a promise only where a time is named."""
    return Action.SEND if _VISITS.match(clause) else None


def thing_action(subject: str, clause: str) -> Action | None:
    """What is to happen to a thing; a promise only where a time is named."""
    if _TAKES.match(clause):
        return Action.FIX if _TAKES_TIME.search(subject) else None
    found = _DONE.match(clause)
    if found is None:
        return None
    if found["paid"]:
        return Action.REFUND
    return Action.FIX if found["fixed"] else Action.SEND
