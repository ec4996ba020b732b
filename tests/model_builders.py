"""Small models for tests, with weights that can be added up in the head."""

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.models import Feature, Model


def model(name: str = "models/own.json", /, **weights: float) -> Model:
    """A model of the agent's words: `apology=2.0` weighs each first apology 2; all starts at 0.

    A name written with two underscores is a feature with its place: `apology__first`.
    """
    features = tuple(
        Feature(name=known.replace("__", "@"), mean=0.0, scale=1.0, weight=weight)
        for known, weight in weights.items()
    )
    return Model(
        name=name,
        version="1.0.0",
        predicts="a kind agent",
        language="en",
        speaker=SpeakerRole.AGENT,
        features=features,
        intercept=0.0,
    )
