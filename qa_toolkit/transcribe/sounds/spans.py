"""Runs of cells: find them, close the gaps between them, smooth what is measured cell by cell."""

from typing import TypeAlias

from qa_toolkit.transcribe.sounds.cells import CELL_S, Mask, Values

Run: TypeAlias = tuple[int, int]
"""First cell, and the cell after the last."""


def cells_of(seconds: float) -> int:
    """So many cells, at least one."""
    return max(1, round(seconds / CELL_S))


def runs(mask: Mask) -> list[Run]:
    """The unbroken runs of true cells, in order."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.pad(mask.astype(np.int8), 1)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def joined(found: list[Run], gap: int) -> list[Run]:
    """Sorted runs at most `gap` cells apart made one."""
    whole: list[Run] = []
    for first, last in found:
        if whole and first - whole[-1][1] <= gap:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return whole


def widened(found: list[Run], by: int, cells: int) -> list[Run]:
    """Each run with `by` more cells at both ends, as far as the recording goes."""
    return [(max(0, first - by), min(cells, last + by)) for first, last in found]


def enclosed(run: Run, mask: Mask, around: int) -> bool:
    """Whether the mask is true in all of the `around` cells before the run and after it."""
    first, last = run
    before, after = mask[max(0, first - around) : first], mask[last : last + around]
    return len(before) == len(after) == around and bool(before.all() and after.all())


def masked(found: list[Run], cells: int) -> Mask:
    """True inside the runs."""
    import numpy as np

    mask = np.zeros(cells, dtype=np.bool_)
    for first, last in found:
        mask[first:last] = True
    return mask


def mean(values: "Values | Mask", width: int) -> Values:
    """The mean of `width` cells around each; at both ends, of those that there are."""
    import numpy as np

    before, cells = width // 2, np.arange(len(values))
    sums = np.cumsum(np.pad(values.astype(np.float64), (1, 0)))
    first, last = np.maximum(cells - before, 0), np.minimum(cells - before + width, len(values))
    result: Values = ((sums[last] - sums[first]) / (last - first)).astype(np.float32)
    return result


def near(mask: Mask, width: int) -> Mask:
    """Whether the mask is true in any of the `width` cells around each."""
    found: Mask = mean(mask, width) > 0.5 / width
    return found
