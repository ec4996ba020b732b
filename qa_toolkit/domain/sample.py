"""What was drawn, by which rule, repeatably."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplingPlan:
    """The rule of a draw: `size` of all, or `per_agent` of each agent; one of the two is set."""

    seed: str
    size: int | None = None
    per_agent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Interactions kept out of the frame, counted by reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One group drawn from by itself: all interactions, or those of one agent.

    Attributes:
        probability: chance of each of its interactions to be drawn (drawn / frame_size).
    """

    name: str
    frame_size: int
    drawn: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One drawn interaction with the stratum that says its inclusion probability."""

    interaction_id: str
    stratum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A draw with its manifest: all that somebody needs to draw it again and compare.

    Attributes:
        id: derived from plan and frame, so the same draw has the same id.
        frame_hash: BLAKE2b over the sorted frame, in hex.
    """

    id: str
    plan: SamplingPlan
    frame_hash: str
    frame_size: int
    exclusions: tuple[Exclusion, ...]
    strata: tuple[Stratum, ...]
    members: tuple[Member, ...]
