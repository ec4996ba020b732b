"""A log as it is kept, however it came in."""

from dataclasses import replace
from datetime import datetime
from math import isfinite

from qa_toolkit.domain.said import printable, too_long
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, Observation, ShopLog
from qa_toolkit.domain.shop.moments import with_offset
from qa_toolkit.errors import UsageError

_SHOWN = 30


def as_kept(log: ShopLog) -> ShopLog:
    """A log without characters that no workbook or terminal takes, or that nobody sees.

    Moments keep their offset and lose the name of their zone: in the hour that a clock shows twice
    Python finds moments of a named zone equal to no other.

    Raises:
        UsageError: a moment without a zone, a number that is none, or a text that is too long.
    """
    return replace(
        log,
        marks=tuple(replace(one, at=_with_offset(one.at)) for one in log.marks),
        staff=_text("staff", log.staff),
        staff_description=_text("staff_description", log.staff_description),
        location=_text("location", log.location),
        reference=_text("reference", log.reference),
        narrative=_text("narrative", log.narrative),
        comments={section: _text("comment", text) for section, text in log.comments.items()},
        observations=tuple(map(_clean_one, log.observations)),
        attachments=tuple(replace(one, name=_text("file", one.name)) for one in log.attachments),
    )


def _with_offset(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise UsageError(f"the time {moment:%Y-%m-%d %H:%M:%S} has no time zone")
    return with_offset(moment)


def _clean_one(one: Observation) -> Observation:
    answer = one.answer
    if isinstance(answer, float) and not isfinite(answer):
        raise UsageError(f"{one.question}: {answer} is no number that can be kept")
    if isinstance(answer, str):
        answer = _text("answer", answer)
    elif answer is not None and not isinstance(answer, int | float):
        answer = tuple(_text("answer", option) for option in answer)
    return replace(one, answer=answer, comment=_text("comment", one.comment))


def _text(part: str, text: str) -> str:
    kept = printable(text)
    if wrong := too_long(kept, MOST_CHARACTERS[part]):
        raise UsageError(f"'{kept[:_SHOWN]}…': {wrong}")
    return kept
