"""A linear model fitted anew to ratings, as far as these are worth it.

With x the values of features and s the log-odds of the model there is, a rating in 0..1 is
predicted by a + c·s + Σ d·x. Ridge regression holds c to what the model itself says, and never
below 0, and every d to 0, so that few ratings change little. How firmly is chosen by cross-validation, and figures come
from ratings that had no part in any choice (nested cross-validation).
"""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.calibration.folds import FOLDS, folds
from qa_toolkit.calibration.platt import platt, probability
from qa_toolkit.calibration.ridge import Linear, Moments, Row, added, moments, ridge, squared_error

STRENGTHS = (10.0, 30.0, 100.0, 300.0, 1_000.0, 3_000.0, 1_000_000.0)
"""How many ratings the model there is counts for, against each of its weights; the last one
leaves them as they are."""
_HELD = 10.0
_FEWEST_WITH = 5
_MOST_FEATURES = 120
_LEAST_SLOPE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One interaction with its rating.

    Attributes:
        values: of features, without those that are 0.
        log_odds: of the model there is.
        target: the rating in 0..1.
    """

    interaction: str
    values: Mapping[str, float]
    log_odds: float
    target: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What to make of a model: it predicts intercept + share·log_odds + Σ changes·values.

    Attributes:
        strength: the one of `STRENGTHS` that was chosen.
        share: of the log-odds of the model there is, 0 or more.
        changes: by feature; those that are not named keep their weights.
        slope, offset: make log-odds of what it predicts: of being in the better half as people
            rated, where both halves weigh the same.
    """

    strength: float
    intercept: float
    share: float
    changes: Mapping[str, float]
    slope: float
    offset: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The model of all ratings, and what is predicted of each rating by models without it.

    Attributes:
        before: by the model there is, only put on the scale of the ratings. Every fold has a scale
            of its own, so that across folds only the log-odds themselves rank as the model does.
        unseen: by a model fitted to the others.
    """

    fitted: Fitted
    before: Sequence[float]
    unseen: Sequence[float]


def fit(rated: Sequence[Rated]) -> Fit:
    """Fit to ratings; the order in which they come makes no difference.

    Args:
        rated: twenty or more, not all with one rating.
    """
    ordered = sorted(rated, key=lambda item: item.interaction)
    names = _features(ordered)
    problem = _Problem.of(ordered, names)
    before, unseen = problem.unseen()
    strength, linear = problem.solve(range(FOLDS))
    slope, offset = problem.calibrated(strength)
    back = {item.interaction: at for at, item in enumerate(ordered)}
    return Fit(
        fitted=Fitted(
            strength=strength,
            intercept=linear.intercept,
            share=linear.weights[0],
            changes=dict(zip(names, linear.weights[1:], strict=True)),
            slope=slope,
            offset=offset,
        ),
        before=[before[back[item.interaction]] for item in rated],
        unseen=[unseen[back[item.interaction]] for item in rated],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """Rows of numbers, the first of each the log-odds of the model there is, in folds."""

    rows: Sequence[Row]
    targets: Sequence[float]
    members: Sequence[Sequence[int]]
    sums: Sequence[Moments]
    natural: float

    @classmethod
    def of(cls, rated: Sequence[Rated], names: Sequence[str]) -> "_Problem":
        place = {name: number for number, name in enumerate(names, start=1)}
        rows: list[Row] = [
            {0: item.log_odds}
            | {place[name]: value for name, value in item.values.items() if name in place}
            for item in rated
        ]
        targets = [item.target for item in rated]
        dealt = folds([item.interaction for item in rated], targets)
        members = [[at for at, own in enumerate(dealt) if own == fold] for fold in range(FOLDS)]
        size = len(names) + 1
        return cls(
            rows=rows,
            targets=targets,
            members=members,
            sums=[
                moments([rows[at] for at in own], [targets[at] for at in own], size)
                for own in members
            ],
            natural=_natural([item.log_odds for item in rated]),
        )

    def unseen(self) -> tuple[list[float], list[float]]:
        """What is predicted of each fold from the others: with the weights there are, and fitted."""
        before, after = [0.0] * len(self.rows), [0.0] * len(self.rows)
        for left, own in enumerate(self.members):
            others = [fold for fold in range(FOLDS) if fold != left]
            _, fitted = self.solve(others)
            same = self._ridge(added([self.sums[fold] for fold in others]), STRENGTHS[-1])
            for at in own:
                before[at] = same.value(self.rows[at])
                after[at] = fitted.value(self.rows[at])
        return before, after

    def solve(self, used: Sequence[int]) -> tuple[float, Linear]:
        """The model of some folds, with the strength that predicts each from the others best."""
        errors: dict[float, list[float]] = {strength: [] for strength in STRENGTHS}
        for fold in used:
            others = added([self.sums[other] for other in used if other != fold])
            for strength, found in errors.items():
                found.append(squared_error(self._ridge(others, strength), self.sums[fold]))
        strength = _firmest_of_the_best(errors)
        return strength, self._ridge(added([self.sums[fold] for fold in used]), strength)

    def calibrated(self, strength: float) -> tuple[float, float]:
        """Slope and offset of the log-odds of being in the better half, from unseen ratings."""
        scores = [0.0] * len(self.rows)
        for left, own in enumerate(self.members):
            others = added([known for fold, known in enumerate(self.sums) if fold != left])
            linear = self._ridge(others, strength)
            for at in own:
                scores[at] = linear.value(self.rows[at])
        good = better_half(self.targets)
        number = sum(good)
        weights = [len(good) / 2 / (number if one else len(good) - number) for one in good]
        slope, offset = platt(scores, [float(one) for one in good], weights)
        return max(slope, _LEAST_SLOPE), offset

    def _ridge(self, known: Moments, strength: float) -> Linear:
        """A penalty counts in ratings: it is in units of each feature's variance."""
        size = len(known.sums)
        learned = 1 if strength == STRENGTHS[-1] else size
        penalties = [strength * (known.variance(at) or 1.0) for at in range(learned)]
        penalties[0] = _HELD * (known.variance(0) or 1.0)
        priors = [self.natural] + [0.0] * (learned - 1)
        found = ridge(known.part(0, learned), penalties, priors)
        weights = found.weights
        if weights[0] < 0:  # it would turn the model there is round: the best from 0 on is 0
            found = ridge(known.part(1, learned), penalties[1:])
            weights = [0.0, *found.weights]
        return Linear(intercept=found.intercept, weights=[*weights, *[0.0] * (size - learned)])


