"""Cells as Excel, LibreOffice and other programs write them."""

import zipfile
from pathlib import Path

import pytest

from qa_toolkit.errors import UsageError
from qa_toolkit.workbooks import limits
from qa_toolkit.workbooks.cells import Cell
from qa_toolkit.workbooks.package import opened
from qa_toolkit.workbooks.sheets import Book

PLAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXTS = """<sst>
<si><t xml:space="preserve"> plain </t></si>
<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh><t>said so</t></rPh></si>
<si><t>two_x000D_
lines</t></si>
</sst>"""


def book(folder: Path, rows: str, *, space: str = PLAIN, about: str = "") -> Path:
    """A workbook of one sheet, as small as it can be."""
    path = folder / "book.xlsx"
    relation = '<Relationship Id="{}" Type="' + LINKS + '/{}" Target="{}"/>'
    sheets = '<sheets><sheet name="One" sheetId="1" r:id="a"/></sheets>'
    inner = relation.format("a", "worksheet", "/xl/sheets/one.xml")
    inner += relation.format("b", "sharedStrings", "texts.xml")
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<R>{relation.format('x', 'officeDocument', 'xl/book.xml')}</R>",
        "xl/book.xml": f'<workbook xmlns="{space}" xmlns:r="{LINKS}">{about}{sheets}</workbook>',
        "xl/_rels/book.xml.rels": f"<R>{inner}</R>",
        "xl/texts.xml": TEXTS,
        "xl/sheets/one.xml": f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def cell(folder: Path, xml: str) -> Cell:
    with opened(book(folder, f'<row r="1">{xml}</row>')) as package:
        opened_book = Book(package)
        return next(opened_book.rows(opened_book.sheets[0])).cell("A")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        pytest.param('<c r="A1"><v>2</v></c>', Cell(2.0), id="number"),
        pytest.param('<c r="A1" t="n"><v>2E0</v></c>', Cell(2.0), id="exponent"),
        pytest.param('<c r="A1" t="s"><v>0</v></c>', Cell(" plain "), id="shared"),
        pytest.param('<c r="A1" t="s"><v>1</v></c>', Cell("rich text"), id="formatted"),
        pytest.param('<c r="A1" t="s"><v>2</v></c>', Cell("two\r\nlines"), id="escaped"),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><t>_x005F_x0041_ is no A</t></is></c>',
            Cell("_x0041_ is no A"),
            id="only like escaped",
        ),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><t>half a smile_xD83D_</t></is></c>',
            Cell("half a smile"),
            id="half a character",
        ),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><t>in line</t></is></c>',
            Cell("in line"),
            id="inline",
        ),
        pytest.param(
            '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
            Cell("ab", is_formula=True),
            id="formula",
        ),
        pytest.param(
            '<c r="A1"><f t="shared" si="0"/><v>3</v></c>',
            Cell(3.0, is_formula=True),
            id="shared formula",
        ),
        pytest.param('<c r="A1" t="b"><v>1</v></c>', Cell(value=True), id="true"),
        pytest.param('<c r="A1" t="e"><v>#N/A</v></c>', Cell("#N/A"), id="error"),
        pytest.param(
            '<c r="A1" t="d"><v>2026-12-04</v></c>', Cell("2026-12-04"), id="a day in words"
        ),
        pytest.param('<c r="A1" s="7"/>', Cell(None), id="only a look"),
        pytest.param('<c r="A1"><v>nan</v></c>', Cell("nan"), id="no number"),
        pytest.param('<c r="A1"><v>1e999</v></c>', Cell("1e999"), id="infinite"),
        pytest.param("<c><v>5</v></c>", Cell(5.0), id="without its place"),
        pytest.param('<c r="B1"><v>5</v></c>', Cell(None), id="another column"),
    ],
)
def test_cells_are_read_in_all_forms(tmp_path: Path, xml: str, expected: Cell) -> None:
    assert cell(tmp_path, xml) == expected


@pytest.mark.parametrize("text", ["9", "-1", "x", ""])
def test_a_text_that_is_not_there_is_damage_and_no_empty_cell(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="One!A1: the cell is damaged"):
        cell(tmp_path, f'<c r="A1" t="s"><v>{text}</v></c>')


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(f'<row r="{"9" * 5_000}"/>', id="a number of endless digits"),
        pytest.param('<row><c r="AAAAAAA1"/></row>', id="a column of endless letters"),
        pytest.param('<row><c r="XFE1"/></row>', id="the column behind the last"),
        pytest.param('<row><c r="XFD1"/><c/></row>', id="a cell behind the last column"),
        pytest.param('<row><c r="a1"/></row>', id="small letters"),
        pytest.param('<row><c r="\U0010ffff"/><c/></row>', id="a letter behind the last letter"),
    ],
)
def test_a_row_with_places_that_no_sheet_has_is_damaged(tmp_path: Path, row: str) -> None:
    with opened(book(tmp_path, row)) as package:
        found = Book(package)
        with pytest.raises(UsageError, match="One: a row is damaged") as refused:
            next(found.rows(found.sheets[0]))
    assert refused.value.hint


def test_the_last_column_of_a_sheet_is_read(tmp_path: Path) -> None:
    with opened(book(tmp_path, '<row><c r="XFD1"><v>2</v></c></row>')) as package:
        found = Book(package)
        assert next(found.rows(found.sheets[0])).cell("XFD") == Cell(2.0)


def test_texts_are_kept_up_to_a_length_of_all_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The three texts of the workbook have 26 characters."""
    with opened(book(tmp_path, "")) as package:
        monkeypatch.setattr(limits, "MOST_TEXT_CHARACTERS", 26)
        Book(package)
        monkeypatch.setattr(limits, "MOST_TEXT_CHARACTERS", 25)
        with pytest.raises(UsageError, match="it holds too many texts"):
            Book(package)


def test_places_that_are_left_out_follow_each_other(tmp_path: Path) -> None:
    rows = '<row><c r="Z1"><v>1</v></c><c><v>2</v></c></row><row r="5"/><row/>'
    with opened(book(tmp_path, rows)) as package:
        found = Book(package)
        read = [(row.number, row.letters()) for row in found.rows(found.sheets[0])]
    assert read == [(1, ("Z", "AA")), (5, ()), (6, ())]


def test_the_strict_form_of_the_format_is_read_too(tmp_path: Path) -> None:
    with opened(book(tmp_path, '<row><c t="s"><v>0</v></c></row>', space=STRICT)) as package:
        found = Book(package)
        assert next(found.rows(found.sheets[0])).cell("A").value == " plain "


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path) -> None:
    with opened(book(tmp_path, '<row r="1048577"/>')) as package:
        found = Book(package)
        with pytest.raises(UsageError, match="too many rows"):
            next(found.rows(found.sheets[0]))


def test_more_sheets_than_an_export_has_are_refused(tmp_path: Path) -> None:
    sheets = '<sheet name="x" r:id="a"/>' * 3001
    with (
        opened(book(tmp_path, "", about=f"<sheets>{sheets}</sheets>")) as package,
        pytest.raises(UsageError, match="it has 3,002 sheets"),
    ):
        Book(package)


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    with opened(book(tmp_path, "", about='<workbookPr date1904="1"/>')) as package:
        assert Book(package).dates_from_1904
