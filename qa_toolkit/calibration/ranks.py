"""Whether scores rank things as ratings do: Spearman's rho and the area under the ROC curve."""

import math
from collections.abc import Sequence
from itertools import groupby


def mid_ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, counted from 1; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    before = 0
    for _, group in groupby(order, key=values.__getitem__):
        tied = list(group)
        for index in tied:
            ranks[index] = before + (len(tied) + 1) / 2
        before += len(tied)
    return ranks


def spearman(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Spearman's rank correlation, -1 to 1; None where either side has one value only."""
    ranks_a, ranks_b = mid_ranks(a), mid_ranks(b)
    middle = (len(ranks_a) + 1) / 2
    from_a = [rank - middle for rank in ranks_a]
    from_b = [rank - middle for rank in ranks_b]
    spread = math.fsum(x * x for x in from_a) * math.fsum(y * y for y in from_b)
    if not spread:
        return None
    together = math.fsum(x * y for x, y in zip(from_a, from_b, strict=True))
    return together / math.sqrt(spread)


def auc(
    scores: Sequence[float], ratings: Sequence[float], counts: Sequence[int] | None = None
) -> float | None:
    """The share of pairs with different ratings that the scores put in the right order.

    With two ratings this is the area under the ROC curve; a tie of scores counts half.

    Args:
        scores: any numbers.
        ratings: what people said, a few levels.
        counts: how often each counts; once where not given.

    Returns:
        None where all ratings are the same.
    """
    order = sorted(range(len(scores)), key=scores.__getitem__)
    return auc_in_order(order, scores, ratings, counts or [1] * len(scores))


def auc_in_order(
    order: Sequence[int], scores: Sequence[float], ratings: Sequence[float], counts: Sequence[int]
) -> float | None:
    """The same for an order that is known already: what a bootstrap repeats."""
    below: dict[float, int] = {}
    right = tied = 0
    for _, group in groupby(order, key=scores.__getitem__):
        here: dict[float, int] = {}
        for index in group:
            if counts[index]:
                here[ratings[index]] = here.get(ratings[index], 0) + counts[index]
        for rating, count in here.items():
            right += count * sum(known for low, known in below.items() if low < rating)
            tied += count * sum(known for low, known in here.items() if low < rating)
        for rating, count in here.items():
            below[rating] = below.get(rating, 0) + count
    all_of_them = sum(below.values())
    pairs = (all_of_them**2 - sum(count * count for count in below.values())) // 2
    return (right + tied / 2) / pairs if pairs else None
