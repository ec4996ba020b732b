"""What models may do in a rubric: a section's strength, an indicator, and a reason to abstain."""

from decimal import Decimal
from typing import Any

import pytest
from builders import criterion, rubric, transcript
from model_builders import model

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

OWN = "models/own.json"
MODELS = {OWN: model(apology=2.0)}
MADE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)


def scored(made: Rubric, dialogue: str, **fields: Any) -> Scorecard:
    words = transcript(dialogue, **fields)
    return score(words, measure(words), made, Channel.CHAT, MADE, models=MODELS)


def with_model(**fields: object) -> Rubric:
    section = {
        "id": "s",
        "title": "S",
        "weight": 1,
        "model": OWN,
        "criteria": [criterion(**fields)],
    }
    return rubric(sections=[section])


def test_a_sections_strength_is_what_its_model_says() -> None:
    (section,) = scored(with_model(), "C: It broke.\nA: Sorry!").sections
    assert section.strength == pytest.approx(0.8808, abs=1e-4)
    assert (section.model, section.confidence) == (OWN, section.strength)


def test_a_model_enters_no_total() -> None:
    assert scored(with_model(), "C: It broke.\nA: Sorry!").percent == 100


def test_a_model_for_another_language_says_nothing() -> None:
    made = with_model().but(language="de")
    (section,) = scored(made, "C: Kaputt.\nA: Sorry!", language="de").sections
    assert (section.model, section.confidence) == ("", None)


def test_where_the_model_is_too_unsure_a_person_must_rate() -> None:
    (found,) = scored(with_model(min_confidence=0.7), "C: It broke.\nA: One moment.").criteria
    assert found.status is RatingStatus.NEEDS_REVIEW
    assert found.reason == f"nothing was found, and {OWN} is only 50 % sure"


NOT_SAID = [{"id": "x", "kind": "phrase", "any": ["never said"], "points": 2}]


def test_a_model_that_is_sure_of_nothing_good_confirms_that_nothing_was_found() -> None:
    made = with_model(min_confidence=0.7, indicators=NOT_SAID)
    cold = {OWN: model(impatience=-4.0)}
    words = transcript("C: It broke.\nA: Calm down.")
    (found,) = score(words, measure(words), made, Channel.CHAT, MADE, models=cold).criteria
    assert (found.status, found.points) == (RatingStatus.RATED, 0)


def test_a_model_that_is_sure_of_the_contrary_confirms_nothing() -> None:
    (found,) = scored(
        with_model(min_confidence=0.7, indicators=NOT_SAID), "C: Hi.\nA: Sorry!"
    ).criteria
    assert found.status is RatingStatus.NEEDS_REVIEW
    assert found.reason == f"nothing was found, but {OWN} finds it 88 % likely"


def test_without_a_model_nobody_confirms_that_nothing_was_found() -> None:
    (found,) = scored(
        rubric(criterion(min_confidence=0.7)), "C: It broke.\nA: One moment."
    ).criteria
    assert found.reason == "nothing was found, and no model can tell"


def test_words_that_are_found_are_rated_however_unsure_the_model_is() -> None:
    made = with_model(min_confidence=0.9)
    (found,) = scored(made, "C: It broke.\nA: Sorry!").criteria
    assert (found.status, found.points) == (RatingStatus.RATED, 2)


LIKELY = {"id": "likely", "kind": "model", "model": OWN, "at_least": 0.8, "points": 2}
UNLIKELY = {"id": "unlikely", "kind": "model", "model": OWN, "at_most": 0.5, "points": -1}


def test_a_likely_find_quotes_the_words_that_weigh_most() -> None:
    made = rubric(criterion(indicators=[LIKELY]))
    (found,) = scored(made, "C: It broke.\nA: Oh, I apologise.").criteria
    (item,) = found.evidence
    assert (item.turn, item.quote, item.effect) == (1, "apologise", Decimal(2))
    assert item.note == f"{OWN} 88 %"


def test_an_unlikely_find_may_rest_on_no_words() -> None:
    made = rubric(criterion(indicators=[UNLIKELY]))
    (found,) = scored(made, "C: It broke.\nA: One moment.").criteria
    assert [(item.quote, item.note) for item in found.evidence] == [("", f"{OWN} 50 %")]


def test_between_the_bounds_nothing_is_found() -> None:
    made = rubric(criterion(indicators=[LIKELY]))
    (found,) = scored(made, "C: It broke.\nA: One moment.").criteria
    assert (found.points, found.evidence) == (0, ())


def test_a_model_that_hears_nothing_cannot_tell() -> None:
    made = rubric(criterion(indicators=[LIKELY]), requires={"agent_turns": 1, "customer_turns": 0})
    (found,) = scored(
        made.but(language="de"), "A: Guten Tag, worum geht es?", language="de"
    ).criteria
    assert found.status is RatingStatus.NEEDS_REVIEW
    assert found.reason == f"{OWN} cannot judge this"


def test_the_customers_sentiment_can_be_a_models() -> None:
    made = rubric(criterion(), customer_sentiment="customer-sentiment-en")
    glad = scored(made, "C: Brilliant, it works now, thank you so much!\nA: Good.")
    angry = scored(made, "C: Third time I call and nobody called me back, useless.\nA: Good.")
    assert glad.customer_sentiment is not None
    assert angry.customer_sentiment is not None
    assert glad.customer_sentiment > 0.5 > angry.customer_sentiment


def test_without_the_customers_words_there_is_no_sentiment() -> None:
    made = rubric(criterion(), customer_sentiment="customer-sentiment-en")
    assert scored(made, "A: Hello?").customer_sentiment is None
