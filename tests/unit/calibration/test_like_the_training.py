"""The figures of `qa calibrate` are those that the models that ship were trained and judged with."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from learning import Trial, _auc, _platt, _ranks

from qa_toolkit.calibration.platt import platt
from qa_toolkit.calibration.ranks import auc, mid_ranks

SCORES_AND_HALVES = st.lists(st.tuples(st.integers(-4, 4), st.booleans()), min_size=2, max_size=60)
MANY = 1e9
"""So many ratings that it makes no difference how Platt draws targets in."""


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=60))
def test_ranks_are_the_same(values: list[int]) -> None:
    assert mid_ranks(values) == _ranks(np.array(values, float)).tolist()


@given(SCORES_AND_HALVES)
def test_auc_is_the_same(pairs: list[tuple[int, bool]]) -> None:
    scores, good = zip(*pairs, strict=True)
    assume(len(set(good)) == 2)
    other = _auc(np.array(good), np.array(scores, float))
    assert auc(scores, good) == pytest.approx(other, abs=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_platts_curve_is_the_same(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=200) * rng.uniform(0.2, 5)
    likely = 1 / (1 + np.exp(-rng.normal() - rng.normal() * scores))
    trial = Trial(guesses=scores, targets=(rng.random(200) < likely).astype(float))
    found = platt(scores.tolist(), trial.targets.tolist(), (MANY * trial.each).tolist())
    assert found == pytest.approx(_platt([trial]), rel=1e-4, abs=1e-5)
