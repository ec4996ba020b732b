"""Visibility conditions → `applies_when`: paths to answers, all or one of which must be given."""

import re
from collections.abc import Mapping, Sequence

from qa_toolkit.forms.answers import Given
from qa_toolkit.forms.conditions import Condition, Match, both, combined, without_cycles
from qa_toolkit.forms.genesys.layout import FormGroup
from qa_toolkit.forms.json_fields import Fields

_PREDICATE = re.compile(
    r"(?:/form/questionGroup/(?P<group>\d{1,4})|\.\.)"
    r"/question/(?P<question>\d{1,4})/answer/(?P<answer>\d{1,4})"
)
_MATCHES: Mapping[str, Match] = {"AND": "all", "OR": "any"}
_ALWAYS = "left out: it always applies"
_Wanted = tuple[str, tuple[Given, ...]]


def conditions_of(groups: Sequence[FormGroup]) -> dict[str, Condition]:
    """When each question is visible, by criterion: where its group is, and itself."""
    found: dict[str, Condition] = {}
    places: dict[str, Fields] = {}
    for number, group in enumerate(groups):
        of_group = _condition(group.fields, groups, number)
        for question in group.questions:
            own = _condition(question.fields, groups, number)
            joined = both(of_group, own)
            if joined is None and of_group is not None:
                place = question.fields.at("visibilityCondition")
                what = "conditions of a question and of its group that do not join"
                question.fields.reading.differences.lost(place, what, "that of the group alone")
                joined = of_group
            if joined is not None:
                found[question.id] = joined
                places[question.id] = question.fields
    kept: dict[str, Condition] = {}
    for name, condition in without_cycles(found).items():
        if condition is not None:
            kept[name] = condition
        else:
            place = places[name].at("visibilityCondition")
            what = "a condition that goes round in a circle"
            places[name].reading.differences.lost(place, what, _ALWAYS)
    return kept


def _condition(fields: Fields, groups: Sequence[FormGroup], group: int) -> Condition | None:
    """The condition of a question or a group; None for none, or for one that cannot be said."""
    if "visibilityCondition" not in fields:
        return None
    inner = fields.inner("visibilityCondition")
    operation = inner.text("combiningOperation") or "AND"
    if operation not in _MATCHES:
        message = f"'{operation}' is none of {', '.join(_MATCHES)}"
        inner.reading.problem(inner.at("combiningOperation"), message)
        return None
    wanted = []
    for number, predicate in enumerate(inner.texts("predicates")):
        named = _named(predicate, groups, group)
        if named is None:
            place = f"{inner.at('predicates')}[{number}]"
            what = f"a condition on '{predicate[:80]}', which is no answer to choose"
            inner.reading.differences.lost(place, what, _ALWAYS)
            return None
        wanted.append(named)
    joined = combined(_MATCHES[operation], wanted)
    if joined is None and wanted:
        inner.reading.differences.lost(inner.place, "a condition that can never hold", _ALWAYS)
    return joined


def _named(predicate: str, groups: Sequence[FormGroup], group: int) -> _Wanted | None:
    """The criterion and the answer at the end of a path; `..` starts in the same group."""
    found = _PREDICATE.fullmatch(predicate)
    if found is None:
        return None
    in_group = group if found["group"] is None else int(found["group"])
    number = int(found["question"])
    if in_group >= len(groups) or number >= len(groups[in_group].questions):
        return None
    question = groups[in_group].questions[number]
    given = question.answers.given.get(found["answer"])
    if given is None or question.answers.several:
        return None
    return question.id, (given,)
