"""The rules of plans once more, written from the plan's format and not from the draw."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from qa_toolkit.domain.shop.plan import Assignment, Location, PlanFile, Shopper, ShopPlan
from qa_toolkit.domain.shop.scenario import WEEKDAYS, Scenario


def broken(
    plan: ShopPlan,
    file: PlanFile,
    scenarios: Mapping[str, Scenario],
    earlier: Iterable[Assignment] = (),
) -> list[str]:
    """Every rule that a drawn plan breaks, in words; empty for a plan as it must be."""
    played = {one.id: one for one in scenarios.values()}
    shoppers = {one.id: one for one in file.shoppers}
    places = {one.id: one for one in file.locations}
    found: list[str] = []
    for one in plan.assignments:
        shopper, place, scenario = shoppers[one.shopper], places[one.location], played[one.scenario]
        found += _alone(one, shopper, place, scenario, file)
    found += _together(plan.assignments, tuple(earlier), file)
    return [*found, *_quotas(plan, file, scenarios)]


def _alone(
    one: Assignment, shopper: Shopper, place: Location, scenario: Scenario, file: PlanFile
) -> Iterator[str]:
    days = [file.start + timedelta(days=n) for n in range((file.end - file.start).days + 1)]
    if one.day not in days:
        yield f"{one.id}: the plan has no {one.day}"
    if one.location in shopper.not_at:
        yield f"{one.id}: {shopper.id} is not to be sent to {place.id}"
    for name, list_of in (("away", shopper.away), ("blackout", file.blackout)):
        for span in list_of:
            first, last = span if isinstance(span, tuple) else (span, span)
            if first <= one.day <= last:
                yield f"{one.id}: {name} on {one.day}"
    zone = ZoneInfo(place.timezone or file.timezone)
    begins, ends = one.opens_at.astimezone(zone), one.closes_at.astimezone(zone)
    if begins.date() != one.day or begins >= ends:
        yield f"{one.id}: from {begins} to {ends} on {one.day}"
    window = scenario.window
    if (window.start and one.day < window.start) or (window.end and one.day > window.end):
        yield f"{one.id}: outside of the scenario's days"
    moment = one.opens_at
    while moment < one.closes_at:
        local = moment.astimezone(zone)
        if not _is_open(local, place):
            yield f"{one.id}: {place.id} is closed at {local}"
        if window.hours and local.time() not in window.hours:
            yield f"{one.id}: the scenario is not played at {local}"
        moment += timedelta(minutes=7)
    for name, values in scenario.persona.profile.items():
        own = shopper.profile.get(name)
        given = {str(one) for one in (own if isinstance(own, tuple) else (own,))}
        spans = [value.split("-") for value in values if "-" in value]
        in_span = any(int(low) <= int(str(own)) <= int(high) for low, high in spans if own)
        if not in_span and not given & set(values):
            yield f"{one.id}: {shopper.id} has {name} {own}, not {values}"


def _is_open(local: datetime, place: Location) -> bool:
    if not place.hours:
        return True
    today = place.hours.get(WEEKDAYS[local.weekday()])
    night = place.hours.get(WEEKDAYS[(local.weekday() - 1) % 7])
    clock = local.time()
    if today and (today.start <= clock if today.start > today.end else clock in today):
        return True
    return bool(night and night.start > night.end and clock < night.end)


def _together(
    assignments: tuple[Assignment, ...], earlier: tuple[Assignment, ...], file: PlanFile
) -> Iterator[str]:
    rules = file.rules
    for shopper in file.shoppers:
        own = [one for one in assignments if one.shopper == shopper.id]
        for most in (shopper.most, rules.most_per_shopper):
            if most is not None and len(own) > most:
                yield f"{shopper.id} has {len(own)} shops, more than {most}"
        days = [one.day for one in (*own, *earlier) if one.shopper == shopper.id]
        for day in {one.day for one in own}:
            if days.count(day) > rules.most_per_day:
                yield f"{shopper.id} has {days.count(day)} shops on {day}"
    for one, other in combinations((*assignments, *earlier), 2):
        if one.location != other.location or {one.id, other.id} <= {e.id for e in earlier}:
            continue
        apart = abs((one.day - other.day).days)
        if apart < rules.days_between:
            yield f"{one.id} and {other.id} are {apart} days apart at {one.location}"
        if one.shopper == other.shopper and apart < rules.days_before_return:
            yield f"{one.shopper} returns to {one.location} after {apart} days"


def _quotas(plan: ShopPlan, file: PlanFile, scenarios: Mapping[str, Scenario]) -> Iterator[str]:
    wanted: dict[tuple[str, str], int] = {}
    for order in file.orders:
        for name in order.locations or [one.id for one in file.locations]:
            key = (scenarios[order.scenario].id, name)
            wanted[key] = wanted.get(key, 0) + order.each
    told: dict[tuple[str, str], int] = {}
    keys = [(one.scenario, one.location) for one in plan.assignments]
    for key in keys + [(one.scenario, one.location) for one in plan.unplaced]:
        told[key] = told.get(key, 0) + 1
    if told != wanted:
        yield f"ordered are {wanted}, placed or listed {told}"
    if any(one == other for one, other in pairwise(sorted(one.id for one in plan.assignments))):
        yield "an id stands twice"
