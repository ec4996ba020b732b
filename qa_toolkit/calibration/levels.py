"""The levels of a criterion: those of the rubric, else those that were given."""

from collections.abc import Iterable, Mapping

from qa_toolkit.calibration.alpha import Metric
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.ratings import Evaluator

_MOST_FILLED = 20
_MOST_ORDINAL = 10
MOST_LEVELS = 1_001
"""What has more different values is no rating: a date, or a number of something."""

Levels = tuple[float, ...]


def levels_of(evaluators: Iterable[Evaluator], criteria: Criteria) -> Mapping[str, Levels]:
    """The levels of every criterion that somebody rated, ascending; in the criteria's order.

    Without a rubric whole numbers in between count as levels that nobody gave.
    """
    given: dict[str, set[float]] = {}
    for evaluator in evaluators:
        for rating in evaluator.ratings:
            values = given.setdefault(rating.criterion, set())
            if rating.value is not None:
                values.add(rating.value)
    known = [name for name in criteria.order if name in given]
    rest = [name for name in given if name not in known]
    return {name: _levels(name, given[name], criteria) for name in (*known, *rest)}


def metric_for(levels: Levels) -> Metric:
    """How far apart two levels are: by rank on a scale, by value where there are many."""
    if len(levels) <= 2:
        return "nominal"
    return "ordinal" if len(levels) <= _MOST_ORDINAL else "interval"


def _levels(name: str, given: set[float], criteria: Criteria) -> Levels:
    criterion = criteria.get(name)
    if criterion is not None and criterion.type != "multi_choice":
        given = given | set(map(float, criterion.levels))
    elif given and all(value.is_integer() for value in given):
        low, high = int(min(given)), int(max(given))
        if high - low <= _MOST_FILLED:
            given = set(map(float, range(low, high + 1)))
    return tuple(sorted(given))
