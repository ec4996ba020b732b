"""The order of names as people count: 2 before 10, whatever their capitals."""

import re

_SIGNS = re.compile(r"\d{1,400}|.", re.DOTALL)
"""Python makes no number of thousands of digits: a longer row of them is several."""
Order = tuple[tuple[tuple[str, int], ...], str]


def as_counted(name: str) -> Order:
    """A key to sort names by: sign by sign without case, and numbers by what they are worth.

    Among other signs a number stands where its digits do. Names that differ in capitals or leading
    zeros only stand in the order of their signs.
    """
    signs = _SIGNS.findall(name.casefold())
    return tuple(("0", int(sign)) if sign.isdecimal() else (sign, 0) for sign in signs), name
