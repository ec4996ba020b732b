"""Moves of a draw, each on a board with a handful of shops."""

from typing import Any

import pytest
import shop_builders as built

from qa_toolkit.shops.planning.board import Board, Limits, Spot, Task
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.demand import wanted_shops
from qa_toolkit.shops.planning.draw import draw, level
from qa_toolkit.shops.planning.exchange import exchange
from qa_toolkit.shops.planning.room import chosen_day


def board(*tasks: Task, **rules: Any) -> Board:
    """Six days, two shoppers who are always there."""
    values: dict[str, Any] = {
        "length": 6,
        "present": {"maya": 0b111111, "tom": 0b111111},
        "most": {"maya": 9, "tom": 9},
        "most_per_day": 9,
        "days_before_return": 0,
        "days_between": 0,
    }
    return Board(tasks, Limits(**values | rules))


def task(name: str, days: int = 0b111111, fitting: tuple[str, ...] = ("maya", "tom")) -> Task:
    return Task(id=name, location="north", fitting=fitting, days=days)


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e"])
def test_a_shop_takes_a_day_that_leaves_room_for_the_next(seed: str) -> None:
    """Two shops five days apart fit into six days only as the first and the last."""
    first = task("one")
    found = chosen_day(board(first, task("two"), days_between=5), first, 0b111111, seed)
    assert found in (0, 5)


def test_who_has_many_gives_some_away() -> None:
    tasks = [task(name) for name in "abcd"]
    made = board(*tasks)
    for n, one in enumerate(tasks):
        made.put(one, Spot("maya", n))
    level(made, "seed")
    assert (made.load("maya"), made.load("tom")) == (2, 2)
    assert sorted(spot.day for spot in made.spots.values()) == [0, 1, 2, 3]


def test_a_draw_ends_with_loads_that_are_level() -> None:
    """The first four have few days and go first, to both; the others can only be maya's."""
    first = [task(f"few{n}", 0b000011) for n in range(4)]
    later = [task(f"hers{n}", fitting=("maya",)) for n in range(4)]
    made = draw([*first, *later], board().limits, "seed")
    assert (made.load("maya"), made.load("tom")) == (4, 4)


def test_a_shop_gives_way_that_can_go_elsewhere() -> None:
    tied, free = task("tied", fitting=("maya",)), task("free")
    made = board(tied, free, most={"maya": 1, "tom": 1})
    made.put(free, Spot("maya", 0))
    exchange(made, "seed")
    assert {name: spot.shopper for name, spot in made.spots.items()} == {
        "tied": "maya",
        "free": "tom",
    }


def test_one_shop_gives_way_to_two_that_it_kept_out() -> None:
    middle, early, late = task("middle", 0b000100), task("early", 0b000001), task("late", 0b010000)
    made = board(middle, early, late, days_between=3)
    made.put(middle, Spot("tom", 2))
    exchange(made, "seed")
    assert sorted(made.spots) == ["early", "late"]


def test_the_draw_sees_shoppers_in_the_order_of_their_ids() -> None:
    file = built.plan_file(shoppers=[{"id": "tom"}, {"id": "maya"}, {"id": "ada"}])
    wanted = wanted_shops(file, {"lost_card.yaml": built.scenario()}, Calendar(file))
    assert {one.task().fitting for one in wanted} == {("ada", "maya", "tom")}
