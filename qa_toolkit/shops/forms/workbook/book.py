"""The workbook as a whole: the form, its hidden sheets, and bytes that do not change by the day."""

import zipfile
from datetime import datetime, time
from io import BytesIO

from openpyxl.workbook import Workbook
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.forms import layout
from qa_toolkit.shops.forms.formulas import Places
from qa_toolkit.shops.forms.lines import lines_of
from qa_toolkit.shops.forms.values import Occasion
from qa_toolkit.shops.forms.workbook.looks import as_words, clean
from qa_toolkit.shops.forms.workbook.page import FIRST, give_looks, set_up, write_top
from qa_toolkit.shops.forms.workbook.rows import FormRow
from qa_toolkit.shops.forms.workbook.rules import give_rules, lists_of, write_lists

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date an archive can tell; every part carries it."""


def workbook(form: ShopForm, log: ShopLog, occasion: Occasion) -> bytes:
    """The form as the bytes of an .xlsx; the same form and draft are the same bytes."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = layout.SHOP
    lines = lines_of(form, log, occasion)
    rows = {line.key: row for row, line in enumerate(lines, start=FIRST) if line.key}
    lists = lists_of(form, occasion)
    places = Places(
        form=form,
        rows=rows,
        choices={(about, value): row for row, (about, value, _) in enumerate(lists, start=2)},
    )
    last = FIRST + len(lines) - 1
    write_top(page, form, log, occasion, last)
    for row, line in enumerate(lines, start=FIRST):
        FormRow(page, row, line, places, occasion.day).write()
    give_looks(page, last)
    give_rules(page, lines, lists)
    set_up(page, form, log, last)
    page.row_breaks.append(Break(id=rows[layout.key(layout.TEXT, "narrative")] - 2))
    _facts(book.create_sheet(layout.FACTS), form, log)
    write_lists(book.create_sheet(layout.LISTS), lists)
    book.calculation.fullCalcOnLoad = True
    book.properties.title = clean(f"{form.title}: {log.shop}")
    book.properties.creator = book.properties.lastModifiedBy = "qa_toolkit"
    moment = datetime.combine(occasion.day, time())
    book.properties.created = book.properties.modified = moment
    return _packed(book)


def _facts(page: Worksheet, form: ShopForm, log: ShopLog) -> None:
    page.sheet_state = "hidden"
    page.append([layout.FACTS_MARK, layout.FORMAT])
    for name, value in (
        (layout.FACT_SHOP, log.shop),
        (layout.FACT_FORM, form.hash),
        (layout.FACT_SCENARIO, form.scenario),
    ):
        page.append([name, clean(value)])
    as_words(page)


def _packed(book: Workbook) -> bytes:
    """The archive, with a fixed date for every part of it."""
    made, fixed = BytesIO(), BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(part))
    return fixed.getvalue()
