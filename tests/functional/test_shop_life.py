"""The life of a mystery shop by commands: plan, log, return, resubmit, approve, final, pay, lock."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import shop_builders as built
import yaml
from commands import Ran, qa

from qa_toolkit.workflow.project import init_project

STORY = (
    "I called in the morning. The person answered after twenty seconds, asked for my name and "
    "blocked the card. She read the reference number aloud and said that a courier would come."
)
STAFF = {"north": "Dana Fox", "south": "Gil Stone"}


@pytest.fixture(autouse=True)
def shops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A project with the two planned shops of the small plan, which is the current folder."""
    monkeypatch.delenv("QA_REVIEWER", raising=False)
    after = datetime(2026, 11, 14, tzinfo=UTC)
    monkeypatch.setattr("qa_toolkit.workflow.shops.check.this_moment", lambda: after)
    init_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    plan = built.write_files(tmp_path)
    plan.write_text(plan.read_text(encoding="utf-8").replace("2026-11-29", "2026-11-13"))
    drawn = qa("shop", "plan", "plan.yaml", "--seed", "one")
    assert drawn.code == 0, drawn.err
    return sorted(listed(), key=lambda one: str(one["shopper"]))


def listed(*options: str) -> Any:
    return qa("shop", "list", *options, "--json").json


def life(shop: str) -> list[str]:
    return [step["status"] for step in qa("shop", "show", shop, "--json").json["steps"]]


def write_log(shop: dict[str, Any], **changed: Any) -> Path:
    """A complete log of a shop as a file."""
    start = datetime.fromisoformat(shop["opens_at"]) + timedelta(hours=10)
    times = {"start": 0, "answered": 20, "end": 300}
    said: dict[str, Any] = {
        "staff": STAFF[shop["location"]],
        "location": shop["location"],
        "reference": "T-4711",
        "times": {name: (start + timedelta(seconds=s)).isoformat() for name, s in times.items()},
        "answers": {
            "welcome.greeted": "yes",
            "welcome.name": "yes",
            "welcome.wait": 20,
            "help.blocked": "yes",
            "help.way": "courier",
        },
        "comments": {
            "welcome": "The person said good morning and gave a first name.",
            "help": "The card was blocked at once and a courier was promised for Thursday.",
        },
        "narrative": STORY,
    }
    path = Path("log.yaml")
    path.write_text(yaml.safe_dump(said | changed), encoding="utf-8")
    return path


def hand_in(shop: dict[str, Any], **changed: Any) -> Ran:
    path = write_log(shop, **changed)
    return qa("shop", "log", shop["id"], "--from", path, "--submit", "--by", shop["shopper"])


def step(name: str, shop: str, by: str, *options: str) -> str:
    done = qa("shop", name, shop, "--by", by, *options)
    assert done.code == 0, done.err
    return done.out


def test_a_shop_goes_from_plan_to_locked(shops: list[dict[str, Any]]) -> None:
    maya = shops[0]
    name = maya["id"]
    assert hand_in(maya).code == 0
    step("review", name, "mo")
    returned = step("return", name, "mo", "--reason", "who gave the number?")
    assert returned == f"{name} is returned, by Mo Berg: who gave the number?\n"
    assert hand_in(maya, reference="T-4712").code == 0
    step("review", name, "Mo Berg")
    step("approve", name, "mo")
    step("grade", name, "mo", "8", "--reason", "exact times")
    assert qa("list", "--json").json == []
    step("final", name, "kim")
    assert [one["id"] for one in qa("list", "--json").json] == [name]
    step("lock", name, "Kim Lee")
    assert life(name) == [
        "in_progress", "submitted", "in_review", "returned", "submitted", "in_review", "approved", "final", "locked",
    ]  # fmt: skip


def approved(shop: dict[str, Any]) -> str:
    assert hand_in(shop).code == 0
    step("review", shop["id"], "mo")
    step("approve", shop["id"], "mo")
    return str(shop["id"])


