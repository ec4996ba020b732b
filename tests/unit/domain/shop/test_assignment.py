"""Assignments in words."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from shop_builders import assignment

NINE = datetime(2026, 11, 10, 9, tzinfo=timezone(timedelta(hours=1)))


def test_an_assignment_says_what_is_held_where_by_whom_and_when() -> None:
    one = assignment(opens_at=NINE, closes_at=NINE + timedelta(hours=9))
    assert one.shown == "lost_card at north by maya, 2026-11-10, 09:00–18:00 +0100"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"scenario": "refund"}, id="scenario"),
        pytest.param({"location": "south"}, id="location"),
        pytest.param({"shopper": "tom"}, id="shopper"),
        pytest.param({"opens_at": NINE.replace(tzinfo=UTC)}, id="time zone"),
        pytest.param({"closes_at": NINE + timedelta(hours=8)}, id="hours"),
    ],
)
def test_what_is_held_otherwise_reads_otherwise(changed: dict[str, Any]) -> None:
    """Drawings are held against each other by these words."""
    one = assignment(opens_at=NINE, closes_at=NINE + timedelta(hours=9))
    values = {"opens_at": one.opens_at, "closes_at": one.closes_at}
    assert assignment(**values | changed).shown != one.shown
