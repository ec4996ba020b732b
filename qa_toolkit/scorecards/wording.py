"""Rounding and words, decided here and nowhere else, so that 62.25 is 62.3 in every output."""

from datetime import date as day_type
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.said import UNPRINTABLE
from qa_toolkit.domain.score import RatingStatus, to_decimal
from qa_toolkit.domain.scorecard import Outcome, Scorecard

DASH = "–"
"""Stands where there is no number: never 0."""

OUTCOMES = {Outcome.PASS: "Pass", Outcome.FAIL: "Fail", Outcome.NOT_SCORED: "Not scored"}

STATUSES = {
    RatingStatus.RATED: "Rated",
    RatingStatus.NOT_APPLICABLE: "Not applicable",
    RatingStatus.NEEDS_REVIEW: "Needs review",
}

CHANNELS = {
    Channel.CALL: "Call",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "E-mail",
    Channel.SMS: "SMS",
    Channel.SOCIAL: "Social media",
    Channel.VISIT: "Visit",
}

_MOST_SHOWN = 4_000
"""Characters of one text: enough for any speech, not for a pasted log of 1 MB."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MIDNIGHT = time()
_TENTH = Decimal("0.1")
_HALF_UP = Context(prec=28, rounding=ROUND_HALF_UP)


def one_place(value: Decimal | Fraction | None) -> Decimal | None:
    """Rounded half up to one decimal place: 62.25 becomes 62.3, 79.95 becomes 80.0."""
    if value is None:
        return None
    exact = to_decimal(value) if isinstance(value, Fraction) else value
    return exact.quantize(_TENTH, context=_HALF_UP)


def number(value: Decimal | Fraction | None) -> str:
    """One decimal place, or a dash where there is no number."""
    rounded = one_place(value)
    return DASH if rounded is None else str(rounded)


def plain(value: Decimal) -> str:
    """A weight or mark as a person writes it: 25, not 25.00; 12.5 stays."""
    return f"{value.normalize():f}"


@lru_cache(maxsize=4096)
def whole_percent(share: float) -> str:
    """A share of 0..1 as whole percent, half up."""
    rounded = (Decimal(str(share)) * 100).quantize(Decimal(1), context=_HALF_UP)
    return f"{rounded} %"


@lru_cache(maxsize=4096)
def percent(share: float) -> Decimal:
    """A share of 0..1 in percent, one decimal place."""
    return (Decimal(str(share)) * 100).quantize(_TENTH, context=_HALF_UP)


def remarks(scorecard: Scorecard) -> tuple[str, ...]:
    """What a reader should know about the words and who said them, before trusting the ratings."""
    sure = scorecard.role_confidence
    if sure is None or sure >= 1:
        return scorecard.remarks
    return (f"who speaks is estimated, {whole_percent(sure)} sure", *scorecard.remarks)


def outcome_reason(scorecard: Scorecard) -> str:
    """Why this outcome; where a critical criterion waits for a person, also why the machine did.

    `a critical criterion waits for a person: Is the agent polite? (who speaks is estimated: 77 %
    sure)`.
    """
    waiting = (score for score in scorecard.criteria if score.critical_waiting)
    if scorecard.outcome is not Outcome.NOT_SCORED:
        return scorecard.reason
    reasons = (score.reason.removeprefix("critical, and ") for score in waiting)
    own = [reason for reason in dict.fromkeys(reasons) if reason not in ("", scorecard.reason)]
    return f"{scorecard.reason} ({'; '.join(own)})" if own else scorecard.reason


def date_and_time(moment: datetime | None) -> str:
    """`14 Mar 2026, 10:32`, in the time zone the moment carries; a dash when not known.

    The very first moment of a day is how a day without a time is kept: only the day is shown.
    """
    if moment is None:
        return DASH
    is_day = moment.time() == _MIDNIGHT
    return date(moment) if is_day else f"{date(moment)}, {moment:%H:%M}"


def date(moment: day_type) -> str:
    """`14 Mar 2026`: no country reads it as another day."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def critical(harmed: str | None) -> str:
    """`Critical: compliance`, or `Critical` where the rubric names no class."""
    return f"Critical: {harmed}" if harmed else "Critical"


def beyond(reason: str, level: str) -> str:
    """What a reason adds to the level's description, which it often begins with."""
    return reason.removeprefix(level).strip(" ()")


def clean(text: str) -> str:
    """Text without the characters that break a workbook or a page."""
    return text if text.isprintable() else UNPRINTABLE.sub("", text)


def clipped(text: str, most: int) -> str:
    """Text of at most `most` characters, saying how many are not shown."""
    if len(text) <= most:
        return text
    return f"{text[:most]} … ({len(text) - most:,} more characters not shown)"


def sentence(text: str) -> str:
    """Cleaned and begun with a capital letter, as a rubric's anchors need not be."""
    tidy = clipped(clean(text), _MOST_SHOWN)
    return tidy[:1].upper() + tidy[1:]
