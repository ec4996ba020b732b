"""Linear models with their weights in JSON: detectors' finds → a probability that can be explained."""

from qa_toolkit.scoring.models.files import (
    ModelError,
    read_model,
    shipped,
    shipped_names,
    write_model,
)
from qa_toolkit.scoring.models.model import Feature, Learned, Measured, Model
from qa_toolkit.scoring.models.predict import (
    Contribution,
    Prediction,
    contributions,
    predict,
    predictions,
)

__all__ = [
    "Contribution", "Feature", "Learned", "Measured", "Model", "ModelError", "Prediction",
    "contributions", "predict", "predictions", "read_model", "shipped", "shipped_names", "write_model",
]  # fmt: skip
