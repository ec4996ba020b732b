"""Rules R1xx: every id is unique and says where it belongs, and nothing is asked twice."""

from builders import criterion, rubric
from rule_examples import found

from qa_toolkit.domain.rubric import Rubric

OPTIONS = [{"id": "a", "text": "A", "points": 0}, {"id": "b", "text": "B", "points": 1}]


def nested(*criteria: dict[str, object], inner: str = "t") -> Rubric:
    """A section `s` with a criterion of its own and the criteria in a subsection."""
    part = {"id": inner, "title": "T", "weight": 1, "criteria": list(criteria)}
    section = {"id": "s", "title": "S", "weight": 1, "criteria": [criterion()], "sections": [part]}
    return rubric(sections=[section])


def test_a_subsection_must_not_be_called_like_a_section() -> None:
    twice = nested(criterion(id="s.d"), inner="s")
    assert found("R101", twice) == [
        (("sections", 0, "sections", 0, "id"), "the subsection 's' is there twice")
    ]


def test_a_criterion_in_a_subsection_is_told_apart_from_those_outside() -> None:
    ((path, message),) = found("R101", nested(criterion(id="s.c")))
    assert path == ("sections", 0, "sections", 0, "criteria", 0, "id")
    assert message == "the criterion 's.c' is there twice"


def test_two_options_of_the_same_id_are_told() -> None:
    twice = criterion(type="choice", scale={}, options=[*OPTIONS, OPTIONS[0]])
    ((path, _),) = found("R101", rubric(twice))
    assert path[-3:] == ("options", 2, "id")


def test_indicators_of_two_criteria_may_share_an_id() -> None:
    assert found("R101", rubric(criterion(), criterion(id="s.d"))) == []


def test_a_criterion_may_be_named_after_its_subsection_or_its_section() -> None:
    assert found("R102", nested(criterion(id="s.d"), criterion(id="t.d"))) == []


def test_a_criterion_named_after_another_section_is_told() -> None:
    ((_, message),) = found("R102", nested(criterion(id="u.d")))
    assert message == "'u.d' must start with 't.' or 's.', where it stands"


def test_a_copied_question_is_told_whatever_its_case_and_signs() -> None:
    copy = criterion(id="s.d", question="is it SHOWN")
    assert found("R103", rubric(criterion(), copy)) == [
        (("sections", 0, "criteria", 1, "question"), "'s.d' asks what 's.c' asks already")
    ]


def test_the_same_question_for_other_channels_is_another_question() -> None:
    calls = criterion(applies_when={"channels": ["call"]})
    chats = criterion(id="s.d", applies_when={"channels": ["chat"]})
    assert found("R103", rubric(calls, chats)) == []
