"""What becomes of an item: it is done, or it failed for a reason."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")


class Cause(StrEnum):
    """What ended an item that failed."""

    ITEM = "item"
    """The function refused it as `Unusable`; it would do so again."""
    PASSING = "passing"
    """The function refused it for a reason that may pass, such as a server that is down."""
    UNEXPECTED = "unexpected"
    """An error that nobody foresaw."""
    CRASH = "crash"
    """The worker process died of it, or was killed."""
    TIME = "time"
    """It took longer than its limit."""
    MEMORY = "memory"
    """It needed more memory than its limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[Item, Value]):
    """An item with what was made of it."""

    item: Item
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Generic[Item]):
    """An item that nothing was made of, with the reason in words for people."""

    item: Item
    reason: str
    hint: str = ""
    cause: Cause = Cause.ITEM
