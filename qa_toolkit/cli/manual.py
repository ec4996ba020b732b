"""Manual pages of rules and checks on a terminal."""

from textwrap import indent

import typer

from qa_toolkit.cli.output import say, wants_colour
from qa_toolkit.domain.manual import ManualPage


def say_page(page: ManualPage) -> None:
    """What is found and why, bad and good examples, and what to do."""
    say_heading(f"{page.code}  {page.title} ({page.severity})")
    say()
    say(page.summary)
    say()
    say(page.why)
    for title, blocks in (("Bad", page.bad), ("Good", page.good)):
        say()
        say_heading(title)
        for block in blocks:
            say()
            say(indent(block.rstrip(), "    "))
    say()
    say_heading("What to do")
    say(f"{page.fix[0].upper()}{page.fix[1:]}.")


def say_heading(text: str) -> None:
    """A line in bold."""
    typer.echo(typer.style(text, bold=True), color=wants_colour())
