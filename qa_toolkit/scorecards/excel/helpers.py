"""The hidden columns of Detail: what the formulas of Scores add up, one rating a row."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scorecards.excel.formulas import Rules, lost, one_of
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula
from qa_toolkit.scorecards.view import CriterionView
from qa_toolkit.scorecards.wording import STATUSES

NOT_APPLICABLE = STATUSES[RatingStatus.NOT_APPLICABLE]
NEEDS_REVIEW = STATUSES[RatingStatus.NEEDS_REVIEW]

NAMES = {
    "detail_key": "Key",
    "detail_section": "Section no.",
    "detail_part": "Subsection no.",
    "detail_policy": "Policy",
    "detail_share": "Share",
    "detail_rated": "Rated",
    "detail_open": "Open",
    "detail_failed": "Failed",
    "detail_lost": "Lost",
    "detail_possible": "Possible",
    "detail_counted": "Counted",
    "detail_earned": "Earned",
}
"""The names by which formulas refer to the columns of these headings."""
HIDDEN = tuple(
    Column(heading=heading, width=8, hidden=True, numeric=True) for heading in NAMES.values()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rating stands: its scorecard's key, the numbers of its section and subsection.

    Attributes:
        part: 0 where it stands in the section itself.
        share: its criterion's part of the total, for the coverage.
    """

    key: int
    section: int
    part: int
    share: float


def helpers(
    at: Mapping[str, str], row: int, place: Place, criterion: CriterionView, rules: Rules
) -> list[Cell]:
    """One rating's hidden cells; `at` gives the letter of each column, by its heading."""
    cell = {heading: f"{letter}{row}" for heading, letter in at.items()}
    absent = f'AND({cell["Rated"]}=0,{cell["Status"]}="{NOT_APPLICABLE}")'
    in_place = f"IF({absent},{cell['Possible']},0)" if rules.full else "0"
    span = f"({cell['Highest']}-{cell['Lowest']})"
    # where all answers give the same points the weight is 0, and any value will do
    value = f"IF({span}=0,1,({cell['Rating']}-{cell['Lowest']})/{span})"
    rated = f"{cell['Rated']}=1"
    values = {
        "Key": place.key,
        "Section no.": place.section,
        "Subsection no.": place.part,
        "Policy": criterion.critical_rule or "none",
        "Share": place.share,
        "Rated": f"=IF(ISNUMBER({cell['Rating']}),1,0)",
        "Open": f'=IF(AND({cell["Rated"]}=0,{cell["Status"]}="{NEEDS_REVIEW}"),1,0)',
        "Failed": _failed(cell, criterion),
        "Lost": _lost(cell, place, rules),
        "Possible": 0 if criterion.bonus else f"={cell['Weight']}",
        "Counted": f"=IF({rated},{cell['Possible']},{in_place})",
        "Earned": f"=IF({rated},{cell['Weight']}*{value},{in_place})",
    }
    return [("helper", _written(values[heading])) for heading in NAMES.values()]


def _failed(cell: Mapping[str, str], criterion: CriterionView) -> str | int:
    if not criterion.fails_at:
        return 0
    return f"=IF(AND({cell['Rated']}=1,{one_of(cell['Rating'], criterion.fails_at)}),1,0)"


def _lost(cell: Mapping[str, str], place: Place, rules: Rules) -> str | int:
    """Asked for by totals over criteria only; the others look at the section as a whole."""
    if not rules.by_criteria or place.section not in rules.may_be_lost:
        return 0
    mine = f"detail_key,{cell['Key']},detail_section,{cell['Section no.']}"
    return f"=IF({lost(mine)},1,0)"


def _written(value: str | float) -> str | float | Formula:
    return Formula(value) if isinstance(value, str) and value.startswith("=") else value
