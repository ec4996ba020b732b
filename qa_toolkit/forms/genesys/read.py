"""A Genesys Cloud evaluation form → a rubric.

Genesys adds up points times the weight of their group, over all groups, and divides by what could
be earned. That is `total: criteria`, with a criterion's weight its best answer's points times the
weight of its group.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.answers import guidance_of
from qa_toolkit.forms.build import Assumed, decimal, rubric_of
from qa_toolkit.forms.conditions import Condition
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
    conditions = conditions_of(groups)
    factor = _factor(groups)
    sections = [_section(group, conditions, factor) for group in groups if group.questions]
    places = {group.id: group.fields.place for group in groups}
    list_unread(form, UNREAD)
    keys: _Keys = {
        "title": title,
        "policy": {"total": "criteria"},
        "sections": without_empty_sections(sections, places, reading),
    }
    return rubric_of(keys, reading, assumed)


def _factor(groups: Sequence[FormGroup]) -> Fraction:
    """What weights are multiplied with, so that a rubric can hold the heaviest."""
    weights = [_weight(group, question) for group in groups for question in group.questions]
    heaviest = max((*weights, *(Fraction(str(group.weight)) for group in groups)), default=0)
    return Fraction(_HEAVIEST) / heaviest if heaviest > _HEAVIEST else Fraction(1)


def _weight(group: FormGroup, question: FormQuestion) -> Fraction:
    return Fraction(str(group.weight)) * question.possible


def _section(group: FormGroup, conditions: Mapping[str, Condition], factor: Fraction) -> _Keys:
    return {
        "id": group.id,
        "title": group.fields.text("name"),
        "weight": decimal(float(Fraction(str(group.weight)) * factor)) or decimal(1),
        "criteria": [
            _criterion(question, group, conditions, factor) for question in group.questions
        ],
    }


def _criterion(
    question: FormQuestion,
    group: FormGroup,
    conditions: Mapping[str, Condition],
    factor: Fraction,
) -> _Keys:
    fields, answers = question.fields, question.answers
    keys: _Keys = {
        "id": question.id,
        "question": fields.text("text"),
        "guidance": guidance_of(fields.prose("helpText"), answers),
        **answers.keys,
        "rate": "manual",
    }
    if answers.scored:
        keys["weight"] = decimal(float(_weight(group, question) * factor))
    if failing(answers, question.choices, fields.reading.differences):
        keys["critical"] = critical_key(answers, "zero")
    allowed = fields.flag("naEnabled")
    if allowed is ("critical" in keys):  # a rubric allows it unless the criterion is critical
        keys["allow_na"] = allowed
    if question.id in conditions:
        keys["applies_when"] = conditions[question.id].key()
    return keys
