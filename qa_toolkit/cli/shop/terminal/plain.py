"""Lines read one after the other, for screen readers and terminals that cannot move a cursor."""

import sys
from io import TextIOWrapper

import typer

from qa_toolkit.cli.output import say
from qa_toolkit.cli.shop.terminal.asking import Asked, is_command

PROMPT = "> "
END = "."


class PlainReader:
    """Prints nothing but lines and redraws nothing."""

    shows_keys = False

    def __init__(self) -> None:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # a stray byte is no reason to stop

    def line(self, asked: Asked) -> str:
        """As `Reader.line`."""
        if not asked.many_lines:
            return _typed()
        if asked.text:
            say("(these lines are kept; what you type goes on from them)")
        lines = asked.text.splitlines()
        while (typed := _typed()) != END:
            if is_command(typed):
                return typed
            lines.append(typed)
            asked.line_done("\n".join(lines))
        return "\n".join(lines)


def _typed() -> str:
    """One line; what is said after Ctrl-C or Ctrl-D begins on one of its own.

    Not by `input`: with GNU readline loaded, that moves the cursor.
    """
    typer.echo(PROMPT, nl=False)
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        say()
        raise
    if not line:
        say()
        raise EOFError
    return line.removesuffix("\n")
