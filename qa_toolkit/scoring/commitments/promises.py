"""Where a turn may promise something: a subject and a word for the future."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.scoring.commitments.signs import signs_in
from qa_toolkit.scoring.commitments.subjects import Subject, subject_before

_SPOKEN_BEFORE = frozenset({"will", "booked"})
"""Signs whose subject stands before them and is not part of them."""
_SICK = re.compile(
    r"(?:\b(?:is|am|are|was|were|be|been|being|feels?|feeling|fell|very|so|too|got|get|the|\w+ly)"
    r"|'s|'m|'re)\s+$"
)
_STARTS = re.compile(
    r"(?:^|[.!?,;:]\s*|\b(?:and|so|then|but|ok|okay|yes|sure|right|alright|um|uh|that|thanks)\s+)$"
)
_LET_BY = re.compile(r"(?:\b(?:you|to|not|they|them|it|doesnt|dont|wont|didnt)|n't)\s+$")
_LOOK_BACK = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that may hold a promise.

    Attributes:
        sign: the name of the word for the future, as in `signs`.
        start: where its subject starts.
        modal: one past the word for the future.
        verb: where the verb starts, or adverbs before it.
        floor: where the place before it ended.
    """

    sign: str
    start: int
    modal: int
    verb: int
    floor: int
    subject: Subject


def places_in(lower: str) -> Iterator[Place]:
    """The places of a text in lower case that may hold a promise, in order."""
    floor = 0
    for sign, found in signs_in(lower):
        start, modal = found.span()
        if start < floor or _means_something_else(lower, start, sign, found.group()):
            continue
        if sign in _SPOKEN_BEFORE:
            subject = subject_before(lower, floor, start)
        else:
            subject = Subject(start=start, role=_role_of(sign, found.group()))
        if subject is not None:
            verb = modal
            while verb < len(lower) and lower[verb] == " ":
                verb += 1
            yield Place(
                sign=sign, start=subject.start, modal=modal, verb=verb, floor=floor, subject=subject
            )
        floor = modal


def _means_something_else(lower: str, start: int, sign: str, words: str) -> bool:
    """Whether "ill" is sick, "well" is fine, or somebody else lets me do it."""
    begin = max(0, start - _LOOK_BACK)
    if sign == "let":
        return _LET_BY.search(lower, begin, start) is not None
    if words == "ill":
        return _SICK.search(lower, begin, start) is not None
    return words == "well" and _STARTS.search(lower, begin, start) is None


def _role_of(sign: str, words: str) -> str:
    if sign in ("should", "expect") or words == "youll":
        return "you"
    if words == "theyll":
        return "they"
    if sign == "can":
        return "agent" if " i " in words else "we"
    return "we" if words.startswith("we") or words.endswith("us to") else "agent"
