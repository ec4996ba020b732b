"""What each criterion weighs in the total of a rubric, when everything applies.

Floats will do: these figures are for advice, and scores are computed elsewhere. `ROUNDING` keeps
comparisons from hanging on the last digit.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection
from qa_toolkit.rubric.rules.interface import Path

ROUNDING = 1e-9


class Share(NamedTuple):
    """A scored criterion and its part of the total, 0 to 1; of a bonus, what it can add."""

    path: Path
    criterion: Criterion
    total: float


def counting_sections(rubric: Rubric) -> list[Section]:
    """The sections in which something can be earned; the others have no part in the total."""
    return [
        section
        for section in rubric.sections
        if any(known.counts for known in section.all_criteria())
    ]


def shares(rubric: Rubric) -> Iterator[Share]:
    """Every scored criterion with its share of the total, as the rubric's policy adds it up."""
    by_criteria = rubric.policy.total == "criteria"
    if by_criteria:
        whole = _sum(rubric.criteria())
    else:
        whole = sum(float(section.weight) for section in counting_sections(rubric))
    for s, section in enumerate(rubric.sections):
        path: Path = ("sections", s)
        inner = whole if by_criteria else _within(section)
        total = 1.0 if by_criteria else _part(section, inner, whole)
        yield from _shares(path, section.criteria, total, inner)
        for p, part in enumerate(section.sections):
            own = whole if by_criteria else _sum(part.criteria)
            of_part = 1.0 if by_criteria else total * _part(part, own, inner)
            yield from _shares((*path, "sections", p), part.criteria, of_part, own)


def section_shares(rubric: Rubric, known: Sequence[Share]) -> dict[int, float]:
    """The share of each section in which something can be earned, by its index."""
    found = {s: 0.0 for s, section in enumerate(rubric.sections)}
    for share in known:
        if not share.criterion.bonus:
            found[int(share.path[1])] += share.total
    return {s: total for s, total in found.items() if total}


def shown(share: float) -> str:
    """A share of 0 to 1 in percent, for messages."""
    return f"{100 * share:.3g}"


def _within(section: Section) -> float:
    """What the weights of a section's criteria and subsections add up to."""
    known = (part for part in section.sections if any(known.counts for known in part.criteria))
    return _sum(section.criteria) + sum(float(part.weight) for part in known)


def _sum(criteria: Iterator[Criterion] | Sequence[Criterion]) -> float:
    return sum(float(criterion.weight) for criterion in criteria if criterion.counts)


def _part(group: Section | Subsection, inner: float, whole: float) -> float:
    return float(group.weight) / whole if inner and whole else 0.0


def _shares(
    path: Path, criteria: Sequence[Criterion], total: float, within: float
) -> Iterator[Share]:
    one = total / within if within else 0.0
    for c, criterion in enumerate(criteria):
        if criterion.scored:
            yield Share((*path, "criteria", c), criterion, one * float(criterion.weight))
