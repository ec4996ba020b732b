"""The hidden columns of Detail: what the formulas of Scores add up, one rating a row."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.formulas import ABSENT, OPEN, RATED
from qa_toolkit.scorecards.excel.own_rows import ROW
from qa_toolkit.scorecards.excel.rules import Rules
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula
from qa_toolkit.scorecards.view import CriterionView

NAMES = {
    "detail_key": "Key",
    "detail_section": "Section no.",
    "detail_part": "Subsection no.",
    "detail_policy": "Policy",
    "detail_share": "Share",
    "detail_possible": "Possible",
    "detail_state": "State",
    "detail_failed": "Failed",
    "detail_counted": "Counted",
    "detail_earned": "Earned",
}
"""The names by which formulas refer to the columns of these headings."""
LOWEST, HIGHEST = "Lowest", "Highest"
LEVELS_FROM, LEVELS = "Levels from", "Levels"
HIDDEN = tuple(
    Column(heading=heading, width=8, hidden=True, numeric=True)
    for heading in (LOWEST, HIGHEST, LEVELS_FROM, LEVELS, layout.BASED_ON, *NAMES.values())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rating stands: its scorecard's key, the numbers of its section and subsection.

    Attributes:
        part: 0 where it stands in the section itself.
        share: its criterion's part of the total, for the coverage.
        levels: where the list of its answers lies on Lists, and how long it is.
    """

    key: int
    section: int
    part: int
    share: float
    levels: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The formulas of a row of Detail; `ROW` stands where its number goes."""

    effective: str
    state: str
    counted: str
    earned: str
    rating: str


def in_row(text: str, row: str, value: str | float | None = None) -> Formula:
    """A formula in its row, with what it comes to as far as we know."""
    return Formula(text.replace(ROW, row), value)


def texts(at: Mapping[str, str], rules: Rules) -> Texts:
    """The formulas that are the same in every row; `at` gives each column's letter."""
    cell = {heading: f"{letter}{ROW}" for heading, letter in at.items()}
    said, rating, state = cell[layout.OVERRIDE], cell[layout.EFFECTIVE], cell["State"]
    start, length = cell[LEVELS_FROM], cell[LEVELS]
    allowed = f"INDEX(levels,{start}+1):INDEX(levels,{start}+{length})"
    # a number typed as text, such as '2, is that number to the reader of the workbook, too
    found = f"MATCH(IFERROR(VALUE({said}),TRIM({said})),{allowed},0)"
    checked = f'IFERROR(INDEX(levels,{start}+{found}),"?")'
    span = f"({cell[HIGHEST]}-{cell[LOWEST]})"
    # where all answers give the same points the weight is 0, and any value will do
    value = f"IF({span}=0,1,({rating}-{cell[LOWEST]})/{span})"
    in_place = f'IF({state}="{ABSENT}",{cell["Possible"]},0)' if rules.full else "0"
    rated = f'{state}="{RATED}"'
    absent = f'IF({rating}="{layout.NOT_APPLICABLE}","{ABSENT}","{OPEN}")'
    return Texts(
        effective=f'=IF(TRIM({said})="",{cell["Machine rating"]},{checked})',
        state=f'=IF(ISNUMBER({rating}),"{RATED}",{absent})',
        counted=f"=IF({rated},{cell['Possible']},{in_place})",
        earned=f"=IF({rated},{cell['Weight']}*{value},{in_place})",
        rating=rating,
    )


def helpers(text: Texts, row: str, place: Place, criterion: CriterionView) -> list[Cell]:
    """One rating's hidden cells, in the order of `HIDDEN`."""
    start, length = place.levels
    based_on = criterion.override.number if criterion.override else 0
    return [
        ("helper", criterion.lowest),
        ("helper", criterion.highest),
        ("helper", start),
        ("helper", length),
        ("helper", based_on),
        ("helper", place.key),
        ("helper", place.section),
        ("helper", place.part),
        ("helper", criterion.critical_rule or "none"),
        ("helper", place.share),
        ("helper", 0 if criterion.bonus else criterion.weight),
        ("helper", in_row(text.state, row)),
        ("helper", _failed(text, row, criterion)),
        ("helper", in_row(text.counted, row)),
        ("helper", in_row(text.earned, row)),
    ]


def _failed(text: Texts, row: str, criterion: CriterionView) -> Formula | int:
    if not criterion.fails_at:
        return 0
    # a word is greater than any number, so only a rating can be equal to one
    tests = ",".join(f"{text.rating}={points}" for points in criterion.fails_at)
    return in_row(f"=IF(OR({tests}),1,0)", row)
