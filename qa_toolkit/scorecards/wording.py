"""The words of scorecards, decided here and nowhere else; numbers are rounded by `domain.rounding`."""

from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from qa_toolkit.domain import rounding
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.said import UNPRINTABLE
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.domain.wording import day_shown

DASH = "–"
"""Stands where there is no number: never 0."""

OUTCOMES = {Outcome.PASS: "Pass", Outcome.FAIL: "Fail", Outcome.NOT_SCORED: "Not scored"}

STATUSES = {
    RatingStatus.RATED: "Rated",
    RatingStatus.NOT_APPLICABLE: "Not applicable",
    RatingStatus.NEEDS_REVIEW: "Needs review",
}

_MOST_SHOWN = 4_000
"""Characters of one text: enough for any speech, not for a pasted log of 1 MB."""
_MIDNIGHT = time()


def one_place(value: Decimal | Fraction | None) -> Decimal | None:
    """Rounded half up to one decimal place, where there is a number."""
    return None if value is None else rounding.one_place(value)


def number(value: Decimal | Fraction | None) -> str:
    """One decimal place, or a dash where there is no number."""
    rounded = one_place(value)
    return DASH if rounded is None else str(rounded)


@lru_cache(maxsize=4096)
def percent(share: float) -> Decimal:
    """A share of 0..1 in percent, one decimal place."""
    return rounding.one_place(Decimal(str(share)) * 100)


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
    return day_shown(moment) if is_day else f"{day_shown(moment)}, {moment:%H:%M}"


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
