"""The rubric as people read it: weights, anchors and rules in words."""

from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.view import RubricCriterionView, RubricSectionView, RubricView
from qa_toolkit.scorecards.wording import clean

_NOT_APPLICABLE = {
    "drop": "A criterion that could not be shown leaves the total.",
    "full": "A criterion that could not be shown counts as fully shown.",
}
_CRITICAL = {
    "zero": "The total becomes 0 and the outcome Fail; the computed total stays visible.",
    "fail": "The outcome is Fail; the total stays as computed.",
    "section": "Its section becomes 0 and the outcome Fail.",
}
_TOTAL = {
    "sections": "Mean of the section percents by section weight.",
    "criteria": "Mean of all criteria by their own weight.",
}
_ROUNDING = (
    "Computed exactly, shown with one decimal place, half up. The pass mark is compared "
    "before rounding: 79.95 is shown as 80.0 and does not reach 80."
)


def rubric_view(rubric: Rubric) -> RubricView:
    """The rubric for the reader of a report."""
    return RubricView(
        title=clean(rubric.title),
        version=f"{rubric.id} {rubric.version}",
        description=clean(rubric.description),
        pass_mark=rubric.pass_mark,
        rules=(
            ("Pass mark", wording.plain(rubric.pass_mark)),
            ("Total", _TOTAL[rubric.policy.total]),
            ("Not applicable", _NOT_APPLICABLE[rubric.policy.not_applicable]),
            ("Needs review", "The machine abstains; it leaves the total until a person rates it."),
            ("Critical failure", _CRITICAL[rubric.policy.critical]),
            ("Rounding", _ROUNDING),
            ("Made for", _made_for(rubric)),
        ),
        sections=tuple(
            RubricSectionView(
                id=section.id,
                title=clean(section.title),
                weight=section.weight,
                minimum=rubric.minimums.get(section.id),
            )
            for section in rubric.sections
        ),
        criteria=tuple(
            _criterion(section, criterion)
            for section in rubric.sections
            for criterion in section.criteria
        ),
    )


def _criterion(section: Section, criterion: Criterion) -> RubricCriterionView:
    return RubricCriterionView(
        section=clean(section.title),
        id=criterion.id,
        question=clean(criterion.question),
        guidance=clean(criterion.guidance),
        weight=criterion.weight,
        critical="Critical" if criterion.critical else "",
        applies=_applies(criterion),
        levels=_lines(criterion.scale),
        tips=_lines(criterion.tips),
    )


def _lines(levels: dict[int, str]) -> str:
    """One level a line, the best first."""
    return "\n".join(f"{level}: {clean(levels[level])}" for level in sorted(levels, reverse=True))


def _applies(criterion: Criterion) -> str:
    when = criterion.applies_when
    if when is None:
        return "Always"
    cue = f"the customer shows {when.customer.replace('_', ' ')}" if when.customer else ""
    channels = tuple(wording.CHANNELS[channel].lower() for channel in when.channels)
    place = f"it is a {' or '.join(channels)}" if channels else ""
    return "When " + " and ".join(filter(None, (cue, place)))


def _made_for(rubric: Rubric) -> str:
    channels = tuple(wording.CHANNELS[known] for known in rubric.applies_to.channels)
    return f"{wording.listed(channels)}; language '{rubric.language}'"
