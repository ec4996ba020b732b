"""`qa shop expense` and `qa shop payroll`."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ByOption, JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.shops.payroll import Payroll


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog="Examples: qa shop expense m-4hik 4.50 --note 'bus ticket' --by maya; "
        "qa shop expense m-4hik --grant --by kim"
    )(expense)
    app.command(
        epilog="Examples: qa shop payroll; qa shop payroll --period 2026-11 --to november.csv"
    )(payroll)


@told
def expense(
    shop: Annotated[str, typer.Argument(metavar="ID", help="As listed; its first characters do.")],
    amount: Annotated[
        str | None, typer.Argument(metavar="[AMOUNT]", help="What was spent, such as 4.50.")
    ] = None,
    *,
    by: ByOption,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What it was for.")] = "",
    grant: Annotated[
        bool, typer.Option("--grant", help="Grant what waits: it is owed from now on.")
    ] = False,
    refuse: Annotated[bool, typer.Option("--refuse", help="Refuse what waits.")] = False,
    why: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Reasons; the shopper reads them.")
    ] = "",
    project: ProjectOption = None,
) -> None:
    """Claim what was spent on a shop of yours; or, as a manager, grant or refuse what is claimed."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.expenses import answer_claims, claim_expense

    if [amount is not None, grant, refuse].count(True) != 1:
        raise UsageError("an amount to claim, --grant, or --refuse", hint="one of them")
    with open_project(project) as opened:
        if amount is None:
            answered = answer_claims(opened, shop, granted=grant, by=by, why=why)
            for one in answered:
                claim = one.claim
                word = "owed" if grant else "refused"
                say(f"{claim.shop}: {claim.amount:.2f} {claim.currency} for {claim.note} is {word}")
            return
        claimed = claim_expense(opened, shop, _money(amount), by=by, note=note).shop
    say(
        f"{claimed.id}: {_money(amount):.2f} {claimed.assignment.currency} for {note} waits for a manager"
    )


@told
def payroll(
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="DAYS",
            help="Only what is owed since then: a fee since its shop is final, an expense since it "
            "was granted. 2026-11, 2026-W47, 2026-11-01..2026-11-15 and the like.",
        ),
    ] = None,
    plan: Annotated[
        str, typer.Option("--plan", metavar="ID", help="Only the shops of this plan.")
    ] = "",
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="FILE", help="Write it: .csv, .xlsx or .json; it counts as exported."
        ),
    ] = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Say what is owed to shoppers; nothing is paid here.

    What an earlier file had already stays in the totals and is named beside them.
    """
    from qa_toolkit.shops.payroll import document
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.payroll import export_payroll
    from qa_toolkit.workflow.shops.payroll import payroll as made_of

    with open_project(project) as opened:
        made = made_of(opened, period=period, plan=plan)
        if to is not None:
            export_payroll(opened, made, to)
    if json:
        say_json(document(made))
        return
    _show(made)
    if to is not None:
        say(f"wrote {to}")


def _show(made: "Payroll") -> None:
    if not made.lines:
        say("nothing is owed" + (f" in {made.period}" if made.period else ""))
        return
    headings = ("Shopper", "Final", "Fees", "Expenses", "Total", "Exported before", "To pay")
    say_table(
        (*headings, "Waiting", "Currency"),
        (
            (
                line.name,
                str(line.shops),
                *(
                    str(amount)
                    for amount in (
                        line.fees,
                        line.expenses,
                        line.total,
                        line.exported,
                        line.to_pay,
                        line.waiting,
                    )
                ),
                line.currency,
            )
            for line in made.lines
        ),
    )
    before = sum(bool(one.exported_at) for one in made.payments)
    told_before = f", {before} of them exported before" if before else ""
    say(counted(len(made.payments), "payment") + told_before)


def _money(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise UsageError(f"'{text}' is no amount of money", hint="write it like 4.50") from None
