"""Sheet Rubric: what was rated, how heavily, and what each level looks like."""

from openpyxl.workbook.defined_name import DefinedName

from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view import RubricCriterionView, RubricView
from qa_toolkit.scorecards.wording import DASH

_CHAINED = (
    "Whether a criterion applies after an answer to another is not worked out again here: empty "
    "its rating and write its status yourself."
)


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
    sheet.heading(columns)
    for criterion in rubric.criteria:
        cells = _cells(criterion)
        sheet.row([cells[column.heading] for column in columns])


def _columns(rubric: RubricView) -> tuple[Column, ...]:
    """Columns that this rubric has no use for are left out."""
    classes = any(criterion.critical not in ("", "Critical") for criterion in rubric.criteria)
    known = (
        Column(heading="Section", width=18 if classes else 16),
        Column(heading="Subsection", width=16),
        Column(heading="Criterion", width=26),
        Column(heading="Question", width=40),
        Column(heading="Weight", width=9, numeric=True),
        Column(heading="Bonus", width=8),
        Column(heading="Critical", width=20 if classes else 9),
        Column(heading="Applies", width=24),
        Column(heading="Levels", width=48),
        Column(heading="Guidance", width=40),
        Column(heading="What to practise", width=48),
        Column(heading="Root causes", width=34),
    )
    optional = {
        "Subsection": rubric.has_parts,
        "Bonus": rubric.has_bonus,
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
            row = sheet.row([("strong", name), ("input", rubric.pass_mark)])
            area = f"'{sheet.title}'!$B${row}"
            sheet.page.parent.defined_names["pass_mark"] = DefinedName("pass_mark", attr_text=area)
        else:
            sheet.spread("wrap", rule, 4, first=2, label=name)
    if rubric.chained:
        sheet.spread("wrap", _CHAINED, 4, first=2, label="In this workbook")


def _bands(sheet: Sheet, rubric: RubricView) -> None:
    """The bands from the lowest to the highest, as the formula that looks them up needs it."""
    if not rubric.bands:
        return
    sheet.row([("heading", "Bands")], height=26)
    head = sheet.row([("head", "Band"), ("head right", "From")])
    for name, least in rubric.bands:
        sheet.row([("strong", name), ("weight", least)])
    for name, column in (("band_name", "A"), ("band_from", "B")):
        area = f"'{sheet.title}'!${column}${head + 1}:${column}${sheet.at}"
        sheet.page.parent.defined_names[name] = DefinedName(name, attr_text=area)


def _sections(sheet: Sheet, rubric: RubricView) -> None:
    sheet.row([("heading", "Sections")], height=26)
    sheet.row([("head", "Section"), ("head right", "Weight"), ("head right", "Minimum %")])
    for section in rubric.sections:
        least = DASH if section.minimum is None else section.minimum
        sheet.row([("strong", section.title), ("weight", section.weight), ("weight", least)])
        for part in section.parts:
            sheet.row([("wrap", f"· {part.title}"), ("weight", part.weight), ("weight", DASH)])
