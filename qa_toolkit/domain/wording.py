"""Words for numbers, days and lists, as every output says them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def counted(count: int, one: str, many: str = "") -> str:
    """`1 call`, `2 calls`, `1,025 calls`; `many` where the plural is not the word with an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def minutes(seconds: float) -> str:
    """A time in a call: `0:07`, `12:30`, `1:02:03`."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"


def plain_number(value: Decimal) -> str:
    """A weight or mark as a person writes it: 25, not 25.00; 12.5 stays."""
    return f"{value.normalize():f}"


def size_shown(size: int) -> str:
    """Bytes: `1.2 MB`, `0.3 kB`; nothing is less than a tenth."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:,.1f} MB"
    return f"{max(size / 1_000, 0.1):.1f} kB"


def day_shown(day: date) -> str:
    """`14 Mar 2026`: no country reads it as another day."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def cut(text: str, most: int) -> str:
    """At most this many characters, with a mark where there were more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty for none."""
    *first, end = words or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end


def some_of(words: Sequence[str], most: int) -> str:
    """All of them, as `listed`; of more than so many the first: `a, b and 3 more`."""
    more = len(words) - most
    return listed(words if more <= 0 else [*words[:most], f"{more} more"])
