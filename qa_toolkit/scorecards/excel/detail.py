"""Sheet Detail: one row for each scorecard and criterion; the ratings that everything follows."""

from collections.abc import Iterator, Mapping
from itertools import chain

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shares import shares
from qa_toolkit.scorecards.excel import helpers, ratings, styles
from qa_toolkit.scorecards.excel.formulas import rules_of
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import (
    CriterionView,
    EvidenceView,
    ReportView,
    RubricView,
    ScorecardView,
    SectionView,
)
from qa_toolkit.scorecards.wording import DASH

_HOW = (
    "Change a yellow rating, or fill in one that needs review: the recalculated columns of "
    "Scores and Summary follow. Sorting and filtering do no harm."
)


def columns(rubric: RubricView) -> tuple[Column, ...]:
    """The sheet's columns; the hidden ones are what the formulas of Scores add up."""
    part = (Column(heading="Subsection", width=15),) if rubric.has_parts else ()
    bonus = (Column(heading="Bonus", width=8),) if rubric.has_bonus else ()
    return (
        Column(heading="Interaction", width=15),
        Column(heading="Agent", width=17),
        Column(heading="Section", width=13),
        *part,
        Column(heading="Question", width=42),
        Column(heading="Rating", width=9),
        Column(heading="Lowest", width=8, numeric=True),
        Column(heading="Highest", width=8, numeric=True),
        Column(heading="Status", width=14),
        Column(heading="Weight", width=8, numeric=True),
        *bonus,
        Column(heading="% of scale", width=9, numeric=True),
        Column(heading="Critical", width=18 if _has_classes(rubric) else 9),
        Column(heading="Level reached, reason", width=36),
        Column(heading="Evidence", width=58),
        Column(heading="Criterion", width=24),
        *helpers.HIDDEN,
        *ratings.HIDDEN,
    )


def write_detail(
    sheet: Sheet, view: ReportView, rubric: Rubric, known: Mapping[ratings.Levels, int]
) -> None:
    """Write the sheet and name the columns that formulas refer to.

    Args:
        sheet: still empty.
        view: what is shown.
        rubric: weights and policies.
        known: where the lists of allowed ratings lie.
    """
    own = columns(view.rubric)
    at = {column.heading: get_column_letter(number) for number, column in enumerate(own, start=1)}
    sheet.widths(own)
    sheet.page.freeze_panes = "C4"
    sheet.row([("title", "Detail")], height=30)
    sheet.row([("subtitle", _HOW)], height=20)
    head = sheet.heading(own)
    rules, weights = rules_of(rubric), shares(rubric)
    for key, card in numbered(view):
        for number, section in enumerate(card.sections, start=1):
            for part, title, criterion in _held(section):
                share = float(weights.get(criterion.id, 0))
                place = helpers.Place(key=key, section=number, part=part, share=share)
                sheet.row(
                    _shown(card, section, title, criterion, view.rubric)
                    + helpers.helpers(at, sheet.at + 1, place, criterion, rules)
                    + ratings.hidden_cells(criterion, known)
                )
    sheet.table("Detail", own, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{at['Evidence']}{sheet.at}")
    if sheet.at > head:
        _name_columns(sheet, at, head)
        sheet.page.data_validations.append(ratings.validation(at, head + 1, sheet.at))
        _emphasise(sheet, at, head)


def numbered(view: ReportView) -> Iterator[tuple[int, ScorecardView]]:
    """All scorecards with the key that joins Scores and Detail, whatever ids look like."""
    return enumerate((card for agent in view.agents for card in agent.scorecards), start=1)


def _has_classes(rubric: RubricView) -> bool:
    return any(criterion.critical not in ("", "Critical") for criterion in rubric.criteria)


def _held(section: SectionView) -> Iterator[tuple[int, str, CriterionView]]:
    """A section's criteria with the number and the title of their subsection; 0 is none."""
    parts = ((part.title, part.criteria) for part in section.parts)
    for number, (title, criteria) in enumerate(chain([("", section.criteria)], parts)):
        for criterion in criteria:
            yield number, title, criterion


def _shown(
    card: ScorecardView,
    section: SectionView,
    part: str,
    criterion: CriterionView,
    rubric: RubricView,
) -> list[Cell]:
    level = " · ".join(filter(None, (criterion.anchor_text, criterion.reason)))
    subsection: list[Cell] = [("wrap", part)] if rubric.has_parts else []
    bonus: list[Cell] = [("flag", "Bonus" if criterion.bonus else "")] if rubric.has_bonus else []
    return [
        ("text", card.id),
        ("text", card.agent),
        ("text", section.title),
        *subsection,
        ("wrap", criterion.question),
        ("input", criterion.points),
        ("count", criterion.lowest),
        ("count", criterion.highest),
        ("text", criterion.status),
        ("weight", criterion.weight),
        *bonus,
        ("percent", DASH if criterion.share is None else criterion.share),
        ("flag", criterion.critical),
        ("wrap", level),
        ("small", "\n".join(map(_evidence, criterion.evidence))),
        ("small", criterion.id),
    ]


def _evidence(item: EvidenceView) -> str:
    sign = {"for": "+", "against": "−", "context": "·"}[item.tone]
    speaker = f"{item.speaker}:" if item.speaker else ""
    words = f"“{item.said}”" if item.quote else ""
    return " ".join(filter(None, (f"[{sign}]", item.when, speaker, words, item.note)))


def _name_columns(sheet: Sheet, at: Mapping[str, str], head: int) -> None:
    for name, heading in helpers.NAMES.items():
        area = f"'{sheet.title}'!${at[heading]}${head + 1}:${at[heading]}${sheet.at}"
        sheet.page.parent.defined_names[name] = DefinedName(name, attr_text=area)


def _emphasise(sheet: Sheet, at: Mapping[str, str], head: int) -> None:
    first, last = head + 1, sheet.at
    rules = (
        (
            f"A{first}:{at['Critical']}{last}",
            f"${at['Failed']}{first}=1",
            styles.highlight(styles.BAD, styles.BAD_FILL),
        ),
        (
            f"{at['Status']}{first}:{at['Status']}{last}",
            f'${at["Status"]}{first}="{helpers.NEEDS_REVIEW}"',
            styles.highlight(styles.WARN, styles.WARN_FILL),
        ),
        (f"A{first}:{at['Criterion']}{last}", f"$A{first}<>$A{first - 1}", styles.line_above()),
    )
    for area, formula, look in rules:
        sheet.page.conditional_formatting.add(
            area, Rule(type="expression", formula=[formula], dxf=look)
        )
