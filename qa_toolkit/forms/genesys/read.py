"""A Genesys Cloud evaluation form → a rubric.

Genesys adds up points times the weight of their group, over all groups, and divides by what could
be earned. That is `total: criteria`, with a criterion's weight its best answer's points times the
weight of its group.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.build import Assumed, decimal, rubric_of
from qa_toolkit.forms.critical import critical_key, failing
from qa_toolkit.forms.genesys.layout import FormGroup, form_in, groups_of
from qa_toolkit.forms.genesys.question import FormQuestion
from qa_toolkit.forms.genesys.unread import UNREAD
from qa_toolkit.forms.genesys.visibility import conditions_of
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.sections import without_empty_sections
from qa_toolkit.forms.unread import list_unread

_HEAVIEST = 1000
_Keys = dict[str, object]


def read_form(value: object, reading: Reading, assumed: Assumed) -> Rubric | None:
    """The rubric of a form; None where it cannot be used, with the problems in `reading`.

    Args:
        value: the JSON document that holds the form.
        reading: takes note of problems and differences.
        assumed: what a rubric must say and a form does not.

    Raises:
        UsageError: it is no JSON object.
    """
    form = form_in(value, reading)
    title = form.text("name", required=True)
    groups = groups_of(form)
    factor = _factor(groups)
    criteria = {
        question.id: _criterion(question, group, factor)
        for group in groups
        for question in group.questions
    }
    made = [_section(group, criteria, factor) for group in groups if group.questions]
    places = {group.id: group.fields.place for group in groups}
    sections = without_empty_sections(made, places, reading, total="criteria")
    for name, condition in conditions_of(groups).items():
        criteria[name]["applies_when"] = condition.key(criteria)
    list_unread(form, UNREAD)
    keys: _Keys = {"title": title, "policy": {"total": "criteria"}, "sections": sections}
    return rubric_of(keys, reading, assumed)


def _factor(groups: Sequence[FormGroup]) -> Fraction:
    """What weights are multiplied with, so that a rubric can hold the heaviest."""
    weights = [_weight(group, question) for group in groups for question in group.questions]
    heaviest = max((*weights, *(Fraction(str(group.weight)) for group in groups)), default=0)
    return Fraction(_HEAVIEST) / heaviest if heaviest > _HEAVIEST else Fraction(1)


def _weight(group: FormGroup, question: FormQuestion) -> Fraction:
    return Fraction(str(group.weight)) * question.possible


def _section(group: FormGroup, criteria: Mapping[str, _Keys], factor: Fraction) -> _Keys:
    return {
        "id": group.id,
        "title": group.fields.text("name"),
        "weight": decimal(float(Fraction(str(group.weight)) * factor)) or decimal(1),
        "criteria": [criteria[question.id] for question in group.questions],
    }


def _criterion(question: FormQuestion, group: FormGroup, factor: Fraction) -> _Keys:
    fields, answers = question.fields, question.answers
    keys: _Keys = {
        "id": question.id,
        "question": fields.text("text"),
        "guidance": fields.prose("helpText"),
        **answers.keys,
        "rate": "manual",
    }
    if question.choices:
        keys["weight"] = decimal(float(_weight(group, question) * factor))
    if failing(answers, question.choices, fields.reading.differences):
        keys["critical"] = critical_key(answers, "zero")
    allowed = fields.flag("naEnabled")
    if allowed is ("critical" in keys):  # a rubric allows it unless the criterion is critical
        keys["allow_na"] = allowed
    return keys
