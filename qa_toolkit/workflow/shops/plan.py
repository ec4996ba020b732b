"""Plans of a project: drawn from a file, kept, drawn again and compared."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import Assignment, PlanFile, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.again import Before
from qa_toolkit.shops.planning.checks.room import shops_ordered
from qa_toolkit.shops.planning.compare import differences
from qa_toolkit.shops.planning.draw import METHOD
from qa_toolkit.shops.planning.file_hash import file_hash
from qa_toolkit.shops.planning.plan import plan_shops
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.keep_plan import KeptPlan, keep_plan
from qa_toolkit.workflow.shops.kept import kept_scenarios, plan_file_in, plan_named, plans
from qa_toolkit.workflow.shops.plan_before import counted_by, drawing_before, going_on
from qa_toolkit.workflow.shops.read_plan import UsablePlan, usable_plan

_STAGE = "draw"


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


def draw_plan(
    project: Project,
    path: Path,
    seed: str = "",
    *,
    first_day: date | None = None,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> DrawnPlan:
    """Draw a plan from its file and keep it; shops of other plans count in its rules.

    Args:
        project: keeps it.
        path: the plan's file.
        seed: of the draw; else the one it was drawn with before, or a new one.
        first_day: draw only what was not begun and no longer fits, for this day or later.
        dry_run: keep nothing.
        progress: hears of the shops that are through.

    Raises:
        UsageError: the file has errors, or shops of an earlier drawing would be lost; there is none
            to go on with, or the day is none of the plan; or a plan that was drawn again on its way
            would be drawn whole without anybody saying so.
    """
    usable = usable_plan(path)
    before = next((one for one in plans(project) if one.id == usable.file.id), None)
    if before and before.replanned and first_day is None and not seed:
        raise UsageError(
            f"'{before.id}' was planned again from {before.replanned.first_day}: drawn whole, what "
            "stands since would move",
            hint="draw the rest with --from DAY, or all of it with --seed",
        )
    stands_on = None if first_day is None else going_on(project, usable.file, before, first_day)
    seed = seed or (before.seed if before else secrets.token_hex(8))
    with _drawing(progress, usable.file) as each:
        plan = plan_shops(
            usable.file,
            usable.scenarios,
            usable.hashes,
            seed,
            text=usable.text,
            earlier=_earlier(project, usable, None if stands_on else before, seed),
            before=stands_on,
            each=each,
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


def verify_plan(project: Project, plan: ShopPlan, progress: Progress = SILENT) -> tuple[str, ...]:
    """What differs when a plan is drawn again from what was kept with it; empty: nothing.

    Of a plan that was drawn again on its way, the drawings before are drawn again, too. Shops that
    were kept otherwise than the plan says are told as well.
    """
    number = shop_plans.last_drawings(project.database)[plan.id]
    return (*_drawn_otherwise(project, plan, number, progress), *_held_otherwise(project, plan))


def _drawn_otherwise(
    project: Project, plan: ShopPlan, number: int, progress: Progress
) -> Iterator[str]:
    """What differs in a drawing, by its number, and in those that it goes on with."""
    known = {one.hash: one.scenario for one in kept_scenarios(project)}
    lost = sorted({one for one in plan.scenarios.values() if one not in known})
    if lost:
        yield from (f"the scenario with the hash {one} is not kept" for one in lost)
        return
    before = drawing_before(project, plan.id, number) if plan.replanned else None
    if plan.method != METHOD:
        yield (
            f"it was drawn by method {plan.method}, and this version of the toolkit draws by method "
            f"{METHOD}: verify it with the version that drew it"
        )
        return
    if plan.replanned and before is None:
        yield "the drawing that this one goes on with is not kept"
        return
    if before is not None:
        told = _drawn_otherwise(project, before[1], before[0], progress)
        yield from (f"in the drawing before: {one}" for one in told)
    file = plan_file_in(plan.file)
    with _drawing(progress, file) as each:
        again = plan_shops(
            file,
            {name: known[version] for name, version in plan.scenarios.items()},
            plan.scenarios,
            plan.seed,
            text=plan.file,
            earlier=counted_by(project, plan, number),
            before=Before(assignments=before[1].assignments, how=plan.replanned)
            if before and plan.replanned
            else None,
            each=each,
        )
    yield from differences(plan, again)


@contextmanager
def _drawing(progress: Progress, file: PlanFile) -> Iterator[Callable[[], object]]:
    """Tells how far a draw is; gives what to call behind each shop."""
    progress.start(_STAGE, shops_ordered(file).total())
    yield lambda: progress.advance(_STAGE)
    progress.finish(_STAGE)


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
        return counted_by(project, before, shop_plans.last_drawings(project.database)[before.id])
    others = shops.ids(project.database).keys() - shops.ids(project.database, usable.file.id).keys()
    return tuple(
        shop.assignment
        for shop in shops.by_id(project.database, others).values()
        if shop.status is not ShopStatus.CANCELLED
    )


def _cancelled(project: Project, plan: ShopPlan) -> tuple[str, ...]:
    kept = shops.by_id(project.database, (one.id for one in plan.assignments))
    return tuple(name for name, one in kept.items() if one.status is ShopStatus.CANCELLED)


def _held_otherwise(project: Project, plan: ShopPlan) -> Iterator[str]:
    """Shops that are kept otherwise than drawn; those that were cancelled are held by nobody."""
    kept = shops.by_id(project.database, (one.id for one in plan.assignments))
    for one in plan.assignments:
        shop = kept.get(one.id)
        if shop is None:
            yield f"{one.id} is not kept, and drawn as {one.shown}"
        elif shop.status is not ShopStatus.CANCELLED and shop.assignment.shown != one.shown:
            yield f"{one.id} is kept as {shop.assignment.shown}, drawn as {one.shown}"
