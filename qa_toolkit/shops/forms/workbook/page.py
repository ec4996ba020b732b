"""What stands around the rows: the top, the looks that follow from formulas, protection, print."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, PatternFill
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.forms import formulas, layout
from qa_toolkit.shops.forms.values import Occasion
from qa_toolkit.shops.forms.workbook.looks import (
    ACCENT,
    HEAD,
    IDLE,
    MISSING,
    MUTED,
    WIDTHS,
    clean,
    font,
    height,
)

HEADING_ROW = 4
FIRST = HEADING_ROW + 1
"""The first row of the form below its heading."""
_HIDDEN = ("A", "F", "G", "H")


def write_top(page: Worksheet, form: ShopForm, log: ShopLog, occasion: Occasion, last: int) -> None:
    """Title, who and where, what is missing, and the heading of the columns."""
    about = f"{log.shop} · {occasion.shopper} · {occasion.place} · {occasion.window}"
    for row, text, size in ((1, form.title, 16), (2, about, 10)):
        cell = page.cell(row, 2, clean(text))
        cell.data_type = "s"  # never a formula, whatever it begins with
        cell.font = font(size, bold=row == 1, color=ACCENT if row == 1 else MUTED)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        page.merge_cells(f"B{row}:E{row}")
        page.row_dimensions[row].height = height(text, "BCDE", size)
    page["B3"].value = formulas.still_missing(FIRST, last)
    page["B3"].font = font(12, bold=True)
    page.merge_cells("B3:C3")
    page["D3"].value = "Yellow cells are missing. Grey questions are not asked."
    page["D3"].font = font(9, color=MUTED)
    page["D3"].alignment = Alignment(vertical="center", wrap_text=True)
    page.merge_cells("D3:E3")
    page.row_dimensions[3].height = 26
    for letter, heading in zip("ABCDE", layout.HEADINGS, strict=True):
        cell = page[f"{letter}{HEADING_ROW}"]
        cell.value = heading
        cell.font = font(9.5, bold=True, color=ACCENT)
        cell.fill = PatternFill("solid", fgColor=HEAD)
        cell.alignment = Alignment(vertical="center", indent=1)
    page.row_dimensions[HEADING_ROW].height = 20


def give_looks(page: Worksheet, last: int) -> None:
    """Missing cells yellow, questions that are not asked grey; the count, too."""
    for area, formula, look in (
        (f"B{FIRST}:E{last}", f"AND(ISNUMBER($F{FIRST}),$F{FIRST}=0)", IDLE),
        (f"D{FIRST}:D{last}", f'AND($G{FIRST}=1,LEFT($A{FIRST},5)<>"file:")', MISSING),
        (f"B{FIRST}:B{last}", f'AND($G{FIRST}=1,$A{FIRST}="text:narrative")', MISSING),
        (
            f"E{FIRST}:E{last}",
            f'OR($H{FIRST}=1,AND($G{FIRST}=1,LEFT($A{FIRST},5)="file:"))',
            MISSING,
        ),
        ("B3", f"SUM($G${FIRST}:$H${last})>0", MISSING),
    ):
        rule = Rule(type="expression", formula=[formula], dxf=look)
        page.conditional_formatting.add(area, rule)


def set_up(page: Worksheet, form: ShopForm, log: ShopLog, last: int) -> None:
    """Widths, what stays in sight, what is protected, and A4 portrait one page wide."""
    for letter, width in WIDTHS.items():
        page.column_dimensions[letter].width = width
        page.column_dimensions[letter].hidden = letter in _HIDDEN
    page.sheet_view.showGridLines = False
    page.freeze_panes = f"A{FIRST}"
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.print_area = f"B1:E{last}"
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.orientation, page.page_setup.paperSize = "portrait", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3
    )
    footer = page.oddFooter
    if footer is not None:
        footer.left.text = clean(f"{form.title} · {log.shop}")[:110].replace("&", "&&")
        footer.right.text = "Page &P of &N"
