"""Words for numbers and lists, as every output says them."""

from collections.abc import Sequence


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


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty for none."""
    *most, end = words or ("",)
    return f"{', '.join(most)} {last} {end}" if most else end
