"""Ratings by evaluators, whatever file they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.score import RatingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one evaluator said of one criterion in one interaction.

    Attributes:
        status: rated, not applicable, or needs review where a machine abstained.
        value: the rating; None unless the status is `rated`.
        strength: how much of the behaviour was shown, 0..1, where a machine says so.
    """

    interaction: str
    criterion: str
    status: RatingStatus
    value: float | None = None
    strength: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluator:
    """Somebody who rated, or a machine, with one rating for each interaction and criterion."""

    name: str
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read of rating files.

    Attributes:
        agents: the agent of interactions, where a file says so.
        problems: rows and cells that could not be used.
    """

    evaluators: tuple[Evaluator, ...]
    agents: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
