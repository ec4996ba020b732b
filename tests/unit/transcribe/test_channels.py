"""Who speaks on which audio channel."""

import numpy as np
import pytest
from sounds import Sound, measured, segment, silence, tone

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.transcribe.channels import (
    EMPTY_CHANNEL,
    NOT_TOLD,
    ONE_CHANNEL,
    SAME_CHANNELS,
    SAME_ROLES,
    Casting,
    cast,
    runs,
    swapped,
    without_leaks,
)
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.segment import Segment

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN
SYSTEM = SpeakerRole.SYSTEM
ONE, TWO, THREE = tone(2.0), tone(2.0, hertz=300), tone(2.0, hertz=700)
SILENT = silence(2.0)


@pytest.mark.parametrize(
    ("side", "roles", "sure"),
    [
        (None, {0: AGENT, 1: CUSTOMER}, False),
        (AudioSide.LEFT, {0: AGENT, 1: CUSTOMER}, True),
        (AudioSide.RIGHT, {1: AGENT, 0: CUSTOMER}, True),
    ],
    ids=["not told", "agent left", "agent right"],
)
def test_in_stereo_each_channel_is_one_party(
    side: AudioSide | None,
    roles: dict[int, SpeakerRole],
    sure: bool,  # noqa: FBT001
) -> None:
    casting = cast(measured(ONE, TWO), TranscribeOptions(agent_side=side))
    assert casting == Casting(roles=roles, sure=sure)


