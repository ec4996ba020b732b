"""`qa shop plan` and `qa shop calendar`, as a planner uses them."""

import csv
import io
from pathlib import Path

import pytest
import shop_builders as built
from commands import Ran, qa, qa_process
from icalendar import Calendar

from qa_toolkit.workflow.project import init_project

SCENARIO = built.SCENARIO.replace("id: lost_card", "id: lost_phone")


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small plan; it is the current folder."""
    init_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return built.write_files(tmp_path)


def change(plan: Path, old: str, new: str) -> None:
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


def calendar_of(name: str) -> bytes:
    assert qa("shop", "calendar", "--to", name).code == 0
    return Path(name).read_bytes()


def draw(*more: str) -> Ran:
    return qa("shop", "plan", "plan.yaml", "--seed", "one", "--json", *more)


def test_a_plan_is_drawn_kept_and_verified() -> None:
    drawn = draw()
    assert (drawn.code, len(drawn.json["shops"]), drawn.json["unplaced"]) == (0, 2, [])
    verified = qa("shop", "plan", "verify")
    assert (verified.code, verified.out) == (
        0,
        "autumn verified: 2 of 2 shops placed, drawn again the same\n",
    )


def test_another_process_draws_the_same() -> None:
    first = qa_process("shop", "plan", "plan.yaml", "--seed", "one", "--json", cwd=Path.cwd())
    assert first.json["shops"] == draw("--dry-run").json["shops"]


def test_people_read_a_table() -> None:
    out = qa("shop", "plan", "plan.yaml", "--seed", "one").out
    assert "plan        autumn: 2 of 2 shops placed" in out
    assert "North desk" in out
    assert "kept        2 new, 0 changed, 0 as before" in out


def test_drawing_again_changes_nothing_and_keeps_the_seed() -> None:
    first = draw().json
    again = qa("shop", "plan", "plan.yaml", "--json").json
    assert (again["seed"], again["shops"]) == ("one", first["shops"])
    assert (again["changes"], len(again["kept"]["same"])) == ([], 2)


def test_a_trial_keeps_nothing() -> None:
    assert draw("--dry-run").json["kept"] is None
    assert qa("shop", "plan", "list", "--json").json == []


def test_what_differs_in_a_changed_file_is_told(plan: Path) -> None:
    draw()
    change(plan, "fee: 12.50", "fee: 14")
    told = draw()
    assert [one for one in told.json["changes"] if "fee" in one] == [
        f"{shop['id']}: fee is 14, not 12.5"
        for shop in sorted(told.json["shops"], key=lambda s: s["id"])
    ]
    assert qa("shop", "plan", "verify").code == 0


def test_a_changed_file_never_cancels_a_shop(plan: Path) -> None:
    draw()
    change(plan, "each: 1", "each: 1, locations: [north]")
    refused = draw()
    assert refused.code == 2
    assert "would be gone" in refused.err
    assert qa("shop", "plan", "list", "--json").json[0]["placed"] == 2


def test_a_cancelled_shop_stays_cancelled_and_is_named(plan: Path) -> None:
    """Maya has left: her shop is cancelled, and the plan is drawn without her."""
    own = next(one["id"] for one in draw().json["shops"] if one["shopper"] == "maya")
    assert qa("shop", "cancel", own, "--by", "kim", "--reason", "has left").code == 0
    change(plan, "  - {id: maya, name: Maya Lind, profile: {age: 34}}\n", "")
    again = draw()
    assert (again.code, again.json["cancelled"]) == (0, [own])
    assert qa("shop", "plan", "verify").code == 0
    assert qa("shop", "plan", "export", "--to", "plan.csv").code == 0
    rows = csv.DictReader(io.StringIO(Path("plan.csv").read_text(encoding="utf-8-sig")))
    assert {one["shop"]: one["status"] for one in rows}[own] == "cancelled"
    assert b"STATUS:CANCELLED" in calendar_of("all.ics")


def test_a_cancelled_shop_of_another_plan_does_not_count(plan: Path) -> None:
    change(plan, "orders:", "rules: {days_before_return: 60}\norders:")
    change(plan, "each: 1", "each: 1, locations: [north]")
    change(plan, "  - {id: tom, name: Tom Reed, profile: {age: 61}}\n", "")
    (first,) = draw().json["shops"]
    change(plan, "id: autumn", "id: again")
    assert draw("--dry-run").json["shops"] == []
    qa("shop", "cancel", first["id"], "--by", "kim", "--reason", "ill")
    assert len(draw().json["shops"]) == 1


def test_what_finds_no_place_is_a_finding_with_its_reason(plan: Path) -> None:
    change(plan, "orders:", "rules: {most_per_shopper: 1}\norders:")
    change(plan, "each: 1", "each: 2")
    drawn = draw()
    assert drawn.code == 1
    assert {one["reason"] for one in drawn.json["unplaced"]} == {
        "both fitting shoppers with the most shops allowed (1)"
    }


def test_shops_of_another_plan_count(plan: Path) -> None:
    """With both shoppers sent to each location once, nobody may return within a month."""
    change(plan, "orders:", "rules: {days_before_return: 60}\norders:")
    change(plan, "each: 1", "each: 2")
    assert draw().code == 0
    change(plan, "id: autumn", "id: late_autumn")
    late = draw()
    assert (late.code, late.json["shops"], len(late.json["counted"])) == (1, [], 4)
    assert "both fitting shoppers there already within 60 days" in str(late.json["unplaced"])
    assert [qa("shop", "plan", "verify", one).code for one in ("autumn", "late_autumn")] == [0, 0]


def test_the_first_plan_drawn_again_does_not_count_the_one_behind_it(plan: Path) -> None:
    change(plan, "orders:", "rules: {days_between: 9}\norders:")
    first = draw().json
    text = plan.read_text(encoding="utf-8")
    change(plan, "id: autumn", "id: late_autumn")
    draw()
    plan.write_text(text, encoding="utf-8")
    assert draw().json["shops"] == first["shops"]


def test_a_plan_verifies_after_another_one_that_it_counted_was_drawn_anew(plan: Path) -> None:
    change(plan, "orders:", "rules: {days_before_return: 4, days_between: 3}\norders:")
    change(plan, "each: 1", "each: 2")
    draw()
    text = plan.read_text(encoding="utf-8")
    change(plan, "id: autumn", "id: late_autumn")
    late = draw().json
    assert len(late["counted"]) == 4
    Path("again.yaml").write_text(text, encoding="utf-8")
    moved = qa("shop", "plan", "again.yaml", "--seed", "two", "--json").json["kept"]["moved"]
    assert moved
    assert qa("shop", "plan", "verify", "late_autumn").code == 0
    assert draw().json["changes"] == []


def test_mistakes_of_plan_and_scenarios_are_told_at_once(plan: Path) -> None:
    change(plan, "orders: [", "orders: [{scenario: lost_crad.yaml}, {scenario: other.yaml}, ")
    change(plan, "Europe/Berlin", "Berlin")
    Path("other.yaml").write_text(SCENARIO.replace("goal:", "gaol:"), encoding="utf-8")
    told = draw()
    assert told.code == 2
    for words in (
        "plan.yaml:4:11: error: there is no time zone 'Berlin'",
        "there is no scenario 'lost_crad.yaml', did you mean 'lost_card.yaml'?",
        "the scenario 'other.yaml' has",
        "unknown key 'gaol'",
    ):
        assert words in told.err


def test_scenarios_are_looked_at_beside_mistakes_of_shape(plan: Path) -> None:
    """One missing, one with an error that two orders share, and a key that is misspelt."""
    change(
        plan,
        "orders: [",
        "orders: [{scenario: lost_crad.yaml}, {scenario: other.yaml}, {scenario: other.yaml}, ",
    )
    change(plan, "each: 1", "eech: 1")
    Path("other.yaml").write_text(SCENARIO.replace("goal:", "gaol:"), encoding="utf-8")
    told = draw().err
    assert "unknown key 'eech', did you mean 'each'?" in told
    assert "there is no scenario 'lost_crad.yaml', did you mean 'lost_card.yaml'?" in told
    assert told.count("unknown key 'gaol'") == 1


def test_a_scenario_that_lies_among_the_scenarios_is_named_from_the_plan(plan: Path) -> None:
    Path("scenarios").mkdir()
    Path("lost_card.yaml").rename("scenarios/lost_card.yaml")
    assert "did you mean 'scenarios/lost_card.yaml'?" in draw().err


@pytest.mark.parametrize(
    "name",
    ["../" * 40 + "x.yaml", "a" * 3000 + "/x.yaml", "scenarios", "/dev/null", '"x\\u0000y"', "~"],
    ids=["far up", "too long", "a folder", "a device", "a null", "nothing"],
)
def test_a_scenario_that_is_no_file_is_told(plan: Path, name: str) -> None:
    Path("scenarios").mkdir()
    change(plan, "lost_card.yaml", name)
    told = draw()
    assert told.code == 2
    assert "plan.yaml:" in told.err


def test_two_files_of_one_scenario_are_told(plan: Path) -> None:
    change(plan, "orders: [", "orders: [{scenario: copy.yaml}, ")
    Path("copy.yaml").write_text(built.SCENARIO, encoding="utf-8")
    assert "are both the scenario 'lost_card'" in draw().err


def test_warnings_stand_beside_the_plan(plan: Path) -> None:
    change(plan, "id: mo", "id: tom")
    assert "is a shopper and an editor or manager" in str(draw().json["remarks"])


def test_a_plan_is_exported_for_spreadsheets(plan: Path) -> None:
    change(plan, "North desk", "=1+1")
    draw()
    assert qa("shop", "plan", "export", "--to", "plan.csv").code == 0
    rows = list(csv.DictReader(io.StringIO(Path("plan.csv").read_text(encoding="utf-8-sig"))))
    assert {one["location_name"] for one in rows} == {"'=1+1", "South desk"}
    assert {one["status"] for one in rows} == {"assigned"}


def test_what_was_not_placed_is_exported_with_its_reason(plan: Path) -> None:
    change(plan, "to: 2026-11-29", "to: 2026-11-02")
    change(plan, "each: 1", "each: 4")
    draw()
    qa("shop", "plan", "export", "--to", "plan.csv")
    rows = list(csv.DictReader(io.StringIO(Path("plan.csv").read_text(encoding="utf-8-sig"))))
    assert {one["reason"] for one in rows if one["status"] == "not placed"} == {
        "both fitting shoppers busy with 3 shops on the only day left"
    }


def test_a_shopper_gets_a_calendar_of_their_own() -> None:
    shops = draw().json["shops"]
    own = [one["id"] for one in shops if one["shopper"] == "maya"]
    assert qa("shop", "calendar", "--shopper", "Maya Lind", "--to", "maya.ics").code == 0
    events = Calendar.from_ical(Path("maya.ics").read_bytes()).walk("VEVENT")
    assert [str(one["UID"]) for one in events] == [f"{one}.autumn@qa-toolkit" for one in own]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("plan", "nope.yaml"), "cannot be read", id="no file"),
        pytest.param(
            ("plan", "verify", "autum"), "no plan 'autum', did you mean 'autumn'", id="plan"
        ),
        pytest.param(
            ("plan", "export", "--to", "plan.doc"), "a plan is no '.doc' file", id="ending"
        ),
        pytest.param(("calendar", "--to", "a.csv"), "a calendar is no '.csv' file", id="calendar"),
        pytest.param(("calendar", "--shopper", "max", "--to", "a.ics"), "max", id="shopper"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_line(words: tuple[str, ...], told: str) -> None:
    draw()
    done = qa("shop", *words)
    assert done.code == 2
    assert told in done.err


def test_without_a_plan_there_is_nothing_to_verify() -> None:
    done = qa("shop", "plan", "verify")
    assert (done.code, "no plan was drawn yet" in done.err) == (2, True)
