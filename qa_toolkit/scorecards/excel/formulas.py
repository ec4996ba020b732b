"""The rubric's arithmetic as spreadsheet formulas, so that a changed rating changes the total.

They say the same as `scoring.assemble`; a test lets LibreOffice recalculate and compares.
`detail_…` are the named columns of Detail, `pass_mark` is a cell of Rubric.
"""

from dataclasses import dataclass

from qa_toolkit.domain.rubric import Policy
from qa_toolkit.domain.score import COVERAGE_NEEDED
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.wording import DASH, OUTCOMES

TINY = "0.000000001"
"""Numbers in a workbook are binary: 80 may arrive as 79.99999999999999."""


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
    waiting: str
    coverage: str
    total: str


def section_percent(place: Places, number: int, policy: Policy) -> str:
    """Σ weight x value / Σ weight over one section; a dash when nothing in it was rated."""
    mine = f"detail_key,{place.key},detail_section,{number}"
    percent = f"100*SUMIFS(detail_earned,{mine})/SUMIFS(detail_counted,{mine})"
    if policy.not_applicable == "full":  # what was not applicable counts, but rates nothing
        return f'=IF(SUMIFS(detail_rated,{mine})=0,"{DASH}",{percent})'
    return f'=IFERROR({percent},"{DASH}")'


def failed(place: Places) -> str:
    """How many critical criteria failed."""
    return f"=SUMIFS(detail_failed,detail_key,{place.key})"


def waiting(place: Places) -> str:
    """How many critical criteria a person must still rate."""
    return f"=SUMIFS(detail_waiting,detail_key,{place.key})"


def coverage(place: Places) -> str:
    """Rated weight over applicable weight: r / (r + open), which is 1 / (1 + open / r)."""
    rated = f"SUMIFS(detail_rated,detail_key,{place.key})"
    open_ = f"SUMIFS(detail_open,detail_key,{place.key})"
    return f"=IFERROR(1/(1+{open_}/{rated}),0)"


def total(place: Places, policy: Policy) -> str:
    """The total under the critical policy; a dash when a verdict must wait for a person."""
    if policy.total == "criteria":
        earned = f"SUMIFS(detail_earned,detail_key,{place.key})"
        computed = f"100*{earned}/SUMIFS(detail_counted,detail_key,{place.key})"
    else:
        weight = f"SUMPRODUCT(ISNUMBER({place.sections})*{place.weights})"
        computed = f"SUMPRODUCT({place.sections},{place.weights})/{weight}"
    after_failure = "0" if policy.critical == "zero" else computed
    too_little = f"{place.coverage}<{float(COVERAGE_NEEDED)}-{TINY}"
    waits = f"OR({place.waiting}>0,{too_little})"
    return f'=IF({place.failed}>0,{after_failure},IF({waits},"{DASH}",{computed}))'


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


def changed(old_total: str, old_outcome: str, new_total: str, new_outcome: str) -> str:
    """`Changed` where ratings on Detail no longer give what was scored; totals have one place."""
    both = f"AND(ISNUMBER({old_total}),ISNUMBER({new_total}))"
    moved = f"IF({both},ABS({old_total}-{new_total})>0.0501,{old_total}<>{new_total})"
    return f'=IF(OR({old_outcome}<>{new_outcome},{moved}),"Changed","")'
