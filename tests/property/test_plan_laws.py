"""Laws of the draw of plans, on plans that nobody would write."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import pytest
import shop_builders as built
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_rules import broken

from qa_toolkit.domain.shop.plan import PlanFile, Replanned, ShopPlan
from qa_toolkit.domain.shop.scenario import WEEKDAYS, Scenario
from qa_toolkit.shops.planning.again import Before
from qa_toolkit.shops.planning.board import Limits, Task
from qa_toolkit.shops.planning.draw import draw
from qa_toolkit.shops.planning.plan import plan_shops

START = date(2026, 10, 19)  # clocks change in Berlin on the 25th
LENGTH = 10
CLOCKS = ("00:30", "02:30", "09:00", "13:00", "18:00", "23:00")
Files = tuple[PlanFile, dict[str, Scenario]]


@st.composite
def hours(draw_: st.DrawFn) -> dict[str, str]:
    start, end = draw_(st.permutations(CLOCKS))[:2]
    return {"from": start, "to": end}


def days_of_plan() -> st.SearchStrategy[list[Any]]:
    day = st.integers(0, LENGTH - 1).map(lambda n: (START + timedelta(days=n)).isoformat())
    span = st.tuples(day, day).map(sorted)
    return st.lists(day | span, max_size=2)


@st.composite
def plans(draw_: st.DrawFn) -> Files:
    locations = [
        {
            "id": f"l{n}",
            "timezone": draw_(st.sampled_from(["", "America/New_York"])),
            "hours": draw_(st.dictionaries(st.sampled_from(WEEKDAYS), hours(), max_size=7)),
            "closed": draw_(days_of_plan()),
        }
        for n in range(draw_(st.integers(1, 3)))
    ]
    names = [one["id"] for one in locations]
    shoppers = [
        {
            "id": f"p{n}",
            "profile": {"age": draw_(st.integers(18, 70))},
            "most": draw_(st.none() | st.integers(0, 3)),
            "away": draw_(days_of_plan()),
            "not_at": draw_(st.lists(st.sampled_from(names), max_size=1)),
        }
        for n in range(draw_(st.integers(1, 4)))
    ]
    scenarios = {
        f"s{n}.yaml": built.scenario(
            id=f"s{n}",
            persona={
                "story": "Somebody.",
                "profile": draw_(st.sampled_from([{}, {"age": ["18-40"]}, {"age": ["41-70"]}])),
            },
            window={
                "days": draw_(st.lists(st.sampled_from(WEEKDAYS), max_size=4, unique=True)),
                "hours": draw_(st.none() | hours()),
            },
        )
        for n in range(draw_(st.integers(1, 2)))
    }
    file = built.plan_file(
        **{"from": START.isoformat(), "to": (START + timedelta(days=LENGTH - 1)).isoformat()},
        blackout=draw_(days_of_plan()),
        rules={
            "days_before_return": draw_(st.integers(0, 12)),
            "most_per_shopper": draw_(st.none() | st.integers(0, 4)),
            "most_per_day": draw_(st.integers(1, 2)),
            "days_between": draw_(st.integers(0, 4)),
        },
        orders=[
            {"scenario": name, "each": draw_(st.integers(1, 2)), "fee": 5} for name in scenarios
        ],
        locations=locations,
        shoppers=shoppers,
    )
    return file, scenarios


def drawn(files: Files, seed: str = "s", **options: Any) -> ShopPlan:
    file, scenarios = files
    return plan_shops(file, scenarios, dict.fromkeys(scenarios, "f0"), seed, **options)


@given(plans())
def test_no_assignment_breaks_a_rule_and_every_order_is_placed_or_listed(files: Files) -> None:
    assert broken(drawn(files), *files) == []


@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(files: Files, random: Any) -> None:
    file, scenarios = files
    rows = {name: list(getattr(file, name)) for name in ("locations", "shoppers", "editors")}
    for one in rows.values():
        random.shuffle(one)
    shuffled = file.but(**{name: tuple(one) for name, one in rows.items()})
    assert drawn((shuffled, scenarios)) == drawn(files)


@given(plans(), plans())
def test_shops_of_other_plans_count_in_the_rules_about_days(files: Files, others: Files) -> None:
    file, scenarios = others
    before = drawn((file.but(id="before"), scenarios)).assignments
    plan = drawn(files, earlier=before)
    counted = [one for one in before if one.id in plan.counted]
    assert broken(plan, *files, earlier=counted) == []
    assert broken(plan, *files, earlier=before) == []


@given(plans())
def test_a_reason_stands_beside_everything_that_finds_no_place(files: Files) -> None:
    assert all(one.reason and one.reason[0].islower() for one in drawn(files).unplaced)


@st.composite
def on_the_way(draw_: st.DrawFn) -> tuple[Files, ShopPlan, Before]:
    """A plan that was drawn, with what became of its shops by some day."""
    files = draw_(plans())
    first = drawn(files)
    ids = [one.id for one in first.assignments]
    became = draw_(st.lists(st.sampled_from("abc"), min_size=len(ids), max_size=len(ids)))
    how = Replanned(
        first_day=START + timedelta(days=draw_(st.integers(0, LENGTH - 1))),
        begun=tuple(one for one, what in zip(ids, became, strict=True) if what == "b"),
        cancelled=tuple(one for one, what in zip(ids, became, strict=True) if what == "c"),
    )
    return files, first, Before(assignments=first.assignments, how=how)


@given(on_the_way())
def test_planned_again_no_rule_is_broken_by_what_is_held(
    case: tuple[Files, ShopPlan, Before],
) -> None:
    files, _, before = case
    plan = drawn(files, before=before)
    held = [one for one in plan.assignments if one.id not in before.how.cancelled]
    told = broken(replace(plan, assignments=tuple(held)), *files)
    assert [one for one in told if not one.startswith("ordered are")] == []
    assert not [one for one in broken(plan, *files) if one.startswith("ordered are")]


@given(on_the_way())
def test_planned_again_what_is_begun_stays_and_what_moves_comes_later(
    case: tuple[Files, ShopPlan, Before],
) -> None:
    files, first, before = case
    plan, how = drawn(files, before=before), before.how
    known = {one.id: one for one in first.assignments}
    moved = {one.id: one for one in plan.assignments if known.get(one.id) != one}
    assert not moved.keys() & {*how.begun, *how.cancelled}
    assert all(one.day >= how.first_day for one in moved.values())


@given(plans())
def test_planned_again_on_the_first_day_a_plan_with_all_its_shops_stays_as_it_is(
    files: Files,
) -> None:
    first = drawn(files)
    before = Before(assignments=first.assignments, how=Replanned(first_day=START))
    if not first.unplaced:
        assert drawn(files, before=before).assignments == first.assignments


def tasks(width: int) -> st.SearchStrategy[list[Task]]:
    return st.lists(
        st.tuples(
            st.sampled_from("ab"),
            st.sets(st.sampled_from("xyz"), min_size=1),
            st.integers(1, (1 << width) - 1),
        ),
        min_size=1,
        max_size=4,
    ).map(
        lambda rows: [
            Task(id=f"t{n}", location=place, fitting=tuple(sorted(fit)), days=days)
            for n, (place, fit, days) in enumerate(rows)
        ]
    )


def bounds(width: int) -> st.SearchStrategy[Limits]:
    return st.builds(
        Limits,
        length=st.just(width),
        present=st.fixed_dictionaries({one: st.integers(0, (1 << width) - 1) for one in "xyz"}),
        most=st.fixed_dictionaries({one: st.integers(0, 3) for one in "xyz"}),
        most_per_day=st.integers(1, 2),
        days_before_return=st.integers(0, width),
        days_between=st.integers(0, width - 1),
    )


def most_possible(wanted: list[Task], limits: Limits) -> int:
    """As many as any placement has, by trying all."""
    best = 0
    choices = [
        [None, *((one, day) for one in task.fitting for day in range(limits.length))]
        for task in wanted
    ]
    for spots in product(*choices):
        held = [(task, *spot) for task, spot in zip(wanted, spots, strict=True) if spot]
        if len(held) > best and _allowed(held, limits):
            best = len(held)
    return best


def _allowed(held: list[tuple[Task, str, int]], limits: Limits) -> bool:
    people = [one for _, one, _ in held]
    days = [(one, day) for _, one, day in held]
    return (
        all(task.days >> day & 1 and limits.present[one] >> day & 1 for task, one, day in held)
        and all(people.count(one) <= limits.most[one] for one in people)
        and all(days.count(one) <= limits.most_per_day for one in days)
        and all(_apart(one, other, limits) for one, other in combinations(held, 2))
    )


def _apart(one: tuple[Task, str, int], other: tuple[Task, str, int], limits: Limits) -> bool:
    days = abs(one[2] - other[2])
    if one[0].location != other[0].location:
        return True
    back = limits.days_before_return if one[1] == other[1] else 0
    return days >= max(limits.days_between, back)


@settings(max_examples=200, deadline=None)
@given(tasks(4), bounds(4))
def test_as_many_are_placed_as_can_be(wanted: list[Task], limits: Limits) -> None:
    """A draw that takes the first that fits would strand some of them."""
    assert len(draw(wanted, limits, "s").spots) == most_possible(wanted, limits)


LOOSER: dict[str, Any] = {
    "days_before_return": 0,
    "most_per_shopper": None,
    "most_per_day": 9,
    "days_between": 0,
}


@pytest.mark.parametrize("rule", LOOSER)
@settings(max_examples=30, deadline=None)
@given(files=plans())
def test_a_rule_less_never_places_fewer(rule: str, files: Files) -> None:
    file, scenarios = files
    free = file.but(rules=file.rules.but(**{rule: LOOSER[rule]}))
    assert len(drawn((free, scenarios)).assignments) >= len(drawn(files).assignments)
