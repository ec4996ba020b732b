"""The one rounding, half up: for what people read, never for what is compared."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from qa_toolkit.domain.score import to_decimal

_HALF_UP = Context(prec=28, rounding=ROUND_HALF_UP)
_TENTH = Decimal("0.1")


def one_place(value: Decimal | Fraction) -> Decimal:
    """To one decimal place: 62.25 becomes 62.3, 79.95 becomes 80.0."""
    exact = to_decimal(value) if isinstance(value, Fraction) else value
    return exact.quantize(_TENTH, context=_HALF_UP)


@lru_cache(maxsize=4096)
def whole_percent(share: float) -> str:
    """A share of 0..1 as whole percent: `83 %`; 0.125 is 13 %."""
    return f"{(Decimal(str(share)) * 100).quantize(Decimal(1), context=_HALF_UP)} %"
