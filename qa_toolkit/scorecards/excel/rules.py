"""What the workbook's formulas must know of a rubric's policies."""

from dataclasses import dataclass

from qa_toolkit.domain.rubric import Rubric, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the formulas must know of a rubric's policies.

    Attributes:
        full: what is not applicable counts as fully shown.
        by_criteria: the total counts criteria and no sections.
        capped: there are bonus points, and they stop at 100 percent.
        may_be_lost: numbers of the sections that a critical failure can make 0.
    """

    full: bool
    by_criteria: bool
    capped: bool
    may_be_lost: frozenset[int]
    with_minimum: tuple[int, ...]


def rules_of(rubric: Rubric) -> Rules:
    """The rules of a rubric; sections are numbered from 1, as in the workbook."""
    return Rules(
        full=rubric.policy.not_applicable == "full",
        by_criteria=rubric.policy.total == "criteria",
        capped=rubric.policy.bonus == "capped" and any(item.bonus for item in rubric.criteria()),
        may_be_lost=frozenset(
            number
            for number, section in enumerate(rubric.sections, start=1)
            if _may_be_lost(section, rubric)
        ),
        with_minimum=tuple(
            number
            for number, section in enumerate(rubric.sections, start=1)
            if section.id in rubric.minimums
        ),
    )


def _may_be_lost(section: Section, rubric: Rubric) -> bool:
    return any(
        item.fails_at and rubric.critical_rule(item) == "section" for item in section.all_criteria()
    )
