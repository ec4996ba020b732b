"""Ratings in words, and those that differ between two scorecards of one interaction."""

from collections.abc import Iterator

from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.rubric.diff.impact import RatingChange
from qa_toolkit.rubric.diff.match import Names

ABSENT, NOT_APPLICABLE, REVIEW = "–", "n/a", "review"
_STATUSES = {
    RatingStatus.NOT_APPLICABLE: NOT_APPLICABLE,
    RatingStatus.NEEDS_REVIEW: REVIEW,
}


def rating(score: CriterionScore | None) -> str:
    """`2`, `n/a`, `review`, or a dash where the version has no such criterion."""
    if score is None:
        return ABSENT
    return _STATUSES.get(score.status) or str(score.points)


def changed_ratings(old: Scorecard, new: Scorecard, names: Names) -> tuple[RatingChange, ...]:
    """The criteria rated otherwise, by their ids in NEW, then those that are gone."""
    return tuple(_changed(old, new, names))


def _changed(old: Scorecard, new: Scorecard, names: Names) -> Iterator[RatingChange]:
    before = {names.criteria.get(score.criterion): score for score in old.criteria}
    for score in new.criteria:
        was, is_ = rating(before.get(score.criterion)), rating(score)
        if was != is_:
            yield RatingChange(criterion=score.criterion, before=was, after=is_)
    for score in old.criteria:
        if score.criterion not in names.criteria:
            yield RatingChange(criterion=score.criterion, before=rating(score), after=ABSENT)
