"""What an export is made from: the scored interactions, the rubric, the sample, what is missing."""

from dataclasses import dataclass

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a writer may show.

    Attributes:
        scored: scorecards of this rubric, in any order.
        sample: the draw the interactions came from; None when all of them were scored.
        left_out: what was not scored, and why.
    """

    scored: tuple[Scored, ...]
    rubric: Rubric
    sample: Sample | None = None
    left_out: tuple[Problem, ...] = ()
