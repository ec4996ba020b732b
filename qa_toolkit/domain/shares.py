"""How much of the total each criterion decides when everything applies."""

from collections.abc import Iterable
from fractions import Fraction

from qa_toolkit.domain.rubric import Criterion, Rubric


def shares(rubric: Rubric, *, with_bonus: bool = False) -> dict[str, Fraction]:
    """The part of the total each criterion decides, 0..1, by its id.

    Together they are 1. An unscored answer decides nothing; a subsection shares its weight among
    its criteria as a section does.

    Args:
        rubric: its weights, sections and policy.
        with_bonus: a bonus, which decides nothing of what could be earned, gets what it can add
            on top; else 0.
    """
    if rubric.policy.total == "criteria":
        return _shared(Fraction(1), rubric.criteria(), with_bonus)
    whole = sum((Fraction(section.weight) for section in rubric.sections), Fraction(0))
    known: dict[str, Fraction] = {}
    for section in rubric.sections:
        parts = sum((Fraction(part.weight) for part in section.sections), Fraction(0))
        one = Fraction(section.weight) / whole / _possible(section.criteria, parts)
        known |= {item.id: one * _weight(item, with_bonus) for item in section.criteria}
        for part in section.sections:
            known |= _shared(one * Fraction(part.weight), part.criteria, with_bonus)
    return known


def _shared(
    part: Fraction,
    criteria: Iterable[Criterion],
    with_bonus: bool,  # noqa: FBT001 - passed on
) -> dict[str, Fraction]:
    held = tuple(criteria)
    one = part / _possible(held)
    return {item.id: one * _weight(item, with_bonus) for item in held}


def _possible(criteria: Iterable[Criterion], more: Fraction = Fraction(0)) -> Fraction:
    """What could be earned; never 0, so that it can be divided by."""
    return sum((_weight(item, with_bonus=False) for item in criteria), more) or Fraction(1)


def _weight(criterion: Criterion, with_bonus: bool) -> Fraction:  # noqa: FBT001 - passed on
    counts = criterion.scored and (with_bonus or not criterion.bonus)
    return Fraction(criterion.weight) if counts else Fraction(0)
