"""`qa rubric explain`: what a code means, and what to do about it."""

from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.manual import say_heading, say_page
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import say, say_json, say_table

if TYPE_CHECKING:  # the rules load pydantic; `qa --help` needs none of it
    from collections.abc import Sequence

    from qa_toolkit.findings.report import RuleText
    from qa_toolkit.workflow.rubric_explain import Page


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples: qa rubric explain R204; qa rubric explain R2")(explain)


@told
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="A code (R204) or a family (R2); else all.")
    ] = "",
    json: JsonOption = False,
) -> None:
    """Say what a code of 'qa rubric check' means.

    A code is explained with a bad and a good example, and how to silence it; a family, or all
    codes, are listed.
    """
    from dataclasses import asdict

    from qa_toolkit.workflow.rubric_explain import notes, pages

    if noted := notes(code):
        _say_notes(noted, json=json)
        return
    found = pages(code)
    if json:
        say_json([asdict(page) for page in found])
    elif len(found) == 1:
        _say_rule(found[0])
    else:
        rows = ((page.code, page.severity, page.title) for page in found)
        say_table(("Code", "Severity", "What it finds"), rows)


def _say_notes(notes: "Sequence[RuleText]", *, json: bool) -> None:
    """The codes of `qa rubric test` and `diff`."""
    from dataclasses import asdict

    if json:
        say_json([asdict(note) for note in notes])
    elif len(notes) > 1:
        rows = ((note.code, note.severity, note.title) for note in notes)
        say_table(("Code", "Severity", "What it tells"), rows)
    else:
        (note,) = notes
        say_heading(f"{note.code}  {note.title} ({note.severity})")
        say()
        say(note.explanation)


def _say_rule(page: "Page") -> None:
    say_page(page)
    say()
    say_heading("To silence it")
    if page.silence:
        say(f"    {page.silence}")
        say("at the end of the line where it is found, on a line of its own above, or above")
        say("everything for the whole file.")
    else:
        say("It cannot be silenced: without this the file is no rubric.")
