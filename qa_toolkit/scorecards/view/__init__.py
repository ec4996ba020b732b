"""What the writers show: strings, flags and rounded numbers, ready to be laid out.

    ReportView
    ├── AgentView                 one person, with strengths and priorities
    │   └── ScorecardView         one interaction
    │       └── SectionView
    │           ├── CriterionView
    │           │   └── EvidenceView
    │           └── PartView      a subsection, with its criteria
    ├── RubricView, SampleView, LeftOutView
    └── ShopsView                 only of mystery shops

Every rounding and every word is decided when a view is made; writers choose only places,
fonts and colours. Percents are Decimals of one place, None where there is none; weights are as
the rubric has them.
"""

from qa_toolkit.scorecards.view.agent import AgentView
from qa_toolkit.scorecards.view.card import (
    CriterionView,
    OverrideView,
    PartView,
    ScorecardView,
    SectionView,
)
from qa_toolkit.scorecards.view.coaching import (
    CoachingEntryView,
    CoachingPointView,
    ExampleView,
    PromiseView,
    PromptView,
)
from qa_toolkit.scorecards.view.evidence import EvidenceView
from qa_toolkit.scorecards.view.figures import (
    DifferenceView,
    EstimateView,
    Kpi,
    LossView,
    OutcomeCountView,
    ReviewerView,
    SectionMeanView,
    TrendPointView,
    TrendView,
)
from qa_toolkit.scorecards.view.kinds import OutcomeKind, StatusKind, Tone
from qa_toolkit.scorecards.view.report import ReportView
from qa_toolkit.scorecards.view.rubric import (
    RubricCriterionView,
    RubricPartView,
    RubricSectionView,
    RubricView,
)
from qa_toolkit.scorecards.view.sample import LeftOutView, SampleView, StratumView
from qa_toolkit.scorecards.view.shops import (
    ComparedView,
    FigureView,
    LocationView,
    ShopperView,
    ShopsView,
)

__all__ = [
    "AgentView",
    "CoachingEntryView",
    "CoachingPointView",
    "ComparedView",
    "CriterionView",
    "DifferenceView",
    "EstimateView",
    "EvidenceView",
    "ExampleView",
    "FigureView",
    "Kpi",
    "LeftOutView",
    "LocationView",
    "LossView",
    "OutcomeCountView",
    "OutcomeKind",
    "OverrideView",
    "PartView",
    "PromiseView",
    "PromptView",
    "ReportView",
    "ReviewerView",
    "RubricCriterionView",
    "RubricPartView",
    "RubricSectionView",
    "RubricView",
    "SampleView",
    "ScorecardView",
    "SectionMeanView",
    "SectionView",
    "ShopperView",
    "ShopsView",
    "StatusKind",
    "StratumView",
    "Tone",
    "TrendPointView",
    "TrendView",
]
