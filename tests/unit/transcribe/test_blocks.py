"""Cutting long recordings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.blocks import BLOCK_S, SEARCH_S, in_blocks, planned_cuts
from qa_toolkit.transcribe.levels import FRAMES_PER_S, Levels


def levels(seconds: int, *, quiet_at: int | None = None) -> Levels:
    power = np.full((2, seconds * FRAMES_PER_S), 0.1)
    if quiet_at is not None:
        power[:, quiet_at * FRAMES_PER_S] = 0.0
    return Levels(duration_s=seconds, power=power, peak=(0.5, 0.5), correlation=np.zeros((2, 2)))


def test_a_usual_call_is_not_cut() -> None:
    assert planned_cuts(levels(BLOCK_S)) == []


def test_the_cut_is_made_where_both_parties_are_quiet() -> None:
    quiet = BLOCK_S - SEARCH_S // 2
    assert planned_cuts(levels(BLOCK_S + 60, quiet_at=quiet)) == [quiet * SAMPLE_RATE]


@pytest.mark.parametrize("hours", [1, 3])
def test_no_block_is_longer_than_it_may_be(hours: int) -> None:
    edges = [0, *planned_cuts(levels(hours * 3600)), hours * 3600 * SAMPLE_RATE]
    assert max(np.diff(edges)) <= BLOCK_S * SAMPLE_RATE


@given(
    st.lists(st.integers(1, 20), min_size=1, max_size=8),
    st.sets(st.integers(1, 60), max_size=5),
)
def test_the_blocks_together_are_the_recording(lengths: list[int], cuts: set[int]) -> None:
    sound = np.arange(sum(lengths), dtype=np.int16)[np.newaxis]
    pieces = np.split(sound, np.cumsum(lengths)[:-1], axis=1)
    kept = sorted(cut for cut in cuts if cut < sound.shape[1])
    blocks = list(in_blocks(pieces, kept))
    assert np.array_equal(np.concatenate([b.samples for b in blocks], axis=1), sound)
    assert [b.start for b in blocks] == [0, *kept]
