"""What an export is made from: the scored interactions, the rubric, the sample, what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from qa_toolkit.domain.coaching import CoachingEntry
from qa_toolkit.domain.commitment import Commitment, CommitmentStatus, Resolution
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Outcome, Scored
from qa_toolkit.domain.shop.figures import ShopFigures
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment as it stands when the export is made.

    Attributes:
        verdict: what the status rests on; None where only the clock says it.
    """

    id: str
    commitment: Commitment
    status: CommitmentStatus
    verdict: Resolution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastScore:
    """One scorecard of a trend: drawn at random, under this rubric, at this or an earlier time.

    Attributes:
        day: when the interaction took place, in the project's time zone.
        percent: the total; None when not scored.
        weight: how many interactions it stands for (1 / its chance to be drawn).
    """

    interaction_id: str
    agent: AgentRef
    day: date
    percent: Decimal | None
    outcome: Outcome
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a writer may show.

    Attributes:
        scored: scorecards of this rubric, in any order, as people have corrected them.
        sample: the draw the interactions came from; None when all of them were scored.
        left_out: what was not scored, and why.
        scope: what of the sample is shown, as pairs of name and value, such as `Team`, `North`;
            empty for all of it.
        notes: how to read the figures, beside what every report says.
        drawn: how many interactions of each agent were drawn within the scope, those without a
            scorecard too, by the agent's id; empty where nobody knows.
        overrides: all that people said of these ratings, by interaction, the oldest first.
        promises: what was promised in these interactions, by interaction.
        coaching: the coaching log of these agents.
        past: scorecards for the trend, these among them.
        today: the day the export is made for, in the project's time zone; None leaves out what
            depends on it.
        rubric_hash: of the rubric's meaning, in hex.
        measure: gives the signals of a transcript, for those outputs that draw them.
        recordings: files that lie beside the pages, by interaction, relative to their folder.
        shops: figures of mystery shops; None where the report is on none.
        counted: the interactions that figures are made of, by id; None for all. The others are
            shown beside them: monitored contacts beside mystery shops.
        templates: a folder with templates that take the place of ours; None for ours.
    """

    scored: tuple[Scored, ...]
    rubric: Rubric
    sample: Sample | None = None
    left_out: tuple[Problem, ...] = ()
    scope: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    drawn: Mapping[str, int] = field(default_factory=dict)
    overrides: Mapping[str, tuple[Override, ...]] = field(default_factory=dict)
    promises: Mapping[str, tuple[Promise, ...]] = field(default_factory=dict)
    coaching: tuple[CoachingEntry, ...] = ()
    past: tuple[PastScore, ...] = ()
    today: date | None = None
    rubric_hash: str = ""
    measure: Callable[[Transcript], Signals] | None = None
    recordings: Mapping[str, Path] = field(default_factory=dict)
    shops: ShopFigures | None = None
    counted: frozenset[str] | None = None
    templates: Path | None = None
