"""Whether a shopper can pass as a persona: the values that it asks for."""

import re
from collections.abc import Mapping

Value = str | int | tuple[str, ...]
_SPAN = re.compile(r"(\d+) ?[-–] ?(\d+)", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)


def misfits(asked: Mapping[str, tuple[str, ...]], profile: Mapping[str, Value]) -> tuple[str, ...]:
    """What a persona asks for and a shopper's profile does not have, by name; empty: it fits."""
    return tuple(name for name, values in asked.items() if not _has(values, profile.get(name)))


def shown(value: Value | None) -> str:
    """A value of a profile as reasons name it."""
    if value is None:
        return "not given"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _has(wanted: tuple[str, ...], value: Value | None) -> bool:
    if value is None:
        return False
    own = value if isinstance(value, tuple) else (str(value),)
    return any(_is(one, text) for one in wanted for text in own)


def _is(wanted: str, text: str) -> bool:
    """The same word whatever the case, or a number within a span such as 18-30, ends included."""
    span = _SPAN.fullmatch(wanted.strip())
    if span is not None and _NUMBER.fullmatch(text.strip()):
        return int(span[1]) <= int(text) <= int(span[2])
    return wanted.strip().casefold() == text.strip().casefold()
