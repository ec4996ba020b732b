"""Plans of a project: drawn from a file, kept, drawn again and compared."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import Assignment, PlanFile, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.compare import differences
from qa_toolkit.shops.planning.file_hash import file_hash
from qa_toolkit.shops.planning.plan import plan_shops
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.keep_plan import KeptPlan, keep_plan
from qa_toolkit.workflow.shops.read_plan import UsablePlan, usable_plan
from qa_toolkit.workflow.shops.shops import kept_scenarios, plan_file_in, plan_named, plans


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPlan:
    """A plan that was drawn.

    Attributes:
        kept: what it changed in the project; None of a trial.
        changes: what differs from the drawing before, in words; empty for the first.
        cancelled: ids of shops that were cancelled before, and stay so.
        remarks: what the file is warned of.
    """

    plan: ShopPlan
    file: PlanFile
    kept: KeptPlan | None
    changes: tuple[str, ...]
    cancelled: tuple[str, ...]
    remarks: tuple[Problem, ...]


def draw_plan(project: Project, path: Path, seed: str = "", *, dry_run: bool = False) -> DrawnPlan:
    """Draw a plan from its file and keep it; shops of other plans count in its rules.

    Args:
        project: keeps it.
        path: the plan's file.
        seed: of the draw; else the one it was drawn with before, or a new one.
        dry_run: keep nothing.

    Raises:
        UsageError: the file has errors, or shops of an earlier drawing would be lost.
    """
    usable = usable_plan(path)
    before = next((one for one in plans(project) if one.id == usable.file.id), None)
    seed = seed or (before.seed if before else secrets.token_hex(8))
    plan = plan_shops(
        usable.file,
        usable.scenarios,
        usable.hashes,
        seed,
        text=usable.text,
        earlier=_earlier(project, usable, before, seed),
    )
    kept = None if dry_run else keep_plan(project, plan, usable.usable.values())
    begun = kept.begun if kept else ()
    changes = differences(before, plan, unchanged=begun) if before else ()
    return DrawnPlan(
        plan=plan,
        file=usable.file,
        kept=kept,
        changes=changes,
        cancelled=_cancelled(project, plan),
        remarks=usable.remarks,
    )


def verify_plan(project: Project, plan: ShopPlan) -> tuple[str, ...]:
    """What differs when a plan is drawn again from what was kept with it; empty: nothing.

    Shops that were kept otherwise than the plan says are told, too.
    """
    file = plan_file_in(plan.file)
    known = {one.hash: one.scenario for one in kept_scenarios(project)}
    lost = sorted({one for one in plan.scenarios.values() if one not in known})
    if lost:
        return tuple(f"the scenario with the hash {one} is not kept" for one in lost)
    scenarios = {name: known[version] for name, version in plan.scenarios.items()}
    again = plan_shops(
        file,
        scenarios,
        plan.scenarios,
        plan.seed,
        text=plan.file,
        earlier=_counted(project, plan),
    )
    return (*differences(plan, again), *_held_otherwise(project, plan))


def plan_or_last(project: Project, plan_id: str = "") -> ShopPlan:
    """The plan with this id as it was drawn last, or of all the one drawn last.

    Raises:
        UsageError: there is none.
    """
    if plan_id:
        return plan_named(project, plan_id)
    known = plans(project)
    if not known:
        raise UsageError("no plan was drawn yet", hint="qa shop plan PLAN.yaml")
    return known[-1]


def _earlier(
    project: Project, usable: UsablePlan, before: ShopPlan | None, seed: str
) -> tuple[Assignment, ...]:
    """The shops of other plans: those counted before, where the same plan is drawn again."""
    if before and (before.seed, before.file_hash) == (seed, file_hash(usable.file, usable.hashes)):
        return _counted(project, before)
    others = shops.ids(project.database).keys() - shops.ids(project.database, usable.file.id).keys()
    return tuple(
        shop.assignment
        for shop in shops.by_id(project.database, others).values()
        if shop.status is not ShopStatus.CANCELLED
    )


def _counted(project: Project, plan: ShopPlan) -> tuple[Assignment, ...]:
    """The shops of other plans that a drawing counted, as they were drawn by then.

    Another plan may have been drawn again since, and have moved them.
    """
    number = shop_plans.last_drawings(project.database)[plan.id]
    others = shop_plans.plans(project.database, before=number)
    known = {one.id: one for other in others for one in other.assignments}
    return tuple(known[name] for name in plan.counted if name in known)


def _cancelled(project: Project, plan: ShopPlan) -> tuple[str, ...]:
    kept = shops.by_id(project.database, (one.id for one in plan.assignments))
    return tuple(name for name, one in kept.items() if one.status is ShopStatus.CANCELLED)


def _held_otherwise(project: Project, plan: ShopPlan) -> Iterator[str]:
    """Shops that are kept otherwise than drawn; those that were cancelled are held by nobody."""
    kept = shops.by_id(project.database, (one.id for one in plan.assignments))
    for one in plan.assignments:
        shop = kept.get(one.id)
        if shop is None:
            yield f"{one.id} is not kept, and drawn as {where(one)}"
        elif shop.status is not ShopStatus.CANCELLED and where(shop.assignment) != where(one):
            yield f"{one.id} is kept as {where(shop.assignment)}, drawn as {where(one)}"


def where(one: Assignment) -> str:
    """An assignment in words: who, where and when."""
    return (
        f"{one.shopper} at {one.location} on {one.day}, {one.opens_at:%H:%M}–{one.closes_at:%H:%M}"
    )
