"""What Excel demands of a workbook and other programs forgive, read from its inner parts.

A file that breaks one of these opens in LibreOffice and is "damaged" in Excel. Sources:
ECMA-376-1 §18.3.1.99 (order of a sheet's parts), §18.5 (tables), §18.2.5 (defined names),
Microsoft's "Excel specifications and limits".
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PARTS = """
sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells
phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup
headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst
"""
PARTS = _PARTS.split()
_FUNCTIONS = """
ABS AND AVERAGE AVERAGEIFS COUNT COUNTA COUNTIF COUNTIFS FLOOR IF IFERROR INDEX INT ISERROR
ISNUMBER LEN LOOKUP MATCH MAX MIN N NOT OFFSET OR ROUND ROWS SUM SUMIF SUMIFS SUMPRODUCT TODAY
TRIM UPPER VALUE
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""Those of Excel 2007 and before, which need no prefix `_xlfn.`."""
LONGEST = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225}
CELL = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]|[Cc]")
NAME = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.\\]{0,254}")


def broken_rules(path: Path) -> list[str]:
    """Every rule that a workbook breaks, in words."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees, found = _trees(parts)
    if found:
        return found
    book, styles = trees["xl/workbook.xml"], trees["xl/styles.xml"]
    titles = [str(sheet.get("name")) for sheet in _all(book, "sheet")]
    found += [*_package(trees), *_titles(titles), *_names(book, titles), *_styles(styles)]
    tables: list[str] = []
    looks, marks = len(_all(styles, "cellXfs/xf")), len(_all(styles, "dxfs/dxf"))
    for number, title in enumerate(titles, start=1):
        sheet = trees[f"xl/worksheets/sheet{number}.xml"]
        held = trees.get(f"xl/worksheets/_rels/sheet{number}.xml.rels")
        rules = (
            _order(sheet),
            _cells(sheet, looks),
            _areas(sheet),
            _validations(sheet),
            _conditions(sheet, marks),
            _links(sheet, titles),
            _paper(sheet),
        )
        found += [f"{title}: {told}" for rule in rules for told in rule]
        for target in [] if held is None else [str(known.get("Target")) for known in held]:
            if "/tables/" in target:
                table = trees[target.removeprefix("/")]
                tables.append(str(table.get("displayName")))
                found += [f"{title}: {told}" for told in _table(sheet, table)]
    names = [str(known.get("name")).casefold() for known in _all(book, "definedName")]
    taken = [table for table in tables if table.casefold() in names or tables.count(table) > 1]
    return found + [f"table {name} has the name of another" for name in taken]


def _trees(parts: Mapping[str, bytes]) -> tuple[dict[str, ET.Element], list[str]]:
    """The inner parts, and those that are no XML: strange characters, an attribute twice."""
    trees, found = {}, []
    for name, data in parts.items():
        try:
            trees[name] = ET.fromstring(data)  # noqa: S314 - our own file
        except ET.ParseError as error:
            found.append(f"{name}: {error}")
    return trees, found


def _all(tree: ET.Element, path: str) -> list[ET.Element]:
    """Elements at any depth; the last steps of their path."""
    return tree.findall(".//" + "/".join(MAIN + step for step in path.split("/")))


def _package(trees: dict[str, ET.Element]) -> Iterator[str]:
    told = {
        str(known.get("PartName", "")).removeprefix("/") for known in trees["[Content_Types].xml"]
    }
    yield from (
        f"{name} has no type"
        for name in trees
        if name.endswith(".xml") and name[0] != "[" and name not in told
    )
    yield from (f"{name} is not there" for name in told - set(trees) - {""})
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        base = Path(name).parent.parent
        for known in tree:
            target = str(known.get("Target"))
            place = target.removeprefix("/") if target[0] == "/" else str(base / target)
            if known.get("TargetMode") != "External" and place not in trees:
                yield f"{name} leads to {target}, which is not there"


def _titles(titles: list[str]) -> Iterator[str]:
    for title in titles:
        if len(title.encode("utf-16-le")) > 62 or re.search(r"[\[\]:*?/\\]|^'|'$", title):
            yield f"sheet name {title!r}"
    folded = Counter(title.casefold() for title in titles)
    yield from (f"sheet name {name!r} twice" for name, count in folded.items() if count > 1)


