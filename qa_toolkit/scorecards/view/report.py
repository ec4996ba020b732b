"""The whole report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qa_toolkit.scorecards.view.agent import AgentView
from qa_toolkit.scorecards.view.coaching import CoachingEntryView
from qa_toolkit.scorecards.view.figures import (
    DifferenceView,
    EstimateView,
    Kpi,
    LossView,
    OutcomeCountView,
    ReviewerView,
    SectionMeanView,
    TrendView,
)
from qa_toolkit.scorecards.view.rubric import RubricView
from qa_toolkit.scorecards.view.sample import LeftOutView, SampleView
from qa_toolkit.scorecards.view.shops import ShopsView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The whole report.

    Attributes:
        notes: how to read the figures.
        caution: the small-sample warning; empty when no agent is under twenty scorecards.
        scope: what of the sample is shown, in words; empty for all of it.
        losses: where points are lost, by section; `criterion_losses` by criterion.
        differences: machine and people apart, by criterion; only where a person has rated.
        coaching: the coaching log of the agents shown, the open lines first.
        weights: how many interactions each scorecard stands for in the overall figures, by
            interaction; 0 for those outside the sample. Empty where all count alike.
        shops: figures of mystery shops; None where the report is on none.
    """

    title: str
    subtitle: str
    kpis: tuple[Kpi, ...]
    mean: EstimateView
    caution: str
    notes: tuple[str, ...]
    sections: tuple[SectionMeanView, ...]
    agents: tuple[AgentView, ...]
    rubric: RubricView
    sample: SampleView | None
    left_out: tuple[LeftOutView, ...]
    made_by: str
    scope: str
    pass_share: EstimateView
    outcomes: tuple[OutcomeCountView, ...]
    trend: TrendView | None
    losses: tuple[LossView, ...]
    criterion_losses: tuple[LossView, ...]
    reviewers: tuple[ReviewerView, ...]
    differences: tuple[DifferenceView, ...]
    coaching: tuple[CoachingEntryView, ...]
    weights: Mapping[str, Decimal]
    rubric_hash: str
    today: date | None
    shops: ShopsView | None = None

    @property
    def first_rater(self) -> str:
        """Whose ratings those of people take the place of."""
        return "machine or shopper" if self.shops else "machine"
