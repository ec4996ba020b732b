"""Values of a plan that people write wrongly in ways worth a word of their own.

Each is looked at before pydantic does, whose own words are about patterns.
"""

import re
from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

NAME, CURRENCY = r"^[\w][\w.\-]*$", r"^[A-Z]{3}$"
MOST_MONEY = 1_000_000
_SHOWN = 40
_PAIR = 2


def named(value: object) -> object:
    """An id: letters, digits, and `_ . -` between them."""
    if isinstance(value, str) and re.fullmatch(NAME, value) is None:
        said = {"given": value[:_SHOWN]}
        words = "must be letters, digits and _ . - without spaces, not '{given}'"
        raise PydanticCustomError("name", words, said)
    return value


def coded(value: object) -> object:
    """A currency by its three letters (ISO 4217)."""
    if isinstance(value, str) and re.fullmatch(CURRENCY, value) is None:
        meant = f", did you mean '{value.upper()}'?" if re.fullmatch("[A-Za-z]{3}", value) else ""
        said = {"given": value[:_SHOWN], "meant": meant}
        words = "must be three capital letters, as in EUR, not '{given}'{meant}"
        raise PydanticCustomError("currency", words, said)
    return value


def in_cents(value: object) -> object:
    """An amount with at most two decimals."""
    if isinstance(value, float) and abs(value) <= MOST_MONEY:
        exact = Decimal(str(value))
        if exact != round(exact, 2):
            words = "must have at most two decimals, as in 12.50, not {given}"
            raise PydanticCustomError("cents", words, {"given": f"{exact:f}"})
    return value


def a_day_or_two(value: object) -> object:
    """A day, or a pair for a span of days; whether the pair holds days is looked at later."""
    pair = isinstance(value, list | tuple) and len(value) == _PAIR
    if not pair and not isinstance(value, date) and not _is_day(value):
        words = "must be a day such as 2026-11-22, or the first and the last day in brackets"
        raise PydanticCustomError("day_or_days", words)
    return value


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
