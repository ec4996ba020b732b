"""A plan's file, its scenarios and a seed → who goes where on which day."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from qa_toolkit.domain.shop.plan import Assignment, PlanFile, ShopPlan, Unplaced, lies_in
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.planning.again import Before, spots, staying
from qa_toolkit.shops.planning.board import Held, Limits, Spot
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.demand import Wanted, wanted_shops
from qa_toolkit.shops.planning.draw import METHOD, draw, draw_rest, silent
from qa_toolkit.shops.planning.file_hash import file_hash
from qa_toolkit.shops.planning.reasons import reason

_ANY = sys.maxsize
"""Shops of a shopper without a limit."""


def plan_shops(
    file: PlanFile,
    scenarios: Mapping[str, Scenario],
    hashes: Mapping[str, str],
    seed: str,
    *,
    text: str = "",
    earlier: Iterable[Assignment] = (),
    before: Before | None = None,
    each: Callable[[], object] = silent,
) -> ShopPlan:
    """Draw a plan; the same file, scenarios and seed give the same one, in any order of rows.

    Drawn again on its way, it depends on the drawing before as well.

    Args:
        file: without errors, see `check`.
        scenarios: by `Order.scenario`.
        hashes: versions of their forms, by `Order.scenario`.
        seed: any text.
        text: the plan's file as it was, to be kept with the plan.
        earlier: shops of other plans, which the rules about days count, too.
        before: the drawing that this one goes on with; None: it is drawn whole.
        each: called behind each shop that is drawn, to tell how far the draw is.
    """
    calendar = Calendar(file, before.how.first_day if before else None)
    counted = _relevant(earlier, file)
    wanted = {one.id: one for one in wanted_shops(file, scenarios, calendar)}
    stay = staying(before, wanted) if before else {}
    drawn = [one for name, one in wanted.items() if name not in stay]
    tasks = [one.task() for one in drawn]
    if before is None:
        board = draw(tasks, limits_of(file, calendar, counted), seed, each)
    else:
        held = [one for one in before.held if one.id in stay]
        limits = limits_of(file, calendar, (*counted, *held))
        limits = replace(limits, loads=Counter(one.shopper for one in held))
        board = draw_rest(
            tasks, limits, seed, spots(before, (one.id for one in tasks), calendar), each
        )
    placed = (
        _assignment(wanted[name], spot, file, calendar, hashes)
        for name, spot in board.spots.items()
    )
    left = (
        Unplaced(
            scenario=one.scenario.id,
            location=one.location.id,
            number=one.number,
            reason=reason(one, file, board),
        )
        for one in drawn
        if one.id not in board.spots
    )
    kept = (one for name, one in stay.items() if name in wanted)
    return ShopPlan(
        id=file.id,
        title=file.title,
        seed=seed,
        file_hash=file_hash(file, hashes),
        file=text,
        assignments=tuple(
            sorted((*kept, *placed), key=lambda one: (one.day, one.location, one.id))
        ),
        unplaced=tuple(sorted(left, key=lambda one: (one.location, one.scenario, one.number))),
        scenarios={order.scenario: hashes[order.scenario] for order in file.orders},
        counted=tuple(sorted(one.id for one in counted)),
        replanned=before.how if before else None,
        method=METHOD,
    )


def _relevant(earlier: Iterable[Assignment], file: PlanFile) -> tuple[Assignment, ...]:
    """The shops of other plans that a rule of this one can count."""
    locations = {one.id for one in file.locations}
    shoppers = {one.id for one in file.shoppers}
    apart = max(file.rules.days_before_return, file.rules.days_between)

    def counts(one: Assignment) -> bool:
        near = -apart < (one.day - file.start).days and (one.day - file.end).days < apart
        same_days = file.start <= one.day <= file.end
        return (one.location in locations and near) or (one.shopper in shoppers and same_days)

    found = (one for one in earlier if one.plan != file.id and counts(one))
    return tuple(sorted(found, key=lambda one: one.id))


def limits_of(file: PlanFile, calendar: Calendar, earlier: Iterable[Assignment]) -> Limits:
    """What every placement of a plan keeps, in the words of the draw."""
    rules, ever = file.rules, (1 << calendar.length) - 1
    away = {
        shopper.id: sum(
            1 << number
            for number in range(calendar.length)
            if lies_in(calendar.day(number), shopper.away)
        )
        for shopper in file.shoppers
    }
    bounds = ((one.id, (one.most, rules.most_per_shopper)) for one in file.shoppers)
    return Limits(
        length=calendar.length,
        present={name: ever & ~days for name, days in away.items()},
        most={
            name: min((one for one in both if one is not None), default=_ANY)
            for name, both in bounds
        },
        most_per_day=rules.most_per_day,
        days_before_return=rules.days_before_return,
        days_between=rules.days_between,
        earlier=tuple(Held(one.shopper, one.location, calendar.number(one.day)) for one in earlier),
    )


def _assignment(
    wanted: Wanted, spot: Spot, file: PlanFile, calendar: Calendar, hashes: Mapping[str, str]
) -> Assignment:
    opening = wanted.days.openings[spot.day]
    return Assignment(
        id=wanted.id,
        plan=file.id,
        scenario=wanted.scenario.id,
        scenario_version=wanted.scenario.version,
        scenario_hash=hashes[wanted.order.scenario],
        location=wanted.location.id,
        shopper=spot.shopper,
        day=calendar.day(spot.day),
        opens_at=opening.opens_at,
        closes_at=opening.closes_at,
        fee=wanted.order.fee,
        most_expenses=wanted.order.most_expenses,
        currency=file.currency,
    )
