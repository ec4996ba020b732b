"""What is wrong with a plan's file, with its code and place."""

from pathlib import Path

import pytest
import shop_builders as built

from qa_toolkit.domain.problem import Problem
from qa_toolkit.shops.planning.load import load_plan


def problems(folder: Path, old: str = "", new: str = "") -> tuple[Problem, ...]:
    """Of the small plan, with one piece of text replaced."""
    assert old in built.PLAN
    path = folder / "plan.yaml"
    path.write_text(built.PLAN.replace(old, new, 1), encoding="utf-8")
    return load_plan(path).problems


def test_the_small_plan_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message"),
    [
        pytest.param("id: tom", "id: maya", "P101", 13, "'maya' stands twice", id="same id"),
        pytest.param(
            "each: 1", "locations: [nord]", "P102", 7, "'nord', did you mean 'north'", id="order"
        ),
        pytest.param("{age: 61}", "{age: 61}, not_at: [east]", "P102", 13, "'east'", id="conflict"),
        pytest.param(
            "each: 1", "locations: [north, north]", "P103", 7, "named twice", id="named twice"
        ),
        pytest.param("id: mo", "id: tom", "P104", 13, "shopper and an editor", id="both sides"),
        pytest.param("name: Kim Lee", "name: Tom Reed", "P104", 13, "Tom Reed is", id="by name"),
        pytest.param("Gil Stone", "Tom Reed", "P105", 13, "roster of 'south'", id="on the roster"),
        pytest.param(
            "orders: [",
            "orders: [{scenario: lost_card.yaml, locations: [south]}, ",
            "P106",
            7,
            "order 1 wants this scenario at 'south'",
            id="ordered twice",
        ),
        pytest.param("Europe/Berlin", "Berlin", "P201", 4, "no time zone 'Berlin'", id="zone"),
        pytest.param(
            "kind: queue",
            "timezone: ../x",
            "P201",
            9,
            "no time zone '../x'",
            id="zone of a location",
        ),
        pytest.param("2026-11-29", "2026-10-29", "P202", 6, "before it starts", id="ends first"),
        pytest.param(
            "{age: 61}",
            "{age: 61}, away: [[2026-11-09, 2026-11-02]]",
            "P202",
            13,
            "before the first",
            id="span of days",
        ),
        pytest.param("2026-11-29", "2062-11-29", "P203", 5, "lasts from", id="years"),
        pytest.param("2026-11-02", "0026-11-02", "P203", 5, "lasts from", id="an old year"),
        pytest.param(
            "kind: queue",
            'hours: {mon: {from: "09:00", to: "09:00"}}',
            "P204",
            9,
            "opens and closes at 09:00",
            id="no hours",
        ),
        pytest.param(
            "kind: queue",
            'hours: {mon: {from: "09:00", to: "17:00Z"}}',
            "P204",
            9,
            "name a time zone",
            id="hours with a zone",
        ),
        pytest.param("orders:", "blackout: []\norders:", "P205", 7, "empty", id="empty blackout"),
        pytest.param(
            "orders:",
            "blackout: [2025-11-11]\norders:",
            "P205",
            7,
            "none of these days",
            id="blackout of another year",
        ),
        pytest.param(
            "orders:",
            "blackout: [[2026-11-01, 2026-12-01]]\norders:",
            "P206",
            7,
            "no day at all",
            id="blackout of all",
        ),
        pytest.param("each: 1", "each: 60000", "P301", 7, "120,000 shops", id="too many"),
        pytest.param(
            "orders:",
            "rules: {most_per_shopper: 0}\norders:",
            "P302",
            8,
            "hold 0 together",
            id="short of shoppers",
        ),
        pytest.param("each: 1", "each: 99", "P302", 7, "168 fit into 28 days", id="short of days"),
        pytest.param(
            "orders: [{scenario: lost_card.yaml, each: 1",
            "rules: {days_between: 14}\norders: [{scenario: lost_card.yaml, each: 3",
            "P303",
            7,
            "3 shops at 'north', 14 days between",
            id="too far apart",
        ),
        pytest.param(
            "orders: [{scenario: lost_card.yaml, each: 1",
            "rules: {days_before_return: 30}\norders: [{scenario: lost_card.yaml, each: 3",
            "P303",
            7,
            "'north' needs 3 shoppers",
            id="nobody returns",
        ),
    ],
)
def test_each_mistake_has_its_code_and_line(
    tmp_path: Path, old: str, new: str, code: str, line: int, message: str
) -> None:
    found = [one for one in problems(tmp_path, old, new) if one.code == code]
    assert [one.line for one in found][:1] == [line]
    assert message in found[0].message


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = built.PLAN.replace("Berlin", "Berlyn").replace("id: tom", "id: maya")
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("each: 1", "locations: [x]"), encoding="utf-8")
    assert [one.code for one in load_plan(path).problems] == ["P201", "P102", "P101"]