def _names(book: ET.Element, titles: list[str]) -> Iterator[str]:
    known = [
        (str(n.get("name")), n.get("localSheetId"), n.text or "") for n in _all(book, "definedName")
    ]
    twice = Counter((name.casefold(), sheet) for name, sheet, _ in known)
    yield from (f"name {name} twice" for (name, _), count in twice.items() if count > 1)
    for name, _, text in known:
        if not name.startswith("_xlnm.") and (CELL.fullmatch(name) or not NAME.fullmatch(name)):
            yield f"name {name!r} is no name"
        yield from (f"name {name}: {told}" for told in _formula(text))
        for title in re.findall(r"'((?:[^']|'')+)'!", text):
            if title.replace("''", "'") not in titles:
                yield f"name {name} leads to {title}"


def _styles(styles: ET.Element) -> Iterator[str]:
    numbers = [str(known.get("numFmtId")) for known in _all(styles, "numFmts/numFmt")]
    yield from (f"number format {n} twice" for n, count in Counter(numbers).items() if count > 1)
    named = [str(known.get("name")) for known in _all(styles, "cellStyles/cellStyle")]
    yield from (f"style {n} twice" for n, count in Counter(named).items() if count > 1)
    counts = {"fontId": "fonts/font", "fillId": "fills/fill", "borderId": "borders/border"}
    for form in _all(styles, "cellXfs/xf"):
        for key, path in counts.items():
            if int(form.get(key, 0)) >= len(_all(styles, path)):
                yield f"{key} {form.get(key)} is not there"


def _order(sheet: ET.Element) -> Iterator[str]:
    tags = [child.tag.removeprefix(MAIN) for child in sheet]
    if [PARTS.index(tag) for tag in tags] != sorted(PARTS.index(tag) for tag in tags):
        yield f"parts stand in the order {tags}"
    counts = Counter(tag for tag in tags if tag != "conditionalFormatting")
    yield from (f"{tag} twice" for tag, count in counts.items() if count > 1)
    wide = [
        (int(c.get("min", 0)), int(c.get("max", 0)), float(c.get("width", 0)))
        for c in _all(sheet, "col")
    ]
    if any(width > 255 for _, _, width in wide) or wide != sorted(wide):
        yield "columns"


def _cells(sheet: ET.Element, looks: int) -> Iterator[str]:
    last_row = 0
    for row in _all(sheet, "sheetData/row"):
        number, last_column = int(row.get("r", 0)), 0
        if not last_row < number <= 1_048_576 or float(row.get("ht", 0)) > 409.5:
            yield f"row {number}"
        last_row = number
        for cell in row:
            place = str(cell.get("r"))
            column = column_index_from_string(place.rstrip("0123456789"))
            if place != f"{get_column_letter(column)}{number}" or column <= last_column:
                yield f"{place} stands in the wrong place"
            last_column = column
            if int(cell.get("s", 0)) >= looks:
                yield f"{place} has style {cell.get('s')}"
            yield from (f"{place}: {told}" for told in _content(cell))


def _content(cell: ET.Element) -> Iterator[str]:
    kind, formula = cell.get("t", "n"), cell.find(MAIN + "f")
    texts = [known.text or "" for known in cell.iter(MAIN + "t")]
    value = cell.findtext(MAIN + "v")
    if kind not in ("n", "str", "inlineStr"):
        yield f"type {kind}"
    if kind == "n" and value is not None and not re.fullmatch(r"-?\d+(\.\d+)?(E[-+]?\d+)?", value):
        yield f"number {value!r}"
    if any(len(text.encode("utf-16-le")) > 2 * 32_767 for text in [*texts, value or ""]):
        yield "text too long"
    if formula is not None:
        if formula.attrib:
            yield f"formula of kind {formula.attrib}"
        yield from _formula(formula.text or "")


def _formula(text: str) -> Iterator[str]:
    if not text or len(text) > 8_192 or text.startswith("="):
        yield f"formula {text[:30]!r} of {len(text)} characters"
    words = re.findall(r'"((?:[^"]|"")*)"', text)
    if any(len(word) > 255 for word in words):
        yield "a text of more than 255 characters in a formula"
    bare = re.sub(r"""'(?:[^']|'')*'|"(?:[^"]|"")*\"""", "x", text)
    if re.search(r"[;{}\[\]#]", bare):
        yield f"formula {bare!r}"
    strange = set(re.findall(r"([A-Za-z_.][A-Za-z0-9_.]*)\(", bare)) - FUNCTIONS
    if strange:
        yield f"functions {sorted(strange)}"
    depths, depth = [0], 0
    for sign in bare:
        depth += (sign == "(") - (sign == ")")
        depths.append(depth)
    if depth or max(depths) > 64 or min(depths) < 0:
        yield f"brackets {bare!r}"


