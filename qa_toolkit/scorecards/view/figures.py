"""Figures: means with intervals, trends, and where points are lost."""

from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.scorecards.view.kinds import OutcomeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateView:
    """A mean or share with its interval.

    Attributes:
        shown: `82.3`.
        span: `75.1 to 89.5`, or a dash.
        interval: the span in words, or why there is none.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    shown: str
    span: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """One headline figure and the words under it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionMeanView:
    """A section's mean over `count` scorecards, and the least a pass needs."""

    id: str
    title: str
    weight: str
    mean: Decimal | None
    shown: str
    count: int
    least: Decimal | None
    minimum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPointView:
    """One period of a trend.

    Attributes:
        period: `2026-W47`.
        count: scorecards behind the mean.
        change: in words against the period before; empty for the first.
        beyond_chance: whether the 95 % interval of that change leaves out 0.
    """

    period: str
    mean: EstimateView
    pass_share: EstimateView
    count: int
    change: str
    beyond_chance: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """Means by period, the oldest first.

    Attributes:
        said: what the trend says in one sentence, small numbers named as such.
    """

    points: tuple[TrendPointView, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LossView:
    """Where points are lost: one line of a Pareto table, the costliest first.

    Attributes:
        lost: points of the total that it costs on average.
        share: of all that is lost, in percent.
        cumulative: the shares of this and the lines before it.
        count: scorecards in which it was rated.
    """

    id: str
    title: str
    lost: Decimal
    share: Decimal
    cumulative: Decimal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCountView:
    """How many scorecards ended so, and their share of all."""

    outcome: str
    kind: OutcomeKind
    count: int
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerView:
    """How one person's ratings differ from the machine's: the reviewer effect.

    Attributes:
        overrides: ratings this person has given that are in force.
        difference: mean of theirs minus the machine's, in percent of the scale; positive is
            more lenient. Its value is None where the machine had rated none of them.
        caution: why not to read much into it.
    """

    name: str
    overrides: int
    difference: EstimateView
    caution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Machine and people apart, for one criterion.

    Attributes:
        checked: ratings that a person has given where the machine had rated.
        changed: those of them that differ.
        difference: mean of the people's minus the machine's, in percent of the scale.
        filled: ratings given by people where the machine had none.
    """

    criterion: str
    question: str
    checked: int
    changed: int
    filled: int
    difference: str
