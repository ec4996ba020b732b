"""What a promise waits for: "once I hear back", "if you send the form", "send it and I'll …"."""

import re

from qa_toolkit.scoring.commitments.clauses import TAIL
from qa_toolkit.scoring.commitments.patterns import either, words

_WAITS = either(
    r"if(?! (?:needed|necessary|possible|applicable|required|so|not|any|at all)\b)",
    r"unless|in case|provided(?: that)?|once|when(?:ever)?",
    r"as soon as(?! possible| (?:i|we) can\b| (?:i'm|we're|i am|we are) able)",
    r"as (?:more|further|new|additional)|after (?:you|we|i|they|it|he|she)",
    r"should (?:you|we|anything|there|this|that|it)|the (?:moment|minute)|depending on|subject to",
)
_WAITING = re.compile(rf"\b{_WAITS}\b")
_WAITS_AT_START = re.compile(_WAITS)
_INDIRECT_QUESTION = re.compile(
    r"\b(?:check|see|ask|out|confirm|verify|(?<!let you )know|sure|decide|determine|wonder"
    r"|tell (?!you))(?: \w+){0,3} $"
)
_DO_THIS = words(
    "send sending share sharing submit fill complete dm e-?mail message provide give get let tell "
    "reply click visit contact sign open forward upload attach confirm return post call try follow "
    "reach log check file raise request choose select pick drop write bring pay make use go head "
    "create pop shoot start enter update stop"
)
_PLEASE = either(
    r"\b(?:please|pls|kindly|(?:can|could|would|will) you|you (?:can|could|may)|just|simply|mind"
    r"|feel free to)\s",
    r"^|[.,;:\u2013-]\s*|\band ",
)
_REQUEST = re.compile(
    rf"{_PLEASE}(?:also |just |please |kindly )?{_DO_THIS}\b.*?"
    r"(?:,|[\u2013;-]|\b(?:and|so|so that|then)\b|&amp;|&)\s*(?:then\s*)?$"
)
_NO_CONDITION = re.compile(
    r"(?:please |just |kindly )*(?:leave (?:it|this|that) (?:with|to)|(?:hold|hang) on|hold|wait"
    r"|bear|keep|give (?:me|us) (?:an?|one|just|some) )"
)
_CONCLUDES = re.compile(r"\b(?:so|therefore|but)[\s,]*$")
_BY_CUSTOMER = re.compile(
    rf"{_WAITS}\s+(?:\w+\s+)?(?:you|u|we (?:receive|get|have) (?:it|this|that|your|the))(?!\w)"
)
_ASKED_FOR = re.compile(
    r"\b(?:please|pls|kindly|let (?:us|me) know|you (?:can|could)|contact|send|dm|reply|call us"
    r"|reach out)\b"
)
_GENERAL = re.compile(
    r"(?:when(?:ever)?|if|once|after)\s+(?:an?|any|someone|somebody|people|customers?|users?)\b"
)
_CERTAIN = re.compile(r"once|when(?!ever)|as |after|the ")

Span = tuple[int, int]


def trigger_in(lower: str, verb: int, end: int) -> Span | None:
    """The part of a promise that names what it waits for; None without any."""
    for found in _WAITING.finditer(lower, verb, end):
        if not _INDIRECT_QUESTION.search(lower, verb, found.start()):
            return found.start(), end
    return None


def trigger_before(lower: str, begin: int, subject: int) -> Span | None:
    """The words before a promise that it waits for: "if …", or a request and "and"."""
    lead = lower[begin:subject]
    condition = None if _CONCLUDES.search(lead) else _WAITING.search(lead)
    known = [found for found in (condition, _REQUEST.search(lead)) if found]
    if not known:
        return None
    start = begin + min(found.start() for found in known)
    tail = TAIL.search(lower, start, subject)
    end = tail.start() if tail else subject
    while start < end and not lower[start].isalnum():
        start += 1
    return (start, end) if start < end and not _NO_CONDITION.match(lower, start) else None


def is_up_to_customer(trigger: str) -> bool:
    """Whether a trigger in lower case is something that the customer does or is asked to do."""
    condition = _WAITS_AT_START.match(trigger)
    return not condition or bool(_BY_CUSTOMER.match(trigger) or _ASKED_FOR.search(trigger))


def is_general(trigger: str) -> bool:
    """Whether a trigger speaks of anybody's case: when a channel is closed, if someone asks."""
    return _GENERAL.match(trigger) is not None


def is_certain(trigger: str) -> bool:
    """Whether a trigger will come sooner or later (once, when), rather than perhaps (if)."""
    return _CERTAIN.match(trigger) is not None
