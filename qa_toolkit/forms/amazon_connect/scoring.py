"""How a rubric's ratings and weights become scores, points and weights of Amazon Connect."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection
from qa_toolkit.forms.amazon_connect.choices import TENTHS
from qa_toolkit.forms.amazon_connect.weights import Mode
from qa_toolkit.forms.build import decimal, plain

_WHOLE = 100
_MOST_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What the best rating of a criterion is worth: tenths in percent forms, else points.

    A criterion that does not count keeps its own points where there is room for them.

    Attributes:
        per_weight: points for a weight of 1.
    """

    mode: Mode
    per_weight: Fraction = Fraction(1)

    def best(self, criterion: Criterion) -> Fraction:
        """What can be earned with a criterion."""
        if self._keeps(criterion):
            return Fraction(criterion.highest)
        in_points = self.mode == "POINTS_BASED" and criterion.weight
        return Fraction(criterion.weight) * self.per_weight if in_points else Fraction(TENTHS)

    def of(self, criterion: Criterion, level: int) -> Fraction:
        """What a rating is worth; Amazon Connect knows whole numbers only."""
        if self._keeps(criterion):
            return Fraction(level)
        height = criterion.highest - criterion.lowest
        return self.best(criterion) * Fraction(level - criterion.lowest, height or 1)

    def _keeps(self, criterion: Criterion) -> bool:
        most = _MOST_POINTS if self.mode == "POINTS_BASED" else TENTHS
        fits = criterion.lowest >= 0 and criterion.highest <= most
        return not criterion.weight and fits and not _is_yes_no(criterion)


def scale_of(rubric: Rubric) -> Scale:
    """The scale of a rubric: whole points where there are any that are not too many."""
    mode = mode_of(rubric)
    scored = [criterion for criterion in rubric.criteria() if counts(criterion)]
    if mode != "POINTS_BASED":
        return Scale(mode=mode)
    plainly = Scale(mode=mode)
    worths = [plainly.of(known, level) for known in scored for level in known.levels]
    whole = lcm(*(worth.denominator for worth in worths))
    most = max(worths)
    if most * whole <= _MOST_POINTS:
        return Scale(mode=mode, per_weight=Fraction(whole))
    return Scale(mode=mode, per_weight=min(_MOST_POINTS / most, Fraction(1)))


def counts(criterion: Criterion) -> bool:
    """Whether it is part of the score."""
    return criterion.scored and criterion.weight > 0


def mode_of(rubric: Rubric) -> Mode:
    """The scoring mode that says what a rubric's policy says.

    With `total: criteria`: points where there is a bonus, or where every weight is what the best
    answer gives; but weights of 100 together with answers of 0 to 10 are a percent form, and so
    is a form in which nothing counts.
    """
    if rubric.policy.total == "sections":
        return "SECTION_ONLY"
    scored = [criterion for criterion in rubric.criteria() if counts(criterion)]
    if any(criterion.bonus for criterion in scored):
        return "POINTS_BASED"
    whole = sum((criterion.weight for criterion in scored), Decimal(0))
    tenths = all(_is_yes_no(known) or known.highest == TENTHS for known in scored)
    if not scored or not all(map(_weighs_its_points, scored)) or (whole == _WHOLE and tenths):
        return "QUESTION_ONLY"
    return "POINTS_BASED"


def weights(rubric: Rubric, mode: Mode) -> dict[str, int | float]:
    """The weight of each section, subsection and criterion that has one, by id; 0 to 100."""
    found: dict[str, int | float] = {}
    if not any(map(counts, rubric.criteria())):
        return found
    if mode == "SECTION_ONLY":
        sections = [(known.id, known.weight) for known in rubric.sections if _scored(known)]
        found |= _shares(sections)
        for section in rubric.sections:
            parts = [(part.id, part.weight) for part in section.sections if _scored(part)]
            found |= _within([*_own(section.criteria), *parts])
            for part in section.sections:
                found |= _within(_own(part.criteria))
    elif mode == "QUESTION_ONLY":
        found |= _shares(_own(rubric.criteria()))
        for section in rubric.sections:
            shared = sum(Decimal(str(found.get(c.id, 0))) for c in section.all_criteria())
            found[section.id] = plain(decimal(float(shared)))
    return found


def _is_yes_no(criterion: Criterion) -> bool:
    return criterion.type == "yes_no"


def _weighs_its_points(criterion: Criterion) -> bool:
    weight = criterion.weight
    if weight != weight.to_integral_value() or weight > _WHOLE:
        return False
    return _is_yes_no(criterion) or (criterion.lowest == 0 and weight == criterion.highest)


def _scored(group: Section | Subsection) -> bool:
    criteria = group.all_criteria() if isinstance(group, Section) else group.criteria
    return any(map(counts, criteria))


def _own(criteria: Iterable[Criterion]) -> list[tuple[str, Decimal]]:
    return [(known.id, known.weight) for known in criteria if counts(known) and not known.bonus]


def _within(known: list[tuple[str, Decimal]]) -> dict[str, int | float]:
    """The weights in a section; none where the rubric has not set any."""
    return {} if all(weight == 1 for _, weight in known) else _shares(known)


def differ(rubric: Rubric) -> bool:
    """Whether parts of one section have different weights."""
    return any(
        len({weight for _, weight in _own(group)}) > 1
        for section in rubric.sections
        for group in (section.criteria, *(part.criteria for part in section.sections))
    )


def _shares(known: list[tuple[str, Decimal]]) -> dict[str, int | float]:
    whole = sum((weight for _, weight in known), Decimal(0))
    return {name: plain(decimal(float(weight * _WHOLE / whole))) for name, weight in known}
