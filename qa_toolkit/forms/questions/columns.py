"""The columns of a list of questions, found by what their headers mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.forms.question_list import Row, Table

_NAMES: Mapping[str, str] = {
    "section": "section, category, group, area, topic, question group, pillar",
    "subsection": "subsection, sub section, subcategory, sub category, subgroup",
    "section_weight": "section weight, category weight, group weight, weight of section",
    "subsection_weight": "subsection weight, subcategory weight, weight of subsection",
    "id": "id, criterion id, question id, ref, reference, code",
    "question": "question, questions, question text, criterion, criteria, item, standard, check",
    "guidance": "guidance, help, help text, instructions, description, notes, what to look for",
    "type": "type, question type, answer type",
    "answers": "answers, answer, answer options, options, choices, scale, rating scale, responses",
    "weight": "weight, weighting, points, max points, maximum points, possible points, score, "
    "max score",
    "critical": "critical, auto fail, autofail, automatic fail, fatal, kill, kill question, "
    "zero tolerance",
    "na": "n a, na, not applicable, n a allowed, na allowed, allow n a, allow na",
}
FIELDS: Mapping[str, str] = {
    name: field for field, names in _NAMES.items() for name in names.split(", ")
}
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each field stands, and the columns that have none.

    Attributes:
        header: the row that names them.
    """

    header: Row
    fields: Mapping[str, int]
    others: Sequence[int]


def columns_of(table: Table) -> Columns | None:
    """The columns of a table; None where no row near the top has one for questions."""
    for row in table.rows[:_HEADER_WITHIN]:
        fields: dict[str, int] = {}
        others = []
        for column, title in enumerate(row.cells):
            field = FIELDS.get(_plain(title))
            if field is not None and field not in fields:
                fields[field] = column
            elif title:
                others.append(column)
        if "question" in fields:
            return Columns(header=row, fields=fields, others=others)
    return None


def _plain(title: str) -> str:
    """`Auto-fail` is `auto fail`, `Weight (%)` is `weight`."""
    return " ".join(re.findall(r"[a-z0-9]+", title.casefold()))
