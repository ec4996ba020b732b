"""Sheet Detail: one row for each scorecard and criterion; the ratings that everything follows."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scorecards.coaching import weight_in_total
from qa_toolkit.scorecards.excel import styles
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Sheet
from qa_toolkit.scorecards.view import (
    CriterionView,
    EvidenceView,
    ReportView,
    ScorecardView,
    SectionView,
)
from qa_toolkit.scorecards.wording import DASH, STATUSES

COLUMNS = (
    Column(heading="Interaction", width=15),
    Column(heading="Agent", width=17),
    Column(heading="Section", width=13),
    Column(heading="Question", width=42),
    Column(heading="Rating", width=9),
    Column(heading="Lowest", width=8, numeric=True),
    Column(heading="Highest", width=8, numeric=True),
    Column(heading="Status", width=14),
    Column(heading="Weight", width=8, numeric=True),
    Column(heading="% of scale", width=9, numeric=True),
    Column(heading="Critical", width=9),
    Column(heading="Level reached, reason", width=36),
    Column(heading="Evidence", width=58),
    Column(heading="Criterion", width=24),
    Column(heading="Key", width=8, hidden=True, numeric=True),
    Column(heading="Section no.", width=8, hidden=True, numeric=True),
    Column(heading="Rated share", width=8, hidden=True, numeric=True),
    Column(heading="Open share", width=8, hidden=True, numeric=True),
    Column(heading="Failed", width=8, hidden=True, numeric=True),
    Column(heading="Waiting", width=8, hidden=True, numeric=True),
    Column(heading="Lost", width=8, hidden=True, numeric=True),
    Column(heading="Counted", width=8, hidden=True, numeric=True),
    Column(heading="Earned", width=8, hidden=True, numeric=True),
)
"""The hidden columns are what the formulas of Scores add up."""

_AT = {column.heading: get_column_letter(number) for number, column in enumerate(COLUMNS, start=1)}
_NAMES = {
    "detail_key": "Key",
    "detail_section": "Section no.",
    "detail_rated": "Rated share",
    "detail_open": "Open share",
    "detail_failed": "Failed",
    "detail_waiting": "Waiting",
    "detail_counted": "Counted",
    "detail_earned": "Earned",
}
_NOT_APPLICABLE = STATUSES[RatingStatus.NOT_APPLICABLE]
_NEEDS_REVIEW = STATUSES[RatingStatus.NEEDS_REVIEW]
_HOW = (
    "Change a yellow rating, or fill in one that needs review: the recalculated columns of "
    "Scores and Summary follow. Sorting and filtering do no harm."
)


def write_detail(sheet: Sheet, view: ReportView, rubric: Rubric) -> None:
    """Write the sheet and name the columns that formulas refer to."""
    sheet.widths(COLUMNS)
    sheet.page.freeze_panes = "C4"
    sheet.row([("title", "Detail")], height=30)
    sheet.row([("subtitle", _HOW)], height=20)
    head = sheet.heading(COLUMNS)
    shares = _shares(rubric)
    for key, card in numbered(view):
        for number, section in enumerate(card.sections, start=1):
            for criterion in section.criteria:
                share = shares.get(criterion.id, 0.0)
                sheet.row(
                    _shown(card, section, criterion)
                    + _helpers(sheet.at + 1, key, number, share, rubric)
                )
    sheet.table("Detail", COLUMNS, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{_AT['Evidence']}{sheet.at}")
    if sheet.at > head:
        _name_columns(sheet, head)
        _validate(sheet, head)
        _emphasise(sheet, head)


def numbered(view: ReportView) -> Iterator[tuple[int, ScorecardView]]:
    """All scorecards with the key that joins Scores and Detail, whatever ids look like."""
    return enumerate((card for agent in view.agents for card in agent.scorecards), start=1)


def _shares(rubric: Rubric) -> dict[str, float]:
    """Each criterion's part of the total, for the coverage."""
    return {
        criterion.id: float(weight_in_total(rubric, section, criterion))
        for section in rubric.sections
        for criterion in section.criteria
    }


def _shown(card: ScorecardView, section: SectionView, criterion: CriterionView) -> list[Cell]:
    level = " · ".join(filter(None, (criterion.anchor_text, criterion.reason)))
    return [
        ("text", card.id),
        ("text", card.agent),
        ("text", section.title),
        ("wrap", criterion.question),
        ("input", criterion.points),
        ("count", criterion.lowest),
        ("count", criterion.highest),
        ("text", criterion.status),
        ("weight", criterion.weight),
        ("percent", DASH if criterion.share is None else criterion.share),
        ("flag", "Critical" if criterion.critical else ""),
        ("wrap", level),
        ("small", "\n".join(map(_evidence, criterion.evidence))),
        ("small", criterion.id),
    ]


