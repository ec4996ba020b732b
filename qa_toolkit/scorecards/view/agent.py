"""One person: figures, what to talk about, and every interaction."""

from dataclasses import dataclass

from qa_toolkit.scorecards.view.card import ScorecardView
from qa_toolkit.scorecards.view.coaching import (
    CoachingEntryView,
    CoachingPointView,
    PromiseView,
    PromptView,
)
from qa_toolkit.scorecards.view.figures import EstimateView, Kpi, SectionMeanView, TrendView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentView:
    """One person's scorecards and what to talk about.

    Attributes:
        triggers: what calls for a talk, one sentence each; empty where nothing does.
        process: what costs points but does not lie in the agent's hands, apart from the
            priorities.
        prompts: questions for the talk.
        entries: this agent's lines of the coaching log, the open ones first.
        promises: what this agent or for them the company promised, in these interactions.
        page: file name of its page; empty where an output has none.
        beside: how many of the scorecards are monitored contacts that stand beside mystery shops,
            and are counted in no figure.
    """

    id: str
    name: str
    team: str
    period: str
    scorecards: tuple[ScorecardView, ...]
    scored: int
    passed: int
    critical: int
    needs_review: int
    mean: EstimateView
    pass_share: EstimateView
    kpis: tuple[Kpi, ...]
    caution: str
    sections: tuple[SectionMeanView, ...]
    strengths: tuple[CoachingPointView, ...]
    no_strengths: str
    priorities: tuple[CoachingPointView, ...]
    no_priorities: str
    triggers: tuple[str, ...]
    trend: TrendView | None
    process: tuple[CoachingPointView, ...]
    prompts: tuple[PromptView, ...]
    entries: tuple[CoachingEntryView, ...]
    promises: tuple[PromiseView, ...]
    page: str = ""
    beside: int = 0

    @property
    def counted(self) -> int:
        """The scorecards that the figures are of."""
        return len(self.scorecards) - self.beside