@pytest.mark.parametrize(
    ("channels", "roles", "doubt"),
    [
        ((ONE,), {0: UNKNOWN}, ONE_CHANNEL),
        ((ONE, ONE), {0: UNKNOWN}, SAME_CHANNELS),
        ((ONE // 4, ONE), {1: UNKNOWN}, SAME_CHANNELS),
        ((ONE, -ONE), {0: UNKNOWN}, SAME_CHANNELS),
        ((SILENT, TWO), {1: UNKNOWN}, EMPTY_CHANNEL),
        ((SILENT, SILENT), {}, ""),
        ((ONE, ONE, SILENT), {0: UNKNOWN}, SAME_CHANNELS),
        (
            (ONE, TWO, THREE),
            dict.fromkeys((0, 1, 2), UNKNOWN),
            "3 audio channels: say whose each is with transcribe.channels",
        ),
    ],
    ids=[
        "mono",
        "same twice",
        "same but softer",
        "same inverted",
        "left empty",
        "both empty",
        "same twice and an empty one",
        "three voices",
    ],
)
@pytest.mark.parametrize("side", [None, AudioSide.LEFT], ids=["side not told", "side told"])
def test_without_two_voices_nobody_is_taken_for_the_agent(
    channels: tuple[Sound, ...], roles: dict[int, SpeakerRole], doubt: str, side: AudioSide | None
) -> None:
    casting = cast(measured(*channels), TranscribeOptions(agent_side=side))
    assert (casting.roles, casting.doubt) == (roles, doubt)


@pytest.mark.parametrize(
    ("channels", "roles"),
    [
        ((ONE, TWO, SILENT), {0: AGENT, 1: CUSTOMER}),
        ((ONE, SILENT, TWO), {0: AGENT, 2: CUSTOMER}),
        ((ONE, TWO, ONE), {0: AGENT, 1: CUSTOMER}),
        ((ONE, TWO, TWO // 2, SILENT), {0: AGENT, 1: CUSTOMER}),
    ],
    ids=["silent third", "silent second", "copied first", "four"],
)
def test_two_voices_among_more_channels_are_a_stereo_call(
    channels: tuple[Sound, ...], roles: dict[int, SpeakerRole]
) -> None:
    assert cast(measured(*channels), TranscribeOptions()).roles == roles


@pytest.mark.parametrize(
    ("channels", "told", "roles", "doubt"),
    [
        ((ONE, TWO), (CUSTOMER, AGENT), {0: CUSTOMER, 1: AGENT}, ""),
        ((ONE,), (AGENT,), {0: AGENT}, ""),
        ((ONE,), (UNKNOWN,), {0: UNKNOWN}, NOT_TOLD),
        (
            (ONE, TWO, THREE),
            (AGENT, CUSTOMER, AGENT),
            {0: AGENT, 1: CUSTOMER, 2: AGENT},
            "",
        ),
        ((ONE, TWO, SILENT), (AGENT, CUSTOMER, SYSTEM), {0: AGENT, 1: CUSTOMER}, ""),
        ((ONE, TWO, SILENT), (AGENT, CUSTOMER, AGENT), {0: AGENT, 1: CUSTOMER}, ""),
        (
            (SILENT, TWO),
            (AGENT, CUSTOMER),
            {1: CUSTOMER},
            "the agent's audio channel carries no sound",
        ),
        (
            (ONE, SILENT),
            (AGENT, CUSTOMER),
            {0: AGENT},
            "the customer's audio channel carries no sound",
        ),
        ((SILENT, SILENT), (AGENT, CUSTOMER), {}, ""),
        ((ONE, ONE), (AGENT, CUSTOMER), {0: UNKNOWN}, SAME_CHANNELS),
        ((ONE, TWO, TWO), (AGENT, CUSTOMER, SYSTEM), {0: UNKNOWN, 1: UNKNOWN}, SAME_ROLES),
        ((ONE, TWO, TWO), (AGENT, CUSTOMER, CUSTOMER), {0: AGENT, 1: CUSTOMER}, ""),
        (
            (ONE,),
            (AGENT, CUSTOMER),
            {0: UNKNOWN},
            "2 audio channels are told of, the recording has 1",
        ),
        (
            (ONE, TWO, TWO),
            (AGENT, CUSTOMER),
            {0: UNKNOWN, 1: UNKNOWN},
            "2 audio channels are told of, the recording has 3",
        ),
    ],
    ids=[
        "customer first",
        "a monologue",
        "told to be unknown",
        "two agents",
        "nothing from the system",
        "second agent silent",
        "agent silent",
        "customer silent",
        "all silent",
        "both channels the same",
        "customer and system the same",
        "customer twice",
        "map for stereo, mono recording",
        "map for stereo, three channels",
    ],
)
def test_a_map_says_whose_each_channel_is_where_it_can(
    channels: tuple[Sound, ...],
    told: tuple[SpeakerRole, ...],
    roles: dict[int, SpeakerRole],
    doubt: str,
) -> None:
    casting = cast(measured(*channels), TranscribeOptions(channels=told))
    assert (casting.roles, casting.doubt) == (roles, doubt)


def test_a_map_need_not_name_channels_that_carry_nothing() -> None:
    """A film's sound has six channels, of which a call fills two."""
    silent = SILENT, SILENT, SILENT, SILENT
    casting = cast(measured(ONE, TWO, *silent), TranscribeOptions(channels=(AGENT, CUSTOMER)))
    assert (casting.roles, casting.doubt) == ({0: AGENT, 1: CUSTOMER}, "")


def test_a_map_comes_before_a_side() -> None:
    options = TranscribeOptions(channels=(CUSTOMER, AGENT), agent_side=AudioSide.LEFT)
    assert cast(measured(ONE, TWO), options).roles == {0: CUSTOMER, 1: AGENT}


@pytest.mark.parametrize(
    ("roles", "shared"),
    [({2: UNKNOWN}, 2), ({0: UNKNOWN}, 0), ({0: AGENT}, None), ({0: UNKNOWN, 1: UNKNOWN}, None), ({}, None)],
)  # fmt: skip
def test_one_channel_of_unknown_people_is_shared(
    roles: dict[int, SpeakerRole], shared: int | None
) -> None:
    assert Casting(roles=roles).shared == shared


def test_channels_that_are_not_recognised_are_nobodys() -> None:
    assert Casting(roles={1: AGENT}).by_channel(3) == (UNKNOWN, AGENT, UNKNOWN)


def test_swapping_leaves_others_where_they_are() -> None:
    casting = Casting(roles={0: AGENT, 1: CUSTOMER, 2: SYSTEM}, sure=False)
    assert swapped(casting) == Casting(roles={0: CUSTOMER, 1: AGENT, 2: SYSTEM}, sure=False)


# leaks

LOUD = tone(2.0)
LEAK = tone(2.0, level=0.03)


def texts(kept: list[Segment]) -> list[str]:
    return [word.text for segment in kept for word in segment.words]


@pytest.mark.parametrize("other", [0, 2], ids=["from the first", "from the third"])
def test_words_that_leak_from_another_channel_are_dropped(other: int) -> None:
    channels = [silence(4.0), np.concatenate([LEAK, TWO]), silence(4.0)]
    channels[other] = np.concatenate([LOUD, SILENT])
    heard = {0: [], 1: [segment("thank you for calling", 0.0), segment("my bill", 2.4)], 2: []}
    heard[other] = [segment("thank you for calling", 0.0)]
    assert texts(without_leaks(heard, 1, measured(*channels))) == ["my", "bill"]


def test_noise_on_the_other_side_makes_nobodys_words_a_leak() -> None:
    heard: dict[int, list[Segment]] = {0: [], 1: [segment("are you there", 0.2)]}
    assert without_leaks(heard, 1, measured(LOUD, LEAK)) == heard[1]


def test_both_talking_at_once_is_no_leak() -> None:
    heard = {0: [segment("as I said", 0.2)], 1: [segment("sorry go ahead", 0.2)]}
    levels = measured(LOUD, tone(2.0, hertz=300, level=0.12))
    assert without_leaks(heard, 1, levels) == heard[1]


def test_a_leak_within_a_segment_is_taken_out_of_it() -> None:
    own = segment("yes please", 2.4)
    leak = segment("thank you for calling", 0.0)
    both = Segment(words=leak.words + own.words, log_probability=-0.3, pieces=12)
    levels = measured(np.concatenate([LOUD, SILENT]), np.concatenate([LEAK, TWO]))
    (kept,) = without_leaks({0: [leak], 1: [both]}, 1, levels)
    assert (kept.words, kept.pieces) == (own.words, 4)


def test_words_without_a_pause_are_judged_together() -> None:
    words = segment("one two", 0.0).words + segment("three four", 1.0).words
    assert [[word.text for word in run] for run in runs(words)] == [
        ["one", "two"],
        ["three", "four"],
    ]


@pytest.mark.parametrize("level", [1.0, 0.1, 0.001])
def test_levels_are_decibels_below_full_scale(level: float) -> None:
    loudness = measured(tone(2.0, level=level)).level_db(0, 0.5, 1.5)
    assert loudness == pytest.approx(20 * np.log10(level) - 3.01, abs=0.3)
