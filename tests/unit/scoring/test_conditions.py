"""When a criterion applies: by channel, by facts, by what else was answered, by the customer's cue."""

from collections.abc import Mapping

import pytest
from builders import criterion, rubric, transcript

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.scoring import score_criteria
from qa_toolkit.signals import measure

SORRY = "C: It is broken.\nA: So sorry about that."
MANUAL = {"rate": "manual", "indicators": []}


def rated(
    when: Mapping[str, object],
    *others: dict[str, object],
    said: str = SORRY,
    channel: Channel = Channel.CHAT,
    facts: Mapping[str, str] | None = None,
    answers: Mapping[str, Answer] | None = None,
) -> CriterionScore:
    """The score of `s.c`, which applies under the condition."""
    made = rubric(criterion(applies_when=when), *others, cues={"trouble": {"any": ["broken"]}})
    words = transcript(said)
    found = score_criteria(
        ["s.c"], words, measure(words), made, channel, facts=facts or {}, answers=answers or {}
    )
    return found["s.c"]


APPLIES, ABSENT, WAITS = RatingStatus.RATED, RatingStatus.NOT_APPLICABLE, RatingStatus.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("facts", "status"),
    [({"queue": "Billing"}, APPLIES), ({"queue": "sales"}, ABSENT), ({}, ABSENT)],
    ids=["the fact, whatever the case", "another value", "nothing known"],
)
def test_a_fact_decides(facts: dict[str, str], status: RatingStatus) -> None:
    assert rated({"metadata": {"Queue": ["billing"]}}, facts=facts).status is status


@pytest.mark.parametrize(("answer", "status"), [("yes", APPLIES), ("no", ABSENT)])
def test_an_answer_decides(answer: str, status: RatingStatus) -> None:
    asked = criterion(id="s.asked", type="yes_no", scale={}, **MANUAL)
    found = rated({"answers": {"s.asked": ["yes"]}}, asked, answers={"s.asked": answer})
    assert found.status is status


def test_without_the_answer_it_waits_for_a_person() -> None:
    asked = criterion(id="s.asked", type="yes_no", scale={}, question="Was it asked?", **MANUAL)
    found = rated({"answers": {"s.asked": ["yes"]}}, asked)
    assert (found.status, "Was it asked?" in found.reason) == (WAITS, True)


def test_one_of_several_chosen_options_is_enough() -> None:
    options = [{"id": name, "text": name, "points": 1} for name in ("tv", "phone", "net")]
    has = criterion(id="s.has", type="multi_choice", scale={}, options=options, **MANUAL)
    found = rated({"answers": {"s.has": ["net"]}}, has, answers={"s.has": ["tv", "net"]})
    assert found.status is APPLIES


def test_options_of_equal_points_are_told_apart_by_their_ids() -> None:
    options = [{"id": name, "text": name, "points": 0} for name in ("tv", "phone")]
    about = criterion(id="s.about", type="choice", scale={}, weight=0, options=options, **MANUAL)
    when = {"answers": {"s.about": ["tv"]}}
    assert rated(when, about, answers={"s.about": "tv"}).status is APPLIES
    assert rated(when, about, answers={"s.about": "phone"}).status is ABSENT


@pytest.mark.parametrize("answer", ["call", 2], ids=["by its id", "by its points"])
def test_a_condition_may_name_the_points_of_an_option(answer: Answer) -> None:
    options = [{"id": "none", "text": "-", "points": 0}, {"id": "call", "text": "x", "points": 2}]
    asked = criterion(id="s.m", type="choice", scale={}, options=options, **MANUAL)
    assert rated({"answers": {"s.m": [2]}}, asked, answers={"s.m": answer}).status is APPLIES


@pytest.mark.parametrize(
    ("wanted", "answer", "status"),
    [
        pytest.param([3], ["a", "b"], APPLIES, id="a sum"),
        pytest.param([3], ["a"], ABSENT, id="another sum"),
        pytest.param(["zero"], [], ABSENT, id="nothing chosen is not the option of no points"),
    ],
)
def test_conditions_on_several_choices(
    wanted: list[object], answer: list[str], status: RatingStatus
) -> None:
    options = [
        {"id": name, "text": name, "points": points}
        for name, points in (("zero", 0), ("a", 1), ("b", 2))
    ]
    asked = criterion(id="s.m", type="multi_choice", scale={}, options=options, **MANUAL)
    assert rated({"answers": {"s.m": wanted}}, asked, answers={"s.m": answer}).status is status


def test_a_long_chain_of_conditions_is_rated_from_its_end() -> None:
    """Deeper than Python's stack: nothing recurses."""
    chain = [
        criterion(id=f"s.c{n}", applies_when={"answers": {f"s.c{n + 1}": [2]}}) for n in range(1500)
    ]
    last = criterion(id="s.c1500")
    made = rubric(*chain, last)
    words = transcript(SORRY)
    found = score_criteria(["s.c0"], words, measure(words), made, Channel.CHAT)
    assert found["s.c0"].status is APPLIES


def test_the_machines_own_rating_of_another_criterion_decides_too() -> None:
    other = criterion(id="s.other")
    assert rated({"answers": {"s.other": [2]}}, other).status is APPLIES
    assert rated({"answers": {"s.other": [0]}}, other).status is ABSENT


@pytest.mark.parametrize(
    ("match", "status"), [("all", ABSENT), ("any", APPLIES)], ids=["all", "any"]
)
def test_conditions_are_joined_by_all_or_any(match: str, status: RatingStatus) -> None:
    when = {"match": match, "channels": ["chat"], "metadata": {"queue": ["billing"]}}
    assert rated(when).status is status


def test_with_any_a_fact_can_stand_in_for_the_customers_cue() -> None:
    when = {"match": "any", "customer": "trouble", "metadata": {"queue": ["billing"]}}
    said = "C: When do you open?\nA: Sorry, at nine."
    assert rated(when, said=said, facts={"queue": "billing"}).status is APPLIES
    assert rated(when, said=said).status is ABSENT


def test_a_cycle_waits_instead_of_going_round_for_ever() -> None:
    other = criterion(id="s.other", applies_when={"answers": {"s.c": [2]}})
    assert rated({"answers": {"s.other": [2]}}, other).status is WAITS


def test_a_persons_answer_is_the_rating() -> None:
    found = rated({}, answers={"s.c": 0})
    assert (found.status, found.points, found.reason) == (APPLIES, 0, "not shown")


def test_an_answer_to_what_does_not_apply_is_not_counted() -> None:
    assert rated({"channels": ["call"]}, answers={"s.c": 2}).status is ABSENT
