"""Rows of a list of questions → sections with their criteria and ids."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from qa_toolkit.forms.questions.row import Keys, RowReader
from qa_toolkit.forms.words import Names, is_name, name_of, one_line

_UNNAMED = "Questions"
_ID = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
_HEADING = ("section", "subsection", "section_weight", "subsection_weight")


@dataclass(slots=True, kw_only=True)
class Group:
    """A section or subsection while its rows are read; `place` is its first cell."""

    title: str
    id: str
    place: str
    weight: Decimal | None = None
    criteria: list[Keys] = field(default_factory=list)
    parts: list["Group"] = field(default_factory=list)
    names: Names = field(default_factory=Names)


def groups_of(rows: Iterable[RowReader]) -> list[Group]:
    """The sections in order; a row that names none belongs to that of the row above."""
    return _Groups().of(rows)


class _Groups:
    def __init__(self) -> None:
        self._ids = Names()
        self._sections: dict[str, Group] = {}
        self._section: Group | None = None
        self._part: Group | None = None

    def of(self, rows: Iterable[RowReader]) -> list[Group]:
        for row in rows:
            self._place(row)
            if row.text("question"):
                section = self._section or self._open(_UNNAMED, row)
                group = self._part or section
                group.criteria.append({"id": self._id(row, group, section), **row.criterion()})
            elif any(row.text(name) for name in row.fields if name not in _HEADING):
                differences = row.reading.differences
                differences.lost(row.place("question"), "a row without a question")
        return [group for group in self._sections.values() if group.criteria or group.parts]

    def _place(self, row: RowReader) -> None:
        """Go to the section and subsection that a row names."""
        title, inner = one_line(row.text("section")), one_line(row.text("subsection"))
        if title and (self._section is None or title != self._section.title):
            self._section, self._part = self._open(title, row), None
        if inner and (self._part is None or inner != self._part.title):
            section = self._section or self._open(_UNNAMED, row)
            self._part = next((part for part in section.parts if part.title == inner), None)
            if self._part is None:
                name = self._ids.take(self._wanted(inner, row))
                self._part = Group(title=inner, id=name, place=row.place("subsection"))
                section.parts.append(self._part)
        _weigh(self._section, row, "section_weight")
        _weigh(self._part, row, "subsection_weight")

    def _open(self, title: str, row: RowReader) -> Group:
        known = self._sections.get(title)
        if known is None:
            name = self._ids.take(self._wanted(title, row))
            known = Group(title=title, id=name, place=row.place("section"))
            self._sections[title] = known
        self._section = known
        return known

    def _wanted(self, title: str, row: RowReader) -> str:
        """The part before the dot of a criterion's id, where there is a column for ids."""
        found = _ID.fullmatch(row.text("id"))
        is_part = bool(row.text("subsection")) and title != row.text("subsection")
        return found[1] if found and not is_part else name_of(title, "section")

    def _id(self, row: RowReader, group: Group, section: Group) -> str:
        given = row.text("id")
        found = _ID.fullmatch(given)
        holder = section if found and found[1] == section.id else group
        name = found[2] if found and found[1] == holder.id and is_name(found[2]) else ""
        made = holder.names.take(name or name_of(row.text("question"), "question"))
        full = f"{holder.id}.{made}"
        if given and given != full:
            row.reading.differences.note(row.place("id"), f"the name '{given[:60]}'", f"'{full}'")
        return full


def _weigh(group: Group | None, row: RowReader, field: str) -> None:
    weight = row.weight(field)
    if group is None or weight is None:
        return
    if weight == 0:
        row.problem(field, "a section weighs more than 0", "leave it empty")
    group.weight = weight
