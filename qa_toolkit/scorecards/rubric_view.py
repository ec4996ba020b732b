"""The rubric as people read it: sections, criteria and every level there is."""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import policies
from qa_toolkit.scorecards.conditions import applies
from qa_toolkit.scorecards.view import (
    RubricCriterionView,
    RubricPartView,
    RubricSectionView,
    RubricView,
)
from qa_toolkit.scorecards.wording import clean

_UNSCORED = {"text": "Free text; not scored.", "info": "Information; not scored."}
_FAILS = "critical failure"


def rubric_view(rubric: Rubric) -> RubricView:
    """The rubric for the reader of a report."""
    return RubricView(
        title=clean(rubric.title),
        version=f"{rubric.id} {rubric.version}",
        description=clean(rubric.description),
        pass_mark=rubric.pass_mark,
        bands=policies.bands(rubric),
        rules=policies.rules(rubric),
        appeal=_appeal(rubric),
        chained=any(item.applies_when and item.applies_when.answers for item in rubric.criteria()),
        sections=tuple(
            RubricSectionView(
                id=section.id,
                title=clean(section.title),
                weight=section.weight,
                minimum=rubric.minimums.get(section.id),
                parts=tuple(
                    RubricPartView(id=part.id, title=clean(part.title), weight=part.weight)
                    for part in section.sections
                ),
            )
            for section in rubric.sections
        ),
        criteria=tuple(
            _criterion(criterion, section, part, rubric)
            for section in rubric.sections
            for part, criterion in _held(section)
        ),
    )


def _held(section: Section) -> Iterator[tuple[str, Criterion]]:
    """A section's criteria, each with the title of its subsection."""
    yield from (("", criterion) for criterion in section.criteria)
    for part in section.sections:
        yield from ((clean(part.title), criterion) for criterion in part.criteria)


def _criterion(
    criterion: Criterion, section: Section, part: str, rubric: Rubric
) -> RubricCriterionView:
    return RubricCriterionView(
        section=clean(section.title),
        part=part,
        id=criterion.id,
        question=clean(criterion.question),
        guidance=clean(criterion.guidance),
        weight=criterion.weight if criterion.scored else None,
        bonus=criterion.bonus,
        critical=policies.critical(criterion),
        applies=applies(criterion, rubric),
        levels="\n".join(_levels(criterion)),
        tips=_lines(criterion.tips),
        causes=_lines({level: "; ".join(known) for level, known in criterion.causes.items()}),
    )


def _levels(criterion: Criterion) -> Iterator[str]:
    """One answer a line, the best first; those that fail a critical criterion say so."""
    if criterion.type in _UNSCORED:
        yield _UNSCORED[criterion.type]
        return
    if criterion.type == "multi_choice":
        yield from _chosen_together(criterion)
        return
    if criterion.unit:
        yield f"Unit: {clean(criterion.unit)}"
    for level in sorted(criterion.levels, reverse=True):
        fails = f" – {_FAILS}" if level in criterion.fails_at else ""
        yield f"{level}: {clean(criterion.levels[level])}{fails}"


def _chosen_together(criterion: Criterion) -> Iterator[str]:
    yield "Points of all that are chosen:"
    for option in criterion.options:
        yield f"{option.points:+}: {clean(option.text)}"
    if criterion.fails_at:
        yield f"{' or '.join(map(str, criterion.fails_at))} – {_FAILS}"


def _lines(by_level: Mapping[int, str]) -> str:
    """One level a line, the best first."""
    return "\n".join(
        f"{level}: {clean(by_level[level])}" for level in sorted(by_level, reverse=True)
    )


def _appeal(rubric: Rubric) -> str:
    if rubric.appeal_days is None:
        return ""
    return f"You may ask for a review within {counted(rubric.appeal_days, 'day')}."
