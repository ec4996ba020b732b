"""Alpha and leniency over resampled interactions: one draw for all criteria at once.

Interactions are drawn, and each brings all its ratings along: the ratings of one interaction are
no independent observations.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from operator import itemgetter, mul

from qa_toolkit.calibration.alpha import Kind, Unit, alpha_of, kinds
from qa_toolkit.calibration.bootstrap import interval, resamples
from qa_toolkit.calibration.comparison import Comparison, Places
from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.leniency import Differences
from qa_toolkit.calibration.levels import metric_for

Counts = Sequence[int]
Count = Callable[[Counts], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resampled:
    """Intervals of what was resampled.

    Attributes:
        alphas: by criterion; None where too many resamples have no alpha.
        overall: of the mean of the criteria's alphas.
        leniency: by evaluator.
    """

    alphas: Mapping[str, Interval | None]
    overall: Interval | None
    leniency: Mapping[str, Interval | None]


def unit(row: Places, levels: int) -> Unit:
    """How many evaluators gave each level."""
    counts = [0] * levels
    for place in row:
        if place is not None:
            counts[place] += 1
    return tuple(counts)


def mean_alpha(alphas: Mapping[str, float | None], weights: Mapping[str, int]) -> float | None:
    """The mean over criteria, by the number of their interactions; criteria without one left out."""
    known = [(value, weights[name]) for name, value in alphas.items() if value is not None]
    total = sum(weight for _, weight in known)
    return sum(starmap(mul, known)) / total if total else None


def resample(
    comparisons: Sequence[Comparison], differences: Mapping[str, Differences]
) -> Resampled:
    """Draw the interactions again and again, and compute every figure anew."""
    names = sorted({name for known in comparisons for name in known.rows})
    at = {name: index for index, name in enumerate(names)}
    weights = {known.criterion: len(known.rows) for known in comparisons}
    criteria = {known.criterion: _alpha_from(known, at) for known in comparisons}
    lenient = {name: _mean_from(known, names) for name, known in differences.items()}
    alphas: dict[str, list[float | None]] = {name: [] for name in criteria}
    leniency: dict[str, list[float | None]] = {name: [] for name in lenient}
    overall: list[float | None] = []
    for counts in resamples(len(names)):
        drawn = {name: compute(counts) for name, compute in criteria.items()}
        for name, value in drawn.items():
            alphas[name].append(value)
        for name, mean in lenient.items():
            leniency[name].append(mean(counts))
        overall.append(mean_alpha(drawn, weights))
    return Resampled(
        alphas={name: interval(values) for name, values in alphas.items()},
        overall=interval(overall),
        leniency={name: interval(values) for name, values in leniency.items()},
    )


def _alpha_from(known: Comparison, at: Mapping[str, int]) -> Callable[[Counts], float | None]:
    """Alpha of one criterion as a function of how often each interaction was drawn."""
    members: dict[Unit, list[int]] = {}
    for name, row in known.rows.items():
        members.setdefault(unit(row, len(known.levels)), []).append(at[name])
    metric, levels = metric_for(known.levels), known.levels
    counters: list[tuple[Kind, Count]] = [
        (kind, _sum_of(members[rated])) for rated, kind in kinds(members, levels).items()
    ]

    def compute(counts: Counts) -> float | None:
        return alpha_of([(kind, count(counts)) for kind, count in counters], levels, metric)

    return compute


def _sum_of(places: Sequence[int]) -> Count:
    """The sum of the counts at some places; `itemgetter` takes them at the speed of C."""
    if len(places) == 1:
        return itemgetter(places[0])
    take = itemgetter(*places)
    return lambda counts: sum(take(counts))


def _mean_from(known: Differences, names: Sequence[str]) -> Callable[[Counts], float | None]:
    sums = [known.sums.get(name, 0.0) for name in names]
    numbers = [known.numbers.get(name, 0) for name in names]

    def compute(counts: Counts) -> float | None:
        total = sum(map(mul, numbers, counts))
        return sum(map(mul, sums, counts)) / total if total else None

    return compute
