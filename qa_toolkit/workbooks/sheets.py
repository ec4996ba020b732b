"""The sheets of an opened workbook: their names, and their rows one after the other.

Read are texts, numbers, and whether a cell holds a formula; styles, charts, names and all else
are left alone, however many there are. Format: ECMA-376 part 1, SpreadsheetML (18.2, 18.3, 18.4).
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from qa_toolkit.errors import UsageError
from qa_toolkit.workbooks import limits
from qa_toolkit.workbooks.cells import EMPTY, Cell, decoded, lettered, text_in
from qa_toolkit.workbooks.package import SAVE_AGAIN, Package
from qa_toolkit.workbooks.xml import elements, local, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        part: where its rows lie in the package.
    """

    name: str
    part: str


class Row:
    """A row of a sheet; its cells are decoded when they are asked for."""

    __slots__ = ("_cells", "_sheet", "_texts", "number")

    def __init__(self, sheet: str, number: int, element: Element, texts: list[str]) -> None:
        self.number = number
        self._sheet = sheet
        self._texts = texts
        self._cells = dict(lettered(element))

    def letters(self) -> tuple[str, ...]:
        """The columns of its cells."""
        return tuple(self._cells)

    def cell(self, letters: str) -> Cell:
        """The cell in a column; empty where there is none.

        Raises:
            UsageError: it is damaged.
        """
        element = self._cells.get(letters)
        if element is None:
            return EMPTY
        try:
            return decoded(element, self._texts)
        except (ValueError, LookupError) as error:
            where = f"{self._sheet}!{letters}{self.number}"
            raise UsageError(f"{where}: the cell is damaged", hint=SAVE_AGAIN) from error

    def texts(self) -> dict[str, str]:
        """Its cells that hold text, by column."""
        found = ((letters, self.cell(letters).value) for letters in self._cells)
        return {letters: value for letters, value in found if isinstance(value, str)}


class Book:
    """The sheets of a package and the texts they share.

    Raises:
        UsageError: the list of sheets or the texts cannot be read.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        plan = _target(package, "", "officeDocument")
        tree = whole(package, plan)
        self.sheets = tuple(_sheets(tree, package, plan))
        if len(self.sheets) > limits.MOST_SHEETS:
            said = f"{package.source}: it has {len(self.sheets):,} sheets"
            raise UsageError(said, hint="take out the sheets that were added")
        self.dates_from_1904 = any(
            local(item.tag) == "workbookPr" and item.get("date1904") in ("1", "true")
            for item in tree
        )
        self._texts = list(_shared_texts(package, plan))

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """The rows of a sheet that are written in the file, from top to bottom.

        Raises:
            UsageError: the sheet is damaged or has more rows than a sheet can have.
        """
        number = 0
        where = f"{self.package.source}: {sheet.name}"
        for element in elements(self.package, sheet.part, "row", "sheetData"):
            stated = element.get("r", "")
            try:
                number = int(stated) if stated.isascii() and stated.isdigit() else number + 1
                row = Row(where, number, element, self._texts)
            except ValueError as error:  # a column that no sheet has, a number of endless digits
                raise UsageError(f"{where}: a row is damaged", hint=SAVE_AGAIN) from error
            if number > limits.MOST_ROWS:
                raise UsageError(f"{where}: it has too many rows", hint=SAVE_AGAIN)
            yield row


def _sheets(tree: Element, package: Package, plan: str) -> Iterator[Sheet]:
    """The sheets in their order; charts that fill a sheet have no rows."""
    places = dict(_relations(package, plan, "/worksheet"))
    for item in tree.iter():
        if local(item.tag) != "sheet":
            continue
        fields = {local(name): value for name, value in item.attrib.items()}
        if fields.get("id") in places:
            yield Sheet(name=fields.get("name", ""), part=places[fields["id"]])


def _target(package: Package, part: str, kind: str) -> str:
    """The part that another one refers to as being of a kind."""
    found = next((target for _, target in _relations(package, part, f"/{kind}")), "")
    if not found:
        raise UsageError(f"{package.source}: it is not a workbook", hint=SAVE_AGAIN)
    return found


def _relations(package: Package, part: str, kind: str) -> Iterator[tuple[str, str]]:
    """What a part refers to inside the package: ids with names of parts; other files never."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    for item in whole(package, path):
        if item.get("TargetMode") != "External" and item.get("Type", "").endswith(kind):
            target = posixpath.join("/", folder, item.get("Target", ""))
            yield item.get("Id", ""), posixpath.normpath(target).lstrip("/")


def _shared_texts(package: Package, plan: str) -> Iterator[str]:
    part = next((target for _, target in _relations(package, plan, "/sharedStrings")), "")
    if not part or part not in package:
        return
    characters = 0
    for number, item in enumerate(elements(package, part, "si")):
        text = text_in(item)
        characters += len(text)
        if number == limits.MOST_TEXTS or characters > limits.MOST_TEXT_CHARACTERS:
            raise UsageError(f"{package.source}: it holds too many texts", hint=SAVE_AGAIN)
        yield text
