"""What stands between the turns."""

import pytest
from builders import transcript

from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole
from qa_toolkit.domain.wording import minutes
from qa_toolkit.drawing.events import Event, events
from qa_toolkit.drawing.lines import TurnLine, lines
from qa_toolkit.drawing.low import low_spans
from qa_toolkit.drawing.words import length
from qa_toolkit.signals import measure


def heard(*sounds: tuple[str, int, float, float]) -> Audio:
    return Audio(
        roles=(SpeakerRole.AGENT, SpeakerRole.CUSTOMER),
        sounds=tuple(
            Sound(kind=SoundKind(kind), channel=channel, start_s=start, end_s=end)
            for kind, channel, start, end in sounds
        ),
        waveform=Waveform(per_s=1, peaks=()),
    )


def happens(dialogue: str, audio: Audio | None = None) -> list[tuple[str, float, float]]:
    said = transcript(dialogue, audio=audio)
    found = events(said, measure(said))
    return [(event.kind.value, event.start_s, event.end_s) for event in found]


def test_long_silences_and_talk_over_are_told_short_ones_are_how_people_talk() -> None:
    assert happens("[0-10] A: a\n[8-12] C: b\n[11.8-13] A: c\n[16-17] C: d\n[30-31] A: e") == [
        ("talk-over", 8.0, 10.0),
        ("silence", 17.0, 30.0),
    ]


def test_holds_are_told_by_what_is_heard_and_are_no_silence() -> None:
    audio = heard(
        ("music", 0, 5, 20), ("music", 1, 5.2, 20.4), ("music", 0, 21, 30), ("ringing", 1, 41, 50),
    )  # fmt: skip
    assert happens("[0-5] A: a\n[31-40] A: b\n[51-52] C: c", audio) == [
        ("hold music", 5, 30),
        ("on hold, ringing", 41, 50),
    ]


def test_what_is_heard_before_the_first_word_is_no_hold() -> None:
    audio = heard(("ringing", 0, 0, 6), ("music", 0, 13, 30))
    assert happens("[31-40] A: a", audio) == [
        ("ringing before the call is answered", 0, 6),
        ("music before the call is answered", 13, 30),
    ]


def test_keys_pressed_one_after_the_other_are_one_event() -> None:
    audio = heard(("keys", 1, 6, 6.2), ("keys", 0, 6.5, 6.7), ("keys", 1, 9, 9.2))
    assert happens("[0-5] A: a\n[9.5-12] A: b", audio) == [
        ("telephone keys", 6, 6.7),
        ("telephone keys", 9, 9.2),
    ]


def test_events_stand_before_the_turn_that_follows_them() -> None:
    said = transcript("[0-1] A: a\n[20-21] C: b\n[20.2-22] A: c")
    shown = [
        line.turn.text if isinstance(line, TurnLine) else line.kind.value
        for line in lines(said, measure(said))
    ]
    assert shown == ["a", "silence", "b", "talk-over", "c"]


def test_a_written_contact_has_no_events() -> None:
    said = transcript("[0] C: a\n[600] A: b")
    shown = list(lines(said, measure(said)))
    assert not [line for line in shown if isinstance(line, Event)]


def test_doubtful_words_are_found_in_their_order() -> None:
    from spoken import with_words

    turn = with_words(transcript("[0-4] A: no no lorry no").turns[0], frozenset(("lorry", "no")))
    spans = list(low_spans("no no lorry no", turn.words[1:]))
    assert spans == [(0, 2), (6, 11), (12, 14)]


def test_a_word_that_the_text_does_not_hold_is_passed_over() -> None:
    from spoken import with_words

    turn = with_words(transcript("[0-4] A: one too three").turns[0], frozenset(("too", "three")))
    assert list(low_spans("one two three", turn.words)) == [(8, 13)]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.84, "0.8 s"), (9.96, "10 s"), (59.4, "59 s"), (59.6, "1 min"), (200, "3 min 20 s")],
)
def test_lengths_in_words(seconds: float, shown: str) -> None:
    assert length(seconds) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(7.9, "0:07"), (754, "12:34"), (3723, "1:02:03")])
def test_times_in_words(seconds: float, shown: str) -> None:
    assert minutes(seconds) == shown
