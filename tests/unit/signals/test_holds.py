"""Holds, waits and what remains as silence."""

import pytest
from builders import transcript

from qa_toolkit.domain.signals import Gap, Hold, Signals, Wait
from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole
from qa_toolkit.signals import measure

CALL = "[5-8] A: One moment please.\n[9-10] C: Sure.\n[70-72] A: Thank you for waiting."
ROLES = (SpeakerRole.AGENT, SpeakerRole.CUSTOMER)


def heard(dialogue: str, *sounds: str) -> Signals:
    """Signals of a call with sounds such as `music 10-40`, on the first channel or `1 music …`."""
    found = []
    for sound in sounds:
        *channel, kind, span = sound.split()
        start_s, end_s = span.split("-")
        found.append(
            Sound(
                kind=SoundKind(kind),
                channel=int(channel[0]) if channel else 0,
                start_s=float(start_s),
                end_s=float(end_s),
            )
        )
    outline = Waveform(per_s=1.0, peaks=("", ""))
    audio = Audio(roles=ROLES, sounds=tuple(found), waveform=outline)
    return measure(transcript(dialogue, audio=audio))


def spans(signals: Signals) -> list[tuple[float, float]]:
    return [(hold.start_s, hold.end_s) for hold in signals.holds]


def test_music_while_nobody_speaks_is_a_hold() -> None:
    assert heard(CALL, "music 12-69").holds == (Hold(after_turn=1, start_s=12.0, end_s=69.0),)


@pytest.mark.parametrize(
    ("sounds", "expected"),
    [
        pytest.param(["music 12-14.9"], [], id="less than three seconds"),
        pytest.param(["noise 10-70"], [], id="noise"),
        pytest.param(["silence 10-70"], [], id="silence"),
        pytest.param(["keys 12-20"], [], id="keys"),
        pytest.param(["ringing 12-40"], [(12, 40)], id="ringing while put through"),
        pytest.param(["music 12-30", "music 34-60"], [(12, 60)], id="joined over a short silence"),
        pytest.param(["music 12-30", "music 40-60"], [(12, 30), (40, 60)], id="two holds"),
        pytest.param(["music 12-40", "ringing 41-60"], [(12, 60)], id="music, then ringing"),
        pytest.param(["1 music 30-60", "music 12-40"], [(12, 60)], id="on either channel"),
        pytest.param(["music 2-71"], [(10, 70)], id="under the words, too"),
    ],
)
def test_a_hold_is_what_is_heard_between_the_words(
    sounds: list[str], expected: list[tuple[float, float]]
) -> None:
    assert spans(heard(CALL, *sounds)) == expected


def test_words_in_the_music_make_it_two_holds() -> None:
    call = f"{CALL}\n[40-41] A: Still with you."
    assert spans(heard(call, "music 12-69")) == [(12, 40), (41, 69)]


def test_what_rings_before_the_first_word_is_waiting_and_no_hold() -> None:
    found = heard(CALL, "ringing 0-4.5")
    assert (found.holds, found.waits) == ((), (Wait(start_s=0.0, end_s=4.5),))


def test_a_recording_of_nothing_but_music_was_never_answered() -> None:
    found = heard("", "music 0-60")
    assert (found.holds, [wait.length_s for wait in found.waits]) == ((), [60.0])
    assert found.dead_air_s is None


def test_a_hold_that_nobody_comes_back_from_is_a_hold() -> None:
    assert heard(CALL, "music 80-200").holds == (Hold(after_turn=2, start_s=80.0, end_s=200.0),)


def test_the_tones_after_hanging_up_are_no_hold() -> None:
    assert heard(CALL, "ringing 73-80").holds == ()


def test_dead_air_is_what_the_holds_leave_of_the_silences() -> None:
    """Nobody speaks for 60 s: 4 s before the music and 1 s after it, which is too short to count."""
    found = heard(CALL, "music 14-69")
    assert found.silences[-2:] == (
        Gap(after_turn=1, start_s=10.0, end_s=14.0),
        Gap(after_turn=1, start_s=69.0, end_s=70.0),
    )
    assert found.dead_air_s == 4.0


def test_without_music_the_whole_silence_is_dead_air() -> None:
    assert heard(CALL, "silence 10-70").dead_air_s == 60.0


def test_a_silence_of_less_than_two_seconds_is_no_dead_air() -> None:
    call = "[0-1] A: Yes?\n[2.9-4] C: Hello.\n[6-7] A: Hello."
    assert measure(transcript(call)).dead_air_s == 2.0


def test_a_chat_has_neither_holds_nor_dead_air() -> None:
    chat = measure(transcript("[0] C: Hi\n[600] A: Hi"))
    assert (chat.holds, chat.waits, chat.dead_air_s, chat.talk_over_s) == ((), (), None, None)
