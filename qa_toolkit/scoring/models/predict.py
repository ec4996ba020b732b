"""A model × a transcript → a probability, and the sum it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.scoring.detectors.detect import Finds, detect
from qa_toolkit.scoring.detectors.detector import Span
from qa_toolkit.scoring.models import features
from qa_toolkit.scoring.models.files import shipped
from qa_toolkit.scoring.models.model import Model
from qa_toolkit.scoring.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one feature adds to the log-odds: weight × value, with the words it counts.

    Attributes:
        usual: the mean of a measure in the training data, from which its amount is counted; 0 of
            everything else.
    """

    feature: str
    value: float
    amount: float
    usual: float = 0.0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a model says of one interaction.

    Attributes:
        probability: 0..1, calibrated.
        because: looks its contributions up when they are asked for, which is rare.
    """

    model: str
    probability: float
    because: Callable[[], tuple[Contribution, ...]] = field(compare=False, repr=False)

    @property
    def confidence(self) -> float:
        """How sure it is of the likelier answer, 0.5..1."""
        return max(self.probability, 1 - self.probability)

    def strongest(self, *, for_it: bool) -> Span | None:
        """The first words of the feature that speaks most for it, or against it."""
        sign = 1 if for_it else -1
        found = ((sign * item.amount, item.spans) for item in self.because() if item.spans)
        _, spans = max(found, default=(0.0, ()), key=lambda item: item[0])
        return spans[0] if spans else None


def predict(
    model: Model,
    reading: Reading,
    finds: Finds | None = None,
    known: dict[str, float] | None = None,
) -> Prediction | None:
    """What the model says; None where its speaker says nothing.

    Args:
        model: the weights.
        reading: the transcript.
        finds: what the detectors found, where that is known already.
        known: values of features, by which models that are asked together save each other work.
    """
    if not reading.turns_of(model.speaker):
        return None
    found = detect(reading) if finds is None else finds
    return Prediction(
        model=model.name,
        probability=model.probability(feature_values(model, reading, found, known)),
        because=lambda: contributions(model, reading, found),
    )


def predictions(
    rubric: Rubric, reading: Reading, language: str | None, models: Mapping[str, Model]
) -> dict[str, Prediction]:
    """What the models say that a rubric names; none of a model for another language.

    Args:
        rubric: names the models.
        reading: the transcript.
        language: what is spoken in it.
        models: those that do not ship, by the name the rubric gives them.

    Raises:
        ModelError: the rubric names a model that is neither given nor shipped.
    """
    named = {name: models.get(name) or shipped(name) for name in rubric.models_used}
    fit = {name: model for name, model in named.items() if model.language == language}
    finds = detect(reading) if fit else {}
    known: dict[str, float] = {}
    said = {name: predict(model, reading, finds, known) for name, model in fit.items()}
    return {name: found for name, found in said.items() if found is not None}


def feature_values(
    model: Model, reading: Reading, finds: Finds, known: dict[str, float] | None = None
) -> dict[str, float]:
    """The values of the model's features, without those that are 0; `known` as in `predict`."""
    found = features.values(model.counted, finds, reading, known)
    if model.words:
        found |= features.word_values(model.speaker, reading, model.words)
    return found


def contributions(model: Model, reading: Reading, finds: Finds) -> tuple[Contribution, ...]:
    """The sum behind a prediction, the largest amount first; with `model.start` it is the log-odds.

    Words that are not said add nothing; a measure adds by how far it lies from its mean.
    """
    said = feature_values(model, reading, finds)
    known = {name: said.get(name, 0.0) for name in (*model.measures, *said)}
    found = [
        Contribution(
            feature=name,
            value=value,
            usual=model.measures.get(name, 0.0),
            amount=model.weights[name] * (value - model.measures.get(name, 0.0)),
            spans=()
            if name[:1] == "#" or name[:2] == "w:"
            else features.spans_of(name, finds, reading),
        )
        for name, value in known.items()
    ]
    return tuple(sorted(found, key=lambda item: (-abs(item.amount), item.feature)))
