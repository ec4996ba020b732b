"""Whose voice is on which channel: as told, as usual, or as the words tell."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from sounds import segment

from qa_toolkit.domain.transcript import SpeakerRole, Word
from qa_toolkit.transcribe import voices
from qa_toolkit.transcribe.channels import ONE_CHANNEL, Casting
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.speakers import Voices
from qa_toolkit.transcribe.voices import (
    AGENT_IS_LEFT,
    TOLD_BY_VOICE,
    Cast,
    by_sound,
    on_channels,
)

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN
GREETING = segment("Thank you for calling Northwind, how can I help you?", 0.0)
WISH = segment("Hi, I'm calling because my parcel never came.", 4.0)
NEUTRAL = segment("It is a nice day.", 0.0), segment("Yes, it is.", 3.0)
LEFT = {0: AGENT, 1: CUSTOMER}


def told(
    roles: Mapping[int, SpeakerRole] = LEFT, *, sure: bool = False, doubt: str = ""
) -> Casting:
    return Casting(roles=roles, sure=sure, doubt=doubt)


def on(*channels: Segment, casting: Casting | None = None, english: bool = True) -> Cast:
    segments = {channel: [said] for channel, said in enumerate(channels)}
    return on_channels(segments, casting or told(), english=english)


def test_a_greeting_on_the_left_makes_the_convention_surer() -> None:
    cast = on(GREETING, WISH)
    assert (cast.roles, cast.doubt, cast.remarks) == (LEFT, "", ())
    assert cast.confidence is not None
    assert cast.confidence > 0.95


def test_a_greeting_on_the_right_changes_sides_and_says_so() -> None:
    cast = on(WISH, GREETING)
    assert cast.roles == {0: CUSTOMER, 1: AGENT}
    assert [voice.role for voice in cast.voices] == [CUSTOMER, AGENT]
    assert cast.remarks == ("the agent is taken to be on the right audio channel, by what is said",)


@pytest.mark.parametrize("english", [True, False], ids=["nothing typical", "another language"])
def test_where_words_tell_nothing_the_convention_stands_as_likely_as_it_is(english: bool) -> None:  # noqa: FBT001
    cast = on(*NEUTRAL, english=english)
    assert (cast.roles, cast.confidence, cast.doubt) == (LEFT, AGENT_IS_LEFT, "")


def test_words_in_another_language_never_change_sides() -> None:
    assert on(WISH, GREETING, english=False).roles == LEFT


@pytest.mark.parametrize(
    ("said", "likely_left", "swapped"),
    [(0, 0.9, False), (1, 0.6, False), (1, 0.8, False), (1, 0.95, True), (1, 0.99, True)],
)
def test_usage_and_words_are_weighed_against_each_other(
    monkeypatch: pytest.MonkeyPatch,
    said: int,
    likely_left: float,
    swapped: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(voices, "agent_of", lambda _: (said, likely_left))
    cast = on(*NEUTRAL)
    odds = 9 * (likely_left / (1 - likely_left)) ** (1 if said == 0 else -1)
    left = odds / (1 + odds)
    assert (cast.roles == LEFT) is not swapped
    assert cast.confidence == pytest.approx(min(0.99, max(left, 1 - left)), abs=0.0051)


@pytest.mark.parametrize(
    ("sure", "doubtful"), [(0.9, True), (0.7, True), (0.6, False), (0.99, False)]
)
def test_roles_that_may_as_well_be_the_others_are_doubtful(
    monkeypatch: pytest.MonkeyPatch,
    sure: float,
    doubtful: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(voices, "agent_of", lambda _: (1, sure))
    assert bool(on(*NEUTRAL).doubt) is doubtful


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("sure", [0.999, 1.0])
def test_roles_that_were_estimated_never_look_told(
    monkeypatch: pytest.MonkeyPatch, which: int, sure: float
) -> None:
    """A long call full of typical phrases: the logistic function rounds to 1."""
    monkeypatch.setattr(voices, "agent_of", lambda _: (which, sure))
    assert on(*NEUTRAL).confidence == 0.99


def test_what_the_user_says_of_sides_is_only_remarked_upon() -> None:
    cast = on(WISH, GREETING, casting=told(sure=True))
    assert (cast.roles, cast.confidence, cast.doubt) == (LEFT, None, "")
    assert cast.remarks == ("what is said sounds as if agent and customer were swapped",)


def test_a_little_evidence_is_not_held_against_the_user() -> None:
    cast = on(segment("My order, yes.", 0.0), segment("For you.", 2.0), casting=told(sure=True))
    assert cast.remarks == ()


def test_with_speech_on_one_side_only_the_words_still_tell() -> None:
    cast = on_channels({0: [], 1: [GREETING]}, told(), english=True)
    assert cast.roles == {0: CUSTOMER, 1: AGENT}


def test_without_words_nothing_is_said_about_roles() -> None:
    cast = on_channels({0: [], 1: []}, told(), english=True)
    assert (cast.confidence, cast.doubt, cast.remarks) == (None, "", ())


def test_several_agents_are_told_apart() -> None:
    cast = on(
        GREETING, WISH, NEUTRAL[0], casting=told({0: AGENT, 1: CUSTOMER, 2: AGENT}, sure=True)
    )
    assert [voice.party for voice in cast.voices] == ["agent 1", "", "agent 2"]


def test_people_nobody_told_apart_are_not_numbered() -> None:
    casting = told({0: UNKNOWN, 1: UNKNOWN, 2: UNKNOWN}, doubt="3 audio channels")
    cast = on(GREETING, WISH, NEUTRAL[0], casting=casting)
    assert {voice.party for voice in cast.voices} == {""}
    assert cast.doubt == "3 audio channels"


# two voices on one channel

MONO = told({0: UNKNOWN}, sure=True, doubt=ONE_CHANNEL)


def told_apart(
    monkeypatch: pytest.MonkeyPatch,
    labels: Sequence[int],
    confidence: float,
    *,
    alone: bool = False,
) -> Cast:
    def separate(_: object, words: Sequence[Word]) -> Voices:
        assert len(words) == len(labels)
        return Voices(labels=tuple(labels), confidence=confidence, alone=alone)

    monkeypatch.setattr(voices, "separate", separate)
    return by_sound([GREETING, WISH], MONO, 0, lambda: [np.zeros(10, np.int16)])


def test_two_voices_on_one_channel_get_roles_and_the_estimate_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = told_apart(monkeypatch, [0] * 10 + [1] * 8, 0.98)
    assert {v.role: [len(words) for words in v.said] for v in cast.voices} == {
        AGENT: [10],
        CUSTOMER: [8],
    }
    assert (cast.doubt, cast.confidence) == ("", 0.98)
    assert cast.remarks == (TOLD_BY_VOICE,)


def test_roles_told_by_voices_never_look_told_by_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "roles_of", lambda *_: ({0: AGENT, 1: CUSTOMER}, 0.9999))
    assert told_apart(monkeypatch, [0] * 10 + [1] * 8, 1.0).confidence == 0.99


def test_what_a_voice_says_between_anothers_words_is_a_piece_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = told_apart(monkeypatch, [0] * 9 + [1] * 5 + [0] * 4, 0.98)
    assert [len(words) for v in cast.voices if v.role is AGENT for words in v.said] == [9, 4]


@pytest.mark.parametrize(
    ("labels", "confidence", "alone", "why"),
    [
        ([0] * 18, 0.3, True, "one voice only"),
        ([0] * 10 + [1] * 8, 0.55, False, "55% sure"),
    ],
    ids=["one voice", "not sure enough"],
)
def test_voices_that_cannot_be_told_apart_stay_unknown(
    monkeypatch: pytest.MonkeyPatch,
    labels: list[int],
    confidence: float,
    alone: bool,  # noqa: FBT001
    why: str,
) -> None:
    cast = told_apart(monkeypatch, labels, confidence, alone=alone)
    assert [voice.role for voice in cast.voices] == [UNKNOWN]
    assert cast.doubt == f"{ONE_CHANNEL} (told by their voices: {why})"
    assert cast.confidence is None
