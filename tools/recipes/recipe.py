"""How a model is learned: from which rated items, over which features."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
        facts: log-odds of measures of facts about an interaction, which no rated item has.
        start_at_most: the highest log-odds allowed where nothing is found: in the rated items
            silence may go with good service, but it is no evidence of it.
        calibrated_on: the tasks whose items make log-odds a probability; all it learns from
            where none are named.
        failures: what the model is known to get wrong, a sentence each.
        words: how many words and pairs of words it may use; 0 for none.
        never: words it may not use, alone or in a pair: names that belong to a corpus.
        ridge: strength of the penalty on weights, per item.
        ridges: another strength for some features, by name; `w:` for all words.
        prior: log-odds of one unit of a feature before anything is learned, by name; the penalty
            pulls weights there instead of to 0, so what no item shows keeps it.
        trust: share of the log-odds that is kept, below 1 where the wordings were chosen while
            reading the same items: they agree better there than they will elsewhere.
        signed: features of detectors keep the sign of their polarity, or are left out.
    """

    name: str
    version: str
    predicts: str
    speaker: SpeakerRole
    features: tuple[str, ...]
    corpora: tuple[Corpus, ...]
    judged: tuple[Corpus, ...] = ()
    facts: Mapping[str, float] = field(default_factory=dict)
    start_at_most: float = 1.0
    calibrated_on: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    words: int = 0
    never: frozenset[str] = frozenset()
    ridge: float = 0.002
    ridges: Mapping[str, float] = field(default_factory=dict)
    prior: Mapping[str, float] = field(default_factory=dict)
    trust: float = 1.0
    signed: bool = True
