"""Keeping a plan that was drawn: what is new, what moves, and what stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_toolkit.domain.shop.life import Shop, ShopStatus
from qa_toolkit.domain.shop.plan import Assignment, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.keys import shop_id
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.store.shop_plans import KeptScenario
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.scenarios import UsableScenario

_AGAIN = "cancel what cannot be held (qa shop cancel), or make room in the file; then plan again"
_WHOLE = (
    "with --from DAY only the rest is drawn; or give the changed plan another id, and cancel what "
    "is not wanted: qa shop cancel"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPlan:
    """What a drawing changed in the project, by the ids of shops.

    Attributes:
        added: new ones.
        moved: not begun, and now with another shopper, day, fee or form.
        same: as they were.
        begun: with another fee or form now, but begun, and so left as they were.
    """

    added: tuple[str, ...]
    moved: tuple[str, ...]
    same: tuple[str, ...]
    begun: tuple[str, ...]


def keep_plan(project: Project, plan: ShopPlan, scenarios: Iterable[UsableScenario]) -> KeptPlan:
    """Keep a drawing with the text of its file, scenarios and rubrics, all of it or nothing.

    The ids of assignments are stable, so drawing the same plan with the same seed changes nothing.
    Of a changed plan new assignments are added and those that nobody has begun move. A begun one
    keeps its fee and its form. Nothing is ever cancelled by drawing.

    Raises:
        UsageError: another plan of the project has this id; or a shop that was begun would be
            held otherwise, or one would vanish: mixing two drawings would break the plan's rules.
    """
    with project.database.writing() as connection:
        known = shops.of_plan(connection, plan.id)
        before = shop_plans.last_drawn(connection, plan.id)
        _check_is_the_same_plan(plan, before, known)
        for scenario in scenarios:
            shop_plans.put_scenario(connection, _kept(scenario))
        drawing = shop_plans.put_drawing(connection, plan)
        _check_nothing_is_lost(plan, known)
        told = _compare(plan.assignments, known)
        untouched = {*told.added, *told.moved, *_not_begun(told.same, known)}
        for assignment in plan.assignments:
            if assignment.id in untouched:
                shops.put(connection, assignment, drawing)
    return told


def _compare(assignments: Iterable[Assignment], known: dict[str, Shop]) -> KeptPlan:
    drawn = {one.id: one for one in assignments}
    other = [name for name in drawn if name in known and known[name].assignment != drawn[name]]
    movable = set(_not_begun(other, known))
    return KeptPlan(
        added=tuple(name for name in drawn if name not in known),
        moved=tuple(name for name in other if name in movable),
        same=tuple(name for name in drawn if name in known and name not in other),
        begun=tuple(name for name in other if name not in movable),
    )


def _not_begun(names: Iterable[str], known: dict[str, Shop]) -> list[str]:
    return [name for name in names if not is_begun(known[name])]


def _check_is_the_same_plan(
    plan: ShopPlan, before: ShopPlan | None, known: dict[str, Shop]
) -> None:
    """A plan under the id of another one has none of its shops."""
    drawn = {one.id for one in plan.assignments}
    if before is not None and known and drawn and drawn.isdisjoint(known):
        raise UsageError(
            f"another plan is kept as '{plan.id}' ({before.title}): none of its "
            f"{len(known)} shops is in this one",
            hint="give this plan an id of its own",
        )


def _check_nothing_is_lost(plan: ShopPlan, known: dict[str, Shop]) -> None:
    drawn = {one.id: one for one in plan.assignments}
    reasons = {
        shop_id(plan.id, one.scenario, one.location, one.number): f": {one.reason}"
        for one in plan.unplaced
    }
    wrong = [
        f"{name} would be {drawn[name].shown}, and was begun as {shop.assignment.shown}"
        if name in drawn
        else f"{name} ({shop.assignment.shown}) would be gone{reasons.get(name, '')}"
        for name, shop in known.items()
        if shop.status is not ShopStatus.CANCELLED
        and (name not in drawn or (is_begun(shop) and drawn[name].shown != shop.assignment.shown))
    ]
    if wrong:
        listed = "\n".join(f"  {one}" for one in wrong)
        raise UsageError(
            f"'{plan.id}' is drawn already, and shops would be lost by drawing it so:\n{listed}",
            hint=_AGAIN if plan.replanned else _WHOLE,
        )


def is_begun(shop: Shop) -> bool:
    """Whether somebody did anything with a shop."""
    return bool(shop.steps or shop.revision)


def _kept(usable: UsableScenario) -> KeptScenario:
    return KeptScenario(
        hash=usable.hash,
        id=usable.scenario.id,
        version=usable.scenario.version,
        text=usable.text,
        rubric_hash=usable.rubric.hash,
        rubric_id=usable.rubric.rubric.id,
        rubric_version=usable.rubric.rubric.version,
        rubric_text=usable.rubric.text,
    )