def better_half(targets: Sequence[float]) -> list[bool]:
    """Which ratings are the better ones, parted where both sides are most nearly equal in number."""
    bounds = sorted(set(targets))[1:]
    middle = min(bounds, key=lambda bound: abs(2 * sum(t >= bound for t in targets) - len(targets)))
    return [target >= middle for target in targets]


def _features(rated: Sequence[Rated]) -> list[str]:
    """The features that occur often enough to learn something of, the commonest first."""
    counts: dict[str, int] = {}
    for item in rated:
        for name in item.values:
            counts[name] = counts.get(name, 0) + 1
    common = [name for name, count in counts.items() if count >= _FEWEST_WITH]
    return sorted(common, key=lambda name: (-counts[name], name))[:_MOST_FEATURES]


def _natural(log_odds: Sequence[float]) -> float:
    """By how much the model's own probability rises with its log-odds, over these interactions."""
    middle = statistics.fmean(log_odds)
    spread = sum((value - middle) ** 2 for value in log_odds)
    rise = sum((value - middle) * probability(value) for value in log_odds)
    return rise / spread if spread else 0.0


def _firmest_of_the_best(errors: Mapping[float, Sequence[float]]) -> float:
    """The greatest strength that is not worse than the best by more than one standard error."""
    best = min(errors, key=lambda strength: sum(errors[strength]))
    for strength in sorted(errors, reverse=True):
        worse = [a - b for a, b in zip(errors[strength], errors[best], strict=True)]
        error = statistics.stdev(worse) / len(worse) ** 0.5
        if statistics.fmean(worse) <= error:
            return strength
    return best
