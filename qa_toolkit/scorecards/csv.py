"""Two tables for spreadsheets and statistics: one row a scorecard, one row a rating."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from qa_toolkit.scorecards.files import write_text
from qa_toolkit.scorecards.view import (
    CriterionView,
    EvidenceView,
    ReportView,
    ScorecardView,
    SectionView,
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(view: ReportView, path: Path) -> tuple[Path, ...]:
    """Write `path` with the scorecards and `<name>-detail.csv` beside it with the ratings.

    With a byte-order mark, for without one Excel takes UTF-8 for something older.

    Raises:
        StorageError: a file cannot be written.
    """
    detail = path.with_name(f"{path.stem}-detail{path.suffix}")
    return (
        write_text(path, _table(_score_rows(view)), encoding="utf-8-sig"),
        write_text(detail, _table(_detail_rows(view)), encoding="utf-8-sig"),
    )


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _table(rows: Iterable[Iterable[object]]) -> str:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(
        [_cell(value) for value in row] for row in rows
    )
    return sheet.getvalue()


def _cell(value: object) -> str:
    """Numbers as they are: a negative one is no formula; empty where there is none."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int | Decimal) else guarded(str(value))


def _score_rows(view: ReportView) -> Iterator[tuple[object, ...]]:
    yield (
        *("interaction", "agent_id", "agent", "team", "channel", "started", "outcome"),
        *("total", "computed_total"),
        *(section.id for section in view.rubric.sections),
        *("critical_failures", "needs_review", "coverage", "reason", "band"),
        *(part.id for section in view.rubric.sections for part in section.parts),
        "remarks",
    )
    for card in _cards(view):
        percents = {section.id: section.percent for section in card.sections}
        parts = {part.id: part.percent for section in card.sections for part in section.parts}
        yield (
            *(card.id, card.agent_id, card.agent, card.team, card.channel),
            card.started.isoformat() if card.started else None,
            *(card.outcome, card.total, card.computed),
            *(percents.get(section.id) for section in view.rubric.sections),
            "; ".join(card.critical),
            *(card.needs_review, card.coverage, card.reason, card.band),
            *(parts.get(part.id) for section in view.rubric.sections for part in section.parts),
            "; ".join(card.remarks),
        )


def _detail_rows(view: ReportView) -> Iterator[tuple[object, ...]]:
    yield (
        *("interaction", "agent_id", "section", "criterion", "question", "weight"),
        *("rating", "lowest", "highest", "percent", "status", "critical", "level", "reason"),
        *("evidence", "subsection", "bonus", "critical_class"),
    )
    for card in _cards(view):
        for section in card.sections:
            for criterion in section.criteria:
                yield _detail_row(card, section, "", criterion)
            for part in section.parts:
                for criterion in part.criteria:
                    yield _detail_row(card, section, part.title, criterion)


def _detail_row(
    card: ScorecardView, section: SectionView, part: str, criterion: CriterionView
) -> tuple[object, ...]:
    return (
        *(card.id, card.agent_id, section.title, criterion.id, criterion.question),
        *(criterion.weight, criterion.points, criterion.lowest, criterion.highest),
        *(criterion.share, criterion.status, "yes" if criterion.critical else "no"),
        *(criterion.anchor_text, criterion.reason),
        " | ".join(map(_evidence, criterion.evidence)),
        *(part, "yes" if criterion.bonus else "no", criterion.critical_class),
    )


def _evidence(item: EvidenceView) -> str:
    """`0:11 Agent: the words`; a fact that nobody said stands alone."""
    who = " ".join(filter(None, (item.when, item.speaker)))
    what = item.said or item.note
    return f"{who}: {what}" if who else what


def _cards(view: ReportView) -> Iterator[ScorecardView]:
    return (card for agent in view.agents for card in agent.scorecards)
