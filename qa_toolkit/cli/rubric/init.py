"""`qa rubric init`: a rubric to start from."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.output import say
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.workflow.rubric_init import Begun

T = TypeVar("T")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric init; "
        "qa rubric init support --channels call,chat --pass-mark 75 --ci gitlab"
    )(init)


@told
def init(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Of the rubric and its file.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What reports call it; else the name.")] = None,
    channels: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="call, chat, email, sms, social, visit; else call,chat."),
    ] = None,
    pillars: Annotated[
        str | None,
        typer.Option(
            metavar="LIST", help="politeness, empathy, resolution, ownership; else all four."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Two letters; else en, the one with wordings.")
    ] = None,
    pass_mark: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Over 0, up to 100; else 70.")
    ] = None,
    ci: Annotated[
        str | None, typer.Option(help="github, gitlab or none; else what is used here, or github.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing; what is not said is as above.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there.")
    ] = False,
) -> None:
    """Begin a rubric.

    Writes rubrics/NAME.yaml with cases for all that it looks for, the schemas that editors use,
    and a file for CI. Asks on a terminal, but for what the options say already. What is there
    stays.
    """
    from qa_toolkit.rubric.starter import Choices
    from qa_toolkit.workflow import rubric_answers as answers
    from qa_toolkit.workflow.rubric_init import begin

    asking = not yes and sys.stdin.isatty() and sys.stdout.isatty()

    def answer(question: str, given: str | None, default: str, read: Callable[[str], T]) -> T:
        if given is not None or not asking:
            return read(default if given is None else given)
        while True:
            try:
                return read(typer.prompt(question, default=default))
            except UsageError as error:
                say(f"{error.message}; {error.hint}")

    here = Path()
    called = answer("Name of the rubric", name, "support", answers.name)
    choices = Choices(
        name=called,
        title=answer("Title", title, answers.title_for(called), answers.title),
        channels=answer("Channels", channels, "call,chat", answers.channels),
        pillars=answer("Pillars", pillars, ",".join(answers.PILLARS), answers.pillars),
        language=answer("Language", language, "en", answers.language),
        pass_mark=answer("Pass mark", pass_mark, "70", answers.pass_mark),
    )
    chosen = answer("CI (github, gitlab, none)", ci, answers.ci_used_in(here), answers.ci)
    begun = begin(here, choices, chosen, force=force)
    _tell(begun, worded=choices.worded, gitlab=chosen == "gitlab")


def _tell(begun: "Begun", *, worded: bool, gitlab: bool) -> None:
    for path in begun.written:
        say(f"wrote {path}")
    for path in begun.kept:
        say(f"kept {path}, which was there (--force writes it again)")
    if not worded:
        say("There are wordings for English only: people rate until you write some, and the")
        say("questions are yours to translate.")
    say("Next:")
    say(f"  qa rubric check {begun.rubric}")
    say(f"  qa rubric test {begun.rubric} --coverage")
    say(f"  qa rubric docs {begun.rubric} -o guide.html")
    if gitlab:
        say("and in .gitlab-ci.yml:  include: {local: .gitlab-ci.rubrics.yml}")
