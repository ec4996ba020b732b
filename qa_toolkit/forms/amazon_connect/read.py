"""An Amazon Connect evaluation form → a rubric."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.amazon_connect.answers import answers_to
from qa_toolkit.forms.amazon_connect.asked import asked
from qa_toolkit.forms.amazon_connect.automatic_fail import critical_of
from qa_toolkit.forms.amazon_connect.enablement import Known, applies_when
from qa_toolkit.forms.amazon_connect.envelope import form_in
from qa_toolkit.forms.amazon_connect.layout import FormSection, sections_of
from qa_toolkit.forms.amazon_connect.settings import settings_in
from qa_toolkit.forms.amazon_connect.unread import UNREAD
from qa_toolkit.forms.amazon_connect.weights import Weights, weigh
from qa_toolkit.forms.build import Assumed, rubric_of
from qa_toolkit.forms.conditions import without_cycles
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.sections import Total, without_empty_sections
from qa_toolkit.forms.unread import list_unread

_Keys = dict[str, object]


def read_form(value: object, reading: Reading, assumed: Assumed) -> Rubric | None:
    """The rubric of a form; None where it cannot be used, with the problems in `reading`.

    Args:
        value: the JSON document that holds the form.
        reading: takes note of problems and differences.
        assumed: what a rubric must say and a form does not.

    Raises:
        UsageError: there is no form in it, or there are several.
    """
    form = form_in(value, reading)
    title = form.text("Title", required=True)
    settings = settings_in(form)
    in_points = settings.mode == "POINTS_BASED"
    sections = sections_of(form, reading, excluded=not settings.scored)
    questions = [question for section in sections for question in section.all_questions()]
    asked_by_id = {known.id: asked(known, in_points=in_points) for known in questions}
    weights = weigh(sections, asked_by_id, settings.mode)
    known = {
        name: Known(
            asked=found,
            answers=answers_to(found, counts=name in weights.questions, in_points=in_points),
        )
        for name, found in asked_by_id.items()
    }
    criteria = {name: _criterion(found, weights) for name, found in known.items()}
    by_section = settings.mode == "SECTION_ONLY" and bool(weights.questions)
    total: Total = "sections" if by_section else "criteria"
    made = _sections(sections, criteria, weights, reading)
    keys: _Keys = {
        "title": title,
        **settings.keys,
        "policy": {"total": total},
        "sections": without_empty_sections(made, _places(sections), reading, total=total),
    }
    _add_conditions(criteria, known, reading)
    list_unread(form, UNREAD)
    return rubric_of(keys, reading, assumed)


def _criterion(known: Known, weights: Weights) -> _Keys:
    fields = known.asked.question.fields
    keys: _Keys = {
        "id": known.id,
        "question": fields.text("Title"),
        "guidance": fields.prose("Instructions"),
        **known.answers.keys,
        "rate": "manual",
    }
    if known.asked.kind != "text":
        keys["weight"] = weights.questions.get(known.id, Decimal(0))
        keys["bonus"] = known.asked.bonus
    keys |= critical_of(known.asked, known.answers)
    allowed = fields.flag("NotApplicableEnabled")
    if allowed is ("critical" in keys):  # a rubric allows it unless the criterion is critical
        keys["allow_na"] = allowed
    return keys


def _add_conditions(
    criteria: Mapping[str, _Keys], known: Mapping[str, Known], reading: Reading
) -> None:
    by_ref = {found.asked.question.ref: found for found in known.values()}
    found = {
        name: condition
        for name, question in known.items()
        if (condition := applies_when(question.asked.question.fields, by_ref)) is not None
    }
    for name, condition in without_cycles(found).items():
        if condition is None:
            place = known[name].asked.question.fields.at("Enablement")
            what = "a condition that goes round in a circle"
            reading.differences.lost(place, what, "left out: it always applies")
        else:
            criteria[name]["applies_when"] = condition.key(criteria)


def _sections(
    sections: Sequence[FormSection],
    criteria: Mapping[str, _Keys],
    weights: Weights,
    reading: Reading,
) -> list[_Keys]:
    made = []
    for section in sections:
        for group in (section, *section.parts):
            if not group.questions and not group.parts:
                reading.differences.lost(group.place, "a section without questions")
        parts = [_group(part, criteria, weights) for part in section.parts if part.questions]
        keys = _group(section, criteria, weights) | ({"sections": parts} if parts else {})
        if section.questions or parts:
            made.append(keys)
    return made


def _places(sections: Sequence[FormSection]) -> dict[str, str]:
    """Where each section and subsection stands, by id."""
    return {group.id: group.place for section in sections for group in (section, *section.parts)}


def _group(section: FormSection, criteria: Mapping[str, _Keys], weights: Weights) -> _Keys:
    return {
        "id": section.id,
        "title": section.title,
        "guidance": section.guidance,
        "weight": weights.groups[section.id],
        "criteria": [criteria[question.id] for question in section.questions],
    }
