"""How many shops a plan places and how long that takes, beside plain greedy planning.

    python -m benchmarks.shop_plan

Plain greedy goes through the orders as they stand and takes the first shopper with a free day, and
that day, as somebody with a spreadsheet does. Both keep the same rules and know the same days. The
bound is what the draw places when shops keep no distance, where it is exact, or what the days of
the locations have room for, where that is less: no plan can place more. Loads are shops of one
shopper, the least and the most.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.planning.board import Board, Limits, Spot, Task, bits
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.demand import wanted_shops
from qa_toolkit.shops.planning.draw import draw
from qa_toolkit.shops.planning.plan import limits_of, plan_shops
from qa_toolkit.shops.planning.room import most_at

LOCATIONS, ORDERS, SHOPPERS = 1_000, 5, 300
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat")
START = date(2026, 9, 1)
SEED = "benchmark"


def main() -> None:
    """Print one block a plan: roomy, tight, two with more ordered than there is room for."""
    block("roomy", 60, {"most_per_shopper": 20, "most_per_day": 3, "days_between": 5})
    block("tight", 60, {"most_per_shopper": 17, "most_per_day": 1, "days_between": 7})
    block("too much", 30, {"most_per_shopper": 12, "most_per_day": 1, "days_between": 7})
    block("far apart", 30, {"most_per_shopper": 60, "most_per_day": 3, "days_between": 10})


def block(what: str, days: int, rules: dict[str, int]) -> None:
    """One plan, in which nobody returns to a location, drawn in each way."""
    file, scenarios = plan(days, rules | {"days_before_return": days})
    tasks, limits = problem(file, scenarios)
    size = f"{LOCATIONS:,} locations x {ORDERS} orders, {SHOPPERS} shoppers, {days} days"
    print(f"{what}: {size}")
    show("whole, from file to plan", lambda: whole(file, scenarios))
    show("the draw alone", lambda: draw(tasks, limits, SEED))
    show("plain greedy", lambda: greedy(tasks, limits))
    show("bound without distances", lambda: draw(tasks, without_distances(limits), SEED))
    empty = Board(tasks, limits)
    room = sum(most_at(empty, one) for one in {task.location for task in tasks})
    print(f"  {'bound of the days':<28}{room:>6,} of {len(tasks):,} ({room / len(tasks):7.2%})")


def show(what: str, made: Callable[[], Board]) -> None:
    """One line: the share placed, the seconds, and the loads of shoppers."""
    start = time.perf_counter()
    board = made()
    seconds = time.perf_counter() - start
    total, placed = len(board.tasks), len(board.spots)
    loads = Counter(spot.shopper for spot in board.spots.values())
    least = min(loads.get(one, 0) for one in board.limits.present)
    print(
        f"  {what:<28}{placed:>6,} of {total:,} ({placed / total:7.2%}){seconds:7.2f} s"
        f"   loads {least} to {max(loads.values())}"
    )


def whole(file: PlanFile, scenarios: dict[str, Scenario]) -> Board:
    """Everything that `qa shop plan` computes; the board is made again from its assignments."""
    made = plan_shops(file, scenarios, dict.fromkeys(scenarios, "0"), SEED)
    tasks, limits = problem(file, scenarios)
    board = Board(tasks, limits)
    for one in made.assignments:
        board.put(board.tasks[one.id], Spot(one.shopper, (one.day - file.start).days))
    return board


def greedy(tasks: list[Task], limits: Limits) -> Board:
    """The first shopper with a free day, and the first such day, for one shop after the other."""
    board = Board(tasks, limits)
    for task in tasks:
        for shopper in task.fitting:
            if free := board.free(task, shopper):
                board.put(task, Spot(shopper, next(iter(bits(free)))))
                break
    return board


def problem(file: PlanFile, scenarios: dict[str, Scenario]) -> tuple[list[Task], Limits]:
    """What the draw is given."""
    calendar = Calendar(file)
    tasks = [one.task() for one in wanted_shops(file, scenarios, calendar)]
    return tasks, limits_of(file, calendar, ())


def without_distances(limits: Limits) -> Limits:
    """The same limits for shops that keep no distance."""
    return replace(limits, days_before_return=0, days_between=0)


def plan(days: int, rules: dict[str, int]) -> tuple[PlanFile, dict[str, Scenario]]:
    """A large plan: hours, ages, conflicts and holidays differ from one to the next."""
    some = random.Random(7)  # noqa: S311 - the plan is to be the same in every run
    scenarios = {f"s{n}": scenario(n) for n in range(ORDERS)}
    values: dict[str, Any] = {
        "format": 1,
        "id": "large",
        "title": "Large",
        "from": START.isoformat(),
        "to": (START + timedelta(days=days - 1)).isoformat(),
        "rules": rules,
        "orders": [{"scenario": name} for name in scenarios],
        "locations": [
            {"id": f"l{n}", "hours": hours(some.sample(WEEK, some.randint(2, 6)))}
            for n in range(LOCATIONS)
        ],
        "shoppers": [
            {
                "id": f"p{n}",
                "profile": {"age": some.randint(18, 75)},
                "not_at": [f"l{some.randrange(LOCATIONS)}" for _ in range(3)],
                "away": [(START + timedelta(days=some.randrange(days))).isoformat()],
            }
            for n in range(SHOPPERS)
        ],
        "editors": [{"id": "mo"}],
    }
    return PlanFile.model_validate(values), scenarios


def hours(days: list[str]) -> dict[str, dict[str, str]]:
    """Open on these days of the week."""
    return {day: {"from": "09:00", "to": "18:00"} for day in days}


def scenario(number: int) -> Scenario:
    """A scenario for ages that overlap with those of the next."""
    low = 18 + 10 * number
    return Scenario.model_validate(
        {
            "format": 1,
            "id": f"s{number}",
            "version": "1.0.0",
            "title": "Any",
            "channel": "visit",
            "rubric": "mystery_visit",
            "persona": {"story": "Somebody.", "profile": {"age": [f"{low}-{low + 17}"]}},
            "goal": "Ask.",
            "opening_line": "Hello.",
            "staff_told": "In January.",
        }
    )


if __name__ == "__main__":
    main()
