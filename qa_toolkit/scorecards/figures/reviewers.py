"""People and machine apart: the reviewer effect, and the difference for each criterion."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.override import Override, applied
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, to_decimal
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures import estimates
from qa_toolkit.scorecards.figures.estimates import Lack
from qa_toolkit.scorecards.figures.headline import ENOUGH, estimate_view
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import DifferenceView, ReviewerView

_CHOSEN = "People choose what they correct, so this is no measure of how lenient they are"
_LACKS: Mapping[Lack, str] = {
    "none": "the machine had rated none of them",
    "one": "one rating: too few for an interval",
    "equal": "all {count} differences are equal: no interval",
}
_FEW = f"fewer than {ENOUGH} ratings beside the machine's"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One rating of a person that counts, beside what the machine had rated.

    Attributes:
        difference: theirs minus the machine's, in percent of the scale; None where one of the
            two is no number.
    """

    override: Override
    machine: CriterionScore
    difference: Fraction | None

    @property
    def checked(self) -> bool:
        """Whether the machine had rated it."""
        return self.machine.points is not None

    @property
    def changed(self) -> bool:
        return self.checked and self.override.points != self.machine.points


def said_of(report: Report) -> tuple[Said, ...]:
    """Every rating of a person that counts in this report."""
    held = (item for item in report.scored if report.overrides.get(item.interaction.id))
    return tuple(
        said
        for item in held
        for said in _said(item, applied(report.overrides[item.interaction.id], report.rubric))
    )


def _said(item: Scored, overrides: Mapping[str, Override]) -> Iterator[Said]:
    for score in item.as_rated.criteria:
        override = overrides.get(score.criterion)
        if override is not None:
            yield Said(override=override, machine=score, difference=_difference(override, score))


def _difference(override: Override, score: CriterionScore) -> Fraction | None:
    if override.points is None or score.points is None or score.highest == score.lowest:
        return None
    return Fraction(100 * (override.points - score.points), score.highest - score.lowest)


def reviewers(said: Iterable[Said]) -> tuple[ReviewerView, ...]:
    """Each person whose ratings count, in order of names."""
    by_name: dict[str, list[Said]] = {}
    for known in said:
        by_name.setdefault(known.override.by, []).append(known)
    return tuple(_reviewer(name, by_name[name]) for name in sorted(by_name, key=as_counted))


def _reviewer(name: str, said: list[Said]) -> ReviewerView:
    differences = [to_decimal(known.difference) for known in said if known.difference is not None]
    found = estimates.difference(differences)
    return ReviewerView(
        name=wording.clean(name),
        overrides=len(said),
        difference=replace(estimate_view(found, "", _LACKS), shown=signed(found.value)),
        caution=f"{_CHOSEN}; {_FEW}." if len(differences) < ENOUGH else f"{_CHOSEN}.",
    )


def differences(said: Iterable[Said], rubric: Rubric) -> tuple[DifferenceView, ...]:
    """Machine and people for each criterion that a person has rated, in the rubric's order."""
    by_criterion: dict[str, list[Said]] = {}
    for known in said:
        by_criterion.setdefault(known.override.criterion, []).append(known)
    return tuple(
        _line(name, wording.clean(placed.criterion.question), by_criterion[name])
        for name, placed in rubric.places.items()
        if name in by_criterion
    )


def _line(name: str, question: str, said: list[Said]) -> DifferenceView:
    known = [one.difference for one in said if one.difference is not None]
    mean = sum(known, Fraction(0)) / len(known) if known else None
    return DifferenceView(
        criterion=name,
        question=question,
        checked=sum(one.checked for one in said),
        changed=sum(one.changed for one in said),
        filled=sum(not one.checked for one in said),
        difference=signed(mean),
    )


def signed(value: Fraction | Decimal | None) -> str:
    """`+12.5`, `-3.0`, `0.0`, or a dash where there is no number."""
    rounded = wording.one_place(value)
    if rounded is None:
        return wording.DASH
    return f"{rounded:+}" if rounded else "0.0"
