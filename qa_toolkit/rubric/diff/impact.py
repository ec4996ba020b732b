"""What a change of a rubric does to real scores, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.paired import Moved
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.scorecard import Outcome

MOST_PROBLEMS = 100
"""Kept of what could not be read; all of it is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingChange:
    """One criterion's rating in one interaction: a level, `n/a`, `review`, or `–` where it is not."""

    criterion: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """An interaction with another outcome.

    Attributes:
        agent: who served, empty where nobody is named.
        old_percent, new_percent: totals, 0..100; None where not scored.
        ratings: the criteria rated otherwise; none where only weights, marks or policies differ.
        reason: why NEW gives its outcome.
    """

    interaction_id: str
    agent: str
    team: str
    before: Outcome
    after: Outcome
    old_percent: Decimal | None
    new_percent: Decimal | None
    ratings: tuple[RatingChange, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupImpact:
    """The mean total of an agent or a team, or the mean percent of a section, by its id in NEW."""

    id: str
    name: str
    moved: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCount:
    """How many interactions went from one outcome to another, or stayed."""

    before: Outcome
    after: Outcome
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionImpact:
    """How often a criterion got which rating, in the order of its levels.

    Attributes:
        id: in NEW; in OLD where it is gone.
        before, after: rating → interactions; empty where the version has no such criterion.
        lost: what it never does any more, empty when it does what it did.
    """

    id: str
    before: Mapping[str, int]
    after: Mapping[str, int]
    lost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentIndicator:
    """An indicator that found something under OLD and finds nothing under NEW."""

    criterion: str
    indicator: str
    found_before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """The impact on the interactions of one source.

    Attributes:
        scored: interactions scored under both versions, also to `not scored`.
        total: of those with a total under both.
        outcomes: every combination that occurs.
        flips: all interactions with another outcome, by id.
        agents, teams: those whose mean moves, by name; each needs a total under both versions.
        criteria: all that are scored, in the order of NEW, then those that are gone.
        without_words: interactions without a transcript.
        unreadable: what could not be used; `problems` holds the first of it.
    """

    source: str
    scored: int
    total: Moved
    sections: tuple[GroupImpact, ...]
    outcomes: tuple[OutcomeCount, ...]
    flips: tuple[Flip, ...]
    agents: tuple[GroupImpact, ...]
    teams: tuple[GroupImpact, ...]
    criteria: tuple[CriterionImpact, ...]
    silent: tuple[SilentIndicator, ...]
    without_words: int
    unreadable: int
    problems: tuple[Problem, ...]
