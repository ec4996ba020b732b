"""Cohen's kappa of two evaluators, plain and weighted by how far apart their levels lie."""

from collections.abc import Callable, Mapping
from typing import Literal

Weighting = Literal["none", "linear", "quadratic"]
Pairs = Mapping[tuple[int, int], int]
"""How often the first evaluator gave one level and the second another, both as positions."""

_DISTANCES: dict[Weighting, Callable[[int], int]] = {
    "none": lambda apart: int(apart != 0),
    "linear": abs,
    "quadratic": lambda apart: apart * apart,
}


def kappa(pairs: Pairs, weighting: Weighting = "none") -> float | None:
    """Agreement beyond chance, 1 for perfect and 0 for what chance alone would give.

    Cohen (1960); with weights, which count a disagreement by its size, Cohen (1968) in the form
    1 - Σ d·observed / Σ d·expected, where d is the distance of two levels or its square.

    Returns:
        None where chance leaves nothing to disagree on: everything has one and the same level.
    """
    distance = _DISTANCES[weighting]
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    observed = 0
    for (a, b), count in pairs.items():
        rows[a] = rows.get(a, 0) + count
        columns[b] = columns.get(b, 0) + count
        observed += distance(a - b) * count
    by_chance = sum(
        distance(a - b) * rows_a * columns_b
        for a, rows_a in rows.items()
        for b, columns_b in columns.items()
    )
    if not by_chance:
        return None
    return 1 - observed * sum(rows.values()) / by_chance
