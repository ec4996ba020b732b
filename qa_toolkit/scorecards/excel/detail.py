"""Sheet Detail: one row for each scorecard and criterion; the ratings that everything follows."""

from collections.abc import Iterator
from itertools import chain

from openpyxl.utils import get_column_letter

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shares import shares
from qa_toolkit.scorecards.excel import emphasis, helpers, inputs, layout
from qa_toolkit.scorecards.excel.lists import Levels, numbered
from qa_toolkit.scorecards.excel.rules import rules_of
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import (
    CriterionView,
    EvidenceView,
    ReportView,
    RubricView,
    SectionView,
    StatusKind,
)
from qa_toolkit.scorecards.wording import DASH

_HOW = (
    "To rate in the {first}'s place, choose in the yellow column Override and say why: the "
    "recalculated columns of Scores and Summary follow. Empty it, and the {first}'s rating counts "
    "again. Filtering does no harm."
)
_MACHINE = "Machine rating"
_FIRST = "Machine or shopper"
"""Its heading where mystery shops are shown, which their shoppers rate."""
_INPUTS = (
    Column(heading=layout.OVERRIDE, width=10),
    Column(heading=layout.REASON, width=26),
    Column(heading=layout.CAUSE, width=12),
    Column(heading=layout.REVIEWER, width=14),
)


def columns(rubric: RubricView, *, certain: bool, kinds: bool = False) -> tuple[Column, ...]:
    """The sheet's columns; the hidden ones are what the formulas of Scores add up.

    Args:
        rubric: what it has no use for is left out.
        certain: whether it is known how sure the words are; of what was written it is not.
        kinds: whether it is said what was staged and what was not.
    """
    part = (Column(heading="Subsection", width=15),) if rubric.has_parts else ()
    bonus = (Column(heading="Bonus", width=8),) if rubric.has_bonus else ()
    certainty = (Column(heading="Certainty", width=9, numeric=True),) if certain else ()
    return (
        Column(heading=layout.INTERACTION, width=14),
        Column(heading="Agent", width=16),
        *((Column(heading=layout.KIND, width=11),) if kinds else ()),
        Column(heading="Section", width=13),
        *part,
        Column(heading="Question", width=32),
        Column(heading=_FIRST if kinds else _MACHINE, width=9),
        Column(heading="Status", width=13),
        *certainty,
        Column(heading="Level reached, why", width=30),
        Column(heading="Evidence", width=44),
        *_INPUTS,
        Column(heading=layout.EFFECTIVE, width=10),
        Column(heading="Weight", width=8, numeric=True),
        *bonus,
        Column(heading="Critical", width=18 if rubric.has_classes else 9),
        Column(heading=layout.CRITERION, width=24),
        *helpers.HIDDEN,
    )


def write_detail(sheet: Sheet, view: ReportView, rubric: Rubric, levels: Levels) -> int:
    """Write the sheet, name the columns that formulas refer to, and say where ratings begin.

    Args:
        sheet: still empty.
        view: what is shown.
        rubric: weights and policies.
        levels: where the lists of allowed ratings lie.

    Returns:
        The row of the first rating; the others follow in the order of the view.
    """
    certain = any(
        criterion.certainty for _, card in numbered(view) for criterion in card.all_criteria()
    )
    own = columns(view.rubric, certain=certain, kinds=view.shops is not None)
    at = {column.heading: get_column_letter(number) for number, column in enumerate(own, start=1)}
    at.setdefault(_MACHINE, at.get(_FIRST, ""))
    sheet.widths(own)
    sheet.page.freeze_panes = "C4"
    sheet.row([("title", "Detail")], height=30)
    sheet.row([("subtitle", _HOW.format(first=view.first_rater))], height=20)
    head = sheet.heading(own)
    text, weights = helpers.texts(at, rules_of(rubric)), shares(rubric)
    decides = {name: float(weight) for name, weight in weights.items()}
    for key, card in numbered(view):
        who: list[Cell] = [("text", card.id), ("text", card.agent)]
        if view.shops:
            who.append(("text", card.kind))
        for number, section in enumerate(card.sections, start=1):
            for part, title, criterion in _held(section):
                row = str(sheet.at + 1)
                place = helpers.Place(
                    key=key,
                    section=number,
                    part=part,
                    share=decides.get(criterion.id, 0.0),
                    levels=levels.of(criterion),
                )
                sheet.row(
                    who
                    + _shown(section, title, criterion, view.rubric, certain=certain)
                    + inputs.cells(criterion)
                    + _counted(text, row, criterion, view.rubric)
                    + helpers.helpers(text, row, place, criterion)
                )
    sheet.table("Detail", own, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{at['Critical']}{max(head, sheet.at)}")
    last = max(sheet.at, head + 1)
    for name, heading in {**helpers.NAMES, "detail_criterion": layout.CRITERION}.items():
        sheet.name(name, f"${at[heading]}${head + 1}:${at[heading]}${last}")
    if sheet.at > head:
        sheet.page.data_validations.dataValidation.extend(inputs.rules(at, head + 1, sheet.at))
        emphasis.of_detail(sheet, at, head)
    return head + 1


def _held(section: SectionView) -> Iterator[tuple[int, str, CriterionView]]:
    """A section's criteria with the number and the title of their subsection; 0 is none."""
    parts = ((part.title, part.criteria) for part in section.parts)
    for number, (title, criteria) in enumerate(chain([("", section.criteria)], parts)):
        for criterion in criteria:
            yield number, title, criterion


def _shown(
    section: SectionView,
    part: str,
    criterion: CriterionView,
    rubric: RubricView,
    *,
    certain: bool,
) -> list[Cell]:
    """What the machine says; what people say follows in the input cells."""
    level = " · ".join(filter(None, (criterion.machine_anchor_text, criterion.machine_reason)))
    subsection: list[Cell] = [("wrap", part)] if rubric.has_parts else []
    sure: list[Cell] = [("right", criterion.certainty)] if certain else []
    return [
        ("text", section.title),
        *subsection,
        ("wrap", criterion.question),
        ("word", _rating(criterion.machine_points, criterion.machine_status_kind)),
        ("text", criterion.machine_status),
        *sure,
        ("wrap", level),
        ("small", "\n".join(map(evidence_text, criterion.evidence))),
    ]


def _rating(points: int | None, status: StatusKind) -> int | str:
    """A rating as the formulas know it."""
    if points is not None:
        return points
    return layout.NOT_APPLICABLE if status == "not_applicable" else DASH


def _counted(
    text: helpers.Texts, row: str, criterion: CriterionView, rubric: RubricView
) -> list[Cell]:
    """The rating that counts, and how much."""
    rating = _rating(criterion.points, criterion.status_kind)
    bonus: list[Cell] = [("flag", "Bonus" if criterion.bonus else "")] if rubric.has_bonus else []
    return [
        ("live word", helpers.in_row(text.effective, row, rating)),
        ("weight", criterion.weight),
        *bonus,
        ("flag", criterion.critical),
        ("small", criterion.id),
    ]


def evidence_text(item: EvidenceView) -> str:
    """`[+] 0:14 Agent: “I'm sorry”`: what speaks for it, against it, or goes with it."""
    sign = {"for": "+", "against": "−", "context": "·"}[item.tone]
    speaker = f"{item.speaker}:" if item.speaker else ""
    words = f"“{item.said}”" if item.quote else ""
    return " ".join(filter(None, (f"[{sign}]", item.when, speaker, words, item.note)))
