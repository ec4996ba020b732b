"""Sheet Rubric: what was rated, how heavily, and what each level looks like."""

from openpyxl.workbook.defined_name import DefinedName

from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.view import RubricView
from qa_toolkit.scorecards.wording import DASH

_COLUMNS = (
    Column(heading="Section", width=16),
    Column(heading="Criterion", width=26),
    Column(heading="Question", width=40),
    Column(heading="Weight", width=9, numeric=True),
    Column(heading="Critical", width=9),
    Column(heading="Applies", width=24),
    Column(heading="Levels", width=48),
    Column(heading="Guidance", width=40),
    Column(heading="What to practise", width=48),
)


def write_guide(sheet: Sheet, rubric: RubricView) -> None:
    """Write the sheet and name its pass mark, which the formulas of Scores use."""
    sheet.widths(_COLUMNS)
    sheet.row([("title", "Rubric")], height=30)
    sheet.row([("subtitle", f"{rubric.title} · {rubric.version}")], height=20)
    sheet.spread("note", rubric.description, 7)
    sheet.skip()
    _rules(sheet, rubric)
    sheet.row([("heading", "Sections")], height=26)
    sheet.row([("head", "Section"), ("head right", "Weight"), ("head right", "Minimum %")])
    for section in rubric.sections:
        least = DASH if section.minimum is None else section.minimum
        sheet.row([("strong", section.title), ("weight", section.weight), ("weight", least)])
    sheet.row([("heading", "Criteria")], height=26)
    sheet.heading(_COLUMNS)
    for criterion in rubric.criteria:
        sheet.row(
            [
                ("strong", criterion.section),
                ("small", criterion.id),
                ("wrap", criterion.question),
                ("weight", criterion.weight),
                ("text", criterion.critical),
                ("wrap", criterion.applies),
                ("wrap", criterion.levels),
                ("small", criterion.guidance),
                ("small", criterion.tips),
            ]
        )


def _rules(sheet: Sheet, rubric: RubricView) -> None:
    for name, rule in rubric.rules:
        if name == "Pass mark":
            row = sheet.row([("strong", name), ("input", rubric.pass_mark)])
            area = f"'{sheet.title}'!$B${row}"
            sheet.page.parent.defined_names["pass_mark"] = DefinedName("pass_mark", attr_text=area)
        else:
            sheet.spread("wrap", rule, 4, first=2, label=name)
