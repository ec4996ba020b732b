"""Signals: facts that can be checked by hand."""

import pytest
from builders import transcript

from qa_toolkit.domain.signals import Gap, Response
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I completely understand how frustrating this must be for you.", -0.488),
        ("I'm so sorry to hear that.", -0.151),
        ("I apologize for the inconvenience.", -0.273),
        ("I've been waiting three weeks and nobody called me back.", 0.000),
        ("This is the third time I am calling about the same issue.", 0.000),
        ("Great, another week without internet. Fantastic service.", 0.290),
        ("Not the worst experience.", 0.510),
        ("Please hold", 0.318),
        ("I have a problem with my refund.", -0.402),
        ("No problem", 0.309),
    ],
)
def test_vader_reads_service_language_as_the_field_measured_it(
    sentence: str, expected: float
) -> None:
    """The reason why sentiment assists and never decides."""
    assert compound(sentence) == pytest.approx(expected, abs=0.02)


def test_a_message_of_a_megabyte_is_measured_on_its_beginning() -> None:
    assert compound("good " * 200_000) == compound("good " * 2_000)


def test_only_the_customers_sentiment_is_measured() -> None:
    found = measure(transcript("A: I'm so sorry!\nC: Great\nB: Great\nC: Awful"))
    assert [value is not None for value in found.sentiment] == [False, True, False, True]


def test_silences_lie_between_the_last_word_of_all_and_the_next_turn() -> None:
    call = "[0-10] A: long\n[2-3] C: aside\n[15-16] C: next\n[16-17] A: end"
    assert measure(transcript(call)).gaps == (Gap(after_turn=0, start_s=10.0, end_s=15.0),)


def test_messages_have_no_end_so_a_chat_has_no_silences() -> None:
    assert measure(transcript("[0] C: Hi\n[60] A: Hi")).gaps == ()


def test_who_writes_twice_has_waited_since_the_first_message() -> None:
    chat = "[0] C: Hi\n[50] C: Hello?\n[55] B: Please wait\n[60] A: Hi\n[61] A: I am Dana"
    assert measure(transcript(chat)).agent_responses == (Response(turn=3, waited_s=60.0),)


def test_a_call_is_answered_after_the_customers_last_word() -> None:
    call = "[0-4] C: Hi\n[5-6] A: Hello\n[5.5-8] C: Me again\n[7-9] A: Yes"
    assert [r.waited_s for r in measure(transcript(call)).agent_responses] == [1.0, 0.0]


def test_a_transcript_with_a_turn_without_time_is_not_timed() -> None:
    assert measure(transcript("[0] C: Hi\n[1] A: Hi")).timed
    assert not measure(transcript("[0] C: Hi\nA: Hi")).timed
