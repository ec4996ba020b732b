"""A model is a sum that can be read, and a probability."""

import math

import pytest
from builders import transcript
from model_builders import model

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models import Feature, Model, contributions, predict
from qa_toolkit.scoring.models.features import spans_of, values, word_values
from qa_toolkit.scoring.models.measures import MEASURES
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure


def reading(dialogue: str) -> Reading:
    words = transcript(dialogue)
    return Reading(transcript=words, signals=measure(words))


def test_the_first_find_adds_its_weight_and_each_further_one_half_of_the_last() -> None:
    said = predict(model(apology=2.0), reading("A: Sorry. I apologise. Sorry again."))
    assert said is not None
    assert said.probability == pytest.approx(1 / (1 + math.exp(-2 * 1.75)))


def test_nothing_found_leaves_it_where_it_starts() -> None:
    said = predict(model(apology=2.0), reading("A: The shop opens at nine."))
    assert said is not None
    assert (said.probability, said.confidence) == (0.5, 0.5)


def test_without_words_of_its_speaker_a_model_says_nothing() -> None:
    assert predict(model(apology=2.0), reading("C: Sorry to bother you.")) is None


def test_means_scales_and_calibration_are_all_in_the_log_odds() -> None:
    made = Model(
        name="m",
        version="1.0.0",
        predicts="x",
        language="en",
        speaker=SpeakerRole.AGENT,
        features=(Feature(name="apology", mean=0.5, scale=2.0, weight=3.0),),
        intercept=0.25,
        slope=2.0,
        offset=-1.0,
    )
    by_hand = 2.0 * (0.25 + 3.0 * (1.0 - 0.5) / 2.0) - 1.0
    assert made.log_odds({"apology": 1.0}) == pytest.approx(by_hand)


def test_contributions_add_up_to_the_log_odds() -> None:
    words = reading("C: It broke.\nA: Hello, I'm sorry. Thanks for waiting.\nA: Sorry!")
    made = Model(
        name="m",
        version="1.0.0",
        predicts="x",
        language="en",
        speaker=SpeakerRole.AGENT,
        features=(
            Feature(name="apology", mean=0.1, scale=0.5, weight=0.7),
            Feature(name="thanks", mean=0.2, scale=0.3, weight=0.4),
            Feature(name="#agent_words", mean=2.0, scale=0.8, weight=-0.3),
        ),
        intercept=0.2,
    )
    finds = detect(words)
    said = predict(made, words, finds)
    assert said is not None
    total = made.start + sum(item.amount for item in contributions(made, words, finds))
    assert 1 / (1 + math.exp(-total)) == pytest.approx(said.probability)


def test_the_strongest_words_are_those_of_the_largest_amount() -> None:
    said = predict(model(apology=1.0, thanks=2.0), reading("A: Sorry, and thanks."))
    assert said is not None
    span = said.strongest(for_it=True)
    assert span is not None
    assert (span.start, span.end) == (11, 17)


@pytest.mark.parametrize(
    ("feature", "turns"),
    [
        ("apology", [1, 3, 5]),
        ("apology@first", [1]),
        ("apology@last", [5]),
        ("apology@end", [5]),
    ],
)
def test_a_place_limits_what_counts(feature: str, turns: list[int]) -> None:
    words = reading(
        "C: Hi\nA: Sorry for the wait.\nC: Fine\nA: Sorry, one moment.\nC: Fine\nA: Sorry again."
    )
    spans = spans_of(feature, detect(words), words)
    assert [span.turn for span in spans] == turns


def test_an_answer_to_distress_comes_within_two_agent_turns() -> None:
    words = reading("C: I am so frustrated.\nA: One moment.\nA: Sorry about that.\nA: Sorry!")
    spans = spans_of("apology@answer", detect(words), words)
    assert [span.turn for span in spans] == [2]


def test_words_count_by_the_share_of_turns_that_hold_them() -> None:
    said = word_values(SpeakerRole.AGENT, reading("A: Could you wait?\nC: Could I?\nA: Wait."))
    assert (said["w:could you"], said["w:wait"]) == (0.5, 1.0)
    assert "w:could i" not in said


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_of_nothing_is_a_number(name: str) -> None:
    empty = Reading(transcript=transcript(""), signals=measure(transcript("")))
    found = values((f"#{name}",), {}, empty)
    assert all(math.isfinite(value) for value in found.values())
