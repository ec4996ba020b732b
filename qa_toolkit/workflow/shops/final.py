"""Which final shops are asked for, and the rubric that they were judged by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.interaction import Interaction, ShopRef
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.errors import UsageError
from qa_toolkit.store import interactions, scorecards
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.scope import Period, day_of, period_of
from qa_toolkit.workflow.shops.kept import plan_file_in, plans
from qa_toolkit.workflow.shops.rubrics import rubric_under

_HASH_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which final shops are wanted; empty and None ask for all.

    Attributes:
        location: id or name.
        period: as `scope.FORMS` says.
        rubric: its id, `id version`, or how its hash begins.
    """

    plan: str = ""
    location: str = ""
    period: str | None = None
    rubric: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Final:
    """Final shops of one rubric.

    Attributes:
        location: that was asked for, as the plan describes it; None for all.
    """

    shops: tuple[Interaction, ...]
    rubric: UsableRubric
    told: tuple[tuple[str, str], ...]
    location: Location | None
    period: Period | None


def final_shops(project: Project, asked: Asked) -> Final:
    """The final shops asked for, of one rubric.

    Raises:
        UsageError: there is none, no such plan, location or rubric, or several rubrics.
    """
    found = final_by_rubric(project, asked)
    if len(found) > 1:
        raise UsageError("these shops were judged by several rubrics", hint=_one_of(found))
    return found[0]


def final_by_rubric(project: Project, asked: Asked) -> tuple[Final, ...]:
    """The final shops asked for, rubric by rubric.

    Raises:
        UsageError: there is none, or no such plan, location or rubric.
    """
    everything = interactions.staged(project.database)
    if not everything:
        raise UsageError("no shop is final yet", hint="qa shop list shows how far each has come")
    refs = [item.shop for item in everything if item.shop is not None]
    place = _place(asked.location, refs)
    if asked.plan:
        _check_one(asked.plan, {ref.plan for ref in refs}, "plan")
    period = None if asked.period is None else period_of(asked.period)
    told = (
        ("Plan", asked.plan),
        ("Location", place.place if place else ""),
        ("Period", period.name if period else ""),
    )
    wanted = [
        item
        for item in everything
        if _is_wanted(item.shop, asked.plan, place) and _is_in(project, item, period)
    ]
    scope = tuple((name, value) for name, value in told if value)
    if not wanted:
        words = ", ".join(f"{name.lower()} {value}" for name, value in scope)
        hint = f"there are {counted(len(everything), 'final shop')} in all"
        raise UsageError(f"no shop of {words} is final", hint=hint)
    location = _location(project, place) if place else None
    known = tuple(
        Final(shops=held, rubric=rubric, told=scope, location=location, period=period)
        for rubric, held in _by_rubric(project, wanted)
    )
    found = tuple(one for one in known if _is_named(one.rubric, asked.rubric))
    if not found:
        raise UsageError(f"no shop of rubric '{asked.rubric}'", hint=_one_of(known))
    return found


def is_at(location: Location, contact: Interaction) -> bool:
    """Whether a monitored contact belongs to a location: by its queue, or by who served."""
    names = {location.id.casefold(), location.name.casefold()} - {""}
    roster = {name.casefold() for name in location.staff}
    agent = {contact.agent.id.casefold(), contact.agent.name.casefold()} - {""}
    return contact.queue.casefold() in names or not agent.isdisjoint(names | roster)


def _by_rubric(
    project: Project, shops: Iterable[Interaction]
) -> Iterator[tuple[UsableRubric, tuple[Interaction, ...]]]:
    latest = scorecards.latest(project.database)
    held: dict[str, list[Interaction]] = {}
    for shop in shops:
        if shop.id in latest:
            held.setdefault(latest[shop.id].rubric_hash, []).append(shop)
    for rubric_hash, some in held.items():
        yield rubric_under(project, rubric_hash), tuple(some)


def _one_of(found: Iterable[Final]) -> str:
    names = [
        f"{_called(one.rubric)} (hash {one.rubric.hash[:_HASH_SHOWN]}, "
        f"{counted(len(one.shops), 'shop')})"
        for one in found
    ]
    return f"--rubric NAME, one of {listed(names)}"


def _is_named(rubric: UsableRubric, name: str) -> bool:
    wanted = name.strip().casefold()
    return wanted in ("", rubric.rubric.id.casefold(), _called(rubric).casefold()) or (
        len(wanted) >= _HASH_SHOWN and rubric.hash.startswith(wanted)
    )


def _called(rubric: UsableRubric) -> str:
    return f"{rubric.rubric.id} {rubric.rubric.version}"


def _place(name: str, refs: Sequence[ShopRef]) -> ShopRef | None:
    if not name:
        return None
    wanted = name.strip().casefold()
    found = [
        ref for ref in refs if wanted in (ref.location.casefold(), ref.location_name.casefold())
    ]
    if not found:
        _check_one(name, {ref.location for ref in refs}, "location")
    return found[-1]


def _check_one(name: str, known: Iterable[str], what: str) -> None:
    names = sorted(known, key=as_counted)
    if name not in names:
        near = did_you_mean(name, names)
        raise UsageError(f"no final shop has the {what} '{name}'{near}", hint=listed(names))


def _is_wanted(shop: ShopRef | None, plan: str, place: ShopRef | None) -> bool:
    if shop is None:
        return False
    return plan in ("", shop.plan) and (place is None or shop.location == place.location)


def _is_in(project: Project, shop: Interaction, period: Period | None) -> bool:
    return period is None or period.holds(day_of(project, shop))


def _location(project: Project, place: ShopRef) -> Location:
    for plan in plans(project):
        for location in plan_file_in(plan.file).locations:
            if (plan.id, location.id) == (place.plan, place.location):
                return location
    return Location(id=place.location, name=place.location_name, hours={})
