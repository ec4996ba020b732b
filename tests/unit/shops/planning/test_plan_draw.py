"""The draw of a plan: random, fair, the same for everybody who has the seed."""

from collections import Counter
from typing import Any

import shop_builders as built

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.shops.planning.plan import plan_shops

OFFICE = {day: {"from": "09:00", "to": "17:00"} for day in ("mon", "tue", "wed", "thu", "fri")}


def drawn(seed: str = "november", **changed: Any) -> ShopPlan:
    file = built.plan_file(**changed)
    return plan_shops(file, {"lost_card.yaml": built.scenario()}, {"lost_card.yaml": "f0"}, seed)


def places(count: int) -> list[dict[str, Any]]:
    return [{"id": f"l{n}", "hours": OFFICE} for n in range(count)]


def people(count: int) -> list[dict[str, Any]]:
    return [{"id": f"p{n}"} for n in range(count)]


def test_the_same_seed_gives_the_same_plan() -> None:
    assert drawn() == drawn()


def test_another_seed_sends_others_on_other_days() -> None:
    plans = [drawn(seed, locations=places(6)) for seed in ("one", "two")]
    one, two = ([(a.location, a.shopper, a.day) for a in plan.assignments] for plan in plans)
    assert one != two


def test_ids_stay_whatever_the_seed_and_however_many_are_ordered() -> None:
    few = {one.id for one in drawn("one").assignments}
    many = drawn("two", orders=[{"scenario": "lost_card.yaml", "each": 3}]).assignments
    assert few < {one.id for one in many}


def test_shops_are_spread_over_shoppers_and_days() -> None:
    plan = drawn(locations=places(40), shoppers=people(7))
    assert not plan.unplaced
    loads = Counter(one.shopper for one in plan.assignments)
    assert max(loads.values()) - min(loads.values()) <= 1
    assert set(Counter(one.day for one in plan.assignments).values()) == {2}  # on 20 days


def test_who_fits_little_else_gets_what_only_they_can_do() -> None:
    """Taking the first who fits would send tom, who may go anywhere, to the one place for maya."""
    plan = drawn(
        shoppers=[{"id": "maya", "not_at": ["south"]}, {"id": "tom"}],
        rules={"most_per_shopper": 1},
    )
    assert [
        (one.location, one.shopper) for one in sorted(plan.assignments, key=lambda a: a.location)
    ] == [
        ("north", "maya"),
        ("south", "tom"),
    ]


def test_two_orders_of_one_scenario_add_up() -> None:
    order = {"scenario": "lost_card.yaml", "locations": ["north"]}
    plan = drawn(orders=[order | {"fee": 5}, order | {"fee": 9}])
    assert len({one.id for one in plan.assignments}) == 2
    assert sorted(one.fee for one in plan.assignments) == [5, 9]


def test_an_assignment_says_all_that_a_shop_needs() -> None:
    file = built.plan_file(
        orders=[{"scenario": "lost_card.yaml", "locations": ["north"], "fee": 12.5}],
        locations=[{"id": "north", "timezone": "Asia/Tokyo", "hours": OFFICE}],
    )
    scenario = built.scenario(window={"from": "2026-11-10", "to": "2026-11-10"})
    plan = plan_shops(file, {"lost_card.yaml": scenario}, {"lost_card.yaml": "f7"}, "s")
    (one,) = plan.assignments
    assert (one.plan, one.scenario, one.scenario_hash) == ("autumn", "lost_card", "f7")
    assert one.opens_at.isoformat() == "2026-11-10T09:00:00+09:00"
    assert (str(one.fee), one.currency) == ("12.5", "EUR")


def test_the_hash_of_the_file_is_of_its_meaning() -> None:
    rows = built.plan_file().locations
    turned = [one.model_dump(by_alias=True) for one in reversed(rows)]
    assert drawn(locations=turned).file_hash == drawn().file_hash
    assert drawn(title="Winter round").file_hash != drawn().file_hash


def test_shops_of_other_plans_are_counted_only_where_a_rule_reaches() -> None:
    rules = {"days_before_return": 10}
    earlier = [
        built.assignment(id="near", plan="x", location="north", shopper="maya"),
        built.assignment(id="elsewhere", plan="x", location="east", shopper="zoe"),
        built.assignment(id="own", plan="autumn"),
    ]
    file = built.plan_file(rules=rules)
    plan = plan_shops(
        file, {"lost_card.yaml": built.scenario()}, {"lost_card.yaml": "f0"}, "s", earlier=earlier
    )
    assert plan.counted == ("near",)


def test_a_shop_of_another_plan_on_the_first_day_fills_that_day() -> None:
    """No distance is asked for, and still one shopper has one shop a day."""
    file = built.plan_file(
        **{"from": "2026-11-10", "to": "2026-11-10"},
        rules={"most_per_day": 1},
        orders=[{"scenario": "lost_card.yaml", "locations": ["north"]}],
        shoppers=[{"id": "maya"}],
    )
    plan = plan_shops(
        file,
        {"lost_card.yaml": built.scenario()},
        {"lost_card.yaml": "f0"},
        "s",
        earlier=[built.assignment(id="x-1", plan="x")],
    )
    assert (plan.assignments, plan.counted) == ((), ("x-1",))
