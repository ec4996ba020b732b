"""`qa shop show`."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.shop.viewer import Viewer

if TYPE_CHECKING:
    from qa_toolkit.store.shop_payments import Claimed
    from qa_toolkit.workflow.shops.showing import ShownShop


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples: qa shop show m-4hik; qa shop show m-4hik --as shopper")(show)


@told
def show(
    shop: Annotated[str, typer.Argument(metavar="ID", help="As listed; its first characters do.")],
    as_: Annotated[
        Viewer,
        typer.Option(
            "--as",
            help="What a shopper may see (no remarks of editors), or a client (nothing before "
            "it is final, and neither people nor pay).",
        ),
    ] = Viewer.EDITOR,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show one shop: what was assigned, what happened since, findings, grade and pay."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.showing import show_shop

    with open_project(project) as opened:
        shown = show_shop(opened, shop, as_)
    if json:
        say_json(_document(shown))
        return
    _say_assignment(shown)
    if as_ is not Viewer.CLIENT:
        _say_life(shown)
        _say_work(shown)
        _say_pay(shown)


def _say_assignment(shown: "ShownShop") -> None:
    opened = shown.opened
    known = opened.shop.assignment
    location = opened.location
    say(f"{known.id}  {opened.scenario.scenario.title}")
    where = location.with_address
    say(f"where: {where}")
    say(f"when: {known.day:%Y-%m-%d}, {known.opens_at:%H:%M} to {known.closes_at:%H:%M}")
    say(f"status: {opened.shop.status.shown}")
    if shown.viewer is Viewer.CLIENT:
        return
    say(f"shopper: {opened.shopper.shown}")
    say(f"form: {known.scenario} {known.scenario_version}, {known.scenario_hash[:8]}")


def _say_life(shown: "ShownShop") -> None:
    from qa_toolkit.shops.people import shown as name_of
    from qa_toolkit.workflow.shops import moments

    opened = shown.opened
    if not shown.steps:
        return
    say()
    say_table(
        ("When", "Status", "By", "As", "Log", "Why"),
        (
            (
                moments.shown(step.at, opened),
                step.status.shown,
                name_of(opened.file, step.by),
                step.role.value,
                str(step.log or ""),
                step.why,
            )
            for step in shown.steps
        ),
    )


def _say_work(shown: "ShownShop") -> None:
    from qa_toolkit.shops.people import shown as name_of

    if shown.findings:
        say()
        # that command is for those who check: it names whose text was copied
        more = f" (qa shop check {shown.opened.shop.id})" if shown.viewer is Viewer.EDITOR else ""
        say(f"checks: {shown.findings_told}{more}")
    for one in shown.heard:
        quote = f" '{one.quote}'" if one.quote else ""
        say(f"heard otherwise: {one.question} {one.reason}{quote}")
    for given in shown.grades:
        say(f"grade: {given.grade} by {name_of(shown.opened.file, given.by)}: {given.reasons}")


def _say_pay(shown: "ShownShop") -> None:
    for owed in shown.payments:
        note = f" for {owed.note}" if owed.note else ""
        say(f"{owed.kind}: {owed.amount:.2f} {owed.currency}{note}, owed since {owed.at[:10]}")
    for one in shown.claims:
        if one.answer is None or not one.answer.granted:
            claim = one.claim
            say(f"claimed: {claim.amount:.2f} {claim.currency} for {claim.note}, {_answer(one)}")


def _answer(claimed: "Claimed") -> str:
    answer = claimed.answer
    return "waits for a manager" if answer is None else f"refused: {answer.why}"


def _document(shown: "ShownShop") -> dict[str, object]:
    opened = shown.opened
    known = opened.shop.assignment
    seen: dict[str, object] = {
        "id": known.id,
        "plan": known.plan,
        "scenario": known.scenario,
        "scenario_version": known.scenario_version,
        "location": known.location,
        "day": known.day.isoformat(),
        "status": opened.shop.status.value,
    }
    if shown.viewer is Viewer.CLIENT:
        return seen
    return seen | {
        "shopper": known.shopper,
        "opens_at": known.opens_at.isoformat(),
        "closes_at": known.closes_at.isoformat(),
        "fee": str(known.fee),
        "most_expenses": str(known.most_expenses),
        "currency": known.currency,
        "steps": [asdict(step) for step in shown.steps],
        "findings": [one.document() for one in shown.findings],
        "heard_otherwise": [asdict(one) for one in shown.heard],
        "grades": [asdict(given) for given in shown.grades],
        "payments": [asdict(owed) | {"amount": str(owed.amount)} for owed in shown.payments],
        "claims": [
            asdict(one.claim)
            | {"amount": str(one.claim.amount)}
            | {"answer": asdict(one.answer) if one.answer else None}
            for one in shown.claims
        ],
    }
