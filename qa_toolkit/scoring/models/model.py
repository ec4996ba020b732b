"""A linear model over what detectors find: weights that can be read, and a probability."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.models.measures import FACTS, YES_NO


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How often the model is right where it is sure enough, on items it has not seen.

    Attributes:
        confidence: only items are kept of which it is at least so sure, 0.5..1.
        share: of all items that are kept; good and bad ones count as equally frequent.
        right: share of the kept ones that it puts into the half people put them into.
    """

    confidence: float
    share: float
    right: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """A logistic model: p = 1 / (1 + exp(-(slope · z + offset))).

    z = intercept + Σ weight · (value - mean) / scale.

    Attributes:
        speaker: whose words it judges; without their words it says nothing.
        language: the language of its wordings.
        slope, offset: the calibration (Platt 1999) that makes p a probability: of being among
            the better half as people rate, where both halves are equally frequent.
        kept: how being sure and being right go together.
        failures: what it is known to get wrong, a sentence each.
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
    kept: tuple[Kept, ...] = ()
    failures: tuple[str, ...] = ()

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The names of its features that detectors and measures give."""
        return tuple(known.name for known in self.features if not known.name.startswith("w:"))

    @cached_property
    def words(self) -> dict[str, str]:
        """The words and pairs of words it looks at, with the features they are."""
        names = (known.name for known in self.features if known.name.startswith("w:"))
        return {name.removeprefix("w:"): name for name in names}

    @cached_property
    def weights(self) -> dict[str, float]:
        """Log-odds of one unit of each feature, calibration included."""
        return {known.name: self.slope * known.weight / known.scale for known in self.features}

    @cached_property
    def base(self) -> float:
        """Log-odds where nothing at all is found."""
        gone = sum(known.weight * known.mean / known.scale for known in self.features)
        return self.offset + self.slope * (self.intercept - gone)

    @cached_property
    def measures(self) -> dict[str, float]:
        """The measures of more and less among its features, with their means."""
        return {
            known.name: known.mean
            for known in self.features
            if known.name.startswith("#") and known.name[1:] not in YES_NO
        }

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts about an interaction that it looks at, in lower case."""
        asked = (FACTS.get(known.name.removeprefix("#"), ()) for known in self.features)
        return frozenset(name for names in asked for name in names)

    @cached_property
    def start(self) -> float:
        """Log-odds where nothing is found and every measure is at its mean."""
        return self.base + sum(self.weights[name] * mean for name, mean in self.measures.items())

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The log-odds for the values of its features; those that are missing are 0."""
        weights = self.weights
        return self.base + math.fsum([weights[name] * value for name, value in values.items()])

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for the values of features, 0..1."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.log_odds(values)))))
