"""Names that may be said, put the way a recogniser takes them."""

from collections.abc import Sequence


def as_prompt(vocabulary: Sequence[str]) -> str:
    """The names as one finished sentence; empty without any.

    Whisper takes it for what was said just before, and writes names as it finds them there. Without
    the full stop it goes on in the middle of that sentence: "Pebblewick, Tom speaking" became
    "speaking" with the prompt "Pebblewick, Tom".
    """
    return f"{', '.join(vocabulary)}." if vocabulary else ""
