"""A recipe × rated items → a model with its figures. Needs numpy, which the toolkit does not."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rated_items import LICENCES, Rated
from recipes.recipe import Corpus, Recipe

from qa_toolkit.scoring.detectors import DETECTORS
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models import features
from qa_toolkit.scoring.models.model import Feature, Kept, Learned, Measured, Model
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

Array = np.ndarray
Values = Mapping[str, float]
FOLDS = 5
_FEWEST_WITH_WORD = 20
_ROUNDS = 200


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The items of one corpus: values of features, targets in 0..1, and labels as given."""

    corpus: Corpus
    values: list[Values]
    targets: Array
    labels: Array


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """Weights of standardised features, with what standardises them."""

    names: tuple[str, ...]
    means: Array
    scales: Array
    weights: Array

    def log_odds(self, values: Sequence[Values]) -> Array:
        """Log-odds without any corpus's intercept."""
        standard = (_matrix(values, self.names) - self.means) / self.scales
        return np.asarray(standard @ self.weights)


def learn(recipe: Recipe, tasks: Mapping[str, list[Rated]]) -> Model:
    """The model of a recipe, with five-fold figures and, for tasks only judged, plain ones."""
    rows = [rows_of(recipe, corpus, tasks[corpus.task]) for corpus in recipe.corpora]
    folds = [_folds(len(part.values)) for part in rows]
    unseen = _unseen(recipe, rows, folds)
    figures = [
        _measured(part, guess, "five-fold") for part, guess in zip(rows, unseen, strict=True)
    ]
    whole = fit(recipe, rows)
    for left in range(len(rows) if len(rows) > 1 else 0):
        others = fit(recipe, [part for number, part in enumerate(rows) if number != left])
        figures.append(_measured(rows[left], others.log_odds(rows[left].values), "other corpora"))
    judged = []
    for corpus in recipe.judged:
        part = rows_of(recipe, corpus, tasks[corpus.task])
        guesses = whole.log_odds(part.values)
        figures.append(_measured(part, guesses, "other corpora"))
        judged += _trial(recipe, [part], [guesses])
    trial = _trial(recipe, rows, unseen) + judged
    slope, offset = (recipe.trust * number for number in _platt(trial))
    model = Model(
        name=recipe.name,
        version=recipe.version,
        predicts=recipe.predicts,
        language="en",
        speaker=recipe.speaker,
        intercept=0.0,
        slope=_short(slope),
        offset=_short(offset),
        features=tuple(_facts(recipe, slope))
        + tuple(
            Feature(name=name, mean=_short(mean), scale=_short(scale), weight=_short(weight))
            for name, mean, scale, weight in zip(
                whole.names, whole.means, whole.scales, whole.weights, strict=True
            )
            if _short(weight)
        ),
        data=tuple(_learned(part) for part in rows),
        agreement=tuple(figures),
        failures=recipe.failures,
    )
    offset = model.offset - max(0.0, model.start - recipe.start_at_most)
    return replace(model, offset=_short(offset), kept=_kept(trial, slope, offset))


def _facts(recipe: Recipe, slope: float) -> Iterator[Feature]:
    """Weights of facts are given, not learned; calibration leaves them as they are."""
    for name, log_odds in recipe.facts.items():
        yield Feature(name=name, mean=0.0, scale=1.0, weight=_short(log_odds / slope))


def rows_of(recipe: Recipe, corpus: Corpus, items: Sequence[Rated]) -> Rows:
    """The values and targets of a corpus."""
    values = [_values(recipe, item) for item in items]
    labels = np.array([item.label for item in items])
    return Rows(corpus=corpus, values=values, labels=labels, targets=_targets(corpus, labels))


def _values(recipe: Recipe, item: Rated) -> Values:
    reading = Reading(transcript=item.transcript, signals=measure(item.transcript))
    found = features.values(recipe.features, detect(reading), reading)
    if recipe.words:
        found |= features.word_values(recipe.speaker, reading)
    return found


def _targets(corpus: Corpus, labels: Array) -> Array:
    match corpus.target:
        case "yes_no":
            return labels
        case "levels":
            return labels / 4
        case "rank":
            return (_ranks(labels) - 0.5) / len(labels)


