"""When a criterion applies, and what its failure does."""

import pytest
from builders import criterion, rubric

from qa_toolkit.guides.conditions import applies, consequence

OFFERED: dict[str, object] = {
    "id": "s.offered",
    "question": "Was a refund offered?",
    "type": "choice",
    "options": [
        {"id": "full", "text": "in full", "points": 1},
        {"id": "none", "text": "not at all", "points": 0},
    ],
}


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (None, ""),
        ({}, ""),
        (
            {"customer": "bad_news"},
            "Applies when the customer shows a sign of bad news.",
        ),
        ({"channels": ["call", "email"]}, "Applies when it is a call or an e-mail."),
        (
            {"answers": {"s.offered": ["none"]}},
            "Applies when “Was a refund offered?” is answered “not at all”.",
        ),
        (
            {"answers": {"s.c": [0, 1]}},
            "Applies when “Is it shown?” is answered 0 (not shown) or 1 (in part).",
        ),
        (
            {"metadata": {"queue": ["billing", "sales"]}, "channels": ["chat"]},
            "Applies when it is a chat and queue is billing or sales.",
        ),
        (
            {"metadata": {"repeat_contact": ["yes"]}, "channels": ["chat"], "match": "any"},
            "Applies when it is a chat or repeat contact is yes.",
        ),
    ],
)
def test_a_condition_is_told_in_words(when: dict[str, object] | None, told: str) -> None:
    fields = {} if when is None else {"applies_when": when}
    guide = rubric(criterion(), OFFERED, criterion(id="s.x", **fields))
    assert applies(list(guide.criteria())[-1], guide) == told


@pytest.mark.parametrize(
    ("fields", "policy", "told"),
    [
        ({}, {}, ""),
        ({"critical": True}, {}, "A rating of 0 here makes the whole total 0."),
        (
            {"critical": {"class": "customer", "at": [0, 1]}},
            {"critical": {"customer": "fail"}},
            "A rating of 0 or 1 here means that the contact does not pass, whatever "
            "the total. It protects the customer.",
        ),
        (
            {"critical": "compliance", "type": "yes_no", "scale": {}},
            {"critical": "section"},
            "A no here makes its part of the total 0, and the contact does not pass. "
            "It protects law and security.",
        ),
    ],
)
def test_what_a_critical_failure_does_is_told(
    fields: dict[str, object], policy: dict[str, object], told: str
) -> None:
    guide = rubric(criterion(**fields), policy=policy)
    assert consequence(next(guide.criteria()), guide) == told
