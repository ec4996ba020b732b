"""The rows of the form, each laid out by its kind."""

from datetime import date, datetime
from typing import Any

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.worksheet.worksheet import Worksheet

from qa_toolkit.shops.forms import formulas
from qa_toolkit.shops.forms.formulas import Places
from qa_toolkit.shops.forms.lines import Line
from qa_toolkit.shops.forms.workbook.looks import (
    ACCENT,
    BOX,
    FILLED_IN,
    MUTED,
    RULE,
    TOP,
    between,
    clean,
    font,
    height,
)

_MOST_HIGH = 400.0
"""Points; a row can have 409."""
_STORY_HIGH, _COMMENT_HIGH = 230.0, 62.0


class FormRow:
    """One row being written."""

    def __init__(self, page: Worksheet, row: int, line: Line, places: Places, day: date) -> None:
        self._page, self._row, self._line, self._places = page, row, line, places
        self._day = day
        self._high = 15.0

    def write(self) -> None:
        line = self._line
        if line.key:
            self._put("A", line.key, font(9, color=MUTED))
            self._put("G", formulas.missing_answer(line, self._row, self._places), font(9))
            self._put("H", formulas.missing_comment(line, self._row, self._places), font(9))
        match line.kind:
            case "heading":
                self._wide(line.text, font(13, bold=True, color=ACCENT), least=24)
            case "subheading":
                self._wide(line.text, font(11, bold=True, color=ACCENT), least=18)
            case "note":
                self._wide(line.text, font(9.5, color=MUTED))
            case "info":
                self._label(line.number)
                self._wide(line.text, font(10, italic=True), first="C")
            case "story":
                self._story()
            case "question":
                self._label(line.number)
                self._input("D", line.answer)
                self._input("E", line.comment)
                if line.question:
                    self._put("F", formulas.asked(line.question, self._places), font(9))
            case "option":
                self._label("")
                self._input("D", line.answer, middle=True)
                if line.question:
                    self._put("F", f"=F{self._places.row(line.about)}", font(9))
            case "file":
                self._label("")
                self._put("D", line.answer, font(10), TOP)
                self._input("E", "")
            case "more":
                self._label("")
                self._input("D", "")
                self._input("E", "")
            case "text" | "time" | "comment":
                self._label("")
                self._input("D", line.answer, to="E" if line.kind != "time" else "")
                if line.kind == "time":
                    self._put("E", line.note, font(9, color=MUTED), TOP)
                if line.kind == "comment":
                    self._high = max(self._high, _COMMENT_HIGH)
        self._page.row_dimensions[self._row].height = min(self._high, _MOST_HIGH)

    def _label(self, number: str) -> None:
        """The question with what it means, small, below it."""
        line = self._line
        self._put("B", number, font(10, bold=True), Alignment(vertical="top", horizontal="center"))
        note = "" if line.kind == "time" else line.note
        indent = 3 if line.kind == "option" else 1
        look = Alignment(vertical="top", wrap_text=True, indent=indent)
        text = f"{line.text}\n{note}" if note else line.text
        self._put("C", text, font(10), look, border=RULE)

    def _story(self) -> None:
        """A row of its own for the largest text; its words are counted on the heading above."""
        self._wide(str(self._line.answer or ""), font(10), least=_STORY_HIGH)
        cell = self._page.cell(self._row, 2)
        cell.protection, cell.alignment = FILLED_IN, TOP
        for letter in "BCDE":
            self._page[f"{letter}{self._row}"].border = BOX
        above = self._page[f"E{self._row - 1}"]
        least = self._places.form.narrative_words
        tail = f'&" of at least {least}"' if least else ""
        above.value = f'="Words: "&{formulas.words(self._row)}{tail}'
        above.font, above.alignment = font(10, color=MUTED), Alignment(horizontal="right")

    def _wide(self, text: str, look_of: Font, *, first: str = "B", least: float = 15.0) -> None:
        last = "D" if self._line.kind == "heading" else "E"
        upright = "top" if self._line.kind == "info" else "center"
        self._put(first, text, look_of, Alignment(vertical=upright, wrap_text=True), to=last)
        self._high = max(self._high, least)

    def _input(self, letter: str, value: Any, *, to: str = "", middle: bool = False) -> None:
        look = Alignment(vertical="top", horizontal="center") if middle else TOP
        cell = self._put(letter, value, font(10), look, to=to, border=BOX)
        cell.protection = FILLED_IN
        if self._line.kind == "time":
            other_day = isinstance(value, datetime) and value.date() != self._day
            cell.number_format = "yyyy-mm-dd hh:mm:ss" if other_day else "hh:mm:ss"

    def _put(
        self,
        letter: str,
        value: Any,
        look_of: Font,
        look: Alignment | None = None,
        *,
        to: str = "",
        border: Border | None = None,
    ) -> Cell | MergedCell:
        """Write a cell, over several columns up to `to`; the row grows with its text."""
        cell = self._page.cell(self._row, ord(letter) - 64)
        is_formula = letter in "FGH"
        cell.value = value if is_formula or not isinstance(value, str) else clean(value) or None
        if isinstance(value, str) and not is_formula and cell.value is not None:
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        cell.font = look_of
        cell.alignment = look or Alignment(vertical="top")
        letters = between(letter, to or letter)
        for each in letters:
            if border:
                self._page[f"{each}{self._row}"].border = border
        if to and to != letter:
            self._page.merge_cells(f"{letter}{self._row}:{to}{self._row}")
        if isinstance(value, str) and not is_formula and letter != "A":
            self._high = max(self._high, height(value, letters, float(look_of.size or 10)))
        return cell
