"""Krippendorff's alpha: agreement beyond chance of any number of evaluators, with gaps.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011: alpha = 1 - Do / De over the
coincidences of values within units. Units with fewer than two values tell nothing and are left out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Metric = Literal["nominal", "ordinal", "interval"]
Unit = tuple[int, ...]
"""How many evaluators gave each level to one unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Units that were rated alike, prepared for adding up.

    Attributes:
        values: how many evaluators gave each level.
        apart: the coincidences of two different levels, each pair counted in one direction.
        spread: Σ over those coincidences of the squared difference of their values.
    """

    values: tuple[tuple[int, int], ...]
    apart: tuple[tuple[tuple[int, int], float], ...]
    spread: float


def kinds(units: Iterable[Unit], levels: Sequence[float]) -> dict[Unit, Kind]:
    """The different ways in which units with two values or more were rated."""
    return {unit: _kind(unit, levels) for unit in sorted(set(units)) if sum(unit) > 1}


def alpha(counts: Mapping[Unit, int], levels: Sequence[float], metric: Metric) -> float | None:
    """Alpha of units, each way of rating with the number of units that were rated so.

    Args:
        counts: units by how they were rated; those with fewer than two values are passed over.
        levels: the value of each level, ascending.
        metric: how far apart two levels are: `nominal` any, `ordinal` by the ratings between
            them, `interval` by the difference of their values.

    Returns:
        None where nothing can disagree: no two values, or all of them the same.
    """
    known = kinds(counts, levels)
    return alpha_of([(kind, counts[unit]) for unit, kind in known.items()], levels, metric)


def alpha_of(
    counted: Iterable[tuple[Kind, int]], levels: Sequence[float], metric: Metric
) -> float | None:
    """Alpha of prepared units, each kind with its number: what a bootstrap repeats."""
    values = [0] * len(levels)
    apart: dict[tuple[int, int], float] = {}
    spread = 0.0
    for kind, count in counted:
        if not count:
            continue
        for level, given in kind.values:
            values[level] += given * count
        spread += kind.spread * count
        for pair, amount in kind.apart:
            apart[pair] = apart.get(pair, 0.0) + amount * count
    total = sum(values)
    used = [(level, count) for level, count in enumerate(values) if count]
    if len(used) < 2:
        return None
    if metric == "interval":
        observed, expected = spread, _expected_spread(values, levels)
    else:
        square = _ordinal(values) if metric == "ordinal" else _nominal
        observed = sum(amount * square(low, high) for (low, high), amount in apart.items())
        expected = sum(
            count * other * square(low, high)
            for place, (low, count) in enumerate(used)
            for high, other in used[place + 1 :]
        )
    return 1 - (total - 1) * observed / expected


def _kind(unit: Unit, levels: Sequence[float]) -> Kind:
    values = tuple((level, given) for level, given in enumerate(unit) if given)
    others = sum(unit) - 1
    apart = tuple(
        ((low, high), given * other / others)
        for place, (low, given) in enumerate(values)
        for high, other in values[place + 1 :]
    )
    spread = sum(amount * (levels[high] - levels[low]) ** 2 for (low, high), amount in apart)
    return Kind(values=values, apart=apart, spread=spread)


def _nominal(low: int, high: int) -> float:
    return 1.0


def _ordinal(values: Sequence[int]) -> Callable[[int, int], float]:
    """The squared number of ratings between two levels, half of each of these levels included."""
    below = [0]
    for count in values:
        below.append(below[-1] + count)

    def square(low: int, high: int) -> float:
        between = below[high + 1] - below[low] - (values[low] + values[high]) / 2
        return between * between

    return square


def _expected_spread(values: Sequence[int], levels: Sequence[float]) -> float:
    """Σ of squared differences over all pairs of values, by way of their mean."""
    total = sum(values)
    mean = sum(count * level for count, level in zip(values, levels, strict=True)) / total
    return total * sum(
        count * (level - mean) ** 2 for count, level in zip(values, levels, strict=True)
    )
