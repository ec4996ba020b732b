"""Measured facts about an interaction, without judgement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Silence between two consecutive turns of a call, in seconds."""

    after_turn: int
    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How long a party waited for an answer: the answering turn and the wait in seconds."""

    turn: int
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """A turn that starts while the other party still speaks, and for how many seconds both do."""

    turn: int
    both_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What was measured on one transcript.

    Attributes:
        sentiment: VADER compound in -1..1 of the customer's turns, aligned with the transcript's
            turns; None for everybody else's: an agent's empathy reads as negative.
        timed: whether the turns carry times at all; without them gaps and responses are empty
            because they are unknown, not because there were none.
        gaps: silences of a call, in order.
        agent_responses: the agent's answers to the customer, in order, with the waits.
        overlaps: turns of agent or customer that start within the other's, in order.
    """

    sentiment: tuple[float | None, ...]
    timed: bool
    gaps: tuple[Gap, ...] = ()
    agent_responses: tuple[Response, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
