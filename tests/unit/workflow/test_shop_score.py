"""A shopper's answers as a scorecard."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import shop_builders as build
from released_shops import answered, handed_in

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.shops.as_interaction import interaction_of
from qa_toolkit.workflow.shops.score import scorecard_of

GOOD = {
    "welcome__greeted": "yes",
    "welcome__name": "yes",
    "welcome__wait": 20,
    "help__blocked": "yes",
    "help__way": "courier",
}


def card_of(log: ShopLog, **shop: Any) -> Scorecard:
    return scorecard_of(handed_in(log, **shop), log)


def points_of(card: Scorecard) -> dict[str, int | None]:
    return {score.criterion: score.points for score in card.criteria}


def test_answers_are_the_ratings() -> None:
    card = card_of(answered(**GOOD | {"welcome__wait": 45, "help__way": "post"}))
    assert points_of(card) == {
        "welcome.greeted": 1, "welcome.name": 1, "welcome.wait": 1, "help.blocked": 1, "help.way": 1,
    }  # fmt: skip
    # welcome (1 + 1 + 1/2) / 3 at 40, help (1 + 1/2) / 2 at 60
    assert card.percent == pytest.approx(Decimal("78.3333333333"))


def test_a_failed_critical_answer_makes_the_total_zero_and_keeps_what_it_was() -> None:
    card = card_of(answered(**GOOD | {"help__blocked": "no"}))
    assert (card.percent, card.computed_percent) == (Decimal(0), Decimal(70))
    assert card.outcome is Outcome.FAIL


def test_not_applicable_leaves_the_total() -> None:
    card = card_of(answered(**GOOD | {"welcome__wait": "na", "help__way": "post"}))
    assert card.percent == 85  # welcome 2 of 2 at 40, help 1.5 of 2 at 60


def test_what_is_not_answered_waits_for_a_person_and_is_not_rated_by_machine() -> None:
    rubric = build.RUBRIC.replace(
        'question: "Are you greeted?", type: yes_no, rate: manual',
        'question: "Are you greeted?", type: yes_no, indicators: '
        "[{kind: phrase, id: hello, points: 1, any: [good morning]}]",
    )
    given = {name: answer for name, answer in GOOD.items() if name.startswith("help")}
    card = card_of(answered(**given), rubric=rubric)
    assert points_of(card)["welcome.greeted"] is None
    assert card.criteria[0].status is RatingStatus.NEEDS_REVIEW


def test_an_answer_to_a_question_that_is_not_asked_any_more_does_not_count() -> None:
    card = card_of(answered(**GOOD | {"welcome__greeted": "no"}))
    name = card.score_of("welcome.name")
    assert name is not None
    assert name.status is RatingStatus.NOT_APPLICABLE


def test_an_answer_that_is_not_asked_may_be_none_that_there_is() -> None:
    card = card_of(answered(**GOOD | {"welcome__greeted": "no", "welcome__name": "perhaps"}))
    assert points_of(card)["welcome.name"] is None


def test_what_does_not_apply_rests_on_no_words() -> None:
    name = card_of(answered(**GOOD | {"welcome__name": "na"})).score_of("welcome.name")
    assert name is not None
    assert (name.status, name.evidence) == (RatingStatus.NOT_APPLICABLE, ())


def test_a_clock_that_was_set_back_tells_no_time() -> None:
    log = build.log(marks=build.marks(start=0, answered=-20, end=300))
    shop = interaction_of(handed_in(log), log, ()).shop
    assert shop is not None
    assert [name for name, _ in shop.told] == ["Met", "Reference", "Began", "Lasted"]


def test_a_rating_rests_on_the_comment_beside_it_and_else_on_that_of_its_section() -> None:
    log = build.log()
    noted = tuple(
        replace(one, comment="She said: good morning.")
        if one.question == "welcome.greeted"
        else one
        for one in log.observations
    )
    card = card_of(replace(log, observations=noted))
    quotes = {score.criterion: score.evidence[0].quote for score in card.criteria}
    assert quotes["welcome.greeted"] == "She said: good morning."
    assert quotes["welcome.name"] == log.comments["welcome"]


def test_a_number_is_kept_as_it_was_noted() -> None:
    wait = card_of(build.log()).score_of("welcome.wait")
    assert wait is not None
    assert [item.note for item in wait.evidence] == ["noted: 20 seconds"]


def test_quotes_speak_neither_for_nor_against() -> None:
    effects = {item.effect for score in card_of(build.log()).criteria for item in score.evidence}
    assert effects == {0}


def test_the_evaluator_is_the_shopper() -> None:
    card = card_of(build.log(), shopper="tom")
    assert card.provenance.evaluator == "shopper tom"


def test_nothing_is_felt_into_a_shoppers_words() -> None:
    card = card_of(
        build.log(narrative="This was awful, I hated it and I am so angry about it all.")
    )
    assert card.customer_sentiment is None
    assert {score.strength for score in card.criteria} == {None}


@pytest.mark.parametrize(
    ("question", "answer"),
    [("welcome.greeted", "perhaps"), ("help.way", "pigeon"), ("welcome.wait", -5)],
    ids=["no level", "no option", "no range"],
)
def test_an_answer_that_the_rubric_does_not_have_is_told(question: str, answer: Answer) -> None:
    log = build.log(observations=(Observation(question=question, answer=answer),))
    with pytest.raises(UsageError, match=f"shop autumn-1 cannot be scored: {question} has no"):
        card_of(log)


def test_a_rubric_with_a_model_that_was_not_kept_is_scored_all_the_same() -> None:
    rubric = build.RUBRIC.replace("title: Help", "title: Help\n    model: our-own.model.json")
    assert card_of(build.log(), rubric=rubric).percent == 100


@pytest.mark.parametrize(
    ("wanted", "status"),
    [("yes", RatingStatus.RATED), ("no", RatingStatus.NOT_APPLICABLE)],
    ids=["of shops", "of monitored contacts"],
)
def test_a_question_can_be_for_staged_contacts_only(wanted: str, status: RatingStatus) -> None:
    rubric = build.RUBRIC.replace(
        "critical: customer, rate: manual",
        f'applies_when: {{metadata: {{staged: ["{wanted}"]}}}}, rate: manual',
    )
    score = card_of(answered(**GOOD), rubric=rubric).score_of("help.blocked")
    assert score is not None
    assert score.status is status
