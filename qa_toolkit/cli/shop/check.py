"""`qa shop check`: what the checks say of drafts, of logs handed in, or of a filled-in form."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.manual import say_page
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table, wants_colour
from qa_toolkit.cli.rubric.outputs import (
    FailOn,
    FailOnOption,
    OutputsOption,
    deliver,
    fails,
    read_outputs,
)
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.workflow.shops.check_many import CheckedShop

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop check; qa shop check m-4hikxb6a --from form.xlsx; "
        "qa shop check --plan november --fail-on warning; qa shop check --explain M201"
    )(check)


@told
def check(
    shops: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Shops; else all of which something is noted."),
    ] = None,
    plan: Annotated[
        str, typer.Option("--plan", metavar="PLAN", help="Only the shops of a plan.")
    ] = "",
    from_: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="A filled-in form; it is not kept."),
    ] = None,
    codes: Annotated[bool, typer.Option("--codes", help="List what is looked for.")] = False,
    explain: Annotated[
        str, typer.Option("--explain", metavar="CODE", help="Say what a code or a family means.")
    ] = "",
    output: OutputsOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Check what shoppers noted.

    Of each shop the draft is looked at, or what was handed in last. An error keeps a log from
    being handed in and makes the exit code 1; a warning is for the editor to judge.
    """
    if codes or explain:
        _explain(explain, json=json)
        return
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.check_many import check_file, check_shops, report_of

    outputs = read_outputs(output)
    ids = tuple(shops or ())
    if from_ is not None and len(ids) != 1:
        raise UsageError("--from needs one shop", hint="qa shop check ID --from FILE")
    with open_project(project) as opened:
        if from_ is None:
            checked = check_shops(opened, ids, plan=plan)
        else:
            checked = (check_file(opened, ids[0], from_),)
    report = report_of(checked)
    if json:
        say_json([_document(one) for one in checked])
    else:
        deliver(report, outputs, human=lambda: _show(checked))
    if fails(report, fail_on):
        raise typer.Exit(FINDINGS)


def _show(checked: "Sequence[CheckedShop]") -> None:
    for one in checked:
        if one.findings:
            _show_shop(one)
    if not checked:
        say("nothing is noted yet")
        return
    count = Counter(found.severity for one in checked for found in one.findings)
    told = ", ".join(
        (counted(count["error"], "error"), counted(count["warning"], "warning"))
        + ((counted(count["info"], "info"),) if count["info"] else ())
    )
    say(f"{counted(len(checked), 'shop')}: {told}")


def _show_shop(one: "CheckedShop") -> None:
    shop = one.opened
    title = f"{shop.shop.id}  {shop.form.title}, {shop.location.shown}"
    who = shop.shopper.shown
    typer.echo(typer.style(title, bold=True) + f"  ({who}, {one.source})", color=wants_colour())
    for found in one.findings:
        severity = typer.style(f"{found.severity:<7}", fg=_COLOURS[found.severity])
        line = f"  {severity} {found.code}  {found.where}: {found.whole}"
        typer.echo(line, color=wants_colour())
        if found.hint:
            say(f"          → {found.hint}")
    say()


def _document(one: "CheckedShop") -> dict[str, object]:
    shop = one.opened
    return {
        "shop": shop.shop.id,
        "plan": shop.shop.assignment.plan,
        "location": shop.location.id,
        "shopper": shop.shop.shopper,
        "status": shop.shop.status.value,
        "log": one.source,
        "findings": [found.document() for found in one.findings],
    }


def _explain(which: str, *, json: bool) -> None:
    from dataclasses import asdict

    from qa_toolkit.workflow.shops.check_manual import check_pages

    pages = check_pages(which)
    if json:
        say_json([asdict(page) for page in pages])
    elif len(pages) == 1:
        say_page(pages[0])
    else:
        rows = ((page.code, page.severity, page.title, page.summary) for page in pages)
        say_table(("Code", "Severity", "What it finds", "In a sentence"), rows)
