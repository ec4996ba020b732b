"""A plan drawn again on its way: a shopper falls ill, a location closes, shops were missed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shop_builders as built
from commands import Ran, qa
from icalendar import Calendar

from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.shops import open_shop

Shops = dict[str, dict[str, Any]]
PLAN = built.PLAN.replace("each: 1", "each: 3").replace(
    "orders:", "rules: {days_before_return: 3, most_per_day: 1, days_between: 2}\norders:"
)


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six shops at two locations over four weeks, by two shoppers; drawn."""
    init_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    path = built.write_files(tmp_path)
    path.write_text(PLAN, encoding="utf-8")
    assert draw().code == 0
    return path


def draw(*more: str) -> Ran:
    return qa("shop", "plan", "plan.yaml", "--seed", "one", "--json", *more)


def again(day: str, *more: str) -> Ran:
    return draw("--from", day, *more)


def by_id(ran: Ran) -> Shops:
    return {one["id"]: one for one in ran.json["shops"]}


def place(one: dict[str, Any]) -> tuple[str, str]:
    return one["shopper"], one["day"]


def change(plan: Path, old: str, new: str) -> None:
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


def begin(shop: str, shopper: str) -> None:
    """Somebody notes a first thing."""
    with open_project() as project:
        opened = open_shop(project, shop)
        noted = replace(new_log(opened), staff="Dana Fox")
        save_draft(project, opened, noted, by=shopper)


def test_nothing_changes_where_nothing_has_changed() -> None:
    first = by_id(draw())
    ran = again("2026-11-02")
    assert (by_id(ran), ran.json["changes"]) == (first, [])
    assert qa("shop", "plan", "verify").code == 0


def test_only_the_shops_of_who_falls_ill_are_drawn_anew(plan: Path) -> None:
    first = by_id(draw())
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-12, 2026-11-29]]")
    ran = again("2026-11-02")
    ill = {n for n, one in first.items() if one["shopper"] == "tom" and one["day"] > "2026-11-11"}
    assert 0 < len(ill) < len(first)
    now = by_id(ran)
    assert {n: place(now[n]) for n in now.keys() - ill} == {
        n: place(first[n]) for n in first.keys() - ill
    }
    assert all(now[n]["shopper"] == "maya" or now[n]["day"] < "2026-11-12" for n in ill)
    assert len(ran.json["kept"]["moved"]) == len(ill)
    assert qa("shop", "plan", "verify").code == 0


def test_what_was_begun_stays_though_its_shopper_is_away_now(plan: Path) -> None:
    name, one = next((n, one) for n, one in by_id(draw()).items() if one["shopper"] == "tom")
    begin(name, "tom")
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-02, 2026-11-29]]")
    assert draw().code == 2  # drawn whole, it would be somebody else's
    now = by_id(again("2026-11-02"))
    assert place(now[name]) == place(one)
    assert {other["shopper"] for n, other in now.items() if n != name} == {"maya"}
    assert qa("shop", "plan", "verify").code == 0


def test_drawing_whole_names_the_way_on(plan: Path) -> None:
    name = next(n for n, one in by_id(draw()).items() if one["shopper"] == "tom")
    begin(name, "tom")
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-02, 2026-11-29]]")
    assert "--from DAY" in draw().err


def test_a_missed_shop_gets_a_new_day_and_one_whose_notes_may_come_does_not() -> None:
    """Notes are due 24 hours after the last moment to begin, which is midnight."""
    first = by_id(draw())
    early = min(one["day"] for one in first.values())
    (name,) = (n for n, one in first.items() if one["day"] == early)
    awaited, missed = (by_id(again(f"2026-11-{int(early[8:]) + n:02}", "--dry-run")) for n in (1, 2))  # fmt: skip
    assert place(awaited[name]) == place(first[name])
    assert missed[name]["day"] > early


def test_a_location_that_closes_loses_its_shops_only_when_they_are_cancelled(plan: Path) -> None:
    first = by_id(draw())
    change(plan, "{id: south,", "{id: south, closed: [[2026-11-02, 2026-11-29]],")
    gone = [n for n, one in first.items() if one["location"] == "south"]
    refused = again("2026-11-02")
    assert refused.code == 2
    assert "would be gone: none of the plan's 28 days is left: 28 closed there" in refused.err
    assert "qa shop cancel" in refused.err
    for name in gone:
        assert qa("shop", "cancel", name, "--by", "kim", "--reason", "closed").code == 0
    done = again("2026-11-02")
    assert (done.code, sorted(done.json["cancelled"])) == (0, sorted(gone))
    assert [one for one in by_id(done) if one not in gone] == [one for one in first if one not in gone]  # fmt: skip
    assert qa("shop", "plan", "verify").code == 0


