"""Sheet Rubric: what was rated, how heavily, and what each level looks like."""

from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import RubricCriterionView, RubricView
from qa_toolkit.scorecards.wording import DASH

_CHAINED = (
    "Whether a criterion applies after an answer to another is not worked out again here: choose "
    "its rating, or N/A, yourself."
)
_TEXT = 5
"""Rules end with this column."""


def write_guide(sheet: Sheet, rubric: RubricView) -> None:
    """Write the sheet and name its pass mark and bands, which the formulas of Scores use."""
    columns = _columns(rubric)
    sheet.widths(columns)
    sheet.row([("title", "Rubric")], height=30)
    sheet.row([("subtitle", f"{rubric.title} · {rubric.version}")], height=20)
    sheet.spread("note", rubric.description, 7)
    sheet.skip()
    _rules(sheet, rubric)
    _bands(sheet, rubric)
    _sections(sheet, rubric)
    sheet.row([("heading", "Criteria")], height=26)
    head = sheet.heading(columns)
    for criterion in rubric.criteria:
        cells = _cells(criterion)
        sheet.row([cells[column.heading] for column in columns])
    sheet.print_only(repeat=head)


def _columns(rubric: RubricView) -> tuple[Column, ...]:
    """Columns that this rubric has no use for are left out."""
    known = (
        Column(heading="Section", width=16),
        Column(heading="Subsection", width=14),
        Column(heading="Criterion", width=23),
        Column(heading="Question", width=30),
        Column(heading="Weight", width=9, numeric=True),
        Column(heading="Bonus", width=8),
        Column(heading="Critical", width=18 if rubric.has_classes else 9),
        Column(heading="Applies", width=20),
        Column(heading="Levels", width=40),
        Column(heading="Guidance", width=28),
        Column(heading="What to practise", width=38),
        Column(heading="Root causes", width=26),
    )
    optional = {
        "Subsection": rubric.has_parts,
        "Bonus": rubric.has_bonus,
        "Guidance": any(criterion.guidance for criterion in rubric.criteria),
        "What to practise": any(criterion.tips for criterion in rubric.criteria),
        "Root causes": any(criterion.causes for criterion in rubric.criteria),
    }
    return tuple(column for column in known if optional.get(column.heading, True))


def _cells(criterion: RubricCriterionView) -> dict[str, Cell]:
    return {
        "Section": ("strong", criterion.section),
        "Subsection": ("wrap", criterion.part),
        "Criterion": ("small", criterion.id),
        "Question": ("wrap", criterion.question),
        "Weight": ("weight", DASH if criterion.weight is None else criterion.weight),
        "Bonus": ("flag", "Bonus" if criterion.bonus else ""),
        "Critical": ("wrap", criterion.critical),
        "Applies": ("wrap", criterion.applies),
        "Levels": ("wrap", criterion.levels),
        "Guidance": ("small", criterion.guidance),
        "What to practise": ("small", criterion.tips),
        "Root causes": ("small", criterion.causes),
    }


def _rules(sheet: Sheet, rubric: RubricView) -> None:
    for name, rule in rubric.rules:
        if name == "Pass mark":
            row = sheet.row([("strong", name), ("strong", rubric.pass_mark)])
            sheet.name("pass_mark", f"$B${row}")
        else:
            sheet.spread("wrap", rule, _TEXT, first=2, label=name)
    if rubric.chained:
        sheet.spread("wrap", _CHAINED, _TEXT, first=2, label="In this workbook")


def _bands(sheet: Sheet, rubric: RubricView) -> None:
    """The bands from the lowest to the highest, as the formula that looks them up needs it."""
    if not rubric.bands:
        return
    sheet.row([("heading", "Bands")], height=26)
    head = sheet.row([("head", "Band"), ("head right", "From")])
    for name, least in rubric.bands:
        sheet.row([("strong", name), ("weight", least)])
    for name, column in (("band_name", "A"), ("band_from", "B")):
        sheet.name(name, f"${column}${head + 1}:${column}${sheet.at}")


def _sections(sheet: Sheet, rubric: RubricView) -> None:
    sheet.row([("heading", "Sections")], height=26)
    sheet.row([("head", "Section"), ("head right", "Weight"), ("head right", "Minimum %")])
    for section in rubric.sections:
        least = DASH if section.minimum is None else section.minimum
        sheet.row([("strong", section.title), ("weight", section.weight), ("weight", least)])
        for part in section.parts:
            sheet.row([("wrap", f"· {part.title}"), ("weight", part.weight), ("weight", DASH)])
