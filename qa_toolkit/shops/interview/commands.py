"""Lines that begin with a colon: what is wished rather than answered."""

from dataclasses import dataclass
from enum import StrEnum

from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.typed import quoted

PREFIX = ":"
HELP = "?"
NOTHING = "-"
"""Takes an answer back."""


class Wish(StrEnum):
    """What a command asks for."""

    HELP = "help"
    UNDO = "undo"
    BACK = "back"
    NEXT = "next"
    SKIP = "skip"
    GO = "go"
    NOTE = "note"
    LIST = "list"
    SAVE = "save"
    SUBMIT = "submit"
    """Typed in the review only."""


EXPLAINED = {
    Wish.UNDO: "take back the last answer; again for the one before",
    Wish.BACK: "go back one item",
    Wish.NEXT: "go on one item",
    Wish.SKIP: "leave it open and go on",
    Wish.GO: "go to an item: :go 3, :go times, :go open",
    Wish.NOTE: "keep a comment on this question: :note the bell was out of order",
    Wish.LIST: "all items, with what is open",
    Wish.SAVE: "save and leave; the same command goes on from here",
}
_OTHER_NAMES = {"quit": Wish.SAVE, "q": Wish.SAVE, "exit": Wish.SAVE, "forward": Wish.NEXT}


@dataclass(frozen=True, slots=True)
class Command:
    """A wish, with the words behind it."""

    wish: Wish
    words: str = ""


def read_command(text: str) -> Command | Wrong | None:
    """The command that a line is; None for an answer."""
    line = text.strip()
    if line == HELP:
        return Command(Wish.HELP)
    if not text.startswith(PREFIX):
        return None
    name, _, words = line[len(PREFIX) :].partition(" ")
    name = name.casefold()
    if name in _OTHER_NAMES:
        return Command(_OTHER_NAMES[name], words.strip())
    found = [wish for wish in (*EXPLAINED, Wish.HELP) if name and wish.value.startswith(name)]
    if len(found) == 1:
        return Command(found[0], words.strip())
    return Wrong(
        f"there is no command {quoted(PREFIX + name)}; ? lists them "
        "(a text that begins with a colon: put a blank before it)"
    )
