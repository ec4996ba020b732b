"""Names of agents' sheets: whatever people are called, every program takes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.scorecards.excel.sheet_names import agent_sheet_names, place

REFUSED = re.compile(r"[\[\]:*?/\\]")


def length(name: str) -> int:
    """As spreadsheet programs count: in units of UTF-16."""
    return len(name.encode("utf-16-le")) // 2


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)))
def test_any_names_make_sheets_that_programs_take(names: list[str]) -> None:
    made = agent_sheet_names(names)
    assert len({name.casefold() for name in made}) == len(names)
    assert all(length(name) <= 31 and not REFUSED.search(name) for name in made)
    assert all(name.startswith("Agent – ") and not name.endswith("'") for name in made)


def test_three_hundred_agents_of_one_name_are_numbered() -> None:
    made = agent_sheet_names(["Maximiliana Featherstonehaugh-B"] * 300)
    assert made[0] == "Agent – Maximiliana Featherston"
    assert made[299] == "Agent – Maximiliana Feath (300)"
    assert len(set(made)) == 300


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("Dana Price", "Agent – Dana Price"),
        ("A/B [temp]: who?*", "Agent – A B temp who"),
        ("'Dana'", "Agent – Dana"),
        ("Ann O'Neil", "Agent – Ann O'Neil"),
        ("Abcdefghijklmnopqrstuv'wxyz", "Agent – Abcdefghijklmnopqrstuv"),
        ("///", "Agent – 1"),
        ("😀" * 12, "Agent – " + "😀" * 11),
        ("مرحبا", "Agent – مرحبا"),
    ],
)
def test_a_name_becomes_a_sheet(name: str, sheet: str) -> None:
    assert agent_sheet_names([name]) == (sheet,)


def test_names_that_differ_in_case_only_are_told_apart() -> None:
    assert agent_sheet_names(["Dana", "DANA"]) == ("Agent – Dana", "Agent – DANA (2)")


def test_a_name_that_looks_numbered_takes_no_other_ones_number() -> None:
    made = agent_sheet_names(["Dana (2)", "Dana", "Dana"])
    assert made == ("Agent – Dana (2)", "Agent – Dana", "Agent – Dana (3)")


def test_a_link_quotes_the_sheet() -> None:
    assert place("Agent – Ann O'Neil", "B4") == "'Agent – Ann O''Neil'!B4"
