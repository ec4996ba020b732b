"""How a model is learned: from which rated items, over which features."""

from dataclasses import dataclass
from typing import Literal

from qa_toolkit.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Rated items a model learns from.

    Attributes:
        task: name of the items, as `rated_items.load` gives them.
        weight: how much all of them together weigh, whatever their number.
        target: how labels become targets in 0..1: `yes_no` as they are, `levels` of 0 to 4 by
            division, `rank` by their rank among all.
    """

    task: str
    weight: float = 1.0
    target: Literal["yes_no", "levels", "rank"] = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a model is made of.

    Attributes:
        predicts: what its probability is of, for people.
        features: names of detectors' features and measures.
        corpora: what it learns from.
        judged: further tasks it is measured on without learning from them.
        words: how many words and pairs of words it may use; 0 for none.
        ridge: strength of the penalty on weights, per item.
        signed: features of detectors keep the sign of their polarity, or are left out.
    """

    name: str
    version: str
    predicts: str
    speaker: SpeakerRole
    features: tuple[str, ...]
    corpora: tuple[Corpus, ...]
    judged: tuple[Corpus, ...] = ()
    words: int = 0
    ridge: float = 0.002
    signed: bool = True