def _evidence(item: EvidenceView) -> str:
    sign = {"for": "+", "against": "−", "context": "·"}[item.tone]
    words = f"“{item.said}”" if item.quote else ""
    return " ".join(filter(None, (f"[{sign}]", item.when, f"{item.speaker}:", words, item.note)))


def _helpers(row: int, key: int, section: int, share: float, rubric: Rubric) -> list[Cell]:
    """The rubric's policies for one rating, as formulas over its own row."""
    at = {heading: f"{letter}{row}" for heading, letter in _AT.items()}
    rated = f"ISNUMBER({at['Rating']})"
    open_ = f'NOT({rated}),{at["Status"]}="{_NEEDS_REVIEW}"'
    critical = f'{at["Critical"]}="Critical"'
    full = rubric.policy.not_applicable == "full"
    absent = f'{at["Status"]}="{_NOT_APPLICABLE}"'
    in_place = f"IF({absent},{at['Weight']},0)" if full else "0"
    value = f"({at['Rating']}-{at['Lowest']})/({at['Highest']}-{at['Lowest']})"
    failed = f"AND({critical},{rated},{at['Rating']}={at['Lowest']})"
    lost = (
        f"IF(SUMIFS(detail_failed,detail_key,{at['Key']},detail_section,{at['Section no.']})>0,1,0)"
        if rubric.policy.critical == "section"
        else "0"
    )
    earned = f"IF({rated},{at['Weight']}*{value},{in_place})"
    return [
        ("helper", key),
        ("helper", section),
        ("helper", Formula(f"=IF({rated},{share!r},0)")),
        ("helper", Formula(f"=IF(AND({open_}),{share!r},0)")),
        ("helper", Formula(f"=IF({failed},1,0)")),
        ("helper", Formula(f"=IF(AND({critical},{open_}),1,0)")),
        ("helper", Formula(f"={lost}")),
        ("helper", Formula(f"=IF(OR({rated},{at['Lost']}=1),{at['Weight']},{in_place})")),
        ("helper", Formula(f"=IF({at['Lost']}=1,0,{earned})")),
    ]


def _name_columns(sheet: Sheet, head: int) -> None:
    for name, heading in _NAMES.items():
        column = _AT[heading]
        area = f"'{sheet.title}'!${column}${head + 1}:${column}${sheet.at}"
        sheet.page.parent.defined_names[name] = DefinedName(name, attr_text=area)


def _validate(sheet: Sheet, head: int) -> None:
    """Only whole numbers on the criterion's own scale; the rule moves with its row."""
    first = head + 1
    rating, low, high = (f"{_AT[name]}{first}" for name in ("Rating", "Lowest", "Highest"))
    rule = DataValidation(
        type="custom",
        formula1=f"=AND(ISNUMBER({rating}),{rating}>={low},{rating}<={high},{rating}=INT({rating}))",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Not on the scale",
        error="A whole number from Lowest to Highest, or empty for no rating.",
    )
    rule.add(f"{rating}:{_AT['Rating']}{sheet.at}")
    sheet.page.data_validations.append(rule)


def _emphasise(sheet: Sheet, head: int) -> None:
    first, last = head + 1, sheet.at
    rating, status = f"${_AT['Rating']}{first}", f"${_AT['Status']}{first}"
    lowest, critical = f"${_AT['Lowest']}{first}", f"${_AT['Critical']}{first}"
    new = f"$A{first}<>$A{first - 1}"
    rules = (
        (
            f"A{first}:{_AT['Critical']}{last}",
            f'AND({critical}="Critical",ISNUMBER({rating}),{rating}={lowest})',
            styles.highlight(styles.BAD, styles.BAD_FILL),
        ),
        (
            f"{_AT['Status']}{first}:{_AT['Status']}{last}",
            f'{status}="{_NEEDS_REVIEW}"',
            styles.highlight(styles.WARN, styles.WARN_FILL),
        ),
        (f"A{first}:{_AT['Criterion']}{last}", new, styles.line_above()),
    )
    for area, formula, look in rules:
        sheet.page.conditional_formatting.add(
            area, Rule(type="expression", formula=[formula], dxf=look)
        )
