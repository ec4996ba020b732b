"""Words for figures, at their bounds."""

import pytest

from qa_toolkit.calibration.words import reliance, strength


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-0.01, "poor"),
        (0.0, "slight"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.5, "moderate"),
        (0.8, "substantial"),
        (0.81, "almost perfect"),
        (1.0, "almost perfect"),
    ],
)
def test_landis_and_koch(kappa: float, word: str) -> None:
    assert strength(kappa) == word


@pytest.mark.parametrize(
    ("alpha", "word"),
    [(0.8, "firm"), (0.79, "tentative"), (0.667, "tentative"), (0.66, "not reliable")],
)
def test_krippendorffs_bounds(alpha: float, word: str) -> None:
    assert reliance(alpha) == word
