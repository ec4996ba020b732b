"""The variance of a mean from groups that were drawn apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One stratum of a draw with what was found in it.

    Attributes:
        frame: interactions there are; None where nobody knows, as of a process that goes on.
        drawn: interactions drawn, those without a value too.
        values: of those drawn that belong to what is estimated, such as one agent's totals.
        each: how many interactions each stands for.
    """

    values: Sequence[Decimal]
    drawn: int
    frame: int | None = None
    each: Fraction = Fraction(1)

    @property
    def left(self) -> float:
        """The share of the frame that was not drawn: 1 - n/N."""
        return 1.0 if self.frame is None else 1 - self.drawn / self.frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one group adds to the variance, in sums of e = w (y - mean) / Σw.

    Attributes:
        drawn: interactions drawn; e is 0 for those that do not belong to what is estimated.
        held: those that do.
        left: the share of the frame that was not drawn.
        linear: Σe.
        square: Σe².
    """

    drawn: int
    held: int
    left: float
    linear: float
    square: float


def part_of(group: Group, value: Fraction, whole: Fraction) -> Part:
    """The sums of a group.

    Args:
        group: its values.
        value: the mean over all groups.
        whole: the interactions that the values of all groups stand for.
    """
    scale, middle = float(group.each / whole), float(value)
    off = [scale * (float(known) - middle) for known in group.values]
    return Part(
        drawn=group.drawn,
        held=len(off),
        left=group.left,
        linear=math.fsum(off),
        square=math.fsum(map(pow, off, repeat(2))),
    )


def variance_of(part: Part) -> float:
    """n/(n-1) Σ(e - mean of e)², with n of the values rather than of all drawn.

    So a part of a simple draw is judged as a draw of its own, as Cochran does (2.12); a few
    values among many drawn would else look surer than they are.
    """
    spread = max(part.square - part.linear**2 / part.drawn, 0.0)
    count = part.held if part.held > 1 else part.drawn
    return part.left * count / (count - 1) * spread


def collapsed(parts: Sequence[Part]) -> list[Part]:
    """Groups of a single draw made one; a lonely one joins the smallest other (Cochran, 5A.12).

    None are left where one single draw is all there is.

    Nothing is known of the spread within such a group. What lies between them is taken for it,
    and the frame for endless, which makes the interval rather too wide than too narrow.
    """
    single = [part for part in parts if part.drawn == 1]
    others = sorted((part for part in parts if part.drawn > 1), key=lambda part: part.drawn)
    if not single:
        return others
    taken = 0 if len(single) > 1 else 1
    together = [*single, *others[:taken]]
    return [*others[taken:], joined(together)] if len(together) > 1 else []


def joined(parts: Sequence[Part]) -> Part:
    """Several groups as if drawn as one from an endless frame."""
    return Part(
        drawn=sum(part.drawn for part in parts),
        held=sum(part.held for part in parts),
        left=1.0,
        linear=math.fsum(part.linear for part in parts),
        square=math.fsum(part.square for part in parts),
    )
