"""A linear model over what detectors find: weights that can be read, and a probability."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qa_toolkit.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that is counted, with the weight it has.

    Attributes:
        name: as in `qa_toolkit.scoring.models.features`.
        mean: of the value over the training data.
        scale: standard deviation there; never 0.
        weight: of the standardised value, in log-odds.
    """

    name: str
    mean: float
    scale: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A corpus the weights were learned from."""

    corpus: str
    items: int
    licence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far the model agrees with people on a set of rated items.

    Attributes:
        task: what was rated.
        how: `five-fold`, `other corpora` or `fitted`: whether the items were seen in training.
        auc: the share of pairs that are ranked as people ranked them; 0.5 is chance.
        low, high: 95 % bootstrap interval of it.
    """

    task: str
    how: str
    items: int
    auc: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """A logistic model: p = 1 / (1 + exp(-(slope · z + offset))).

    z = intercept + Σ weight · (value - mean) / scale.

    Attributes:
        speaker: whose words it judges; without their words it says nothing.
        language: the language of its wordings.
        slope, offset: the calibration (Platt 1999) that makes p a probability.
    """

    name: str
    version: str
    predicts: str
    language: str
    speaker: SpeakerRole
    features: tuple[Feature, ...]
    intercept: float
    slope: float = 1.0
    offset: float = 0.0
    data: tuple[Learned, ...] = ()
    agreement: tuple[Measured, ...] = ()

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The names of its features that detectors and measures give."""
        return tuple(known.name for known in self.features if not known.name.startswith("w:"))

    @cached_property
    def words(self) -> frozenset[str]:
        """The names of its features that are words or pairs of words."""
        return frozenset(known.name for known in self.features if known.name.startswith("w:"))

    @cached_property
    def weights(self) -> dict[str, float]:
        """Log-odds of one unit of each feature, calibration included."""
        return {known.name: self.slope * known.weight / known.scale for known in self.features}

    @cached_property
    def base(self) -> float:
        """Log-odds where nothing at all is found."""
        gone = sum(known.weight * known.mean / known.scale for known in self.features)
        return self.offset + self.slope * (self.intercept - gone)

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The log-odds for the values of features; those that are missing are 0."""
        weights = self.weights
        known = (weights[name] * value for name, value in values.items() if name in weights)
        return self.base + math.fsum(known)

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for the values of features, 0..1."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.log_odds(values)))))
