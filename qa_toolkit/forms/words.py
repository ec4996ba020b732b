"""Text and names as a rubric can hold them."""

import re
import unicodedata
from collections.abc import Iterable

from qa_toolkit.domain.said import HALVES

LONGEST_NAME = 40
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\t]")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
# words that questions begin with and that tell nothing apart
_COMMON = """
did does do is was were are has have had can could should would will the a an of to in on for
and or with their they it its his her this that there any agent agents
"""
_WORDS_OF_A_NAME = 4


def prose(text: str) -> str:
    """Text of several lines without control characters, half characters and blank ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    clean = (HALVES.sub("\ufffd", _UNWANTED.sub(" ", line)).rstrip() for line in lines)
    return "\n".join(clean).strip()


def one_line(text: str) -> str:
    """Text on one line, with single spaces."""
    return " ".join(prose(text).split())


def is_name(text: str) -> bool:
    """Whether a text can be an id of a rubric as it is."""
    return len(text) <= LONGEST_NAME and _IDENTIFIER.fullmatch(text) is not None


def name_of(text: str, otherwise: str) -> str:
    """An id made of the telling words of a text; `otherwise` where there are none.

    `Did the agent greet the customer?` is `greet_customer`.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    telling = [word for word in words if word not in _COMMON.split()] or words
    name = ""
    for word in telling[:_WORDS_OF_A_NAME]:
        longer = f"{name}_{word}" if name else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    if name and not name[0].isalpha():
        name = f"{otherwise.split('_')[0]}_{name}"[:LONGEST_NAME]
    return name or otherwise


class Names:
    """Gives each thing a name of its own; the second `greeting` is `greeting_2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {"na", *taken}  # `na` is the answer "not applicable"

    def take(self, wanted: str) -> str:
        """The name, or the next free one like it."""
        name, number = wanted, 2
        while name in self._taken:
            tail = f"_{number}"
            name, number = f"{wanted[: LONGEST_NAME - len(tail)]}{tail}", number + 1
        self._taken.add(name)
        return name
