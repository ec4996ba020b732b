"""One interaction: its result, its sections and its criteria."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain

from qa_toolkit.domain.rubric import CriticalRule
from qa_toolkit.scorecards.view.coaching import PromiseView
from qa_toolkit.scorecards.view.evidence import EvidenceView
from qa_toolkit.scorecards.view.kinds import OutcomeKind, StatusKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideView:
    """A person's rating.

    Attributes:
        rating: `1 of 2`, `Not applicable`, or that it was taken back.
        points: None where it is not applicable or taken back.
        cause: the root cause in words; empty where nobody said one.
        in_agents_hands: unless that cause is another than the agent.
        when: the day it was given.
        number: its place in the history of the project.
    """

    rating: str
    points: int | None
    not_applicable: bool
    reason: str
    cause: str
    in_agents_hands: bool
    by: str
    when: str
    source: str
    number: int


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
        next_text: the rubric's description of the next level up that fails nothing; empty at the
            top.
        causes: the root causes the rubric knows for that level.
        certainty: how sure it is that the words it rests on were said, and by whom: `87 %`; empty
            for what was written, and where nothing was rated.
        machine: the machine's rating in words where a person's stands in its place; else empty.
        machine_points, machine_status, machine_status_kind, machine_anchor_text, machine_reason:
            as the machine rated it, whatever people said.
        override: the person's rating in force; None without one.
        history: all that people said of it, the oldest first, those that were taken back too.
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
    next_text: str
    certainty: str
    certainty_percent: Decimal | None
    machine: str
    machine_points: int | None
    machine_status: str
    machine_status_kind: StatusKind
    machine_anchor_text: str
    machine_reason: str
    override: OverrideView | None
    history: tuple[OverrideView, ...]


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
    percent: Decimal | None
    shown: str
    below_minimum: bool
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
        machine_percent: the machine's total, whatever people said.
        machine_total, machine_outcome: as the machine rated it, in words, where people have
            changed that; else empty.
        ratings_hash: of the machine's ratings, to know them again.
        page: file name of its page; empty where an output has none.
        promises: what was promised in it.
        shop: of a mystery shop what was noted of it, as pairs of name and value; empty where the
            customer was real.
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
    coverage_percent: Decimal
    needs_review: int
    sections: tuple[SectionView, ...]
    provenance: tuple[tuple[str, str], ...]
    machine_percent: Decimal | None
    machine_total: str
    machine_outcome: str
    ratings_hash: str
    page: str = ""
    promises: tuple[PromiseView, ...]
    shop: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """Whether it was staged, in a word."""
        return "Staged" if self.shop else "Monitored"

    def all_criteria(self) -> Iterator[CriterionView]:
        """The criteria of all its sections, in their order."""
        return chain.from_iterable(section.all_criteria() for section in self.sections)
