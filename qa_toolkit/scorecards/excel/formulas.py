"""The rubric's arithmetic as spreadsheet formulas, so that a changed rating changes the total.

They say the same as `scoring.assemble`; a test lets LibreOffice recalculate and compares.
`detail_…` are the named columns of Detail; `pass_mark`, `band_from` and `band_name` are cells of
Rubric.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.domain.rubric import Rubric, Section
from qa_toolkit.domain.score import COVERAGE_NEEDED
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.wording import DASH, OUTCOMES

TINY = "0.000000001"
"""Numbers in a workbook are binary: 80 may arrive as 79.99999999999999."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where one scorecard's row keeps what its formulas need, as cell references.

    Attributes:
        sections: the recalculated section percents, a range of one row.
        weights, minimums: ranges of the same width above the headings.
    """

    key: str
    sections: str
    weights: str
    minimums: str
    failed: str
    zeroed: str
    waiting: str
    coverage: str
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The recalculated percents of a section's subsections and their weights, as ranges."""

    percents: str
    weights: str


def part_percent(place: Places, section: int, part: int, rules: Rules) -> str:
    """A subsection's percent; its number counts from 1, 0 is the section itself."""
    mine = f"{_of_section(place, section)},detail_part,{part}"
    earned, counted = f"SUMIFS(detail_earned,{mine})", f"SUMIFS(detail_counted,{mine})"
    return f"={_if_rated(mine, _percent(earned, counted, rules), rules)}"


def section_percent(place: Places, number: int, parts: Parts | None, rules: Rules) -> str:
    """Σ weight x value / Σ weight over one section; a dash when nothing in it was rated.

    A subsection is one part of the sum; one that has no percent is in neither line.
    """
    mine = _of_section(place, number)
    own = f"{mine},detail_part,0" if parts else mine
    earned, counted = f"SUMIFS(detail_earned,{own})", f"SUMIFS(detail_counted,{own})"
    if parts:
        earned += f"+SUMPRODUCT({parts.percents},{parts.weights})/100"
        counted += f"+SUMPRODUCT(ISNUMBER({parts.percents})*{parts.weights})"
    percent = _percent(earned, counted, rules)
    if number in rules.may_be_lost:
        percent = f"IF({lost(mine)},0,{percent})"
    return f"={_if_rated(mine, percent, rules)}"


def lost(mine: str) -> str:
    """Whether a critical failure makes a section 0; `mine` names its rows of Detail."""
    return f'COUNTIFS({mine},detail_failed,1,detail_policy,"section")>0'


def _of_section(place: Places, number: int) -> str:
    return f"detail_key,{place.key},detail_section,{number}"


def _percent(earned: str, counted: str, rules: Rules) -> str:
    percent = f"100*({earned})/({counted})"
    return f"MIN(100,{percent})" if rules.capped else percent


def _if_rated(mine: str, percent: str, rules: Rules) -> str:
    known = f'IFERROR({percent},"{DASH}")'
    if rules.full:  # what was not applicable counts, but rates nothing; nor does a bonus
        return f'IF(SUMIFS(detail_rated,{mine},detail_possible,">0")=0,"{DASH}",{known})'
    return known


def failed(place: Places) -> str:
    """How many critical criteria failed."""
    return f"=SUMIFS(detail_failed,detail_key,{place.key})"


def zeroed(place: Places) -> str:
    """How many of them make the total 0."""
    return f'=COUNTIFS(detail_key,{place.key},detail_failed,1,detail_policy,"zero")'


def waiting(place: Places, rules: Rules) -> str:
    """What a verdict waits for: critical criteria, and sections with a minimum, not yet rated."""
    critical = f'COUNTIFS(detail_key,{place.key},detail_open,1,detail_policy,"<>none")'
    return "=" + "+".join((critical, *(_unmet(place, number) for number in rules.with_minimum)))


def _unmet(place: Places, number: int) -> str:
    mine = _of_section(place, number)
    rated = f'COUNTIFS({mine},detail_rated,1,detail_possible,">0")'
    return f"COUNTIFS({mine},detail_open,1)*({rated}=0)"


def coverage(place: Places) -> str:
    """Rated weight over applicable weight: r / (r + open), which is 1 / (1 + open / r)."""
    rated = f"SUMIFS(detail_share,detail_key,{place.key},detail_rated,1)"
    open_ = f"SUMIFS(detail_share,detail_key,{place.key},detail_open,1)"
    return f"=IFERROR(1/(1+{open_}/{rated}),0)"


def total(place: Places, rules: Rules) -> str:
    """The total under the critical policy; a dash when a verdict must wait for a person."""
    earned, counted = _all_criteria(place, rules) if rules.by_criteria else _all_sections(place)
    computed = _if_rated(f"detail_key,{place.key}", _percent(earned, counted, rules), rules)
    too_little = f"{place.coverage}<{float(COVERAGE_NEEDED)}-{TINY}"
    waits = f"AND({place.failed}=0,OR({place.waiting}>0,{too_little}))"
    return f'=IF({place.zeroed}>0,0,IF({waits},"{DASH}",{computed}))'


def _all_sections(place: Places) -> tuple[str, str]:
    earned = f"SUMPRODUCT({place.sections},{place.weights})/100"
    return earned, f"SUMPRODUCT(ISNUMBER({place.sections})*{place.weights})"


def _all_criteria(place: Places, rules: Rules) -> tuple[str, str]:
    """All criteria of a scorecard; those of a lost section earn nothing."""
    mine = f"detail_key,{place.key}"
    kept = f"{mine},detail_lost,0" if rules.may_be_lost else mine
    return f"SUMIFS(detail_earned,{kept})", f"SUMIFS(detail_counted,{mine})"


def outcome(place: Places) -> str:
    """Fail after a critical failure, under a minimum or under the pass mark."""
    short = f"SUMPRODUCT(ISNUMBER({place.sections})*({place.sections}<{place.minimums}-{TINY}))>0"
    under = f"{place.total}<pass_mark-{TINY}"
    words = OUTCOMES
    return (
        f'=IF({place.failed}>0,"{words[Outcome.FAIL]}",'
        f'IF(NOT(ISNUMBER({place.total})),"{words[Outcome.NOT_SCORED]}",'
        f'IF(OR({short},{under}),"{words[Outcome.FAIL]}","{words[Outcome.PASS]}")))'
    )


def band(place: Places) -> str:
    """The name of the highest band the total reaches; empty under the lowest."""
    known = f'IFERROR(LOOKUP({place.total}+{TINY},band_from,band_name),"")'
    return f'=IF(ISNUMBER({place.total}),{known},"")'


def changed(old_total: str, old_outcome: str, new_total: str, new_outcome: str) -> str:
    """`Changed` where ratings on Detail no longer give what was scored; totals have one place."""
    both = f"AND(ISNUMBER({old_total}),ISNUMBER({new_total}))"
    moved = f"IF({both},ABS({old_total}-{new_total})>0.0501,{old_total}<>{new_total})"
    return f'=IF(OR({old_outcome}<>{new_outcome},{moved}),"Changed","")'


def one_of(cell: str, values: Sequence[int]) -> str:
    """Whether a cell holds one of these numbers."""
    tests = [f"{cell}={value}" for value in values]
    return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"
