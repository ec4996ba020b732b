"""A rating as a person writes it, checked against the rubric; and the texts that go with it."""

from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_TOLD, NOT_APPLICABLE_WORDS
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.said import MOST_TEXT, tidy, too_long
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import UsageError


def criterion_named(rubric: Rubric, criterion_id: str) -> Criterion:
    """The criterion of this id, one whose answers count.

    Raises:
        UsageError: the rubric has none.
    """
    placed = rubric.places.get(criterion_id)
    if placed is None or not placed.criterion.scored:
        near = did_you_mean(criterion_id, rubric.scored)
        what = "takes no rating" if placed else f"is no criterion of {rubric.id} {rubric.version}"
        raise UsageError(f"'{criterion_id}' {what}{near}", hint="qa rubric docs shows the rubric")
    return placed.criterion


def rating_of(criterion: Criterion, text: str) -> tuple[RatingStatus, int | None]:
    """A rating as a person writes it: a level of the criterion, or `na`.

    Raises:
        UsageError: the criterion has no such rating.
    """
    written = text.strip().casefold()
    if written in NOT_APPLICABLE_WORDS:
        if not criterion.na_allowed:
            raise UsageError(
                f"{criterion.id} may not be answered with '{NOT_APPLICABLE_TOLD}'",
                hint=f"one of: {levels_in_words(criterion)}",
            )
        return RatingStatus.NOT_APPLICABLE, None
    try:
        points = int(written)
    except ValueError:
        points = None
    if points is None or points not in criterion.levels:
        raise UsageError(
            f"{criterion.id} has no rating '{text}'", hint=f"one of: {levels_in_words(criterion)}"
        )
    return RatingStatus.RATED, points


def levels_in_words(criterion: Criterion, absent: str = NOT_APPLICABLE) -> str:
    """Every rating a person can give, for a message; `absent` is how not applicable is written."""
    levels = [
        f"{points} ({words})" if words else str(points)
        for points, words in sorted(criterion.levels.items())
    ]
    return ", ".join((*levels, absent) if criterion.na_allowed else levels)


def said(text: str, option: str, most: int = MOST_TEXT) -> str:
    """A text of the command line as it is kept.

    Raises:
        UsageError: it is empty or too long.
    """
    kept = tidy(text)
    if not kept:
        raise UsageError(f"{option} is empty", hint="it is kept, for people to read")
    if wrong := too_long(kept, most):
        raise UsageError(f"{option}: {wrong}")
    return kept
