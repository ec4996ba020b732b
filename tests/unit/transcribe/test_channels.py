"""Who speaks on which audio channel."""

from pathlib import Path

import numpy as np
import pytest
from sounds import Sound, save, segment, silence, tone

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.transcribe.audio import read_pieces
from qa_toolkit.transcribe.channels import (
    EMPTY_CHANNEL,
    ONE_CHANNEL,
    SAME_CHANNELS,
    cast,
    without_leaks,
)
from qa_toolkit.transcribe.levels import Levels, measure

AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN
LEFT_TALKS, RIGHT_TALKS = tone(2.0), tone(2.0, hertz=300)


def levels(folder: Path, *channels: Sound) -> Levels:
    return measure(read_pieces(save(folder / "call.flac", *channels)))


@pytest.mark.parametrize(
    ("side", "roles"),
    [
        (AudioSide.LEFT, {0: AGENT, 1: CUSTOMER}),
        (AudioSide.RIGHT, {1: AGENT, 0: CUSTOMER}),
    ],
    ids=["agent left", "agent right"],
)
def test_in_stereo_each_channel_is_one_party(
    tmp_path: Path, side: AudioSide, roles: dict[int, SpeakerRole]
) -> None:
    casting = cast(levels(tmp_path, LEFT_TALKS, RIGHT_TALKS), side)
    assert (casting.roles, casting.doubt) == (roles, "")


@pytest.mark.parametrize(
    ("channels", "roles", "doubt"),
    [
        ((LEFT_TALKS,), {0: UNKNOWN}, ONE_CHANNEL),
        ((LEFT_TALKS, LEFT_TALKS), {0: UNKNOWN}, SAME_CHANNELS),
        ((LEFT_TALKS // 4, LEFT_TALKS), {1: UNKNOWN}, SAME_CHANNELS),
        ((LEFT_TALKS, -LEFT_TALKS), {0: UNKNOWN}, SAME_CHANNELS),
        ((silence(2.0), RIGHT_TALKS), {1: UNKNOWN}, EMPTY_CHANNEL),
        ((silence(2.0), silence(2.0)), {}, ""),
    ],
    ids=["mono", "same twice", "same but softer", "same inverted", "left empty", "both empty"],
)
def test_without_two_voices_nobody_is_taken_for_the_agent(
    tmp_path: Path, channels: tuple[Sound, ...], roles: dict[int, SpeakerRole], doubt: str
) -> None:
    casting = cast(levels(tmp_path, *channels), AudioSide.LEFT)
    assert (casting.roles, casting.doubt) == (roles, doubt)


def test_words_that_leak_from_the_other_channel_are_dropped(tmp_path: Path) -> None:
    left = np.concatenate([tone(2.0), silence(2.0)])
    right = np.concatenate([tone(2.0, level=0.03), tone(2.0, hertz=300)])
    heard = [segment("thank you for calling", 0.0), segment("my bill is wrong", 2.4)]
    kept = without_leaks(heard, 1, levels(tmp_path, left, right))
    assert [word.text for s in kept for word in s.words] == ["my", "bill", "is", "wrong"]


def test_both_talking_at_once_is_no_leak(tmp_path: Path) -> None:
    heard = [segment("sorry go ahead", 0.2)]
    loudness = levels(tmp_path, tone(2.0), tone(2.0, hertz=300, level=0.12))
    assert without_leaks(heard, 1, loudness) == heard


@pytest.mark.parametrize("level", [1.0, 0.1, 0.001])
def test_levels_are_decibels_below_full_scale(tmp_path: Path, level: float) -> None:
    measured = levels(tmp_path, tone(2.0, level=level)).level_db(0, 0.5, 1.5)
    assert measured == pytest.approx(20 * np.log10(level) - 3.01, abs=0.3)
