"""One row of a list of questions → the keys of a criterion."""

import re
from collections.abc import Mapping
from decimal import Decimal

from qa_toolkit.domain.rubric import AnswerType
from qa_toolkit.errors import Unusable
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.question_list import Row
from qa_toolkit.forms.questions.answers import Cell, answers_in
from qa_toolkit.forms.questions.columns import Columns
from qa_toolkit.forms.words import one_line

Keys = dict[str, object]
_TYPES: Mapping[AnswerType, str] = {
    "yes_no": "yes no, yesno, y n, boolean, binary",
    "scale": "scale, rating, likert",
    "choice": "choice, single, single choice, single select, multiple choice, dropdown",
    "multi_choice": "multi choice, multi, multi select, multiselect, multiple select, checkbox",
    "number": "number, numeric",
    "text": "text, free text, open, comment",
    "info": "info, information, read only",
}
_BY_NAME: Mapping[str, AnswerType] = {
    name: kind for kind, names in _TYPES.items() for name in names.split(", ")
}
_YES = ("yes", "y", "x", "true", "1", "✓", "critical", "fatal", "auto fail", "always")
_NO = ("no", "n", "false", "0", "-", "–", "never")
_CLASSES = ("customer", "business", "compliance")
_POLICIES = ("zero", "fail", "section")
_NUMBER = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*%?")
_LARGEST = 1000


class RowReader:
    """Reads the cells of one row; mistakes are noted with their addresses."""

    def __init__(self, row: Row, columns: Columns, reading: Reading) -> None:
        self.row = row
        self.reading = reading
        self._columns = columns.fields

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that have a column."""
        return tuple(self._columns)

    def text(self, field: str) -> str:
        """The text of a cell; empty where there is no such column."""
        column = self._columns.get(field)
        cells = self.row.cells
        return "" if column is None or column >= len(cells) else cells[column]

    def place(self, field: str) -> str:
        """The address of a cell."""
        return self.row.place(self._columns.get(field, 0))

    def problem(self, field: str, message: str, hint: str = "") -> None:
        """Note a mistake in a cell."""
        self.reading.problem(self.place(field), message, hint)

    def criterion(self) -> Keys:
        """The keys of the criterion, but for its id."""
        keys: Keys = {
            "question": one_line(self.text("question")),
            "guidance": self.text("guidance"),
            "rate": "manual",
        }
        weight = self.weight("weight")
        cell = self._answers(counts=weight != 0)
        keys |= cell.keys
        if cell.told:
            keys["guidance"] = "\n".join(
                filter(None, (self.text("guidance"), f"Answers: {cell.told}"))
            )
            what = "answers without points"
            self.reading.differences.changed(self.place("answers"), what, "told in the guidance")
        if cell.not_applicable:
            keys["allow_na"] = True
        if keys["type"] not in ("text", "info"):
            keys |= self._critical()
            keys |= {} if weight is None else {"weight": weight}
        allowed = self._allowed()
        if allowed is not None:
            keys["allow_na"] = allowed
        return keys

    def weight(self, field: str) -> Decimal | None:
        """A number, perhaps with a percent sign; None where the cell is empty."""
        text = self.text(field)
        if not text:
            return None
        found = _NUMBER.fullmatch(text)
        weight = Decimal(found[1].replace(",", ".")) if found else Decimal(-1)
        if not 0 <= weight <= _LARGEST:
            self.problem(field, f"'{text[:40]}' is no weight", "a number from 0 to 1000")
            return None
        return weight

    def _answers(self, *, counts: bool) -> Cell:
        unread = Cell(keys={"type": "text"})
        kind = self._type()
        column = self._columns.get("answers")
        if column is not None and column in self.row.dates:
            hint = "write 1 to 5, or '1-5 with the apostrophe"
            self.problem("answers", "the spreadsheet has made a date of the answers", hint)
            return unread
        try:
            cell = answers_in(self.text("answers"), kind, counts=counts)
        except Unusable as error:
            field = "answers" if "answers" in self._columns else "type"
            self.problem(field, error.message, error.hint)
            return unread
        if cell.assumed:
            what = "no answers are named"
            self.reading.differences.note(self.place("question"), what, "Yes/No is assumed")
        return cell

    def _type(self) -> AnswerType | None:
        text = " ".join(re.findall(r"[a-z]+", self.text("type").casefold()))
        if text and text not in _BY_NAME:
            known = ", ".join(name.replace("_", " ") for name in _TYPES)
            self.problem("type", f"'{self.text('type')[:40]}' is no type", f"one of {known}")
        return _BY_NAME.get(text)

    def _allowed(self) -> bool | None:
        text = self.text("na").casefold()
        if text in _YES or text in _NO:
            return text in _YES
        if text:
            self.problem("na", f"'{text[:40]}' is neither yes nor no")
        return None

    def _critical(self) -> Keys:
        """`yes`, a class, a policy, and `at` with levels, in any order: `compliance section at 0 1`."""
        text = self.text("critical").casefold().replace("auto-fail", "fatal")
        if not text or text in _NO:
            return {}
        words = [text] if text in _YES else re.split(r"[\s,;]+", text)
        found: Keys = {}
        levels = []
        for word in words:
            if word in _CLASSES:
                found["class"] = word
            elif word in _POLICIES:
                found["policy"] = word
            elif re.fullmatch(r"-?\d{1,4}", word) and len(words) > 1:
                levels.append(int(word))
            elif word not in (*_YES, "at"):
                hint = "yes, no, customer, business, compliance, zero, fail or section"
                self.problem("critical", f"'{word[:40]}' is not understood", hint)
        if levels:
            found["at"] = levels
        if found.keys() == {"class"}:
            return {"critical": found["class"]}
        return {"critical": found or True}
