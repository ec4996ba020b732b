"""The agent's mood is that of their own sentences, not of those that meet the customer's."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models.agent_mood import agent_mood, own_sentences
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound


def reading(dialogue: str) -> Reading:
    """The reading of a dialogue, with its signals."""
    said = transcript(dialogue)
    return Reading(transcript=said, signals=measure(said))


def mood(dialogue: str) -> float | None:
    """The agent's mood by VADER."""
    read = reading(dialogue)
    return agent_mood(detect(read), read, compound)


@pytest.mark.parametrize(
    "care",
    [
        "I completely understand how frustrating this must be for you.",
        "I'm so sorry to hear that.",
        "I apologize for the inconvenience.",
    ],
)
def test_empathy_and_apologies_are_no_bad_mood_of_the_agents(care: str) -> None:
    """VADER gives -0.49, -0.15 and -0.27."""
    said = f"A: {care} The new lamp is great."
    read = reading(said)
    assert list(own_sentences(detect(read), read)) == ["The new lamp is great."]


def test_an_agent_in_a_bad_mood_is_seen() -> None:
    value = mood("A: I'm so sorry to hear that. I hate this stupid computer.")
    assert value is not None
    assert value < -0.5


def test_the_customers_sentences_do_not_count() -> None:
    read = reading("C: Horrible. Awful.\nA: It is here.")
    assert list(own_sentences(detect(read), read)) == ["It is here."]


def test_an_agent_who_only_apologises_has_no_mood_to_tell() -> None:
    assert mood("A: I apologize for the inconvenience.") is None
