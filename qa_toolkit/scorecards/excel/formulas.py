"""The rubric's arithmetic as spreadsheet formulas, so that a changed rating changes the total.

They say the same as `scoring.assemble`; a test lets LibreOffice recalculate and compares.
`own_…` is a scorecard's part of a named column of Detail; `pass_mark`, `band_from` and
`band_name` are cells of Rubric.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.score import COVERAGE_NEEDED
from qa_toolkit.scorecards.excel.own_rows import Places, count_of, quoted, sum_of
from qa_toolkit.scorecards.excel.rules import Rules
from qa_toolkit.scorecards.wording import DASH

TINY = "0.000000001"
"""Numbers in a workbook are binary: 80 may arrive as 79.99999999999999."""
RATED, ABSENT, OPEN = "rated", "absent", "open"
"""The states of a rating on Detail; what is open waits for a person."""
MOST_CHARACTERS = 8_192
"""Of a formula; a workbook with a longer one does not open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The recalculated percents of a section's subsections and their weights, as ranges."""

    percents: str
    weights: str


def part_percent(place: Places, section: int, part: int, rules: Rules) -> str:
    """A subsection's percent; its number counts from 1, 0 is the section itself."""
    mine = {"section": section, "part": part}
    percent = _percent(sum_of(place, "earned", **mine), sum_of(place, "counted", **mine), rules)
    return f"={_if_rated(place, mine, percent, rules)}"


def section_percent(place: Places, number: int, parts: Parts | None, rules: Rules) -> str:
    """Σ weight x value / Σ weight over one section; a dash when nothing in it was rated.

    A subsection is one part of the sum; one that has no percent is in neither line.
    """
    mine = {"section": number}
    own = {"section": number, "part": 0} if parts else mine
    earned, counted = sum_of(place, "earned", **own), sum_of(place, "counted", **own)
    if parts:
        earned += f"+SUMPRODUCT({parts.percents},{parts.weights})/100"
        counted += f"+SUMPRODUCT(ISNUMBER({parts.percents})*{parts.weights})"
    percent = _percent(earned, counted, rules)
    if number in rules.may_be_lost:
        percent = f"IF({_lost(place, number)},0,{percent})"
    return f"={_if_rated(place, mine, percent, rules)}"


def _lost(place: Places, section: int) -> str:
    """Whether a critical failure makes a section 0."""
    return f"{count_of(place, section=section, failed=1, policy=quoted('section'))}>0"


def _percent(earned: str, counted: str, rules: Rules) -> str:
    percent = f"100*({earned})/({counted})"
    return f"MIN(100,{percent})" if rules.capped else percent


def _if_rated(place: Places, mine: Mapping[str, int], percent: str, rules: Rules) -> str:
    known = f'IFERROR({percent},"{DASH}")'
    if rules.full:  # what was not applicable counts, but rates nothing; nor does a bonus
        return f'IF({_counting(place, mine)}=0,"{DASH}",{known})'
    return known


def _counting(place: Places, mine: Mapping[str, int]) -> str:
    """How many ratings there are of what could be earned."""
    return count_of(place, **mine, state=quoted(RATED), possible=quoted(">0"))


def failed(place: Places) -> str:
    """How many critical criteria failed."""
    return f"={sum_of(place, 'failed')}"


def zeroed(place: Places) -> str:
    """How many of them make the total 0."""
    return f"={count_of(place, failed=1, policy=quoted('zero'))}"


def still_open(place: Places) -> str:
    """How many ratings wait for a person."""
    return f"={count_of(place, state=quoted(OPEN))}"


def waiting(place: Places, rules: Rules) -> str:
    """What a verdict waits for: critical criteria, and sections with a minimum, not yet rated."""
    critical = count_of(place, state=quoted(OPEN), policy=quoted("<>none"))
    return "=" + "+".join((critical, *(_unmet(place, number) for number in rules.with_minimum)))


def _unmet(place: Places, number: int) -> str:
    nothing = f"({_counting(place, {'section': number})}=0)"
    return f"{count_of(place, section=number, state=quoted(OPEN))}*{nothing}"


def coverage(place: Places) -> str:
    """Rated weight over applicable weight: r / (r + open), which is 1 / (1 + open / r)."""
    rated = sum_of(place, "share", state=quoted(RATED))
    left = sum_of(place, "share", state=quoted(OPEN))
    return f"=IFERROR(1/(1+{left}/{rated}),0)"


def total(place: Places, rules: Rules) -> str:
    """The total under the critical policy; a dash when a verdict must wait for a person."""
    earned, counted = _all_criteria(place, rules) if rules.by_criteria else _all_sections(place)
    computed = _if_rated(place, {}, _percent(earned, counted, rules), rules)
    too_little = f"{place.coverage}<{float(COVERAGE_NEEDED)}-{TINY}"
    waits = f"AND({place.failed}=0,OR({place.waiting}>0,{too_little}))"
    return f'=IF({place.zeroed}>0,0,IF({waits},"{DASH}",{computed}))'


def _all_sections(place: Places) -> tuple[str, str]:
    earned = f"SUMPRODUCT({place.sections},{place.weights})/100"
    return earned, f"SUMPRODUCT(ISNUMBER({place.sections})*{place.weights})"


def _all_criteria(place: Places, rules: Rules) -> tuple[str, str]:
    """All criteria of a scorecard; those of a lost section earn nothing."""
    earned = sum_of(place, "earned")
    for number in sorted(rules.may_be_lost):
        earned += f"-IF({_lost(place, number)},{sum_of(place, 'earned', section=number)},0)"
    return earned, sum_of(place, "counted")
