"""One rude turn among many polite ones is shown, whatever the level of the whole."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models import predict, shipped
from qa_toolkit.scoring.models.worst_turn import JudgedTurn, judged_turns, worst_turn
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

POLITE = "C: And the lamp?\nA: Thank you for asking, could you please give me the number?\n"
RUDE = "C: And the lamp?\nA: Like I already said, that is your own fault.\n"


def reading(dialogue: str) -> Reading:
    """The reading of a dialogue, with its signals."""
    said = transcript(dialogue)
    return Reading(transcript=said, signals=measure(said))


def worst(dialogue: str) -> JudgedTurn | None:
    """The worst turn by the politeness that ships."""
    read = reading(dialogue)
    return worst_turn(shipped("politeness-en"), read, detect(read))


def test_one_rude_turn_in_twenty_is_the_worst_turn() -> None:
    found = worst(POLITE * 12 + RUDE + POLITE * 7)
    assert found is not None
    assert found.turn == 25


def test_the_worst_turn_names_the_words_that_make_it_so() -> None:
    found = worst(POLITE + RUDE)
    assert found is not None
    places = {(item.feature, span.turn) for item in found.against for span in item.spans}
    assert places >= {("impatience", 3), ("blame", 3)}


def test_twenty_polite_turns_are_a_polite_chat_without_a_worst_turn() -> None:
    predicted = predict(shipped("politeness-en"), reading(POLITE * 20))
    assert predicted is not None
    assert predicted.probability > 0.9
    assert worst(POLITE * 20) is None


@pytest.mark.parametrize(
    "plain", ["What is your order number?", "Order number.", "You must enter it twice.", "4471"]
)
def test_a_plain_turn_is_no_rude_turn(plain: str) -> None:
    assert worst(f"A: {plain}") is None


@pytest.mark.parametrize(
    "rude",
    [
        "Calm down.",
        "I don't have time for this.",
        "Why did you not read the manual?",
        "Are you serious? Did you even try it?",
        "Nonsense. You are wrong.",
    ],
)
def test_a_rude_turn_is_clearly_low(rude: str) -> None:
    assert worst(f"A: {rude}") is not None


def test_the_customers_rudeness_is_not_the_agents() -> None:
    assert worst("C: You idiot, shut up.\nA: Thank you for telling me.") is None


def test_every_agent_turn_is_judged_by_itself() -> None:
    read = reading("A: Calm down.\nC: No.\nA: Thank you so much.")
    judged = list(judged_turns(shipped("politeness-en"), read, detect(read)))
    assert [known.turn for known in judged] == [0, 2]
    assert judged[0].probability < judged[1].probability


def test_without_agent_turns_there_is_no_worst_turn() -> None:
    assert worst("C: Shut up.") is None
