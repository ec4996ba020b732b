"""Items and messages as lines on a terminal, as narrow as it is."""

import shutil
import textwrap

import typer

from qa_toolkit.cli.output import wants_colour
from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.shops.interview.commands import EXPLAINED, HELP, NOTHING, PREFIX
from qa_toolkit.shops.interview.view import ItemView

_WIDEST = 88
"""Longer lines are hard to read."""
_COMMANDS_WIDTH = 7
_MARKS: dict[Severity, tuple[str, str]] = {
    "error": ("!", "red"),
    "warning": ("?", "yellow"),
    "info": ("i", "blue"),
}
"""Of findings; the sign is there without colours, too."""


def show_item(view: ItemView) -> None:
    """Where in the form, the question, what helps to answer it, and the choices."""
    show()
    show(view.head, dim=True)
    for notice in view.notices:
        show(notice)
    show(view.asked, bold=True)
    if view.guidance:
        show(view.guidance, indent=2, dim=True)
    for line in view.lines:
        show(line, indent=2, hang=2)
    if view.noted:
        show(f"now: {view.noted}", indent=2, hang=5)


def show(
    text: str = "", *, indent: int = 0, hang: int = 0, bold: bool = False, dim: bool = False
) -> None:
    """A text in lines of the terminal's width; without what could steer the terminal."""
    first = " " * indent
    rest = " " * (indent + hang)
    width = max(min(shutil.get_terminal_size().columns, _WIDEST) - 1, 20)
    for paragraph in tidy(text).split("\n"):
        lines = textwrap.wrap(
            paragraph, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        ) or [""]
        for line in lines:
            # False would end what the other one begins
            styled = typer.style(line, bold=bold or None, dim=dim or None)
            typer.echo(styled, color=wants_colour())


def show_wrong(text: str) -> None:
    """Why an input was not taken."""
    _marked("!", text, "red")


def show_told(text: str) -> None:
    """What came of an input."""
    show(text, indent=2, dim=True)


def show_finding(finding: ShopFinding, place: str = "") -> None:
    """One finding with its code, where it is, and what to do."""
    label, colour = _MARKS[finding.severity]
    where = f" (item {place})" if place else ""
    _marked(label, f"{finding.message} [{finding.code}]{where}", colour)
    if finding.hint:
        show(f"→ {finding.hint}", indent=4, hang=2)


def show_help(view: ItemView) -> None:
    """What can be typed here, and the commands."""
    if view.keys:
        show(f"Here: {view.keys}.")
    for wish, explained in EXPLAINED.items():
        name = f"{PREFIX}{wish.value}".ljust(_COMMANDS_WIDTH)
        show(f"{name} {explained}", indent=2, hang=_COMMANDS_WIDTH + 1)
    for name, explained in ((NOTHING, "take the answer of this item back"), (HELP, "this help")):
        show(f"{name.ljust(_COMMANDS_WIDTH)} {explained}", indent=2, hang=_COMMANDS_WIDTH + 1)
    show("Ctrl-C or Ctrl-D leaves as well; what was answered is saved already.")


def _marked(mark: str, text: str, colour: str) -> None:
    label = typer.style(mark, fg=colour, bold=True)
    width = max(min(shutil.get_terminal_size().columns, _WIDEST) - 3, 18)
    lines = [line for part in tidy(text).split("\n") for line in textwrap.wrap(part, width) or [""]]
    for number, line in enumerate(lines):
        typer.echo((label if not number else " ") + f" {line}", color=wants_colour())
