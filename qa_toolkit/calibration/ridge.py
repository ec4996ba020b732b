"""Ridge regression in closed form, towards weights that are known already.

Minimised is Σ w·(y - intercept - x·b)² + Σ penalty·(b - prior)². Rows enter only through sums of
products, which are added up fold by fold: cross-validation costs no second pass over the rows.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import add, mul

_ROUNDED = 1e-9
Row = Mapping[int, float]
"""The values of a row by the number of the feature; those that are 0 are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Weighted sums over rows.

    Attributes:
        weight: of all rows.
        sums: of each feature.
        products: of every two features, the lower triangle with its diagonal.
        target: sum of the targets.
        target_square: sum of their squares.
        with_target: of each feature times the target.
    """

    weight: float
    sums: Sequence[float]
    products: Sequence[Sequence[float]]
    target: float
    target_square: float
    with_target: Sequence[float]

    def variance(self, feature: int) -> float:
        """Of a feature over the rows; 0 where it is no more than what sums are rounded by."""
        mean = self.sums[feature] / self.weight
        square = self.products[feature][feature] / self.weight
        found = square - mean * mean
        return found if found > _ROUNDED * square else 0.0

    def part(self, first: int, end: int) -> "Moments":
        """The same rows with the features from `first` to before `end` only."""
        return replace(
            self,
            sums=self.sums[first:end],
            products=[line[first:] for line in self.products[first:end]],
            with_target=self.with_target[first:end],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """An intercept and the weights of features."""

    intercept: float
    weights: Sequence[float]

    def value(self, row: Row) -> float:
        """Its value for a row."""
        return self.intercept + sum(self.weights[at] * value for at, value in row.items())


def moments(
    rows: Iterable[Row],
    targets: Iterable[float],
    features: int,
    weights: Iterable[float] | None = None,
) -> Moments:
    """Add up rows.

    Args:
        rows: the values of features.
        targets: what is to be predicted, one for each row.
        features: how many there are.
        weights: of each row; 1 where not given.
    """
    sums, with_target = [0.0] * features, [0.0] * features
    products = [[0.0] * (place + 1) for place in range(features)]
    total = target_sum = target_square = 0.0
    rows = list(rows)
    for row, target, weight in zip(rows, targets, weights or [1.0] * len(rows), strict=True):
        total += weight
        target_sum += weight * target
        target_square += weight * target * target
        known = sorted(row.items())
        for place, (feature, value) in enumerate(known):
            weighted = weight * value
            sums[feature] += weighted
            with_target[feature] += weighted * target
            line = products[feature]
            for other, other_value in known[: place + 1]:
                line[other] += weighted * other_value
    return Moments(
        weight=total,
        sums=sums,
        products=products,
        target=target_sum,
        target_square=target_square,
        with_target=with_target,
    )


def added(parts: Sequence[Moments]) -> Moments:
    """The sums over several sets of rows."""
    first, *rest = parts
    together = first
    for part in rest:
        lines = zip(together.products, part.products, strict=True)
        together = Moments(
            weight=together.weight + part.weight,
            sums=list(map(add, together.sums, part.sums)),
            products=[list(map(add, line, other)) for line, other in lines],
            target=together.target + part.target,
            target_square=together.target_square + part.target_square,
            with_target=list(map(add, together.with_target, part.with_target)),
        )
    return together


def ridge(
    known: Moments, penalties: Sequence[float], prior: Sequence[float] | None = None
) -> Linear:
    """The weights that fit the rows best and stay near those known before.

    Args:
        known: the rows; more than none.
        penalties: how strongly each weight is held to its prior, above 0, in units of the
            target's square per weight's square.
        prior: the weights known before; 0 where not given. The intercept is free.

    Raises:
        ValueError: a penalty is not above 0, so that the weights may not be determined.
    """
    if min(penalties, default=1.0) <= 0:
        raise ValueError("every penalty must be above 0")
    held = prior or [0.0] * len(penalties)
    means = [value / known.weight for value in known.sums]
    centred = [
        [product - mean * total for product, total in zip(line, known.sums, strict=False)]
        for line, mean in zip(known.products, means, strict=True)
    ]
    wanted = [
        value - mean * known.target + penalty * before
        for value, mean, penalty, before in zip(
            known.with_target, means, penalties, held, strict=True
        )
    ]
    for place, penalty in enumerate(penalties):
        centred[place][place] += penalty
    weights = _solved(centred, wanted)
    intercept = known.target / known.weight - sum(map(mul, means, weights))
    return Linear(intercept=intercept, weights=weights)


def squared_error(fitted: Linear, known: Moments) -> float:
    """The mean squared error over rows of which only the sums are known."""
    weights, intercept = fitted.weights, fitted.intercept
    linear = sum(map(mul, weights, known.with_target))
    square = sum(
        weight * (2 * sum(map(mul, line, weights)) - line[-1] * weight)
        for line, weight in zip(known.products, weights, strict=True)
    )
    total = (
        known.target_square
        + square
        + intercept * intercept * known.weight
        - 2 * linear
        - 2 * intercept * known.target
        + 2 * intercept * sum(map(mul, weights, known.sums))
    )
    return max(0.0, float(total / known.weight))


def _solved(matrix: list[list[float]], wanted: Sequence[float]) -> list[float]:
    """Solve a symmetric, positive definite system by Cholesky's decomposition."""
    lower: list[list[float]] = []
    for line in matrix:
        own: list[float] = []
        for other in lower:
            own.append((line[len(own)] - sum(map(mul, own, other))) / other[-1])
        pivot = line[-1] - sum(map(mul, own, own))
        own.append(math.sqrt(pivot))
        lower.append(own)
    half: list[float] = []
    for line, value in zip(lower, wanted, strict=True):
        half.append((value - sum(map(mul, half, line))) / line[-1])
    solution = [0.0] * len(half)
    for place in reversed(range(len(half))):
        later = sum(lower[row][place] * solution[row] for row in range(place + 1, len(half)))
        solution[place] = (half[place] - later) / lower[place][place]
    return solution
