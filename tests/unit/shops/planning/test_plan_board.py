"""Moves of a draw, each on a board with a handful of shops."""

from random import Random
from typing import Any

import pytest
import shop_builders as built

from qa_toolkit.shops.planning.board import Board, Held, Limits, Spot, Task
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.demand import wanted_shops
from qa_toolkit.shops.planning.draw import draw, draw_rest, level
from qa_toolkit.shops.planning.exchange import exchange
from qa_toolkit.shops.planning.repack import on_first_days
from qa_toolkit.shops.planning.room import chosen_day, most_at

PEOPLE = [f"p{n:02}" for n in range(100)]


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


def places_far_apart(count: int) -> list[Task]:
    """Five shops at each location, open on some days of the week in thirty days."""
    some = Random(3)  # noqa: S311 - the same in every run
    week = [some.sample(range(6), some.randint(2, 6)) for _ in range(count)]
    days = [sum(1 << day for day in range(30) if day % 7 in opened) for opened in week]
    return [
        Task(id=f"{n}-{number}", location=f"l{n}", fitting=tuple(PEOPLE), days=days[n])
        for n in range(count)
        for number in range(5)
    ]


def far_apart(tasks: list[Task]) -> Board:
    everybody = dict.fromkeys(PEOPLE, (1 << 30) - 1)
    return board(
        *tasks,
        length=30,
        present=everybody,
        most=dict.fromkeys(PEOPLE, len(tasks)),
        most_per_day=len(tasks),
        days_between=10,
    )


def test_where_days_between_shops_are_all_that_binds_no_day_is_wasted() -> None:
    tasks = places_far_apart(60)
    empty = far_apart(tasks)
    room = sum(most_at(empty, one) for one in {task.location for task in tasks})
    assert room < len(tasks)
    assert len(draw(tasks, empty.limits, "seed").spots) == room


def test_a_location_packed_anew_does_not_begin_on_its_first_day_each_time() -> None:
    """Two shops ten days apart fit into fifteen days, but not beside one in the middle."""
    firsts = set()
    for seed in "abcdefgh":
        one, two = task("one", (1 << 15) - 1), task("two", (1 << 15) - 1)
        ever = dict.fromkeys(("maya", "tom"), (1 << 15) - 1)
        made = board(one, two, length=15, present=ever, days_between=10)
        made.put(one, Spot("maya", 7))
        assert on_first_days(made, "north", seed)
        firsts.add(min(spot.day for spot in made.spots.values()))
    assert len(firsts) > 1


def test_a_location_that_is_full_holds_no_more() -> None:
    first, second = task("one", 0b000111), task("two", 0b000111)
    assert most_at(board(first, second, days_between=3), "north") == 1
    assert most_at(board(first, second, days_between=2), "north") == 2
    held = board(first, second, days_between=2, earlier=(Held("tom", "north", 1),))
    assert most_at(held, "north") == 0


def test_what_stands_gives_way_only_where_another_shop_finds_no_place_otherwise() -> None:
    """Only maya may hold `hers`; she has one shop and no room for two, and so hands it to tom."""
    hers, both, other = task("hers", fitting=("maya",)), task("both"), task("other")
    limits = board(hers, both, other, most={"maya": 1, "tom": 2}, days_between=2).limits
    spots = {"both": Spot("maya", 3), "other": Spot("tom", 5)}
    rest = draw_rest([hers, both, other], limits, "seed", spots)
    assert rest.spots["other"] == Spot("tom", 5)
    assert {name: spot.shopper for name, spot in rest.spots.items()} == {
        "hers": "maya",
        "both": "tom",
        "other": "tom",
    }


def test_loads_that_stand_are_not_levelled() -> None:
    tasks = [task(name) for name in "abcd"]
    spots = {one.id: Spot("maya", n) for n, one in enumerate(tasks)}
    assert draw_rest(tasks, board().limits, "seed", spots).spots == spots


def test_a_spot_that_is_lost_is_drawn_again_and_shops_that_stay_count() -> None:
    """Tom is away on the first day; maya has as many as she may with one that stays."""
    limits = board(
        present={"maya": 0b111111, "tom": 0b111110}, most={"maya": 1, "tom": 9}, loads={"maya": 1}
    ).limits
    rest = draw_rest([task("one")], limits, "seed", {"one": Spot("tom", 0)})
    assert rest.spots["one"].shopper == "tom"
    assert rest.spots["one"].day > 0
