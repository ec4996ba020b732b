"""Intervals by resampling: what a figure would be, had other interactions been drawn."""

import math
import random
from collections.abc import Iterable, Iterator

from qa_toolkit.calibration.interval import Interval

SEED = "qa_toolkit"
REPEATS = 1_000
_LEAST = 0.9


def resamples(size: int, repeats: int = REPEATS, seed: str = SEED) -> Iterator[list[int]]:
    """How often each of `size` things is drawn, when as many are drawn with replacement.

    The same size and seed give the same draws.
    """
    generator = random.Random(seed)  # noqa: S311 - to be repeatable, not to be secret
    things = range(size)
    for _ in range(repeats):
        counts = [0] * size
        for drawn in generator.choices(things, k=size):
            counts[drawn] += 1
        yield counts


def interval(figures: Iterable[float | None]) -> Interval | None:
    """The middle 95 % of resampled figures (Efron's percentile interval).

    Returns:
        None where a tenth of the resamples or more had no figure.
    """
    everything = list(figures)
    known = sorted(figure for figure in everything if figure is not None)
    if not known or len(known) < _LEAST * len(everything):
        return None
    return Interval(low=_quantile(known, 0.025), high=_quantile(known, 0.975))


def _quantile(ordered: list[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
