"""What a drawing of a plan stands on: the drawing before it, and the shops of other plans."""

from datetime import date

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import Assignment, PlanFile, Replanned, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.again import Before
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.keep_plan import is_begun


def going_on(project: Project, file: PlanFile, before: ShopPlan | None, first_day: date) -> Before:
    """What became of the drawing before, to go on with from a day.

    Raises:
        UsageError: there is none, or the day is none of the plan.
    """
    if before is None:
        raise UsageError(
            f"'{file.id}' was not drawn yet, so there is no rest to draw", hint="leave --from out"
        )
    if not file.start <= first_day <= file.end:
        raise UsageError(f"{first_day} is no day of the plan: {file.start} to {file.end}")
    known = shops.by_id(project.database, shops.ids(project.database, file.id))
    gone = {name for name, one in known.items() if one.status is ShopStatus.CANCELLED}
    begun = {name for name, one in known.items() if is_begun(one)} - gone
    how = Replanned(first_day=first_day, begun=tuple(sorted(begun)), cancelled=tuple(sorted(gone)))
    return Before(assignments=before.assignments, how=how)


def drawing_before(project: Project, plan_id: str, number: int) -> tuple[int, ShopPlan] | None:
    """The drawing of a plan before one, with its number."""
    known = shop_plans.drawings(project.database, range(1, number))
    return max(
        ((n, one) for n, one in known.items() if one.id == plan_id),
        key=lambda one: one[0],
        default=None,
    )


def counted_by(project: Project, plan: ShopPlan, number: int) -> tuple[Assignment, ...]:
    """The shops of other plans that a drawing counted, as they were drawn by then.

    Another plan may have been drawn again since, and have moved them.
    """
    others = shop_plans.plans(project.database, before=number)
    known = {one.id: one for other in others for one in other.assignments}
    return tuple(known[name] for name in plan.counted if name in known)