def test_a_misspelt_key_is_no_plan(tmp_path: Path) -> None:
    assert [one.code for one in problems(tmp_path, "each: 1", "eech: 1")] == ["P003"]


def test_names_are_told_beside_mistakes_of_shape(tmp_path: Path) -> None:
    text = built.PLAN.replace("each: 1", "eech: 1, locations: [nord]").replace("Berlin", "Berlyn")
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("id: tom", "id: maya"), encoding="utf-8")
    loaded = load_plan(path)
    assert [one.code for one in loaded.problems] == ["P201", "P003", "P102", "P101"]
    assert loaded.model is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("{id: north,", "{", id="an id is missing"),
        pytest.param("{id: north,", "{id: 7,", id="an id is a number"),
        pytest.param("locations:\n", "location:\n", id="the list is misspelt"),
        pytest.param("title:", "locations: [{id: east}]\ntitle:", id="the list stands twice"),
    ],
)
def test_a_name_is_not_missed_where_it_may_be_what_cannot_be_read(
    tmp_path: Path, old: str, new: str
) -> None:
    text = built.PLAN.replace("each: 1", "each: 1, locations: [north, south]")
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [one.code for one in load_plan(path).problems]
    assert found
    assert "P102" not in found


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        pytest.param(
            "orders:",
            "currency: eur\norders:",
            7,
            "currency: must be three capital letters, as in EUR, not 'eur', did you mean 'EUR'?",
            id="currency",
        ),
        pytest.param(
            "orders:",
            'currency: "€"\norders:',
            7,
            "currency: must be three capital letters, as in EUR, not '€'",
            id="a sign",
        ),
        pytest.param(
            "fee: 12.50",
            "fee: 12.505",
            7,
            "orders[0].fee: must have at most two decimals, as in 12.50, not 12.505",
            id="a tenth of a cent",
        ),
        pytest.param(
            "fee: 12.50",
            'fee: "12,50"',
            7,
            "orders[0].fee: must be a number, not '12,50'",
            id="comma",
        ),
        pytest.param(
            "fee: 12.50", "fee: 1e300", 7, "orders[0].fee: must be at most 1000000", id="endless"
        ),
        pytest.param(
            "{age: 61}",
            "{age: 61}, away: [2026-11-05, 2026-11-31]",
            13,
            "shoppers[1].away[1]: must be a day such as 2026-11-22, or the first and the last day",
            id="no day",
        ),
        pytest.param(
            "{age: 61}",
            "{age: 61}, away: [[2026-11-05]]",
            13,
            "shoppers[1].away[0]: must be a day such as 2026-11-22, or the first and the last day",
            id="a span of one",
        ),
        pytest.param(
            "{age: 61}",
            "{age: 61}, away: [[2026-11-05, soon]]",
            13,
            "shoppers[1].away[0][1]: must be a day such as 2026-11-22",
            id="a span without an end",
        ),
        pytest.param(
            "id: north",
            "id: north desk",
            9,
            "locations[0].id: must be letters, digits and _ . - without spaces, not 'north desk'",
            id="an id with a space",
        ),
        pytest.param(
            "orders:", "id_: x\norders:", 7, "unknown key 'id_', did you mean 'id'?", id="key"
        ),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_words(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    (found,) = problems(tmp_path, old, new)
    assert (found.line, message in found.message) == (line, True), found.message


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Berlin", "did you mean 'Europe/Berlin'?"),
        ("new york", "did you mean 'America/New_York'?"),
        ("Europe/Berlyn", "did you mean 'Europe/Berlin'?"),
    ],
)
def test_a_time_zone_that_was_meant_is_named(tmp_path: Path, zone: str, meant: str) -> None:
    (found,) = problems(tmp_path, "Europe/Berlin", zone)
    assert meant in found.message
