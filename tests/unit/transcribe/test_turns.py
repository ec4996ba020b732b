"""The order in which people spoke."""

import numpy as np
import pytest
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st
from sounds import measured, silence, tone, words

from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.transcribe.turns import Voice, in_turns

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN

LEVELS = measured(tone(1), tone(1), tone(1))


def shown(turns: tuple[Turn, ...]) -> list[str]:
    return [f"{turn.speaker[0].upper()}: {turn.text}" for turn in turns]


def voice(role: SpeakerRole, said: dict[float, str], *, channel: int = 0, party: str = "") -> Voice:
    """Somebody who says something from certain moments on, 0.3 s a word."""
    spoken = [words(text, start_s) for start_s, text in said.items()]
    return Voice(role=role, channel=channel, said=spoken, party=party)


def turns(*voices: Voice) -> tuple[Turn, ...]:
    return in_turns(voices, LEVELS)


def order(agent: dict[float, str], customer: dict[float, str]) -> list[str]:
    return shown(turns(voice(AGENT, agent), voice(CUSTOMER, customer, channel=1)))


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
    heard = voice(UNKNOWN, {0.0: "How are you?", 1.0: "Fine."})
    assert shown(turns(heard)) == ["U: How are you?", "U: Fine."]


def test_two_agents_are_two_people() -> None:
    first = voice(AGENT, {0.0: "I put you through."}, party="agent 1")
    second = voice(AGENT, {1.8: "Hello, Dana here."}, channel=2, party="agent 2")
    caller = voice(CUSTOMER, {3.5: "Hi Dana."}, channel=1)
    assert [(turn.party, turn.text) for turn in turns(first, caller, second)] == [
        ("agent 1", "I put you through."),
        ("agent 2", "Hello, Dana here."),
        ("", "Hi Dana."),
    ]


def test_two_voices_on_one_channel_take_turns_like_any() -> None:
    agent = voice(AGENT, {0.0: "Your name?", 1.2: "Thank you."})
    assert shown(turns(agent, voice(CUSTOMER, {0.7: "Bob."}))) == [
        "A: Your name?",
        "C: Bob.",
        "A: Thank you.",
    ]


def test_a_turn_knows_its_times_and_how_sure_it_is() -> None:
    (turn,) = turns(voice(AGENT, {1.0: "Hello there you."}))
    assert (turn.start_s, turn.end_s) == (1.0, 1.9)
    assert turn.confidence == pytest.approx(0.9)


def test_a_turn_is_as_loud_as_its_channel_was_then() -> None:
    levels = measured(
        np.concatenate([tone(2), tone(2, level=0.03)]), np.concatenate([silence(2), tone(2)])
    )
    agent = voice(AGENT, {0.0: "Good morning to you all.", 3.0: "Bye."})
    heard = in_turns([agent, voice(CUSTOMER, {2.2: "Hi."}, channel=1)], levels)
    assert [turn.loudness_db for turn in heard] == [-13.5, -13.5, -33.5]


def test_nobody_says_nothing() -> None:
    assert turns() == turns(voice(AGENT, {})) == ()


@pytest.mark.parametrize("role", [AGENT, UNKNOWN])
def test_ten_times_as_many_pieces_take_about_ten_times_as_long(role: SpeakerRole) -> None:
    """Pieces 1.1 s apart: a monologue that is joined, or a call in mono whose turns are not."""

    def pieces(count: int) -> None:
        heard = voice(role, {number * 1.7: "Hello there." for number in range(count)})
        assert len(turns(heard)) == (1 if role is AGENT else count)

    assert_in_proportion(pieces, 1_000, 10_000)


starts = st.lists(st.integers(0, 60), max_size=8, unique=True).map(sorted)


@given(starts, starts, starts)
def test_no_word_is_lost_or_said_twice_and_everybody_keeps_their_order(
    first: list[int], second: list[int], caller: list[int]
) -> None:
    said_at = {"agent 1": first, "agent 2": second, "": caller}
    voices = [
        voice(
            AGENT if party else CUSTOMER,
            {moment: f"{party}-{moment} {moment}b" for moment in moments},
            channel=channel % 2,
            party=party,
        )
        for channel, (party, moments) in enumerate(said_at.items())
    ]
    found = turns(*voices)
    for known in voices:
        said = [word for turn in found if turn.party == known.party for word in turn.words]
        assert said == [word for piece in known.said for word in piece]
    assert [turn.start_s for turn in found] == sorted(turn.start_s or 0.0 for turn in found)
