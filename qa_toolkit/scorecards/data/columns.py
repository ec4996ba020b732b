"""Every column of the tables of an export: its type, its unit, and what it means.

CSV, Parquet and the data dictionary are made from these lists and from nothing else. New columns
are added at the end: programs of others read by position, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from qa_toolkit.scorecards.view import CriterionView, EvidenceView, ScorecardView, SectionView

Kind = Literal["text", "integer", "percent", "amount", "moment", "flag"]
"""A percent has one decimal place, an amount up to six; a flag is yes or no."""
Cell = str | int | Decimal | datetime | bool | None
PLACES = {"percent": Decimal("0.1"), "amount": Decimal("0.000001")}
"""The last decimal place of numbers of a kind."""
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A scorecard, and how many interactions it stands for."""

    card: ScorecardView
    stands_for: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """One rating of a scorecard; `part` is the title of its subsection, empty without one."""

    card: ScorecardView
    stands_for: Decimal
    section: SectionView
    part: str
    criterion: CriterionView


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        meaning: in one sentence, for the data dictionary.
        value: its cell in a row; None where there is nothing to say.
    """

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Row], Cell]
    unit: str = ""


SECTION_MEANING = "percent of the section whose id the column has"
PART_MEANING = "percent of the subsection whose id the column has"


def _override(row: RatingRow) -> Cell:
    given = row.criterion.override
    if given is None:
        return ""
    return "not applicable" if given.not_applicable else str(given.points)


def _evidence(item: EvidenceView) -> str:
    """`0:11 Agent: the words`; a fact that nobody said stands alone."""
    who = " ".join(filter(None, (item.when, item.speaker)))
    what = item.said or item.note
    return f"{who}: {what}" if who else what


def _noted(card: ScorecardView, name: str) -> str:
    return dict(card.shop).get(name, "")


def _scores(
    name: str, kind: Kind, meaning: str, value: Callable[[ScoreRow], Cell], unit: str = ""
) -> Column[ScoreRow]:
    return Column(name=name, kind=kind, meaning=meaning, value=value, unit=unit)


def _rated(
    name: str, kind: Kind, meaning: str, value: Callable[[RatingRow], Cell], unit: str = ""
) -> Column[RatingRow]:
    return Column(name=name, kind=kind, meaning=meaning, value=value, unit=unit)


SCORES_BEFORE: tuple[Column[ScoreRow], ...] = (
    _scores("interaction", "text", "the interaction's id", lambda row: row.card.id),
    _scores("agent_id", "text", "the agent's id", lambda row: row.card.agent_id),
    _scores(
        "agent", "text", "the agent's name; the id where none is known", lambda row: row.card.agent
    ),
    _scores("team", "text", "the agent's team", lambda row: row.card.team),
    _scores("channel", "text", "how the contact took place", lambda row: row.card.channel),
    _scores("started", "moment", "when it began", lambda row: row.card.started),
    _scores("outcome", "text", "Pass, Fail or Not scored", lambda row: row.card.outcome),
    _scores(
        "total",
        "percent",
        "the total after critical policies; empty when not scored",
        lambda row: row.card.total,
        "%",
    ),
    _scores(
        "computed_total",
        "percent",
        "the total before any critical policy",
        lambda row: row.card.computed,
        "%",
    ),
)
"""Columns of the scorecards, as far as those of the sections."""

SCORES_BETWEEN: tuple[Column[ScoreRow], ...] = (
    _scores(
        "critical_failures",
        "text",
        "questions of the critical criteria that failed, with semicolons between",
        lambda row: "; ".join(row.card.critical),
    ),
    _scores(
        "needs_review",
        "integer",
        "ratings that wait for a person",
        lambda row: row.card.needs_review,
        "ratings",
    ),
    _scores(
        "coverage",
        "text",
        "how much of the weight that applied was rated, as words: 87 %",
        lambda row: row.card.coverage,
    ),
    _scores("reason", "text", "why this outcome", lambda row: row.card.reason),
    _scores("band", "text", "the rubric's name for the total", lambda row: row.card.band),
)
"""Behind the sections."""

SCORES_AFTER: tuple[Column[ScoreRow], ...] = (
    _scores(
        "remarks",
        "text",
        "what to know about the transcript, with semicolons between",
        lambda row: "; ".join(row.card.remarks),
    ),
    _scores(
        "machine_total",
        "percent",
        "the total as the machine rated; equal to total where nobody has changed it",
        lambda row: row.card.machine_percent,
        "%",
    ),
    _scores(
        "machine_outcome",
        "text",
        "the outcome as the machine rated",
        lambda row: row.card.machine_outcome or row.card.outcome,
    ),
    _scores(
        "coverage_percent",
        "percent",
        "coverage as a number",
        lambda row: row.card.coverage_percent,
        "%",
    ),
    _scores(
        "stands_for",
        "amount",
        "how many interactions it stands for in overall figures (1 / its chance to be drawn); 1 where all count alike, 0 outside the sample",
        lambda row: row.stands_for,
        "interactions",
    ),
)
"""Behind the subsections."""

SCORES_STAGED: tuple[Column[ScoreRow], ...] = (
    _scores("kind", "text", "Staged or Monitored", lambda row: row.card.kind),
    _scores("location", "text", "of a mystery shop", lambda row: _noted(row.card, "Location")),
    _scores("scenario", "text", "of a mystery shop", lambda row: _noted(row.card, "Scenario")),
)
"""Last, and only where mystery shops are shown."""

RATINGS: tuple[Column[RatingRow], ...] = (
    _rated("interaction", "text", "the interaction's id", lambda row: row.card.id),
    _rated("agent_id", "text", "the agent's id", lambda row: row.card.agent_id),
    _rated("section", "text", "the section's title", lambda row: row.section.title),
    _rated("criterion", "text", "the criterion's id", lambda row: row.criterion.id),
    _rated("question", "text", "the criterion's question", lambda row: row.criterion.question),
    _rated(
        "weight",
        "amount",
        "the criterion's weight in its section or subsection",
        lambda row: row.criterion.weight,
        "share",
    ),
    _rated(
        "rating",
        "integer",
        "the rating that counts, a person's where one was given; empty when not rated",
        lambda row: row.criterion.points,
        "points",
    ),
    _rated(
        "lowest",
        "integer",
        "the lowest rating there is",
        lambda row: row.criterion.lowest,
        "points",
    ),
    _rated(
        "highest",
        "integer",
        "the highest rating there is",
        lambda row: row.criterion.highest,
        "points",
    ),
    _rated(
        "percent",
        "percent",
        "how far up its scale the rating is",
        lambda row: row.criterion.share,
        "%",
    ),
    _rated(
        "status", "text", "Rated, Not applicable or Needs review", lambda row: row.criterion.status
    ),
    _rated(
        "critical",
        "flag",
        "whether its failure triggers the critical policy",
        lambda row: bool(row.criterion.critical),
    ),
    _rated(
        "level",
        "text",
        "what the rubric says of the level reached",
        lambda row: row.criterion.anchor_text,
    ),
    _rated(
        "reason",
        "text",
        "why this rating, beyond what the level says",
        lambda row: row.criterion.reason,
    ),
    _rated(
        "evidence",
        "text",
        "the words it rests on, each with time and speaker, with | between",
        lambda row: " | ".join(map(_evidence, row.criterion.evidence)),
    ),
    _rated(
        "subsection",
        "text",
        "the subsection's title; empty where it stands in the section itself",
        lambda row: row.part,
    ),
    _rated(
        "bonus", "flag", "whether it adds to what is earned only", lambda row: row.criterion.bonus
    ),
    _rated(
        "critical_class", "text", "whom its failure harms", lambda row: row.criterion.critical_class
    ),
    _rated(
        "machine_rating",
        "integer",
        "the machine's rating, whatever a person has said; empty when it gave none",
        lambda row: row.criterion.machine_points,
        "points",
    ),
    _rated(
        "machine_status",
        "text",
        "the machine's status, whatever a person has said",
        lambda row: row.criterion.machine_status,
    ),
    _rated(
        "override",
        "text",
        "the person's rating in force: points, or not applicable; empty without one",
        _override,
    ),
    _rated(
        "reviewer",
        "text",
        "who gave the override",
        lambda row: row.criterion.override.by if row.criterion.override else "",
    ),
    _rated(
        "override_reason",
        "text",
        "why it was given",
        lambda row: row.criterion.override.reason if row.criterion.override else "",
    ),
    _rated(
        "cause",
        "text",
        "the root cause, where the reviewer names one",
        lambda row: row.criterion.override.cause if row.criterion.override else "",
    ),
    _rated(
        "certainty",
        "percent",
        "how sure it is that the words were said, and by whom; empty for what was written, and when not rated",
        lambda row: row.criterion.certainty_percent,
        "%",
    ),
    _rated(
        "stands_for",
        "amount",
        "as in the table of scorecards",
        lambda row: row.stands_for,
        "interactions",
    ),
)
"""Columns of the ratings."""

RATINGS_STAGED: tuple[Column[RatingRow], ...] = (
    _rated("kind", "text", "Staged or Monitored", lambda row: row.card.kind),
)
"""Last, and only where mystery shops are shown."""