def test_all_approved_shops_of_a_plan_become_final_at_once(shops: list[dict[str, Any]]) -> None:
    for shop in shops:
        approved(shop)
    done = qa("shop", "final", "--plan", "autumn", "--by", "kim")
    assert done.out.count("is final, by Kim Lee") == 2
    assert "2 shops: 2 final" in qa("shop", "list").out
    assert qa("shop", "final", "--plan", "autumn", "--by", "kim").out == "no shop of 'autumn' is approved\n"  # fmt: skip


def test_of_several_shops_those_that_may_go_on(shops: list[dict[str, Any]]) -> None:
    name, other = approved(shops[0]), shops[1]["id"]
    done = qa("shop", "final", other, name, "--by", "kim")
    assert (done.code, done.out) == (2, f"{name} is final, by Kim Lee\n")
    assert f"not final: {other}" in done.err
    assert f"{other} is assigned to Tom Reed" in done.err


def test_of_several_shops_each_refusal_names_its_shop(shops: list[dict[str, Any]]) -> None:
    names = [approved(shop) for shop in shops]
    refused = qa("shop", "final", *names, "--by", "mo").err.splitlines()
    assert [line.partition(":")[0] for line in refused[:2]] == names


def test_the_list_says_what_is_overdue_and_for_whom_it_waits(shops: list[dict[str, Any]]) -> None:
    hand_in(shops[0])
    assert [one["id"] for one in listed("--mine", "--by", "mo")] == [shops[0]["id"]]
    assert [one["id"] for one in listed("--due")] == [shops[1]["id"]]
    assert "overdue" in qa("shop", "list", "--status", "assigned").out
    assert "2 shops: 1 submitted and 1 assigned" in qa("shop", "list", "--plan", "autumn").out
    assert listed("--shopper", "Tom Reed")[0]["overdue"] is True


def test_one_shop_is_shown_to_those_who_may_see_it(shops: list[dict[str, Any]]) -> None:
    name = approved(shops[0])
    step("grade", name, "mo", "8", "--reason", "exact times")
    assert "grade: 8 by Mo Berg: exact times" in qa("shop", "show", name, "--as", "shopper").out
    before = qa("shop", "show", name, "--as", "client")
    assert (before.code, before.out) == (2, "")
    step("final", name, "kim")
    shown = qa("shop", "show", name, "--as", "client")
    assert "status: final" in shown.out
    assert "Maya" not in shown.out
    assert "fee: 12.50 EUR" in qa("shop", "show", name).out


