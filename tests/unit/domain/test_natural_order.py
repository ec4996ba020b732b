"""Names in the order in which people count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.natural_order import as_counted


@pytest.mark.parametrize(
    "names",
    [
        ["Desk 1", "desk 2", "Desk 10"],
        ["1", "2", "10"],
        ["a2b9", "a2b10", "a10b1"],
        ["", "Ätna", "Ätna 2"],
        ["Κατάστημα 2", "Κατάστημα 10"],
        ["فرع ٢", "فرع ١٠"],
        ["x1", "x²"],
        ["Dana (dana)", "Dana (dana2)", "Dana (dana10)"],
        ["row " + "1" * 5_000, "row " + "9" * 5_000],
    ],
    ids=["capitals", "numbers", "twice", "none", "Greek", "Arabic", "raised", "within", "long"],
)
def test_numbers_in_names_stand_by_what_they_are_worth(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=as_counted) == names


@given(st.lists(st.text(alphabet="aA 019٢-", max_size=8), unique=True))
def test_every_order_of_names_is_sorted_to_one(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=as_counted) == sorted(backwards, key=as_counted)
