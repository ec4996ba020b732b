"""When a criterion applies and what its failure does, in words."""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.domain.wording import listed
from qa_toolkit.guides.words import ONE_CONTACT, spoken

_HARM = {"customer": "the customer", "business": "the business", "compliance": "law and security"}
_YES_NO = {0: "no", 1: "yes"}


def applies(criterion: Criterion, rubric: Rubric) -> str:
    """When a criterion is looked at; empty where that is always."""
    when = criterion.applies_when
    clauses = list(_clauses(when, rubric)) if when else []
    if when is None or not clauses:
        return ""
    return f"Applies when {listed(clauses, 'or' if when.match == 'any' else 'and')}."


def consequence(criterion: Criterion, rubric: Rubric) -> str:
    """What the failure of a critical criterion does; empty where it is not critical."""
    if not criterion.fails_at:
        return ""
    given = listed([_answer(criterion, level) for level in criterion.fails_at], "or")
    rating = "A" if criterion.type == "yes_no" else "A rating of"
    effect = {
        "zero": "makes the whole total 0",
        "fail": "means that the contact does not pass, whatever the total",
        "section": "makes its part of the total 0, and the contact does not pass",
    }[rubric.critical_rule(criterion)]
    whom = criterion.critical_class
    protects = f" It protects {_HARM[whom]}." if whom else ""
    return f"{rating} {given} here {effect}.{protects}"


def _clauses(when: AppliesWhen, rubric: Rubric) -> Iterator[str]:
    if when.customer:
        yield f"the customer shows a sign of {spoken(when.customer)}"
    if when.channels:
        yield f"it is {listed([ONE_CONTACT[known] for known in when.channels], 'or')}"
    asked: Mapping[str, Criterion] = {known.id: known for known in rubric.criteria()}
    for name, answers in when.answers.items():
        given = listed([_said(asked[name], answer) for answer in answers], "or")
        yield f"“{asked[name].question}” is answered {given}"
    for name, values in when.metadata.items():
        yield f"{spoken(name)} is {listed(values, 'or')}"


def _said(criterion: Criterion, answer: int | str) -> str:
    if isinstance(answer, int):
        text = criterion.levels.get(answer, "")
        return f"{answer} ({text})" if text else str(answer)
    return next((f"“{known.text}”" for known in criterion.options if known.id == answer), answer)


def _answer(criterion: Criterion, level: int) -> str:
    return _YES_NO.get(level, str(level)) if criterion.type == "yes_no" else str(level)
