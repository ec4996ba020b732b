"""What every part of a guide is made from."""

from dataclasses import dataclass
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.guides.examples import Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A rubric with what was worked out about it.

    Attributes:
        shares: each criterion's share in the total, 0..1, by its id.
    """

    rubric: Rubric
    shares: dict[str, Fraction]
    examples: tuple[Example, ...]
