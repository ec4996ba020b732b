"""Ranges of a number as people write them ↔ those of a criterion.

`0-4=10` is inclusive on both ends and for whole numbers: from 0, below 5. `>=0 <2.5=10`, `<2=5`
and `>=10=0` say what they mean.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import inf

from qa_toolkit.domain.rubric import Range
from qa_toolkit.errors import Unusable

_NUMBER = r"-?\d{1,9}(?:\.\d{1,6})?"
_INCLUSIVE = re.compile(r"(?P<low>-?\d{1,9})\s*(?:-|–|to|\.\.)\s*(?P<high>-?\d{1,9})")
_BOUNDS = re.compile(
    rf"(?:(?P<more>>=|≥|>)\s*(?P<low>{_NUMBER}))?\s*(?:(?P<less><=|≤|<)\s*(?P<high>{_NUMBER}))?"
)
_PIECE = re.compile(r"(?P<bounds>.+?)\s*=\s*(?P<points>-?\d{1,4})")
_WHOLE = re.compile(r"-?\d{1,9}")
_HINT = "write 0-4=10; 5-9=5; >=10=0"


def range_keys(pieces: Sequence[str], *, counts: bool) -> dict[str, object]:
    """The keys of a criterion that is answered with a number.

    Raises:
        Unusable: a range cannot be made out, or all give the same points although it counts.
    """
    ranges = [_range(piece) for piece in pieces]
    ends = sorted((known.get("from", -inf), known.get("below", inf)) for known in ranges)
    if any(start < below for (_, below), (start, _) in pairwise(ends)):
        raise Unusable("two ranges overlap", hint=_HINT)
    if any(start >= below for start, below in ends):
        raise Unusable("there is no number in one of the ranges", hint=_HINT)
    if not ranges or (counts and len({known["points"] for known in ranges}) < 2):
        raise Unusable("a number needs ranges with different points", hint=_HINT)
    return {"type": "number", "ranges": ranges}


def shown_range(known: Range) -> str:
    """A range as it is written in a cell."""
    low = "" if known.start is None else f">={_plain(known.start)}"
    high = "" if known.below is None else f"<{_plain(known.below)}"
    return f"{' '.join(filter(None, (low, high))) or '>=-999999999'}={known.points}"


def _range(piece: str) -> dict[str, float]:
    found = _PIECE.fullmatch(piece)
    if found is None or abs(int(found["points"])) > 1000:
        raise Unusable(f"'{piece[:60]}' is no range with its points", hint=_HINT)
    points = int(found["points"])
    text = found["bounds"].strip()
    if inclusive := _INCLUSIVE.fullmatch(text):
        low, high = int(inclusive["low"]), int(inclusive["high"])
        if high < low:
            raise Unusable(f"the range '{text}' ends before it begins", hint=_HINT)
        return {"from": low, "below": high + 1, "points": points}
    if _WHOLE.fullmatch(text):
        return {"from": int(text), "below": int(text) + 1, "points": points}
    bounds = _BOUNDS.fullmatch(text)
    if bounds is None or not (bounds["low"] or bounds["high"]):
        raise Unusable(f"'{text[:60]}' is no range of numbers", hint=_HINT)
    keys: dict[str, float] = {}
    for name, number, sign in (
        ("from", bounds["low"], bounds["more"]),
        ("below", bounds["high"], bounds["less"]),
    ):
        if number:
            keys[name] = _bound(number, next_one=sign in (">", "<=", "≤"))
    return {**keys, "points": points}


def _bound(number: str, *, next_one: bool) -> float:
    """`> 4` begins at 5 and `<= 4` ends below 5, which holds for whole numbers only."""
    value = Decimal(number)
    if next_one and value != value.to_integral_value():
        raise Unusable(f"'{number}' with > or <= is exact for whole numbers only", hint=_HINT)
    return float(value + 1 if next_one else value)


def _plain(number: float) -> str:
    return f"{Decimal(repr(number)).normalize():f}"
