"""Whether a fitted model agrees better with ratings than the one before, beyond chance."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import mul

from qa_toolkit.calibration.bootstrap import REPEATS, interval, resamples
from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.kappa import kappa
from qa_toolkit.calibration.ranks import auc_in_order, spearman

_FEWEST_REPEATS = 200
_WORK = 2_000_000
_STEPS = 20
"""Ratings are told apart to twentieths of the scale when pairs of them are ranked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing:
    """How far predictions agree with ratings.

    Attributes:
        auc: share of pairs with different ratings in the right order.
        spearman: rank correlation.
        kappa: of the level nearest to the prediction, with quadratic weights.
        error: mean absolute error on the scale 0..1.
    """

    auc: float | None
    spearman: float | None
    kappa: float | None
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """After less before, with its interval by resampling interactions."""

    auc: Interval | None
    kappa: Interval | None
    error: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """Figures of the model before and after on the same ratings, none of them seen by it.

    Attributes:
        auc: interval of the figure after.
    """

    before: Agreeing
    after: Agreeing
    change: Change
    auc: Interval | None

    @property
    def ranks_better(self) -> bool:
        return self.change.auc is not None and self.change.auc.low > 0

    @property
    def ranks_worse(self) -> bool:
        return self.change.auc is not None and self.change.auc.high < 0

    @property
    def is_nearer(self) -> bool:
        return self.change.error is not None and self.change.error.high < 0

    @property
    def advised(self) -> bool:
        """Whether to use the fitted model: it ranks better, or is nearer and ranks as well."""
        return self.ranks_better or (self.is_nearer and self._ranks_as_well)

    @property
    def _ranks_as_well(self) -> bool:
        before, after = self.before.auc, self.after.auc
        return before is not None and after is not None and after >= before


def benefit(
    log_odds: Sequence[float],
    before: Sequence[float],
    after: Sequence[float],
    targets: Sequence[float],
    levels: Sequence[float],
) -> Benefit:
    """Compare what two models predict of the same ratings.

    Args:
        log_odds: of the model there was; they rank the ratings.
        before: the same on the scale of the ratings, for figures that need a level.
        after: by the fitted model, of ratings it has not seen.
        targets: the ratings in 0..1.
        levels: the places that ratings can take in 0..1, ascending.
    """
    old = _judged(log_odds, before, targets, levels)
    new = _judged(after, after, targets, levels)
    repeats = max(_FEWEST_REPEATS, min(REPEATS, _WORK // len(targets)))
    drawn = list(resamples(len(targets), repeats))
    aucs = [(old.auc(counts), new.auc(counts)) for counts in drawn]
    kappas = [(old.kappa(counts), new.kappa(counts)) for counts in drawn]
    errors = [(old.error(counts), new.error(counts)) for counts in drawn]
    return Benefit(
        before=_agreeing(old, log_odds, targets),
        after=_agreeing(new, after, targets),
        change=Change(
            auc=interval(_differences(aucs)),
            kappa=interval(_differences(kappas)),
            error=interval(_differences(errors)),
        ),
        auc=interval(figure for _, figure in aucs),
    )


Figure = Callable[[Sequence[int]], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One model's figures as functions of how often each rating counts."""

    auc: Figure
    kappa: Figure
    error: Callable[[Sequence[int]], float]


def _judged(
    scores: Sequence[float],
    guesses: Sequence[float],
    targets: Sequence[float],
    levels: Sequence[float],
) -> _Judged:
    order = sorted(range(len(targets)), key=scores.__getitem__)
    steps = [float(round(target * _STEPS)) for target in targets]
    ratings = [min(1.0, max(0.0, rating)) for rating in guesses]
    pairs = [
        (_nearest(rating, levels), _nearest(target, levels))
        for rating, target in zip(ratings, targets, strict=True)
    ]
    errors = [abs(rating - target) for rating, target in zip(ratings, targets, strict=True)]

    def of_levels(counts: Sequence[int]) -> float | None:
        table: dict[tuple[int, int], int] = {}
        for pair, count in zip(pairs, counts, strict=True):
            table[pair] = table.get(pair, 0) + count
        return kappa(table, "quadratic")

    return _Judged(
        auc=lambda counts: auc_in_order(order, scores, steps, counts),
        kappa=of_levels,
        error=lambda counts: sum(map(mul, errors, counts)) / sum(counts),
    )


def _agreeing(judged: _Judged, scores: Sequence[float], targets: Sequence[float]) -> Agreeing:
    once = [1] * len(targets)
    return Agreeing(
        auc=judged.auc(once),
        spearman=spearman(scores, targets),
        kappa=judged.kappa(once),
        error=judged.error(once),
    )


def _differences(pairs: Sequence[tuple[float | None, float | None]]) -> Iterator[float | None]:
    for before, after in pairs:
        yield None if before is None or after is None else after - before


def _nearest(value: float, levels: Sequence[float]) -> int:
    return min(range(len(levels)), key=lambda place: abs(levels[place] - value))