def test_a_cancelled_shop_leaves_its_place_to_one_more_that_is_ordered(plan: Path) -> None:
    """Tom began and fell ill: his shop is cancelled, and one more is ordered there."""
    name, one = next((n, one) for n, one in by_id(draw()).items() if one["shopper"] == "tom")
    begin(name, "tom")
    qa("shop", "cancel", name, "--by", "kim", "--reason", "ill")
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-02, 2026-11-29]]")
    change(
        plan,
        "most_expenses: 5}",
        f"most_expenses: 5}}, {{scenario: lost_card.yaml, locations: [{one['location']}]}}",
    )
    ran = again("2026-11-02")
    (new,) = ran.json["kept"]["added"]
    assert (by_id(ran)[new]["location"], by_id(ran)[new]["shopper"]) == (one["location"], "maya")
    assert qa("shop", "plan", "verify").code == 0


def test_planned_again_twice_it_still_verifies_from_the_first_drawing(plan: Path) -> None:
    change(plan, "{age: 61}", "{age: 61}, away: [2026-11-12]")
    again("2026-11-10")
    change(plan, "{age: 34}", "{age: 34}, away: [[2026-11-16, 2026-11-20]]")
    again("2026-11-14", "--seed", "two")
    assert qa("shop", "plan", "verify").code == 0


def test_what_is_forged_in_the_drawing_before_is_told(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-12, 2026-11-29]]")
    again("2026-11-12")
    monkeypatch.setattr("qa_toolkit.workflow.shops.plan.differences", lambda *_: ("forged",))
    assert qa("shop", "plan", "verify").out.splitlines()[:2] == [
        "in the drawing before: forged",
        "forged",
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        pytest.param("2026-12-01", "no day of the plan: 2026-11-02 to 2026-11-29", id="behind it"),
        pytest.param("tomorrow", "tomorrow", id="no day"),
    ],
)
def test_a_day_that_is_none_of_the_plan_is_told(day: str, told: str) -> None:
    ran = again(day)
    assert (ran.code, told in ran.err) == (2, True)


def test_there_is_no_rest_of_a_plan_that_was_not_drawn(plan: Path) -> None:
    change(plan, "id: autumn", "id: winter")
    ran = again("2026-11-10")
    assert (ran.code, "was not drawn yet" in ran.err) == (2, True)


def test_what_was_planned_again_is_drawn_whole_only_on_demand(plan: Path) -> None:
    first = by_id(draw())
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-12, 2026-11-29]]")
    again("2026-11-02")
    whole = qa("shop", "plan", "plan.yaml")
    assert (whole.code, "planned again from 2026-11-02" in whole.err) == (2, True)
    assert by_id(draw("--dry-run")).keys() == first.keys()


def test_people_read_from_when_the_rest_is_drawn() -> None:
    out = qa("shop", "plan", "plan.yaml", "--from", "2026-11-10", "--dry-run").out
    assert "drawn       the rest, from 2026-11-10" in out


def test_a_shop_is_opened_by_its_new_shopper(plan: Path) -> None:
    name = next(n for n, one in by_id(draw()).items() if one["shopper"] == "tom")
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-02, 2026-11-29]]")
    again("2026-11-02")
    with open_project() as project:
        assert open_shop(project, name).shopper.id == "maya"


def test_a_shop_that_was_handed_on_is_struck_out_of_the_calendar_of_who_had_it(plan: Path) -> None:
    change(plan, "{age: 61}", "{age: 61}, away: [[2026-11-02, 2026-11-29]]")
    ordered = len(by_id(draw("--dry-run")))
    toms = [one["shop"] for one in calendar_of("Tom Reed")]
    again("2026-11-02")
    struck = calendar_of("Tom Reed")
    assert sorted(one["shop"] for one in struck) == sorted(toms)
    assert {one["status"] for one in struck} == {"CANCELLED"}
    assert {one["status"] for one in calendar_of("maya")} == {"CONFIRMED"}
    assert len(calendar_of("maya")) == ordered


def calendar_of(shopper: str) -> list[dict[str, str]]:
    assert qa("shop", "calendar", "--shopper", shopper, "--to", "own.ics").code == 0
    events = Calendar.from_ical(Path("own.ics").read_bytes()).walk("VEVENT")
    return [
        {"shop": str(one["UID"]).partition(".")[0], "status": str(one["STATUS"])} for one in events
    ]
