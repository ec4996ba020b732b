"""What the writers show: strings, flags and rounded numbers, ready to be laid out.

    ReportView
    ├── AgentView                 one person, with strengths and priorities
    │   └── ScorecardView         one interaction
    │       ├── SectionView
    │       │   ├── CriterionView
    │       │   │   └── EvidenceView
    │       │   └── PartView      a subsection, with its criteria
    │       └── TurnView          the transcript, cut into marked segments
    ├── RubricView, SampleView, LeftOutView

Every rounding and every word is decided when a view is made; writers choose only places,
fonts and colours. Numbers are Decimals of one place, None where there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain
from typing import Literal

from qa_toolkit.domain.rubric import CriticalRule

Tone = Literal["for", "against", "context"]
OutcomeKind = Literal["pass", "fail", "not_scored"]
StatusKind = Literal["rated", "not_applicable", "needs_review"]


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
class SegmentView:
    """A piece of a turn; marked pieces are evidence and say for what."""

    text: str
    tone: Tone | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn of the transcript.

    Attributes:
        anchor: name that evidence links to, unique on the agent's page.
        role: `agent`, `customer` …, for the layout.
        note: what is not shown of a very long turn; empty otherwise.
    """

    anchor: str
    role: str
    speaker: str
    when: str
    segments: tuple[SegmentView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A quote with its place, or a fact that no turn holds.

    Attributes:
        before, after: the rest of the sentence it stands in.
        when, speaker: empty for a fact, which nobody said.
        anchor: of the turn it stands in; empty for a fact.
        sign: the tone in words, for those who do not see the colour.
    """

    before: str
    quote: str
    after: str
    when: str
    speaker: str
    anchor: str
    tone: Tone
    sign: str
    note: str

    @property
    def said(self) -> str:
        """The sentence as it was said."""
        return f"{self.before}{self.quote}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One criterion of one interaction.

    Attributes:
        points: the rating; None when not rated.
        levels: the ratings there are, the lowest first.
        rating: `1 of 2`, or a dash.
        share: how far up its scale, in percent.
        bonus: adds to what is earned, not to what could be earned.
        critical: `Critical`, `Critical: compliance`; empty where it is not.
        critical_class: who is harmed by its failure, where the rubric says so.
        critical_rule: what its failure does; None where it is not critical.
        fails_at: the ratings that are a critical failure.
        anchor_text: the rubric's description of the level reached.
        tip: what to practise at that level; empty at the top.
        causes: the root causes the rubric knows for that level.
    """

    id: str
    question: str
    weight: Decimal
    bonus: bool
    critical: str
    critical_class: str
    critical_rule: CriticalRule | None
    critical_failed: bool
    fails_at: tuple[int, ...]
    points: int | None
    levels: tuple[int, ...]
    lowest: int
    highest: int
    rating: str
    share: Decimal | None
    status: str
    status_kind: StatusKind
    anchor_text: str
    reason: str
    tip: str
    causes: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One subsection of one interaction; its weight is its share in its section."""

    id: str
    title: str
    weight: Decimal
    percent: Decimal | None
    shown: str
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section of one interaction; criteria of its subsections stand in `parts`."""

    id: str
    title: str
    weight: Decimal
    percent: Decimal | None
    shown: str
    below_minimum: bool
    warning: str
    criteria: tuple[CriterionView, ...]
    parts: tuple[PartView, ...]

    def all_criteria(self) -> Iterator[CriterionView]:
        """Its own criteria, then those of its subsections."""
        return chain(self.criteria, *(part.criteria for part in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardView:
    """One interaction's result.

    Attributes:
        anchor: unique on the agent's page.
        started: moment with its time zone, for sorting; `when` is for reading.
        total: after critical policies; `computed` is shown beside it only where they differ.
        band: the rubric's name for the total; empty without one.
        alerts: critical failures and sections below their minimum, in words.
        remarks: what to know about the transcript, such as roles that are estimated; one sentence
            each.
        provenance: what made it, as pairs of name and value.
    """

    id: str
    anchor: str
    agent_id: str
    agent: str
    team: str
    channel: str
    started: datetime | None
    when: str
    length: str
    queue: str
    outcome: str
    outcome_kind: OutcomeKind
    total: Decimal | None
    total_shown: str
    band: str
    computed: Decimal | None
    computed_shown: str
    critical: tuple[str, ...]
    alerts: tuple[str, ...]
    reason: str
    doubt: str
    remarks: tuple[str, ...]
    coverage: str
    needs_review: int
    sentiment: str
    sections: tuple[SectionView, ...]
    turns: tuple[TurnView, ...]
    provenance: tuple[tuple[str, str], ...]


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
class ExampleView:
    """A moment to talk about: the exact words, or where none were said, what was missing.

    Attributes:
        silent: says that nothing said shows it; empty where there are words, and where there is
            no transcript to hold any.
    """

    before: str
    quote: str
    after: str
    speaker: str
    silent: str
    reason: str
    level: str
    where: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingPointView:
    """A strength to keep or a priority to work on.

    Attributes:
        finding: how often and how far, in one sentence.
        tip: what to practise; empty for strengths.
    """

    question: str
    section: str
    finding: str
    tip: str
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentView:
    """One person's scorecards and what to talk about."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricCriterionView:
    """One line of the rubric as people read it.

    Attributes:
        part: the title of its subsection; empty where it stands in the section itself.
        weight: None where its answer is not scored.
        causes: root causes by level.
    """

    section: str
    part: str
    id: str
    question: str
    guidance: str
    weight: Decimal | None
    bonus: bool
    critical: str
    applies: str
    levels: str
    tips: str
    causes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricPartView:
    """A subsection's weight in its section."""

    id: str
    title: str
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricSectionView:
    """A section's weight and least percent."""

    id: str
    title: str
    weight: Decimal
    minimum: Decimal | None
    parts: tuple[RubricPartView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricView:
    """The scoring guide: who is judged by what.

    Attributes:
        bands: names for totals with the percent each starts at, the lowest first.
        appeal: until when the agent may object, said to the agent; empty where the rubric is silent.
        chained: whether criteria depend on the answers to others.
    """

    title: str
    version: str
    description: str
    pass_mark: Decimal
    bands: tuple[tuple[str, Decimal], ...]
    rules: tuple[tuple[str, str], ...]
    appeal: str
    chained: bool
    sections: tuple[RubricSectionView, ...]
    criteria: tuple[RubricCriterionView, ...]

    @property
    def has_parts(self) -> bool:
        return any(section.parts for section in self.sections)

    @property
    def has_bonus(self) -> bool:
        return any(criterion.bonus for criterion in self.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumView:
    """One group of a draw: how many of how many, and the chance of each."""

    name: str
    drawn: int
    frame: int
    chance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """How the interactions were drawn, with what is needed to draw them again."""

    how: str
    facts: tuple[tuple[str, str], ...]
    strata: tuple[StratumView, ...]
    exclusions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """Something that was not scored, why, and what to do."""

    place: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The whole report.

    Attributes:
        notes: how to read the figures.
        caution: the small-sample warning; empty when no agent is under twenty scorecards.
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
