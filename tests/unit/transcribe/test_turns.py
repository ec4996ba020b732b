"""The order in which people spoke."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sounds import segment

from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.transcribe.turns import in_turns

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN


def shown(turns: tuple[Turn, ...]) -> list[str]:
    return [f"{turn.speaker[0].upper()}: {turn.text}" for turn in turns]


def order(agent: dict[float, str], customer: dict[float, str]) -> list[str]:
    """Turns from the moments at which each party starts to say something, 0.3 s a word."""
    return shown(
        in_turns(
            {
                AGENT: [segment(text, start_s) for start_s, text in agent.items()],
                CUSTOMER: [segment(text, start_s) for start_s, text in customer.items()],
            }
        )
    )


def test_parties_take_turns_in_time() -> None:
    assert order({0.0: "Hello there.", 3.0: "Of course."}, {1.0: "Can you help?"}) == [
        "A: Hello there.",
        "C: Can you help?",
        "A: Of course.",
    ]


def test_a_short_pause_does_not_end_a_turn() -> None:
    assert order({0.0: "Let me see.", 2.5: "Here it is."}, {}) == ["A: Let me see. Here it is."]


def test_a_long_pause_does() -> None:
    assert order({0.0: "Let me see.", 9.0: "Here it is."}, {}) == [
        "A: Let me see.",
        "A: Here it is.",
    ]


def test_an_answer_in_a_short_pause_comes_between_question_and_thanks() -> None:
    assert order({0.0: "Your name?", 1.2: "Thank you."}, {0.7: "Bob."}) == [
        "A: Your name?",
        "C: Bob.",
        "A: Thank you.",
    ]


def test_a_mm_hm_leaves_the_sentence_it_falls_into_whole() -> None:
    assert order({0.0: "I will look into", 1.4: "that for you"}, {0.9: "mhm"}) == [
        "A: I will look into that for you",
        "C: mhm",
    ]


def test_an_interruption_that_goes_on_is_a_turn_between() -> None:
    assert order({0.0: "So we could", 2.5: "I see."}, {0.7: "No I want my money back"}) == [
        "A: So we could",
        "C: No I want my money back",
        "A: I see.",
    ]


def test_people_on_one_channel_are_never_put_into_one_mouth() -> None:
    heard = {UNKNOWN: [segment("How are you?", 0.0), segment("Fine.", 1.0)]}
    assert shown(in_turns(heard)) == ["U: How are you?", "U: Fine."]


def test_a_turn_knows_its_times_and_how_sure_it_is() -> None:
    (turn,) = in_turns({AGENT: [segment("Hello there you.", 1.0)]})
    assert (turn.start_s, turn.end_s) == (1.0, 1.9)
    assert turn.confidence == pytest.approx(0.9)


@pytest.mark.parametrize("role", [AGENT, UNKNOWN])
def test_ten_times_as_many_pieces_take_about_ten_times_as_long(role: SpeakerRole) -> None:
    """Pieces 1.1 s apart: a monologue that is joined, or a call in mono whose turns are not."""

    def took_s(count: int) -> float:
        heard = {role: [segment("Hello there.", number * 1.7) for number in range(count)]}
        begun = time.process_time()
        turns = in_turns(heard)
        assert len(turns) == (1 if role is AGENT else count)
        return time.process_time() - begun

    few, many = (min(took_s(count) for _ in range(3)) for count in (1_000, 10_000))
    assert many < 40 * few


starts = st.lists(st.integers(0, 60), max_size=8, unique=True).map(sorted)


@given(starts, starts)
def test_no_word_is_lost_or_said_twice_and_each_party_keeps_its_order(
    agent: list[int], customer: list[int]
) -> None:
    heard = {
        role: [segment(f"{role}-{moment} {role}-{moment}b", moment) for moment in moments]
        for role, moments in ((AGENT, agent), (CUSTOMER, customer))
    }
    turns = in_turns(heard)
    for role, segments in heard.items():
        said = [word for turn in turns if turn.speaker is role for word in turn.words]
        assert said == [word for s in segments for word in s.words]
    assert [turn.start_s for turn in turns] == sorted(turn.start_s or 0.0 for turn in turns)
