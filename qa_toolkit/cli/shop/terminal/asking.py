"""What a reader of lines is told and gives back, whichever way lines are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from qa_toolkit.shops.interview.commands import HELP, PREFIX


def _nothing(text: str) -> str:
    del text
    return ""


def _no_one(text: str) -> None:
    del text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One line that is asked for, or several.

    Attributes:
        keys: what Enter and other keys do here.
        status: told live below the line; takes what is typed so far.
        text: words to edit.
        many_lines: a story: Enter begins a new line, one dot alone ends it.
        line_done: takes all lines of a story each time one is complete.
        stopwatch: the space bar alone is an answer, and the line is not left on the screen.
        is_running: whether `status` changes by itself.
        files: Tab completes paths.
    """

    keys: str
    status: Callable[[str], str] = _nothing
    text: str = ""
    many_lines: bool = False
    line_done: Callable[[str], None] = _no_one
    stopwatch: bool = False
    is_running: bool = False
    files: bool = False


class Reader(Protocol):
    """Reads what is typed."""

    @property
    def shows_keys(self) -> bool:
        """Whether it shows `Asked.keys` and `Asked.status` itself."""
        ...

    def line(self, asked: Asked) -> str:
        """What is typed.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: Ctrl-D.
        """
        ...


def is_command(line: str) -> bool:
    """Whether a line of a story is none of it, but a command."""
    return line.startswith(PREFIX) or line.strip() == HELP
