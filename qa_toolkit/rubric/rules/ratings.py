"""Which ratings a criterion has, and which of them evidence can give."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from qa_toolkit.domain.rubric import Criterion

_MOST_INDICATORS = 30
_MOST_SUMS = 500
"""Looked at for one criterion, so that no rubric takes long; nobody adds up more by hand."""
_NOTHING = Decimal(0)


def span(criterion: Criterion) -> tuple[int, int] | None:
    """Its lowest and highest rating; None of a criterion without any."""
    if criterion.type == "multi_choice":  # its levels are all sums of options, and can be many
        points = [option.points for option in criterion.options]
        return sum(p for p in points if p < 0), sum(p for p in points if p > 0)
    return (criterion.lowest, criterion.highest) if criterion.levels else None


def has_level(criterion: Criterion, level: int) -> bool:
    """Whether a number is one of its ratings."""
    if criterion.type != "multi_choice":
        return level in criterion.levels
    low, high = span(criterion) or (0, 0)
    sums = 1 << -low  # the bit n - low stands for the sum n
    for option in criterion.options:
        points = option.points
        sums |= sums << points if points > 0 else sums >> -points
    return low <= level <= high and bool(sums >> (level - low) & 1)


def rating_of(criterion: Criterion, answer: int | str) -> int | None:
    """The rating that an answer named in a condition stands for; None where there is none."""
    if isinstance(answer, int):
        return answer if has_level(criterion, answer) else None
    return _named(criterion).get(answer.lower() if criterion.type == "yes_no" else answer)


def answer_names(criterion: Criterion) -> Collection[object]:
    """What conditions can call its answers, for messages."""
    return _named(criterion) or criterion.levels


def level_names(criterion: Criterion) -> Collection[object]:
    """Its ratings, for messages."""
    if criterion.type == "multi_choice":
        return ["sums from {} to {}".format(*(span(criterion) or (0, 0)))]
    return criterion.levels


def best(criterion: Criterion) -> Decimal:
    """The most points that evidence can give."""
    gains = [indicator.points for indicator in criterion.indicators if indicator.points > 0]
    all_together = criterion.rate == "all"
    return criterion.base + (sum(gains, _NOTHING) if all_together else max(gains, default=_NOTHING))


def worst(criterion: Criterion) -> Decimal:
    """The least points that evidence can give."""
    losses = [indicator.points for indicator in criterion.indicators if indicator.points < 0]
    all_together = criterion.rate == "all"
    return criterion.base + (
        sum(losses, _NOTHING) if all_together else min(losses, default=_NOTHING)
    )


def nearest(levels: Sequence[int], points: Decimal) -> int:
    """The level nearest to the points, a half counting upwards; `levels` are in order."""
    above = bisect_left(levels, points)
    if above == len(levels):
        return levels[-1]
    if above == 0 or levels[above] - points <= points - levels[above - 1]:
        return levels[above]
    return levels[above - 1]


def reachable(criterion: Criterion) -> frozenset[int] | None:
    """The levels that evidence can give with `rate: any` or `all`; None when that is too many."""
    points = tuple(indicator.points for indicator in criterion.indicators)
    levels = tuple(sorted(criterion.levels))
    return _reachable(levels, criterion.base, points, criterion.rate)


@lru_cache(maxsize=256)  # most criteria of a rubric look alike
def _reachable(
    levels: tuple[int, ...], base: Decimal, points: tuple[Decimal, ...], rate: str
) -> frozenset[int] | None:
    gains = {value for value in points if value > 0}
    losses = {value for value in points if value < 0}
    sums: set[Decimal] | None
    if rate == "all":
        sums = _sums(points) if len(points) <= _MOST_INDICATORS else None
    elif len(gains) * len(losses) > _MOST_SUMS:
        sums = None
    else:
        sums = {gain + loss for gain in (_NOTHING, *gains) for loss in (_NOTHING, *losses)}
    return None if sums is None else frozenset(nearest(levels, base + gain) for gain in sums)


def _named(criterion: Criterion) -> dict[str, int]:
    if criterion.type == "yes_no":
        return {"yes": 1, "no": 0}
    if criterion.type in ("choice", "multi_choice"):
        return {option.id: option.points for option in criterion.options}
    return {}


def _sums(points: Iterable[Decimal]) -> set[Decimal] | None:
    """What any choice of the points can add up to."""
    sums = {_NOTHING}
    for value in points:
        sums |= {known + value for known in sums}
        if len(sums) > _MOST_SUMS:
            return None
    return sums
