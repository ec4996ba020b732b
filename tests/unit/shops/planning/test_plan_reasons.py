"""Why something finds no place, in words and with counts."""

from typing import Any

import pytest
import shop_builders as built

from qa_toolkit.shops.planning.plan import plan_shops

SHOPPERS = [
    {"id": "maya", "profile": {"age": 34}},
    {"id": "tom", "profile": {"age": 61}},
]
WORKDAYS = {"hours": {"mon": {"from": "09:00", "to": "17:00"}}}


def reasons(
    *,
    profile: dict[str, list[str]] | None = None,
    window: dict[str, Any] | None = None,
    each: int = 1,
    place: dict[str, Any] | None = None,
    shopper: dict[str, Any] | None = None,
    **changed: Any,
) -> set[str]:
    """The reasons of a week at one location; `shopper` is added to what both shoppers are."""
    file = built.plan_file(
        **{"from": "2026-11-02", "to": "2026-11-08"}
        | {"shoppers": [one | (shopper or {}) for one in SHOPPERS]}
        | {"orders": [{"scenario": "s", "each": each}]}
        | {"locations": [{"id": "north"} | (place or {})]}
        | changed
    )
    scenario = built.scenario(
        persona={"story": "Somebody.", "profile": profile or {}}, window=window or {}
    )
    drawn = plan_shops(file, {"s": scenario}, {"s": "f0"}, "seed")
    return {one.reason for one in drawn.unplaced}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(
            {"profile": {"age": ["18-30"]}},
            "no shopper fits the persona: age 18-30 (2 shoppers: 34 and 61)",
            id="persona",
        ),
        pytest.param(
            {"profile": {"car": ["yes"]}},
            "no shopper fits the persona: car yes (2 shoppers: not given)",
            id="not given",
        ),
        pytest.param(
            {
                "profile": {"age": ["18-40"], "car": ["yes"]},
                "shoppers": [
                    {"id": "maya", "profile": {"age": 34, "car": "no"}},
                    {"id": "tom", "profile": {"age": 61, "car": "yes"}},
                ],
            },
            "no shopper fits the persona: age 18-40 and car yes at once (2 shoppers)",
            id="not both at once",
        ),
        pytest.param(
            {"shopper": {"not_at": ["north"]}},
            "both fitting shoppers not to be sent there (not_at)",
            id="conflict",
        ),
        pytest.param(
            {"each": 3, "rules": {"most_per_shopper": 1}},
            "both fitting shoppers with the most shops allowed (1)",
            id="most",
        ),
        pytest.param(
            {"each": 3, "rules": {"days_before_return": 60}},
            "both fitting shoppers there already within 60 days",
            id="return",
        ),
        pytest.param(
            {"shopper": {"away": [["2026-11-01", "2026-11-08"]]}},
            "both fitting shoppers away on all 7 days left",
            id="away",
        ),
        pytest.param(
            {"each": 3, "place": WORKDAYS, "rules": {"most_per_day": 1}},
            "both fitting shoppers busy with 1 shop on the only day left",
            id="busy",
        ),
        pytest.param(
            {"each": 3, "rules": {"days_between": 4}},
            "both fitting shoppers without a day 4 days from other shops there",
            id="too near to others",
        ),
        pytest.param(
            {
                "place": WORKDAYS,
                "window": {"days": ["mon", "tue"], "hours": {"from": "18:00", "to": "20:00"}},
            },
            "none of the plan's 7 days is left: 5 outside the scenario's days, "
            "1 closed there, 1 without hours in common",
            id="no day",
        ),
        pytest.param(
            {"window": {"from": "2027-01-01"}, "blackout": ["2026-11-03"]},
            "none of the plan's 7 days is left: 1 blackout, 6 outside the scenario's days",
            id="another year",
        ),
    ],
)
def test_the_rule_that_leaves_no_room_is_named(changed: dict[str, Any], expected: str) -> None:
    assert reasons(**changed) == {expected}
