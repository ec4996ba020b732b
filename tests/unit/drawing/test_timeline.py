"""The lanes of a call's timeline: whose they are, and what stands in them."""

import re
from base64 import b64encode
from dataclasses import replace

import pytest
from builders import transcript
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole
from qa_toolkit.drawing.lanes import Lane
from qa_toolkit.drawing.timeline import timeline
from qa_toolkit.drawing.waveform import path_of
from qa_toolkit.signals import measure

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN
LOUD = Waveform(per_s=1, peaks=(b64encode(b"\xff" * 10).decode(),) * 3)
DIALOGUE = "[0-4] A: Good morning.\n[5-8] C: My parcel is late.\n[8-10] A: I see."


def lanes(dialogue: str, *roles: SpeakerRole, parties: tuple[str, ...] = ()) -> list[Lane]:
    """Those of a call with these roles of its audio channels, without what happens."""
    sounds = [
        Sound(kind=SoundKind.SPEECH, channel=channel, start_s=0, end_s=10)
        for channel in range(len(roles))
    ]
    spoken = transcript(dialogue, audio=Audio(roles=roles, sounds=tuple(sounds), waveform=LOUD))
    if parties:
        named = zip(spoken.turns, parties, strict=True)
        spoken = replace(spoken, turns=tuple(replace(turn, party=name) for turn, name in named))
    drawn = timeline(spoken, measure(spoken))
    assert drawn
    return [lane for lane in drawn.lanes if lane.look != "events"]


def shown(found: list[Lane]) -> list[tuple[str, str, list[int | None]]]:
    return [(lane.name, lane.look, [bar.turn for bar in lane.bars]) for lane in found]


def test_voices_that_share_one_audio_channel_have_a_lane_each() -> None:
    found = lanes(DIALOGUE, UNKNOWN)
    assert shown(found) == [("Agent", "agent", [0, 2]), ("Customer", "customer", [1])]
    assert found[0].said == "Agent, audio channel 1: 6.0 s of speech"


def test_people_whose_role_is_not_known_are_told_apart_by_name() -> None:
    found = lanes("[0-4] U: a\n[5-8] U: b\n[8-9] U: c", UNKNOWN, parties=("Jo", "Lee", "Jo"))
    assert shown(found) == [("Jo", "unknown", [0, 2]), ("Lee", "unknown", [1])]


def test_a_channel_that_nobody_shares_has_one_lane() -> None:
    assert shown(lanes("[0-4] U: a\n[5-8] U: b", UNKNOWN)) == [
        ("Speaker not known", "unknown", [0, 1])
    ]


def test_each_channel_of_a_known_role_holds_all_that_this_role_says() -> None:
    found = lanes(DIALOGUE, CUSTOMER, AGENT, parties=("", "", "agent 2"))
    assert shown(found) == [("Customer", "customer", [1]), ("Agent", "agent", [0, 2])]


def test_each_of_two_agents_has_the_lane_of_their_own_channel() -> None:
    found = lanes(DIALOGUE, AGENT, CUSTOMER, AGENT, parties=("agent 1", "", "agent 2"))
    assert shown(found) == [
        ("Agent 1", "agent", [0]),
        ("Customer", "customer", [1]),
        ("Agent 2", "agent", [2]),
    ]


def test_what_no_channel_carries_is_drawn_without_a_waveform() -> None:
    found = lanes(DIALOGUE + "\n[9-10] B: Goodbye.", AGENT, CUSTOMER)
    assert shown(found)[2] == ("Bot", "bot", [3])
    assert [bool(lane.waveform) for lane in found] == [True, True, False]


@pytest.mark.parametrize(
    ("own", "others", "drawn"),
    [
        ([], [], {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}),
        ([(0, 4)], [(5, 9)], {0, 1, 2, 3, 4}),
        ([(0, 6)], [(5, 9)], {0, 1, 2, 3, 4, 5, 6}),
        ([], [(-1, 99)], set()),
    ],
    ids=["a channel of one's own", "others left out", "both at once", "only others"],
)
def test_the_waveform_is_left_out_where_only_others_speak(
    own: list[tuple[float, float]], others: list[tuple[float, float]], drawn: set[int]
) -> None:
    x, y, *steps = map(int, re.findall(r"-?\d+", path_of(LOUD, 0, own, others)) or (0, 50))
    tall = {0} if y == 0 else set()
    for right, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + down
        if y == 0:
            tall.add(x // 100)
    assert tall == drawn


@given(st.binary(min_size=1, max_size=3_000))
def test_a_waveform_comes_back_to_where_it_began_and_stays_in_its_box(peaks: bytes) -> None:
    path = path_of(Waveform(per_s=10, peaks=(b64encode(peaks).decode(),)), 0)
    x, y, *steps = map(int, re.findall(r"-?\d+", path) or (0, 50))
    places = [(x, y)]
    for right, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + down
        places.append((x, y))
    assert all(0 <= x < 1_000 and 0 <= y <= 100 for x, y in places)
    assert places[-1][0] == 0
    assert places[-1][1] == 100 - places[0][1]
