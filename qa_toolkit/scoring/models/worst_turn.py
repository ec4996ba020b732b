"""The worst turn as an event: one rude turn among twenty disappears in a mean, and is shown here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa_toolkit.domain.signals import Signals
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.detectors.detector import Span
from qa_toolkit.scoring.models.model import Model
from qa_toolkit.scoring.models.predict import Contribution, contributions
from qa_toolkit.scoring.reading import Reading

CLEARLY_LOW = 0.25
"""Probability from which on a turn is not shown; turns without a word for or against have more."""
ENOUGH = -0.6
"""Log-odds its own words must at least take away: a turn may also be low because it is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTurn:
    """What a model says of one turn by itself.

    Attributes:
        turn: its index in the transcript.
        probability: 0..1, as if the interaction were this turn.
        against: what takes from it and rests on words, the largest amount first.
    """

    turn: int
    probability: float
    against: tuple[Contribution, ...] = ()

    @property
    def is_clearly_low(self) -> bool:
        return (
            self.probability < CLEARLY_LOW and sum(item.amount for item in self.against) <= ENOUGH
        )


def worst_turn(model: Model, reading: Reading, finds: Finds) -> JudgedTurn | None:
    """The turn of the model's speaker with the lowest probability; None where none is clearly low.

    Args:
        model: one that judges how something is said, as politeness.
        reading: the transcript.
        finds: what the detectors found in it.
    """
    low = [judged for judged in judged_turns(model, reading, finds) if judged.is_clearly_low]
    return min(low, key=lambda judged: judged.probability, default=None)


def judged_turns(model: Model, reading: Reading, finds: Finds) -> Iterator[JudgedTurn]:
    """Each turn of the model's speaker, judged by itself, in order."""
    by_turn: dict[int, dict[str, list[Span]]] = {}
    for name, spans in finds.items():
        for span in spans:
            by_turn.setdefault(span.turn, {}).setdefault(name, []).append(span._replace(turn=0))
    for turn in reading.turns_of(model.speaker):
        found = {name: tuple(spans) for name, spans in by_turn.get(turn, {}).items()}
        parts = contributions(model, _alone(turn, reading), found)
        yield JudgedTurn(
            turn=turn,
            probability=model.probability({part.feature: part.value for part in parts}),
            against=tuple(_back(part, turn) for part in parts if part.spans and part.amount < 0),
        )


def _alone(turn: int, reading: Reading) -> Reading:
    """The reading of one turn."""
    return replace(
        reading,
        transcript=replace(reading.transcript, turns=(reading.transcript.turns[turn],)),
        signals=Signals(sentiment=reading.signals.sentiment[turn : turn + 1], timed=False),
    )


def _back(part: Contribution, turn: int) -> Contribution:
    """The contribution with its places in the whole transcript."""
    return replace(part, spans=tuple(span._replace(turn=turn) for span in part.spans))