def _areas(sheet: ET.Element) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for known in _all(sheet, "mergeCell"):
        cells = set(_inside(str(known.get("ref"))))
        if len(cells) < 2 or cells & taken:
            yield f"merged {known.get('ref')}"
        taken |= cells
    for known in _all(sheet, "mergeCells"):
        if int(known.get("count", 0)) != len(known):
            yield "count of merged cells"


def _inside(area: str) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(at or 0) for at in range_boundaries(area))
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _validations(sheet: ET.Element) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for rule in _all(sheet, "dataValidation"):
        long = [key for key, most in LONGEST.items() if len(rule.get(key, "")) > most]
        if long:
            yield f"validation: {long} too long"
        for formula in rule:
            if len(formula.text or "") > 255:
                yield "validation formula too long"
            yield from _formula(formula.text or "")
        for area in str(rule.get("sqref")).split():
            cells = set(_inside(area))
            if cells & taken:
                yield f"two validations for {area}"
            taken |= cells


def _conditions(sheet: ET.Element, marks: int) -> Iterator[str]:
    rules = _all(sheet, "conditionalFormatting/cfRule")
    if len({rule.get("priority") for rule in rules}) < len(rules):
        yield "two conditional looks of one priority"
    for rule in rules:
        if int(rule.get("dxfId", marks)) >= marks:
            yield f"look {rule.get('dxfId')} is not there"
        yield from (told for formula in rule for told in _formula(formula.text or ""))


def _links(sheet: ET.Element, titles: list[str]) -> Iterator[str]:
    links = _all(sheet, "hyperlink")
    if len(links) > 65_530 or len({known.get("ref") for known in links}) < len(links):
        yield "links"
    for known in links:
        title, _, cell = str(known.get("location")).rpartition("!")
        if title[1:-1].replace("''", "'") not in titles or not CELL.fullmatch(cell):
            yield f"link to {known.get('location')}"


def _paper(sheet: ET.Element) -> Iterator[str]:
    long = [known.tag for known in _all(sheet, "headerFooter/*") if len(known.text or "") > 255]
    if long:
        yield f"{long} too long"
    breaks = [int(known.get("id", 0)) for known in _all(sheet, "rowBreaks/brk")]
    if breaks != sorted(set(breaks)) or len(breaks) > 1_026:
        yield f"page breaks {breaks}"
    scale = int(next((known.get("scale", 100) for known in _all(sheet, "pageSetup")), 100))
    if not 10 <= scale <= 400:
        yield f"scale {scale}"


def _table(sheet: ET.Element, table: ET.Element) -> Iterator[str]:
    name, area = table.get("displayName"), str(table.get("ref"))
    left, top, right, bottom = (int(at or 0) for at in range_boundaries(area))
    columns = [str(known.get("name")) for known in _all(table, "tableColumn")]
    heads = {
        str(cell.get("r")): "".join(known.text or "" for known in cell.iter(MAIN + "t"))
        for row in _all(sheet, "sheetData/row")
        if row.get("r") == str(top)
        for cell in row
    }
    shown = [heads.get(f"{get_column_letter(at)}{top}") for at in range(left, right + 1)]
    if shown != columns:
        yield f"table {name} has columns {columns} under headings {shown}"
    if len({column.casefold() for column in columns}) < len(columns):
        yield f"table {name} has a column twice"
    if any(not 0 < len(column.encode("utf-16-le")) <= 510 for column in columns):
        yield f"table {name} has a heading of no or too many characters"
    if bottom <= top or any(known.get("ref") != area for known in _all(table, "autoFilter")):
        yield f"table {name} of {area}"
    merged = [str(known.get("ref")) for known in _all(sheet, "mergeCell")]
    if any(set(_inside(known)) & set(_inside(area)) for known in merged):
        yield f"table {name} has merged cells"
