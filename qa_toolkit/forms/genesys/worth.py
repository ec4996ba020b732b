"""What a rubric's ratings are worth in Genesys: whole points, times the weight of their group."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, gcd, lcm

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection

_MOST_POINTS = 1000
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Criteria that become a question group.

    Attributes:
        own_weight: of the section or subsection, as the rubric has it.
        share: what they weigh together, in relation to other groups.
        by_criteria: criteria weigh by themselves, whatever their section weighs.
        aside: nothing in it counts, while another group does.
    """

    title: str
    place: str
    criteria: tuple[Criterion, ...]
    own_weight: Fraction
    share: Fraction
    by_criteria: bool
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The points of a group's criteria.

    Attributes:
        weight: of the group.
        own: they keep their own points, for the group has no weight.
        per_unit: points for each unit of weight and value.
        exact: no points have to be rounded.
    """

    weight: Fraction
    own: bool = False
    per_unit: Fraction = Fraction(1)
    exact: bool = True

    def of(self, criterion: Criterion, level: int) -> int:
        """The points of a rating; 0 of one that does not count."""
        return level if self.own else self._given(criterion, level - criterion.lowest)

    def of_option(self, criterion: Criterion, points: int) -> int:
        """The points that one of several options adds."""
        return points if self.own else self._given(criterion, points)

    def _given(self, criterion: Criterion, points: int) -> int:
        if not criterion.counts:
            return 0
        return floor(self.per_unit * _worth(criterion, points) + _HALF)


def groups_in(rubric: Rubric) -> list[Group]:
    """The question groups of a rubric: its sections, and each subsection by itself."""
    found = []
    for s, section in enumerate(rubric.sections):
        place = f"sections[{s}]"
        within = _sum(section.criteria) + sum(
            (Fraction(part.weight) for part in section.sections if _sum(part.criteria)), Fraction(0)
        )
        if section.criteria:
            share = _share(rubric, section, section.criteria, _sum(section.criteria), within)
            found.append(_group(rubric, section, section.title, place, share))
        for p, part in enumerate(section.sections):
            title = f"{section.title}: {part.title}"
            share = _share(rubric, section, part.criteria, Fraction(part.weight), within)
            found.append(_group(rubric, part, title, f"{place}.sections[{p}]", share))
    return found


def points_of(group: Group) -> Points:
    """Whole points that keep the weights of a group's criteria.

    Points for which the group keeps its weight where there are any, else the smallest ones. A
    group has no weight where nothing in it counts; but Genesys forms in which none has any are
    as good as forms in which all have the same.
    """
    if group.aside:
        return Points(weight=Fraction(0), own=True)
    scored = [criterion for criterion in group.criteria if criterion.counts]
    if not scored:
        return Points(weight=group.own_weight)
    worths = [worth for known in scored for worth in _worths(known)]
    most = max(worths)
    as_it_is = 1 / group.own_weight
    if group.by_criteria and _whole(worths, as_it_is) and most * as_it_is <= _MOST_POINTS:
        return Points(weight=group.own_weight, per_unit=as_it_is)
    scale = Fraction(lcm(*(worth.denominator for worth in worths)))
    per_unit = scale / gcd(*(int(worth * scale) for worth in worths))
    exact = most * per_unit <= _MOST_POINTS
    if not exact:
        per_unit = _MOST_POINTS / most
    together = sum((per_unit * _weight(known) for known in scored), Fraction(0))
    return Points(weight=group.share / together, per_unit=per_unit, exact=exact)


def _whole(worths: Sequence[Fraction], per_unit: Fraction) -> bool:
    return all((worth * per_unit).denominator == 1 for worth in worths)


def _share(
    rubric: Rubric,
    section: Section,
    criteria: Sequence[Criterion],
    own: Fraction,
    within: Fraction,
) -> Fraction:
    if rubric.policy.total == "criteria":
        return _sum(criteria)
    return Fraction(section.weight) * own / within if within else Fraction(0)


def _group(
    rubric: Rubric, group: Section | Subsection, title: str, place: str, share: Fraction
) -> Group:
    return Group(
        title=title,
        place=place,
        criteria=group.criteria,
        own_weight=Fraction(group.weight),
        share=share,
        by_criteria=rubric.policy.total == "criteria",
        aside=not any(known.counts for known in group.criteria)
        and any(known.counts for known in rubric.criteria()),
    )


def _sum(criteria: Sequence[Criterion]) -> Fraction:
    return sum((_weight(known) for known in criteria if known.counts), Fraction(0))


def _weight(criterion: Criterion) -> Fraction:
    return Fraction(criterion.weight)


def _worths(criterion: Criterion) -> list[Fraction]:
    if criterion.type == "multi_choice":
        return [_worth(criterion, abs(option.points)) for option in criterion.options]
    return [_worth(criterion, level - criterion.lowest) for level in criterion.levels]


def _worth(criterion: Criterion, points: int) -> Fraction:
    """Its weight times the share that points above the lowest rating are of all of them."""
    return _weight(criterion) * Fraction(points, criterion.highest - criterion.lowest)
