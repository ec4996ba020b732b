"""Values of a rubric in one line for people."""

import pytest
from diff_builders import changes, only, with_criterion

from qa_toolkit.rubric.diff.values import shown

SHOWN = [
    (None, "none"), ("", "none"), ([], "none"), ({}, "none"), (0, "0"), (False, "no"),
    (True, "yes"), (3.0, "3"), (72.5, "72.5"), (100000.4, "100000.4"), (1234567.0, "1234567"),
    (["en", "de"], "en, de"),
    ({"class": "compliance", "at": [0, 1]}, "{class: compliance, at: [0, 1]}"),
    ({"business": {"policy": "zero"}, "levels": []}, "{business: {policy: zero}, levels: none}"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), SHOWN, ids=[str(value) for value, _ in SHOWN])
def test_a_value_is_shown_in_one_line(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_a_criterion_that_becomes_critical_in_more_ways_is_not_shown_as_none() -> None:
    scale = {0: "no", 1: "in part", 2: "yes"}
    old = with_criterion(scale=scale, critical=True)
    new = with_criterion(scale=scale, critical={"class": "compliance", "at": [0, 1]})
    change = only(changes(old, new))
    assert (shown(change.before), shown(change.after)) == (
        "yes", "{class: compliance, at: [0, 1]}",
    )  # fmt: skip