def test_what_is_owed_is_exported_and_known_as_exported(shops: list[dict[str, Any]]) -> None:
    name = approved(shops[0])
    step("final", name, "kim")
    assert qa("shop", "expense", name, "4.50", "--note", "=bus", "--by", "maya").code == 0
    step("expense", name, "kim", "--grant")
    assert qa("shop", "payroll", "--to", "pay.csv").code == 0
    with Path("pay.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["fees"], line["expenses"], line["to_pay"]) == ("12.50", "4.50", "17.00")
    (again,) = qa("shop", "payroll", "--json").json["shoppers"]
    assert (again["total"], again["exported_before"], again["to_pay"]) == ("17.00", "17.00", "0.00")


def test_what_a_check_found_is_the_reason_of_a_return(shops: list[dict[str, Any]]) -> None:
    hand_in(shops[0], staff="Nobody Known")
    name = shops[0]["id"]
    step("review", name, "mo")
    (finding, *_) = qa("shop", "show", name, "--json").json["findings"]
    returned = step("return", name, "mo", "--finding", finding["code"].lower())
    assert finding["message"] in returned
    wrong = qa("shop", "return", name, "--finding", "M999", "--by", "mo")
    assert f"{name} has no finding M999" in wrong.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("approve", "ID", "--by", "kim"), "nobody can approve it now", id="too early"),
        pytest.param(("review", "nowhere", "--by", "mo"), "there is no shop 'nowhere'", id="no shop"),
        pytest.param(("cancel", "ID", "--by", "kim"), "why cancel it?", id="no reasons"),
        pytest.param(("cancel", "ID", "--reason", "x", "--by", "mo"), "Mo Berg may not cancel it", id="no manager"),
        pytest.param(("cancel", "ID", "--reason", "x", "--by", "Zoe"), "the plan knows no 'Zoe'", id="a stranger"),
        pytest.param(("final", "--by", "kim"), "which shops?", id="none named"),
        pytest.param(("grade", "ID", "8", "--by", "mo"), "why this grade?", id="grade without reasons"),
        pytest.param(("expense", "ID", "4,50", "--note", "x", "--by", "maya"), "'4,50' is no amount", id="a comma"),
        pytest.param(("expense", "ID", "--by", "maya"), "an amount to claim", id="no amount"),
        pytest.param(("expense", "ID", "1e30", "--note", "x", "--by", "maya"), "1E+30 is no amount", id="too much money"),
        pytest.param(("list", "--shopper", "mo"), "no plan has a shopper 'mo'", id="no shopper"),
        pytest.param(("list", "--mine"), "whose shops?", id="mine without a name"),
        pytest.param(("list", "--plan", "summer"), "there is no plan 'summer'", id="no plan"),
        pytest.param(("list", "--status", "retuned"), "no status 'retuned', did you mean 'returned'", id="no status"),
        pytest.param(("payroll", "--period", "soon"), "soon", id="no period"),
        pytest.param(("payroll", "--to", "pay.pdf"), "a payroll is no '.pdf' file", id="no payroll file"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_a_line(
    shops: list[dict[str, Any]], arguments: tuple[str, ...], told: str
) -> None:
    named = [shops[0]["id"] if one == "ID" else one for one in arguments]
    done = qa("shop", *named)
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_cancelled_shop_takes_no_notes(shops: list[dict[str, Any]]) -> None:
    step("cancel", shops[0]["id"], "kim", "--reason", "closed for good")
    done = hand_in(shops[0])
    assert done.code == 2
    assert "takes no notes now: it was cancelled by Kim Lee" in done.err


def test_a_locked_shop_takes_no_notes_either(shops: list[dict[str, Any]]) -> None:
    name = approved(shops[0])
    step("final", name, "kim")
    step("lock", name, "kim")
    done = hand_in(shops[0])
    assert (done.code, life(name)[-1]) == (2, "locked")
    assert "it was locked by Kim Lee" in done.err


def test_a_new_fee_is_told_of_shops_that_nobody_has_begun(shops: list[dict[str, Any]]) -> None:
    hand_in(shops[0])
    plan = Path("plan.yaml")
    plan.write_text(plan.read_text(encoding="utf-8").replace("fee: 12.50", "fee: 14"), "utf-8")
    told = qa("shop", "plan", "plan.yaml", "--json").json
    assert told["kept"]["begun"] == [shops[0]["id"]]
    fees = [one for one in told["changes"] if "fee" in one]
    assert fees == [f"{shops[1]['id']}: fee is 14, not 12.5"]


def test_ratings_are_corrected_until_a_shop_is_locked(shops: list[dict[str, Any]]) -> None:
    name = approved(shops[0])
    step("final", name, "kim")
    rate = ("overrides", "set", name, "welcome.greeted", "0", "--reason", "x", "--by", "Ines")
    assert qa(*rate).code == 0
    step("lock", name, "kim")
    refused = qa(*rate)
    assert (refused.code, f"{name} is locked: its ratings stay" in refused.err) == (2, True)
    clear = qa("overrides", "clear", name, "welcome.greeted", "--reason", "x", "--by", "Ines")
    assert clear.code == 2


def test_a_project_without_shops_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    init_project(tmp_path / "empty")
    monkeypatch.chdir(tmp_path / "empty")
    assert qa("shop", "list").out == "0 shops\n"
    assert qa("shop", "payroll").out == "nothing is owed\n"
    assert "no shops are planned yet" in qa("shop", "list", "--shopper", "maya").err
