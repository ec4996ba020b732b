"""Ratings and totals: the arithmetic of a scorecard, exact and without rounding.

Fractions are used throughout, so a total that equals the pass mark passes whatever its weights.
Rounding happens once, for display, in `qa_toolkit.scorecards.wording`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from qa_toolkit.domain.evidence import Evidence

COVERAGE_NEEDED = Fraction(1, 2)
"""Under this share of rated weight there is no verdict: a pass on a remnant would mislead."""


class RatingStatus(StrEnum):
    """Whether a criterion has a rating, and if not, why not."""

    RATED = "rated"
    NOT_APPLICABLE = "not_applicable"
    """Could not have been shown here; leaves the total."""
    NEEDS_REVIEW = "needs_review"
    """The machine abstains and asks a person; leaves the total until one has rated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionScore:
    """What was found for one criterion in one interaction.

    Attributes:
        points: the rating on the criterion's scale; None unless the status is `rated`.
        lowest: lowest rating of the scale.
        highest: highest rating of the scale.
        strength: how much of the behaviour was shown, 0..1, 0.5 when nothing speaks for or
            against it; None where nothing can be said at all.
        reason: why this status and this rating, in one sentence for people.
        evidence: strongest first.
        fails_at: the ratings that are a critical failure; the lowest where none are named.
        bonus: adds to what is earned, not to what could be earned.
        group: id of the subsection it stands in, empty where it stands in the section itself.
    """

    criterion: str
    section: str
    status: RatingStatus
    lowest: int
    highest: int
    weight: Decimal
    points: int | None = None
    strength: float | None = None
    reason: str = ""
    critical: bool = False
    evidence: tuple[Evidence, ...] = ()
    fails_at: tuple[int, ...] = ()
    bonus: bool = False
    group: str = ""

    @property
    def value(self) -> Fraction | None:
        """The rating's place on its scale, 0..1 (Zendesk QA: (selected - min) / (max - min))."""
        if self.points is None:
            return None
        if self.highest == self.lowest:  # all answers the same: only where nothing is counted
            return Fraction(1)
        return Fraction(self.points - self.lowest, self.highest - self.lowest)

    @property
    def critical_failed(self) -> bool:
        """A critical criterion fails at the ratings named, else at the bottom of its scale."""
        return self.critical and self.points in (self.fails_at or (self.lowest,))

    @property
    def critical_waiting(self) -> bool:
        """A critical criterion that a person must still rate: until then nothing can pass."""
        return self.critical and self.status is RatingStatus.NEEDS_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """A value in 0..1 and its weight; a value of None is left out of the mean.

    A bonus adds to what is earned and not to what could be earned, so a mean can pass 100 %.
    """

    value: Fraction | None
    weight: Decimal
    bonus: bool = False


def weighted_percent(parts: Iterable[Weighted]) -> Fraction | None:
    """Weighted mean in percent over the parts that have a value; None when none has.

    The rule of Zendesk QA, Genesys and Amazon Connect: a part without a value leaves numerator
    and denominator. All left out means "not scored", never 0 or 100. A bonus (MaestroQA,
    Playvox, Sassie, Amazon Connect) counts above the line only.
    """
    # in whole numbers over common denominators: a sum of fractions would reduce every step
    earned = possible = 0
    earned_of = possible_of = 1
    for part in parts:
        if part.value is None:
            continue
        weight, weight_of = part.weight.as_integer_ratio()
        value_of = part.value.denominator * weight_of
        earned = earned * value_of + part.value.numerator * weight * earned_of
        earned_of *= value_of
        if not part.bonus:
            possible = possible * weight_of + weight * possible_of
            possible_of *= weight_of
    return Fraction(100 * earned * possible_of, possible * earned_of) if possible else None


def to_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal of 28 digits, the form in which percents are kept."""
    return Decimal(value.numerator) / Decimal(value.denominator)
