"""The columns of a rating file: one row a rating (long), or one row an interaction (wide)."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.calibration.criteria import plain
from qa_toolkit.calibration.sheet import Row, Sheet

# the first known name that a table has is the field's
_NAMES: Mapping[str, str] = {
    "interaction": "interaction, interaction id, contact, contact id, conversation, conversation id, "
    "call, call id, chat, chat id, ticket, ticket id, case, case id, recording, id, reference, ref",
    "criterion": "criterion, criterion id, criteria, question id, question, item, line item, standard",
    "rating": "effective rating, rating, ratings, points, score, answer, value, level, result, mark, grade",
    "evaluator": "evaluator, evaluator name, evaluated by, reviewer, reviewer name, rater, rated by, "
    "grader, graded by, analyst, assessor, scored by, coder",
    "agent": "agent id, agent, agent name, advisor, representative, employee",
    "status": "status",
    "strength": "strength",
}
_FIELDS = {field: tuple(names.split(", ")) for field, names in _NAMES.items()}
# what stands beside the ratings of an interaction, in our own exports and in others'
_BESIDE_NAMES = """
team, channel, date, started, started at, start time, time, length, duration, outcome, band, total,
total score, overall, overall score, computed total, before critical, percent, critical, critical
failure, critical failures, needs review, coverage, reason, why, comment, comments, note, notes,
changed, customer, queue, language, section, subsection, weight, evidence, lowest, highest, bonus,
critical class, version, form, rubric, key, agent no, failed, zeroed, waiting, points, score,
result, mark, grade
"""
_BESIDE = frozenset(" ".join(_BESIDE_NAMES.split()).split(", "))
_EFFECTIVE = "effective rating"
_SURELY_RATINGS = (_EFFECTIVE, "rating", "ratings")
_WIDE = ("interaction", "evaluator", "agent")
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the fields stand.

    Attributes:
        header: the row that names them.
        fields: column of each field that the table has.
        others: the columns that may hold ratings, each with its heading; of a wide table only.
    """

    header: Row
    fields: Mapping[str, int]
    others: Mapping[int, str]

    @property
    def is_long(self) -> bool:
        return "rating" in self.fields and not self.others

    @property
    def is_workbook(self) -> bool:
        """Whether it is Detail of our own workbook, whose status is that of the machine alone."""
        at = self.fields.get("rating")
        return at is not None and plain(self.header.cells[at]) == _EFFECTIVE


def columns_of(sheet: Sheet) -> Columns | None:
    """The columns of a table; None where no row near its top names the interaction."""
    for row in sheet.rows[:_HEADER_WITHIN]:
        titles: dict[str, int] = {}
        for column, title in enumerate(row.cells):
            titles.setdefault(plain(title), column)
        fields = {
            field: titles[name]
            for field, names in _FIELDS.items()
            for name in reversed(names)
            if name in titles
        }
        if "interaction" not in fields:
            continue
        if "rating" in fields and (
            "criterion" in fields
            or plain(row.cells[fields["rating"]]) in _SURELY_RATINGS
            or not _others(row, fields)
        ):
            return Columns(header=row, fields=fields, others={})
        wide = {field: column for field, column in fields.items() if field in _WIDE}
        others = _others(row, wide)
        if others:
            return Columns(header=row, fields=wide, others=others)
    return None


def _others(header: Row, fields: Mapping[str, int]) -> dict[int, str]:
    names = {name for known in _WIDE for name in _FIELDS[known]}
    taken = names | _BESIDE
    return {
        column: " ".join(title.split())
        for column, title in enumerate(header.cells)
        if plain(title) and plain(title) not in taken and column not in fields.values()
    }
