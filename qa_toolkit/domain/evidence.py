"""The words a rating rests on."""

from dataclasses import dataclass
from decimal import Decimal

CUE_NOTE = "occasion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote from one turn that an indicator found.

    Attributes:
        turn: index of the turn in the transcript.
        start: first character of the quote in the turn's text.
        end: one past its last character; `turn.text[start:end] == quote`.
        indicator: id of the indicator that found it.
        effect: the points it speaks for (positive) or against (negative).
        note: what was measured, for evidence that is not only words ("waited 214 s").
    """

    turn: int
    start: int
    end: int
    quote: str
    indicator: str
    effect: Decimal
    note: str = ""

    @property
    def is_cue(self) -> bool:
        """Whether it is the situation and no behaviour: what the customer said that called for one."""
        return self.note == CUE_NOTE
