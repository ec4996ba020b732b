"""The question groups of a Genesys Cloud evaluation form.

The shape is that of its API (/api/v2/quality/forms/evaluations).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.errors import UsageError
from qa_toolkit.forms.genesys.question import FormQuestion, question_of
from qa_toolkit.forms.json_fields import Fields, Reading
from qa_toolkit.forms.words import Names, name_of


def form_in(value: object, reading: Reading) -> Fields:
    """The form itself, or the one within an evaluation.

    Raises:
        UsageError: it is no JSON object.
    """
    if not isinstance(value, dict):
        raise UsageError(f"{reading.source}: an evaluation form is a JSON object")
    if isinstance(value.get("evaluationForm"), dict):
        return Fields(value["evaluationForm"], "evaluationForm", reading)
    return Fields(value, "", reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """A question group with its id in the rubric.

    Attributes:
        weight: what points of its questions are multiplied with; 0 where they do not count.
    """

    id: str
    fields: Fields
    weight: float
    questions: tuple[FormQuestion, ...]


def groups_of(form: Fields) -> list[FormGroup]:
    """All question groups in order."""
    found = form.items("questionGroups")
    if not found:
        message = "is missing or empty: a form has question groups"
        form.reading.problem(form.at("questionGroups"), message)
    names = Names()
    groups = []
    for fields, weight in zip(found, _weights(found), strict=True):
        name = names.take(name_of(fields.text("name", required=True), "group"))
        questions = _questions(fields, name, scored=weight > 0)
        groups.append(FormGroup(id=name, fields=fields, weight=weight, questions=questions))
    return groups


def _weights(groups: Sequence[Fields]) -> list[float]:
    """The weight of each group: 1 where none is given, or where all are 0."""
    given = []
    for fields in groups:
        weight = fields.weight("weight")
        if "manualWeight" in fields and not fields.flag("manualWeight"):
            what = "a weight that Genesys sets"
            differences = fields.reading.differences
            differences.note(fields.at("manualWeight"), what, "the weight it has now")
        given.append(1.0 if weight is None else weight)
    return given if any(given) else [1.0] * len(given)


def _questions(group: Fields, name: str, *, scored: bool) -> tuple[FormQuestion, ...]:
    differences = group.reading.differences
    names = Names()
    found = []
    for number, item in enumerate(group.items("questions"), start=1):
        own = names.take(name_of(item.text("text", required=True), f"question_{number}"))
        found.append(question_of(item, f"{name}.{own}", scored=scored))
    if not found:
        differences.lost(group.place, "a group without questions")
    if group.flag("naEnabled"):
        what = "the whole group may be not applicable"
        differences.lost(group.at("naEnabled"), what, "each question by itself, where it allows it")
    return tuple(found)
