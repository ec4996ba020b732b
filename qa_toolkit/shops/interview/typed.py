"""What was typed, as messages repeat it."""

from qa_toolkit.domain.wording import cut

_LONGEST = 40


def quoted(text: str) -> str:
    """In quotes, on one line and cut short: a pasted page would bury what is said of it."""
    return f"'{cut(' '.join(text.split()), _LONGEST)}'"