def fit(recipe: Recipe, rows: Sequence[Rows]) -> Fitted:
    """Fit; with `signed`, features whose weight contradicts their polarity are left out."""
    names = (*recipe.features, *(_words(recipe, rows) if recipe.words else ()))
    while True:
        fitted = _fit(recipe, rows, names)
        wrong = {
            name
            for name, weight in zip(names, fitted.weights, strict=True)
            if recipe.signed and _polarity(name) * weight < 0
        }
        if not wrong:
            return fitted
        names = tuple(name for name in names if name not in wrong)


def _fit(recipe: Recipe, rows: Sequence[Rows], names: tuple[str, ...]) -> Fitted:
    values = np.vstack([_matrix(part.values, names) for part in rows])
    targets = np.concatenate([part.targets for part in rows])
    share = [np.full(len(part.targets), part.corpus.weight / len(part.targets)) for part in rows]
    each = np.concatenate(share) / sum(part.corpus.weight for part in rows)
    means = each @ values
    scales = np.sqrt(each @ (values - means) ** 2)
    scales[scales < 1e-6] = 1.0
    own = np.zeros((len(targets), len(rows)))
    start = 0
    for number, part in enumerate(rows):
        own[start : start + len(part.targets), number] = 1
        start += len(part.targets)
    design = np.hstack([(values - means) / scales, own])
    ridges = [recipe.ridges.get(_kind(name), recipe.ridge) for name in names]
    penalty = np.concatenate([ridges, np.full(len(rows), 1e-9)])
    expected = np.array([recipe.prior.get(name, 0.0) for name in names]) * scales
    towards = np.concatenate([expected, np.zeros(len(rows))])
    weights = _logistic(design, targets, each, penalty, towards)
    return Fitted(
        names=names,
        means=means,
        scales=scales,
        weights=weights[: len(names)],
    )


def _kind(name: str) -> str:
    return "w:" if name.startswith("w:") else name


def _logistic(
    design: Array, targets: Array, each: Array, penalty: Array, towards: Array | float = 0.0
) -> Array:
    """Newton's method; targets may lie between 0 and 1, the penalty pulls `towards` a weight."""
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (each * (likely - targets)) + penalty * (weights - towards)
        bend = design.T @ (design * (each * likely * (1 - likely))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _words(recipe: Recipe, rows: Sequence[Rows]) -> tuple[str, ...]:
    """The words that go most clearly with the target, within their corpora."""
    found: Counter[str] = Counter()
    for part in rows:
        counts: Counter[str] = Counter()
        sums: Counter[str] = Counter()
        middle, spread = float(part.targets.mean()), float(part.targets.std())
        for values, target in zip(part.values, part.targets, strict=True):
            for name in values:
                if name.startswith("w:"):
                    counts[name] += 1
                    sums[name] += target - middle
        for name, count in counts.items():
            if count >= _FEWEST_WITH_WORD and recipe.never.isdisjoint(name[2:].split()):
                found[name] += part.corpus.weight * sums[name] / (spread * count**0.5)
    best = sorted(found, key=lambda name: (-abs(found[name]), name))
    return tuple(best[: recipe.words])


def _polarity(name: str) -> int:
    detector = DETECTORS.get(name.partition("@")[0])
    return detector.polarity if detector else 0


def _unseen(recipe: Recipe, rows: Sequence[Rows], folds: Sequence[Array]) -> list[Array]:
    """Log-odds of each item by a model that has not seen it, with its corpus's intercept."""
    guesses = [np.zeros(len(part.values)) for part in rows]
    for fold in range(FOLDS):
        seen = [_part(part, own != fold) for part, own in zip(rows, folds, strict=True)]
        fitted = fit(recipe, seen)
        for part, own, guess in zip(rows, folds, guesses, strict=True):
            held = [values for values, held in zip(part.values, own == fold, strict=True) if held]
            guess[own == fold] = fitted.log_odds(held)
    return guesses


def _part(rows: Rows, kept: Array) -> Rows:
    return Rows(
        corpus=rows.corpus,
        values=[values for values, keep in zip(rows.values, kept, strict=True) if keep],
        targets=rows.targets[kept],
        labels=rows.labels[kept],
    )


def _folds(items: int) -> Array:
    numbers = [number % FOLDS for number in range(items)]
    random.Random(1).shuffle(numbers)  # noqa: S311 - a fixed order, not a secret
    return np.array(numbers)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """Items with their log-odds from before they were seen.

    Attributes:
        targets: 1 for those of the better part, 0 for those of the worse, 0.5 for what lies
            between, about which people would not bet either.
    """

    guesses: Array
    targets: Array

    @property
    def each(self) -> Array:
        """The weight of each item: all parts weigh the same."""
        parts, place, counts = np.unique(self.targets, return_inverse=True, return_counts=True)
        return np.asarray(1 / counts[place] / len(parts))


def _trial(recipe: Recipe, rows: Sequence[Rows], unseen: Sequence[Array]) -> list[Trial]:
    trials = []
    for part, guesses in zip(rows, unseen, strict=True):
        if not recipe.calibrated_on or part.corpus.task in recipe.calibrated_on:
            kept, good = _halves(part.labels)
            targets = np.full(len(guesses), 0.5)
            targets[kept] = good
            trials.append(Trial(guesses=guesses, targets=targets))
    return trials


def _platt(trials: Sequence[Trial]) -> tuple[float, float]:
    """Slope and offset that make log-odds a probability, every corpus weighing the same."""
    guesses = np.concatenate([part.guesses for part in trials])
    targets = np.concatenate([part.targets for part in trials])
    each = np.concatenate([part.each for part in trials]) / len(trials)
    design = np.column_stack([guesses, np.ones(len(guesses))])
    slope, offset = _logistic(design, targets, each, np.full(2, 1e-9))
    return float(slope), float(offset)


def _kept(trials: Sequence[Trial], slope: float, offset: float) -> tuple[Kept, ...]:
    """How many items are left, and how many of them are right, the surer the model must be."""
    guesses = slope * np.concatenate([part.guesses for part in trials]) + offset
    targets = np.concatenate([part.targets for part in trials])
    each = np.concatenate([part.each for part in trials])
    told = targets != 0.5
    guesses, good, each = guesses[told], targets[told] > 0.5, each[told] / each[told].sum()
    sure = 1 / (1 + np.exp(-np.abs(guesses)))
    right = (guesses > 0) == good
    found = []
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        kept = sure >= least
        share = float(each[kept].sum())
        if share >= 0.01:
            correct = float(each[kept & right].sum()) / share
            found.append(Kept(confidence=least, share=round(share, 3), right=round(correct, 3)))
    return tuple(found)


def _matrix(values: Sequence[Values], names: tuple[str, ...]) -> Array:
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(values), len(names)))
    for row, known in enumerate(values):
        for name, value in known.items():
            if name in column:
                matrix[row, column[name]] = value
    return matrix


