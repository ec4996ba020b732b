"""The two tables of an export, row by row: one row a scorecard, and one row a rating."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic

from qa_toolkit.scorecards.data.columns import (
    PART_MEANING,
    RATINGS,
    RATINGS_STAGED,
    SCORES_AFTER,
    SCORES_BEFORE,
    SCORES_BETWEEN,
    SCORES_STAGED,
    SECTION_MEANING,
    Cell,
    Column,
    RatingRow,
    Row,
    ScoreRow,
)
from qa_toolkit.scorecards.view import ReportView


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Row]):
    """Columns, and the rows they are filled from, one after the other."""

    columns: tuple[Column[Row], ...]
    rows: Iterable[Row]

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Row by row."""
        values = [column.value for column in self.columns]
        return (tuple(value(row) for value in values) for row in self.rows)


_ONE = Decimal(1)


def score_table(view: ReportView) -> Table[ScoreRow]:
    """One row a scorecard; the sections and subsections of the rubric are columns of their own."""
    fixed = (*SCORES_BEFORE, *SCORES_BETWEEN, *SCORES_AFTER, *(SCORES_STAGED if view.shops else ()))
    taken = {column.name for column in fixed}
    sections = _named(
        (known.id for known in view.rubric.sections), taken, SECTION_MEANING, _of_section
    )
    parts = _named(
        (part.id for known in view.rubric.sections for part in known.parts),
        taken,
        PART_MEANING,
        _of_part,
    )
    return Table(
        columns=(
            *SCORES_BEFORE,
            *sections,
            *SCORES_BETWEEN,
            *parts,
            *SCORES_AFTER,
            *(SCORES_STAGED if view.shops else ()),
        ),
        rows=_scorecards(view),
    )


def rating_table(view: ReportView) -> Table[RatingRow]:
    """One row a rating."""
    staged = RATINGS_STAGED if view.shops else ()
    return Table(columns=(*RATINGS, *staged), rows=_ratings(view))


def _named(
    ids: Iterable[str],
    taken: set[str],
    meaning: str,
    value_of: Callable[[str], Callable[[ScoreRow], Cell]],
) -> tuple[Column[ScoreRow], ...]:
    """Columns named after the rubric's ids; one that is a name already gets `_percent` behind it."""
    columns = []
    for own in ids:
        name = own
        while name in taken:
            name += "_percent"
        taken.add(name)
        columns.append(
            Column(name=name, kind="percent", unit="%", meaning=meaning, value=value_of(own))
        )
    return tuple(columns)


def _of_section(own: str) -> Callable[[ScoreRow], Cell]:
    return lambda row: next((s.percent for s in row.card.sections if s.id == own), None)


def _of_part(own: str) -> Callable[[ScoreRow], Cell]:
    return lambda row: next(
        (part.percent for s in row.card.sections for part in s.parts if part.id == own), None
    )


def _scorecards(view: ReportView) -> Iterator[ScoreRow]:
    for agent in view.agents:
        for card in agent.scorecards:
            yield ScoreRow(card=card, stands_for=view.weights.get(card.id, _ONE))


def _ratings(view: ReportView) -> Iterator[RatingRow]:
    for row in _scorecards(view):
        for section in row.card.sections:
            held = [("", criterion) for criterion in section.criteria]
            held += [(part.title, known) for part in section.parts for known in part.criteria]
            for part, criterion in held:
                yield RatingRow(
                    card=row.card,
                    stands_for=row.stands_for,
                    section=section,
                    part=part,
                    criterion=criterion,
                )
