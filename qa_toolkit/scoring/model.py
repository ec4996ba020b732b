"""Model indicators: what a model finds likely, or unlikely, in the whole interaction."""

from collections.abc import Mapping

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import ModelIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scoring.models import Prediction
from qa_toolkit.scoring.reading import CannotTell, Found, Reading


def find_model(
    indicator: ModelIndicator, reading: Reading, predictions: Mapping[str, Prediction]
) -> Found:
    """One find where the probability lies within the bounds, with the words that weigh most."""
    said = predictions.get(indicator.model)
    if said is None:  # another language than the model's, or nobody whom it judges
        return CannotTell(
            reason=f"{indicator.model} cannot judge this", status=RatingStatus.NEEDS_REVIEW
        )
    p = said.probability
    if indicator.at_least is not None and p < indicator.at_least:
        return ()
    if indicator.at_most is not None and p > indicator.at_most:
        return ()
    return (_evidence(indicator, said, reading),)


def _evidence(indicator: ModelIndicator, said: Prediction, reading: Reading) -> Evidence:
    note = f"{said.model} {whole_percent(said.probability)}"
    span = said.strongest(for_it=indicator.at_least is not None)
    if span is None:
        return Evidence(
            turn=0, start=0, end=0, quote="", indicator=indicator.id, effect=indicator.points,
            note=note,
        )  # fmt: skip
    return reading.evidence(span.turn, span.start, span.end, indicator.id, indicator.points, note)
