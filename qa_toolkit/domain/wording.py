"""Words for numbers and lists, as every output says them."""

from collections.abc import Sequence


def counted(count: int, one: str, many: str = "") -> str:
    """`1 call`, `2 calls`, `1,025 calls`; `many` where the plural is not the word with an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; empty for none."""
    *most, end = words or ("",)
    return f"{', '.join(most)} {last} {end}" if most else end
