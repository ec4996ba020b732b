"""Rows of workbooks → overrides: what is new, what is wrong, what collides with others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.read_back import OverrideRow, ReadBack
from qa_toolkit.store import interactions
from qa_toolkit.store import overrides as stored
from qa_toolkit.workflow.import_row import (
    EXPORT_ANEW,
    Case,
    brief,
    conflict_of,
    content,
    is_new,
    mistakes,
    override_of,
    said,
    shown,
)
from qa_toolkit.workflow.overrides import Histories
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.score import scorecards_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A rating that a workbook brings, and the cell it stands in."""

    override: Override
    file: str
    at: str


@dataclass(slots=True, kw_only=True)
class Verdicts:
    """What became of the rows that say something new.

    Attributes:
        wrong: mistakes; none of the workbooks is taken as long as there is one.
        conflicts: rows that collide with what was done since, or with another workbook.
        nameless: the cells in which a reviewer should stand and none does.
    """

    given: list[Given] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    conflicts: list[Problem] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the project knows of the interactions that rows are about.

    Attributes:
        ids: the id in the project by the id as a workbook shows it.
        scored: the machine's scorecards.
    """

    rubric: UsableRubric
    ids: Mapping[str, str]
    scored: Mapping[str, Scored]
    histories: Histories


def known_of(project: Project, rubric: UsableRubric, rows: Iterable[OverrideRow]) -> Known:
    """Look up what these rows are about."""
    ids = {tidy(known): known for known in interactions.by_id(project.database)}
    named = {ids[row.interaction] for row in rows if row.interaction in ids}
    scored = scorecards_of(project, named, rubric)
    return Known(
        rubric=rubric,
        ids=ids,
        scored={item.interaction.id: item for item in scored},
        histories=stored.by_interaction(project.database, named, rubric.rubric.id),
    )


def ratings_in(
    books: Sequence[ReadBack], known: Known, reviewer: str, left: frozenset[str] = frozenset()
) -> Verdicts:
    """Judge all rows of the workbooks, one against what is known and all against each other.

    Args:
        books: as they were read.
        known: about the interactions of their rows.
        reviewer: who says so where a row names nobody; may be empty.
        left: workbooks whose rows are not looked at, since they do not belong here.
    """
    verdicts = Verdicts()
    for book in books:
        if book.file not in left:
            for row in book.overrides:
                _judge(row, book, known, reviewer, verdicts)
    verdicts.given = list(_agreeing(verdicts))
    if verdicts.nameless:
        verdicts.wrong.append(_nobody(verdicts.nameless))
    return verdicts


def with_given(histories: Histories, given: Iterable[Given]) -> Histories:
    """The histories as they are when these are kept."""
    found = dict(histories)
    for item in given:
        name = item.override.interaction_id
        found[name] = (*found.get(name, ()), item.override)
    return found


def _judge(
    row: OverrideRow, book: ReadBack, known: Known, reviewer: str, verdicts: Verdicts
) -> None:
    found = _case(row, book, known, reviewer)
    if isinstance(found, Problem):
        verdicts.wrong.append(found)
        return
    if content(row) == said(found.base):
        return
    wrong, override = list(mistakes(found)), override_of(found)
    verdicts.wrong += wrong
    if not wrong and not is_new(found, override):
        return
    if not found.by:
        verdicts.nameless.append(row.place("reviewer"))
    elif not wrong:
        conflict = conflict_of(found, override)
        if conflict is None:
            verdicts.given.append(Given(override=override, file=row.file, at=row.place()))
        else:
            verdicts.conflicts.append(conflict)


def _case(row: OverrideRow, book: ReadBack, known: Known, reviewer: str) -> Case | Problem:
    """The row with what is known of it; or why nothing is."""
    rubric = known.rubric.rubric
    interaction, placed = known.ids.get(row.interaction), rubric.places.get(row.criterion)
    if interaction is None:
        message = f"there is no interaction '{brief(row.interaction)}' in this project"
        return Problem(source=row.place(), message=message, hint="take its row out")
    if placed is None or not placed.criterion.scored:
        near = did_you_mean(row.criterion, rubric.scored)
        ours = f"{rubric.id} {rubric.version}"
        message = f"'{brief(row.criterion)}' is no criterion that {ours} rates{near}"
        return Problem(source=row.place(), message=message)
    everything = known.histories.get(interaction, ())
    history = tuple(item for item in everything if item.criterion == row.criterion)
    base = next((item for item in history if item.number == row.based_on), None)
    if row.based_on and base is None:
        message = f"it rests on override {row.based_on}, which this project does not have"
        return Problem(source=row.place(), message=message, hint=EXPORT_ANEW)
    return Case(
        row=row,
        interaction=interaction,
        rubric=rubric,
        criterion=placed.criterion,
        history=history,
        base=base,
        scored=known.scored.get(interaction),
        exported=book.manifest.ratings.get(row.interaction),
        reviewer=reviewer,
    )


def _nobody(cells: Sequence[str]) -> Problem:
    """One mistake for all rows without a name, which one word puts right."""
    others = f", nor in {counted(len(cells) - 1, 'other row')}" if len(cells) > 1 else ""
    return Problem(
        source=cells[0],
        message=f"nobody is named as reviewer{others}",
        hint="fill it in, or add --reviewer NAME",
    )


def _agreeing(verdicts: Verdicts) -> Iterator[Given]:
    """One of the rows about each rating where all say the same; else what they disagree in."""
    found: dict[tuple[str, str], list[Given]] = {}
    for given in verdicts.given:
        key = (given.override.interaction_id, given.override.criterion)
        found.setdefault(key, []).append(given)
    for first, *others in found.values():
        differing = [other for other in others if said(other.override) != said(first.override)]
        if not differing:
            yield first
        for other in differing:
            problem = Problem(
                source=other.at,
                message=f"it says {shown(other.override)}, and {first.at} says "
                f"{shown(first.override)} of the same rating",
                hint="make them agree, reasons too, or empty one of them",
            )
            (verdicts.wrong if first.file == other.file else verdicts.conflicts).append(problem)
