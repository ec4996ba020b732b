"""How the cost of work grows with its input: a law that holds on a slow or busy machine too."""

from collections.abc import Callable
from math import log
from time import process_time

_MOST = 1.5
"""Well above 1, which is in proportion, and well below 2, which is with the square."""
_TRIES = 3
_TOO_LITTLE_S = 0.005
"""Added to what is measured: work that costs less than this tells nothing about its growth."""


def assert_in_proportion(work: Callable[[int], object], few: int, many: int) -> None:
    """The processor time that work takes grows as its size does, and no faster.

    Args:
        work: does it for one size; what it needs is made in there, and is part of it.
        few: the smaller size.
        many: the larger one; the further apart they are, the less does chance matter.

    Raises:
        AssertionError: it grows faster, each of three times.
    """
    work(few)  # what is made only once counts for neither
    powers: list[float] = []
    while not powers or min(powers) >= _MOST:
        assert len(powers) < _TRIES, f"grows with the power {min(powers):.2f} of the size"
        costs = [_cost_s(work, size) + _TOO_LITTLE_S for size in (few, many)]
        powers.append(log(costs[1] / costs[0]) / log(many / few))


def _cost_s(work: Callable[[int], object], size: int) -> float:
    begun = process_time()
    work(size)
    return process_time() - begun
