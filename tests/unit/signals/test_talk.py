"""Who speaks how much, and at once; by the times of the words where they are known."""

import pytest
from builders import transcript

from qa_toolkit.domain.signals import Gap, Signals, Talk
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn, Word
from qa_toolkit.signals import measure

LONG = "The engineer comes on Monday between eight and ten then"


def spoken(
    speaker: SpeakerRole, *words: tuple[str, float, float], party: str = "", db: float | None = None
) -> Turn:
    said = tuple(Word(text=t, start_s=s, end_s=e, probability=0.9) for t, s, e in words)
    return Turn(
        speaker=speaker,
        text=" ".join(word.text for word in said),
        start_s=said[0].start_s,
        end_s=said[-1].end_s,
        words=said,
        party=party,
        loudness_db=db,
    )


def signals(*turns: Turn) -> Signals:
    return measure(Transcript(interaction_id="i", turns=turns))


def agent(*words: tuple[str, float, float]) -> Turn:
    return spoken(SpeakerRole.AGENT, *words)


def customer(*words: tuple[str, float, float]) -> Turn:
    return spoken(SpeakerRole.CUSTOMER, *words)


def test_shares_words_and_pace_of_each_party() -> None:
    found = measure(transcript(f"[0-6] A: {LONG}\n[6-8] C: Fine by me"))
    assert found.talk == (
        Talk(
            speaker=SpeakerRole.AGENT,
            party="",
            speaking_s=6.0,
            words=10,
            share=0.75,
            words_per_minute=100.0,
            loudness_db=None,
        ),
        Talk(
            speaker=SpeakerRole.CUSTOMER,
            party="",
            speaking_s=2.0,
            words=3,
            share=0.25,
            words_per_minute=None,
            loudness_db=None,
        ),
    )


def test_a_pause_within_a_turn_is_no_speaking() -> None:
    found = signals(agent(("So", 0, 1), ("then", 1.4, 2), ("Monday", 12, 13)))
    assert found.talk[0].speaking_s == 3.0


def test_a_pause_within_a_turn_is_a_gap() -> None:
    found = signals(agent(("So", 0, 1), ("then", 1.4, 2), ("Monday", 12, 13)))
    assert found.gaps == (Gap(after_turn=0, start_s=2.0, end_s=12.0),)
    assert found.dead_air_s == 10.0


def test_several_agents_are_counted_one_by_one() -> None:
    found = signals(
        spoken(SpeakerRole.AGENT, ("Hello", 0, 1), party="agent 1"),
        spoken(SpeakerRole.AGENT, ("Hi", 2, 5), party="agent 2"),
        spoken(SpeakerRole.AGENT, ("Bye", 6, 6.5), party="agent 1"),
    )
    assert [(t.party, t.words, t.speaking_s) for t in found.talk] == [
        ("agent 1", 2, 1.5),
        ("agent 2", 1, 3.0),
    ]


def test_loudness_is_the_mean_power_while_speaking() -> None:
    found = signals(
        spoken(SpeakerRole.AGENT, ("one", 0, 1), db=-20.0),
        spoken(SpeakerRole.AGENT, ("two", 5, 6), db=-30.0),
        spoken(SpeakerRole.AGENT, ("unmeasured", 9, 10)),
    )
    assert found.talk[0].loudness_db == pytest.approx(-22.6, abs=0.01)


def test_an_aside_within_a_long_turn_is_measured_by_the_words() -> None:
    """By the bounds of the turns it would be two seconds; the agent pauses for one of them."""
    found = signals(
        agent(("It", 0, 1), ("comes", 1, 3), ("on", 4, 5), ("Monday", 5, 6)),
        customer(("mm-hm", 2.5, 4.5)),
    )
    assert [(o.turn, o.start_s, o.both_s) for o in found.overlaps] == [(1, 2.5, 0.5), (0, 4.0, 0.5)]
    assert found.talk_over_s == 1.0


def test_an_aside_in_a_pause_is_no_talk_over() -> None:
    found = signals(
        agent(("It", 0, 1), ("comes", 1, 2), ("Monday", 4, 5)), customer(("mm-hm", 2.5, 3.5))
    )
    assert (found.overlaps, found.talk_over_s) == ((), 0.0)


def test_without_words_the_bounds_of_the_turns_count() -> None:
    found = measure(transcript("[0-10] A: a long story\n[8-9] C: but\n[9.5-12] C: no"))
    assert [(o.turn, o.both_s) for o in found.overlaps] == [(1, 1.0), (2, 0.5)]


def test_a_turn_that_ends_before_it_starts_takes_no_time() -> None:
    found = measure(transcript("[5-3] A: odd\n[8-9] C: hello"))
    assert [talk.speaking_s for talk in found.talk] == [0.0, 1.0]
    assert found.gaps == (Gap(after_turn=0, start_s=5.0, end_s=8.0),)


def test_a_chat_has_no_talk() -> None:
    assert measure(transcript("[0] C: Hi\n[60] A: Hi")).talk == ()
