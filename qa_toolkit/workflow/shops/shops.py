"""Shops as they stand: each with its plan, location, shopper and form, as they were when planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.life import Shop, ShopStatus
from qa_toolkit.domain.shop.plan import Location, PlanFile, Shopper, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.people import names_of
from qa_toolkit.shops.planning.hours import clock_at
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.kept import plan_file_in, plan_named, plans, scenario_kept
from qa_toolkit.workflow.shops.scenarios import UsableScenario

_LIST = "qa shop list shows them"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShop:
    """A shop with what it was planned with.

    Attributes:
        plan: as it was drawn last.
        file: what that says; of a location or shopper that it no longer has, what the plan said
            when the shop was drawn, with the editors and managers of today.
        scenario: as it was when the shop was drawn.
    """

    shop: Shop
    plan: ShopPlan
    file: PlanFile
    location: Location
    shopper: Shopper
    scenario: UsableScenario

    @property
    def form(self) -> ShopForm:
        return self.scenario.form

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the location."""
        return clock_at(self.location, self.file)


def open_shop(project: Project, shop_id: str) -> OpenShop:
    """The shop with this id, or whose id alone starts with it.

    Raises:
        UsageError: no shop has it, or several do.
    """
    known = shops.ids(project.database)
    name = _named(known, shop_id)
    return _opened(project, {name: known[name]})[0]


def open_shops(
    project: Project,
    *,
    status: ShopStatus | None = None,
    shopper: str = "",
    plan: str = "",
) -> tuple[OpenShop, ...]:
    """Shops by their ids, all or some.

    Args:
        project: keeps them.
        status: only where they stand so.
        shopper: only of this person, by id or name.
        plan: only of this plan, by its id.

    Raises:
        UsageError: there is no such plan, or no such shopper in any.
    """
    if plan:
        plan_named(project, plan)
    found = _opened(project, shops.ids(project.database, plan))
    if shopper:
        _check_shopper(project, shopper, found)
    return tuple(
        one
        for one in found
        if (status is None or one.shop.status is status)
        and (not shopper or _is_shopper(one, shopper))
    )


def _named(known: Iterable[str], shop_id: str) -> str:
    """The id of a shop by how it starts."""
    start = shop_id.strip()
    found = [one for one in known if one == start] or [
        one for one in known if start and one.startswith(start)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        told = names_of(dict.fromkeys(found, ""))
        raise UsageError(f"several shops start with '{shop_id}': {told}", hint=_LIST)
    near = did_you_mean(start, known)
    raise UsageError(f"there is no shop '{shop_id}'{near}", hint=_LIST)


def _opened(project: Project, drawn: Mapping[str, int]) -> tuple[OpenShop, ...]:
    """Shops by their ids, each with the drawing it comes from."""
    found = shops.by_id(project.database, drawn)
    last = shop_plans.last_drawings(project.database)
    needed = {drawn[one] for one in found} | {last[shop.assignment.plan] for shop in found.values()}
    drawings = shop_plans.drawings(project.database, needed)
    hashes = {shop.assignment.scenario_hash for shop in found.values()}
    texts = shop_plans.scenarios(project.database, hashes)
    forms = {version: scenario_kept(kept, version) for version, kept in texts.items()}
    return tuple(
        _one(shop, drawings[last[shop.assignment.plan]], drawings[drawn[shop.id]], forms)
        for shop in found.values()
    )


def _one(
    shop: Shop, latest: ShopPlan, own: ShopPlan, forms: Mapping[str, UsableScenario]
) -> OpenShop:
    file, told = plan_file_in(latest.file), plan_file_in(own.file)
    assignment = shop.assignment
    has_both = any(one.id == assignment.location for one in file.locations) and any(
        one.id == assignment.shopper for one in file.shoppers
    )
    if not has_both:
        # what was removed from the plan meanwhile is still known to the shop
        file = told.model_copy(update={"editors": file.editors, "managers": file.managers})
    return OpenShop(
        shop=shop,
        plan=latest,
        file=file,
        location=next(one for one in file.locations if one.id == assignment.location),
        shopper=next(one for one in file.shoppers if one.id == assignment.shopper),
        scenario=forms[assignment.scenario_hash],
    )


def _is_shopper(opened: OpenShop, name: str) -> bool:
    known = opened.shopper
    return name.strip().casefold() in (known.id.casefold(), known.name.casefold())


def _check_shopper(project: Project, name: str, found: Iterable[OpenShop]) -> None:
    """Those of every plan are known, and those who left a plan with shops of theirs in it."""
    planned = (one for plan in plans(project) for one in plan_file_in(plan.file).shoppers)
    known = {one.id: one.name for one in (*planned, *(opened.shopper for opened in found))}
    if not known:
        raise UsageError("no shops are planned yet", hint="qa shop plan PLAN.yaml")
    names = [*known, *filter(None, known.values())]
    if name.strip().casefold() not in {one.casefold() for one in names}:
        raise UsageError(
            f"no plan has a shopper '{name}'{did_you_mean(name, names)}",
            hint=f"there are {names_of(known)}",
        )
