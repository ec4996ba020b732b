"""`qa shop log`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, INTERRUPTED, told
from qa_toolkit.cli.options import ByOption, JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_problems
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.cli.shop.terminal.asking import Reader
    from qa_toolkit.domain.shop.finding import ShopFinding
    from qa_toolkit.workflow.project import Project


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop log m-k2x7q4ab --by maya; "
        "qa shop log m-k2x7q4ab --from log.yaml --submit --by maya"
    )(log)


@told
def log(
    shop: Annotated[str, typer.Argument(metavar="ID", help="The shop; its first letters do.")],
    by: ByOption,
    file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Take the log from a YAML, JSON or XLSX file."),
    ] = None,
    submit: Annotated[
        bool, typer.Option("--submit", help="Hand the log in without questions.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="Print what was noted so far.")] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Lines only, nothing redrawn: for screen readers."),
    ] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Note what happened in a shop, question by question.

    Each answer is saved at once: whatever happens, the same command goes on from there.
    """
    if show and (submit or file):
        raise UsageError("--show goes with neither --submit nor --from")
    if json and not (show or submit or file):
        raise UsageError("--json goes with --show, --submit or --from")
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        if file is not None:
            _from_file(opened, shop, file, by=by, submit=submit, json=json)
        elif show:
            _show(opened, shop, by=by, json=json)
        elif submit:
            _submit(opened, shop, by=by, json=json)
        else:
            _ask(opened, shop, by=by, plain=plain)


def _ask(project: "Project", shop: str, *, by: str, plain: bool) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "the form asks its questions on a terminal, and this is none",
            hint=f"qa shop form {shop} makes a form to fill in; then qa shop log {shop} --by {quote(by)} --from FILE",
        )
    from qa_toolkit.cli.shop.terminal.conversation import Conversation
    from qa_toolkit.cli.shop.terminal.opening import show_opening
    from qa_toolkit.workflow.shops.guided import resume

    guided = resume(project, shop, by=by)
    show_opening(guided)
    go_on = f"go on with: qa shop log {guided.opened.shop.id} --by {quote(by)}"
    try:
        with _reading(plain=plain) as reader:
            conversation = Conversation(project=project, guided=guided, reader=reader)
            submitted = conversation.hold()
    except (KeyboardInterrupt, EOFError):
        say(f"saved; {go_on}")
        raise typer.Exit(INTERRUPTED) from None
    if not submitted:
        say(f"saved; {go_on}")
        return
    say(f"{guided.opened.shop.id} is submitted; an editor reads it next")
    if any(one.kind == "recording" for one in conversation.interview.log.attachments):
        say("the recording will be transcribed")


@contextmanager
def _reading(*, plain: bool) -> Iterator["Reader"]:
    if plain or os.environ.get("TERM", "").casefold() in ("dumb", "unknown"):
        from qa_toolkit.cli.shop.terminal.plain import PlainReader

        yield PlainReader()
        return
    from qa_toolkit.cli.shop.terminal.keyboard import Keyboard

    with Keyboard().taking_all_keys() as keyboard:
        yield keyboard


def _from_file(
    project: "Project", shop: str, file: Path, *, by: str, submit: bool, json: bool
) -> None:
    from qa_toolkit.workflow.shops.log_from import from_file

    done = from_file(project, shop, file, by=by, submit=submit)
    opened = done.opened.shop
    if json:
        say_json(
            {
                "id": opened.id,
                "status": opened.status.value,
                "submitted": done.submitted,
                "findings": [one.for_shopper() for one in done.findings],
                "remarks": [str(remark) for remark in done.remarks],
            }
        )
    else:
        say_problems(done.remarks, "To be looked at")
        _tell(opened.id, done.findings, by=by, submitted=done.submitted, tried=submit)
    _end(done.findings, wanted=submit)


def _submit(project: "Project", shop: str, *, by: str, json: bool) -> None:
    from qa_toolkit.workflow.shops.guided import hand_in, resume

    done = hand_in(project, resume(project, shop, by=by))
    opened = done.opened.shop
    if json:
        say_json(
            {
                "id": opened.id,
                "status": opened.status.value,
                "submitted": done.is_submitted,
                "findings": [one.for_shopper() for one in done.findings],
            }
        )
    else:
        _tell(opened.id, done.findings, by=by, submitted=done.is_submitted, tried=True)
    _end(done.findings, wanted=True)


def _show(project: "Project", shop: str, *, by: str, json: bool) -> None:
    from qa_toolkit.cli.shop.terminal.listing import show_draft
    from qa_toolkit.workflow.shops.guided import document, look

    guided = look(project, shop, by=by)
    if json:
        say_json(document(guided))
    else:
        show_draft(guided.interview)


def _tell(
    shop: str, findings: "tuple[ShopFinding, ...]", *, by: str, submitted: bool, tried: bool
) -> None:
    from qa_toolkit.cli.shop.terminal.screen import show_finding

    for finding in sorted(findings, key=lambda one: one.severity != "error"):
        show_finding(finding, finding.where)
    errors = sum(finding.severity == "error" for finding in findings)
    if submitted:
        say(f"{shop} is submitted; an editor reads it next")
    elif tried:
        say(f"{shop} is not submitted: {counted(errors, 'error')}")
    else:
        say(f"{shop} is saved; qa shop log {shop} --by {quote(by)} --submit hands it in")


def _end(findings: "tuple[ShopFinding, ...]", *, wanted: bool) -> None:
    if wanted and any(finding.severity == "error" for finding in findings):
        raise typer.Exit(FINDINGS)
