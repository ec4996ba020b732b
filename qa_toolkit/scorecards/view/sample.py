"""How the interactions were drawn, and what was left out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumView:
    """One group of a draw: how many of how many, and the chance of each."""

    name: str
    drawn: int
    frame: int
    chance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """How the interactions were drawn, with what is needed to draw them again."""

    how: str
    facts: tuple[tuple[str, str], ...]
    strata: tuple[StratumView, ...]
    exclusions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """Something that was not scored, why, and what to do."""

    place: str
    reason: str
    remedy: str
