"""Two drawings of one plan beside each other."""

from dataclasses import replace
from decimal import Decimal

import shop_builders as built

from qa_toolkit.domain.shop.plan import ShopPlan, Unplaced
from qa_toolkit.shops.planning.compare import differences

MISSING = Unplaced(scenario="lost_card", location="south", number=1, reason="nobody fits")
PLAN = ShopPlan(
    id="autumn",
    title="Autumn",
    seed="one",
    file_hash="aa",
    file="",
    assignments=(built.assignment(),),
    unplaced=(MISSING,),
)


def test_a_plan_is_equal_to_itself() -> None:
    assert differences(PLAN, PLAN) == ()


def test_another_shopper_is_named_with_who_was_drawn() -> None:
    again = replace(PLAN, assignments=(built.assignment(shopper="tom", fee=Decimal(9)),))
    assert differences(PLAN, again) == (
        "autumn-1: shopper is tom, not maya",
        "autumn-1: fee is 9, not 0",
    )


def test_what_is_only_on_one_side_is_named() -> None:
    told = differences(PLAN, replace(PLAN, seed="two", assignments=(), unplaced=()))
    assert told == (
        "the seed is two, not one",
        f"autumn-1 ({built.assignment().shown}) is kept but not drawn",
        "lost_card at south, number 1, finds a place, and did not",
    )
    assert f"autumn-1 ({built.assignment().shown}) is drawn but not kept" in differences(
        replace(PLAN, assignments=()), PLAN
    )
