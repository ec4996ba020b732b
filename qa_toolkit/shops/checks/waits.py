"""Which sentences tell how long a shopper waited, and for what: in a queue, or for the first word."""

import re
from dataclasses import dataclass

from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.shops.checks.amounts import UNITS_S
from qa_toolkit.shops.checks.words import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wait:
    """A kind of wait: how questions ask for it, and how texts tell of it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


_SPOKE = (
    r"(?:answered|picked up(?! (?:the|a|an|my|one)\b)|greeted|welcomed|got through|connected"
    r"|said (?:hello|hi|(?:good )?(?:morning|afternoon|evening)))"
)
_ANY = re.compile(r"\b(?:wait|waits|waited|waiting)\b", re.IGNORECASE)
_QUEUE = _Wait(
    asked=re.compile(r"\b(?:queue|in line|checkout)\b", re.IGNORECASE),
    told=re.compile(
        r"\b(?:queue|queued|queue?ing|in (?:the )?line|joined the line)\b", re.IGNORECASE
    ),
)
_FIRST_WORD = _Wait(
    asked=re.compile(r"\b(?:rings?|rang|answer\w*|greet\w*|first word|wait\w*)\b", re.IGNORECASE),
    told=re.compile(
        rf"\b{_SPOKE}\b(?:\W+\w+){{0,4}}?\W+(?:after|within|in)\b"
        rf"|\b(?:after|within)\b(?:\W+\w+){{1,5}}?\W+{_SPOKE}\b|\b(?:rang|ringing) for\b",
        re.IGNORECASE,
    ),
)
_PART = re.compile(r"\b(?:rang|ringing|music|menu|announcements?)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:hold|holds|held|holding|silent|silence|quiet)\b", re.IGNORECASE)


def telling_of(question: FormQuestion, form: ShopForm, text: str) -> list[str]:
    """The sentences that tell how long the wait was that a question asks for.

    None where another question asks for the like, and none that tell of a hold. Of several waits
    of a form each is known by its own words only.
    """
    kind = _kind(question)
    alike = [
        one
        for one in form.questions()
        if one.id != question.id and one.type == "number" and one.unit.casefold() in UNITS_S
    ]
    if kind is None or any(_kind(one) in (None, kind) for one in alike):
        return []
    ways = (kind.told,) if alike else (_ANY, _QUEUE.told, _FIRST_WORD.told)
    return [
        sentence
        for sentence in sentences(text)
        if any(way.search(sentence) for way in ways) and not _HELD.search(sentence)
    ]


def is_part_of_wait(sentence: str) -> bool:
    """Whether it tells of a part of a wait, such as the menu: the whole was at least as long."""
    return _PART.search(sentence) is not None


def _kind(question: FormQuestion) -> _Wait | None:
    kinds = (_QUEUE, _FIRST_WORD)
    return next((kind for kind in kinds if kind.asked.search(question.text)), None)