def _measured(rows: Rows, guesses: Array, how: str) -> Measured:
    """AUC with a bootstrap interval; of labels in between, top quarter against bottom quarter."""
    kept, good = _halves(rows.labels)
    scores, rng = guesses[kept], np.random.default_rng(1)
    rounds = []
    for _ in range(_ROUNDS):
        picks = rng.integers(0, len(good), len(good))
        if 0 < good[picks].sum() < len(good):
            rounds.append(_auc(good[picks], scores[picks]))
    low, high = np.quantile(rounds, [0.025, 0.975])
    return Measured(
        task=rows.corpus.task,
        how=how,
        items=len(rows.labels),
        auc=round(float(_auc(good, scores)), 3),
        low=round(float(low), 3),
        high=round(float(high), 3),
    )


def _halves(labels: Array) -> tuple[Array, Array]:
    """Which items are compared, and which of them are the good ones."""
    if set(labels) <= {0.0, 1.0}:
        return np.ones(len(labels), bool), labels > 0.5
    ordered = np.sort(labels)
    low, high = ordered[int(0.25 * (len(labels) - 1))], ordered[int(0.75 * (len(labels) - 1))]
    if low == high:
        kept = labels != low
        return kept, labels[kept] > low
    kept = (labels <= low) | (labels >= high)
    return kept, labels[kept] >= high


def _auc(good: Array, scores: Array) -> float:
    positives = int(good.sum())
    total = _ranks(scores)[good].sum() - positives * (positives + 1) / 2
    return float(total / (positives * (len(good) - positives)))


def _ranks(values: Array) -> Array:
    """Ranks from 1, equal values sharing their mean rank."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts - 1) / 2)[place]


def _short(number: float) -> float:
    """Four digits: more say nothing, and the last ones differ from machine to machine."""
    return float(f"{number:.4g}") if abs(number) >= 5e-5 else 0.0


def _learned(rows: Rows) -> Learned:
    licence, source = LICENCES[rows.corpus.task.partition("-")[0]]
    return Learned(corpus=rows.corpus.task, items=len(rows.values), licence=licence, source=source)
