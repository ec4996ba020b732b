"""What was typed, as messages repeat it."""

_LONGEST = 40


def quoted(text: str) -> str:
    """In quotes, on one line and cut short: a pasted page would bury what is said of it."""
    words = " ".join(text.split())
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"'{short}'"
