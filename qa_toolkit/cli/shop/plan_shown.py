"""What `qa shop plan` says of a drawing."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from qa_toolkit.cli.output import say, say_problem, say_table
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.domain.shop.plan import PlanFile, ShopPlan
    from qa_toolkit.workflow.shops.plan import DrawnPlan


def show(drawn: "DrawnPlan") -> None:
    """A drawing as people read it: who goes where, what found no place, what changed."""
    plan, file = drawn.plan, drawn.file
    for remark in drawn.remarks:
        say_problem(remark)
    gone = f", {len(drawn.cancelled)} of them cancelled" if drawn.cancelled else ""
    say(f"plan        {plan.id}: {counts(plan)}{gone}")
    say(f"seed        {plan.seed}")
    say(f"file hash   {plan.file_hash}")
    if plan.replanned:
        say(f"drawn       the rest, from {plan.replanned.first_day}")
    if plan.counted:
        say(f"counted     {counted(len(plan.counted), 'shop')} of other plans")
    locations = {one.id: one.shown for one in file.locations}
    shoppers = {one.id: one.shown for one in file.shoppers}
    say_table(
        ("Location", "Day", "Between", "Shopper", "Scenario", "Shop"),
        (
            (
                locations[one.location],
                f"{one.day:%a} {one.day}",
                "cancelled"
                if one.id in drawn.cancelled
                else f"{one.opens_at:%H:%M}–{one.closes_at:%H:%M}",
                shoppers.get(one.shopper, one.shopper),
                one.scenario,
                one.id,
            )
            for one in sorted(
                plan.assignments, key=lambda one: (as_counted(one.location), one.day, one.id)
            )
        ),
    )
    for missing in plan.unplaced:
        where = f"{missing.scenario} at {locations[missing.location]}, number {missing.number}"
        say(f"not placed  {where}: {missing.reason}")
    for change in drawn.changes:
        say(f"changed     {change}")
    for name in drawn.cancelled:
        say(
            f"cancelled   {name} stays so; to have it held, order one more there and draw --from DAY"
        )
    if drawn.kept is None:
        say("kept        nothing (--dry-run)")
    else:
        kept = drawn.kept
        said = [
            f"{len(kept.added)} new",
            f"{len(kept.moved)} changed",
            f"{len(kept.same)} as before",
        ]
        begun = [f"{len(kept.begun)} begun and left as they were"] if kept.begun else []
        say(f"kept        {', '.join([*said, *begun])}")


def counts(plan: "ShopPlan") -> str:
    """`12 of 13 shops placed`."""
    total = len(plan.assignments) + len(plan.unplaced)
    return f"{len(plan.assignments):,} of {counted(total, 'shop')} placed"


def summary(plan: "ShopPlan", file: "PlanFile") -> dict[str, object]:
    """A plan in a few values, for programs."""
    return {
        "id": plan.id,
        "title": plan.title,
        "from": file.start.isoformat(),
        "to": file.end.isoformat(),
        "placed": len(plan.assignments),
        "not_placed": len(plan.unplaced),
        "seed": plan.seed,
        "file_hash": plan.file_hash,
    }


def document(drawn: "DrawnPlan") -> dict[str, object]:
    """A drawing with all its shops, for programs."""
    plan = drawn.plan
    shops = [
        asdict(one)
        | {
            "day": one.day.isoformat(),
            "opens_at": one.opens_at.isoformat(),
            "closes_at": one.closes_at.isoformat(),
            "fee": str(one.fee),
            "most_expenses": str(one.most_expenses),
        }
        for one in plan.assignments
    ]
    kept = None if drawn.kept is None else {n: list(v) for n, v in asdict(drawn.kept).items()}
    return summary(plan, drawn.file) | {
        "shops": shops,
        "unplaced": [asdict(one) for one in plan.unplaced],
        "counted": list(plan.counted),
        "first_day": plan.replanned.first_day.isoformat() if plan.replanned else None,
        "changes": list(drawn.changes),
        "cancelled": list(drawn.cancelled),
        "kept": kept,
        "remarks": [str(one) for one in drawn.remarks],
    }
