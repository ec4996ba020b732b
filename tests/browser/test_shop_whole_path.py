"""The whole path of mystery shops by the commands that people use, from a plan to a workbook.

Three shops are logged on three ways: at a terminal, in a workbook, and on a phone that loses its
network. One is returned and handed in again. In the end they stand beside monitored chats.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from commands import Ran, qa
from filled_workbooks import table
from openpyxl import load_workbook
from playwright.sync_api import Browser, BrowserContext, Page, expect
from projects import chats_project
from released_shops import BOTH_RUBRIC, BOTH_SCENARIO
from shop_form_builders import fill
from shop_phones import a_phone, choose, saved
from terminals import Terminal, process

pytestmark = pytest.mark.browser

CERTIFICATION = """\
certification:
  pass_mark: 100
  questions:
    - id: opening
      question: What do you write first?
      options: [That you want your money back., "Hello, my parcel is lost."]
      answer: 2
      why: The money is not asked for.
"""
PLAN = """\
format: 1
id: autumn
title: Autumn round
timezone: {midday}
from: {today}
to: {today}
orders: [{{scenario: lost_parcel.yaml, each: 1, fee: 10}}]
locations:
  - {{id: north, name: North desk, staff: [Dana Fox]}}
  - {{id: south, name: South desk, staff: [Gil Stone]}}
  - {{id: east, name: East desk, staff: [Ivo Marsh]}}
shoppers: [{{id: maya, name: Maya Lind}}, {{id: tom, name: Tom Reed}}]
editors: [{{id: mo, name: Mo Berg}}]
managers: [{{id: kim, name: Kim Lee}}]
"""
Shop = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with six scored chats, and the files of a plan; the current folder."""
    monkeypatch.delenv("QA_REVIEWER", raising=False)
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    Path("desk.yaml").write_text(BOTH_RUBRIC, encoding="utf-8")
    Path("lost_parcel.yaml").write_text(BOTH_SCENARIO + CERTIFICATION, encoding="utf-8")
    now = datetime.now(UTC)
    # where it is midday now: no day ends in the middle of this test
    midday = f"Etc/GMT{now.hour - 12:+d}"
    plan = PLAN.format(midday=midday, today=now.astimezone(ZoneInfo(midday)).date())
    Path("plan.yaml").write_text(plan, encoding="utf-8")
    run("import", "chats")
    run("sample", "draw", "--size", "6", "--seed", "7", "-r", "desk.yaml")
    run("score", "-r", "desk.yaml")
    return folder


def test_from_plan_to_workbook_with_shops_logged_on_three_ways(
    folder: Path, browser: Browser
) -> None:
    shops = planned()
    certify_all(shops)
    run("shop", "brief", "--plan", "autumn", "--to", "briefs")
    assert {path.stem for path in Path("briefs").iterdir()} == {
        f"brief-{shop['id']}" for shop in shops.values()
    }

    log_at_a_terminal(shops["north"], folder)
    log_in_a_workbook(shops["south"])
    with a_phone(browser) as phone, served(shops["east"], folder) as url:
        log_on_a_phone(phone, url)
        assert {shop["status"] for shop in listed()} == {"submitted"}
        run("shop", "check")  # without an error
        step("review", shops["east"], "mo")
        step("return", shops["east"], "mo", "--reason", "What was the first word?")
        hand_in_again(phone, url)

    for shop in shops.values():
        step("review", shop, "mo")
        step("approve", shop, "mo")
    early = qa("shop", "export", "early.xlsx")
    assert (early.code, Path("early.xlsx").exists()) == (2, False)
    run("shop", "final", "--plan", "autumn", "--by", "kim")
    run("shop", "export", "shops.xlsx")

    scores = rows("Scores", "Interaction", "Kind", "Total")
    totals = {row["Interaction"]: row["Total"] for row in scores if row["Kind"] == "Staged"}
    # 40 of 100 for two questions of one point each, 60 for one of two points
    assert totals == {
        shops["north"]["id"]: 20 + 60,
        shops["south"]["id"]: 40 + 30,
        shops["east"]["id"]: 20 + 0,
    }
    assert [row["Kind"] for row in scores].count("Monitored") == 6
    assert quote(shops["north"], "welcome.sorry") == "Dana Fox wrote no word of regret."
    assert quote(shops["south"], "help.way") == "Gil Stone looked for it and named no day."
    assert quote(shops["east"], "welcome.name") == "The first word was hello, without a name."


def run(*args: str | Path) -> Ran:
    """A command that must succeed."""
    done = qa(*args)
    assert done.code == 0, done.out + done.err
    return done


def step(name: str, shop: Shop, by: str, *options: str) -> None:
    run("shop", name, shop["id"], "--by", by, *options)


def listed() -> list[Shop]:
    shops: list[Shop] = run("shop", "list", "--json").json
    return shops


def planned() -> dict[str, Shop]:
    """The shops that are drawn, by their place."""
    run("shop", "plan", "plan.yaml", "--seed", "one")
    run("shop", "plan", "verify", "autumn")
    return {shop["location"]: shop for shop in listed()}


def certify_all(shops: dict[str, Shop]) -> None:
    """Everybody answers from the brief; before that nobody may log."""
    for shop in shops.values():
        who = shop["shopper"]
        asked = qa("shop", "certify", who, "lost_parcel", "--json").json
        if asked["passed"]:
            continue
        refused = qa("shop", "log", shop["id"], "--by", who, "--submit")
        assert (refused.code, "certif" in refused.err) == (2, True)
        (question,) = asked["questions"]
        right = question["options"].index("Hello, my parcel is lost.") + 1
        run("shop", "certify", who, "lost_parcel", "--answers", str(right))


def log_at_a_terminal(shop: Shop, folder: Path) -> None:
    """With a power cut at the second question."""
    form = process("shop", "log", shop["id"], "--by", shop["shopper"], cwd=folder, env={})
    cut = Terminal(form)
    cut.wait_for("What is the name of the person")
    cut.answer("Dana Fox", "Where was it?")
    cut.kill()
    terminal = Terminal(form)
    try:
        terminal.wait_for("Where was it?")
        terminal.answer("", "Was there a number")
        terminal.answer("", "starts the stopwatch")
        terminal.press(" ")
        terminal.wait_for("● waiting, 0:0")
        terminal.press(" ")
        terminal.wait_for("space is a hold")
        terminal.answer("", "Does the agent give a name?")
        terminal.answer("y", "Is the agent sorry")
        terminal.answer("n", "Why not?")
        terminal.answer("Dana Fox wrote no word of regret.", "What is to be said of 'Welcome'")
        terminal.answer("The first line came with a name.", "What is done about the parcel?")
        terminal.answer("2", "What is to be said of 'Help'")
        terminal.answer("A new parcel was promised for noon.", "Tell the story")
        terminal.type("I wrote in the morning that my parcel was lost.")
        terminal.type("Dana Fox answered with her name and sent a new one.")
        terminal.answer(".", "What do you bring back?")
        terminal.answer("", "It can be submitted: y")
        terminal.type("y")
        assert terminal.end() == 0
    finally:
        terminal.close()


def log_in_a_workbook(shop: Shop) -> None:
    """Filled in beside the contact, which ended some minutes ago."""
    run("shop", "form", shop["id"], "--to", "form.xlsx")
    begun = datetime.now(UTC) - timedelta(minutes=10)
    times = [begun + timedelta(seconds=seconds) for seconds in (0, 25, 300)]
    start, answered, end = (at.isoformat(timespec="seconds") for at in times)
    cells = {
        "D text:staff": "Gil Stone",
        "D text:location": "South desk (south)",
        "D time:start:0": start,
        "D time:answered:1": answered,
        "D time:end:8": end,
        "D question:welcome.name": "Yes",
        "D question:welcome.sorry": "Yes",
        "D comment:welcome": "Gil Stone gave a name and was sorry for the wait.",
        "D question:help.way": "1 – it is looked for",
        "E question:help.way": "Gil Stone looked for it and named no day.",
        "D comment:help": "The parcel was last seen at the depot.",
        "B text:narrative": "I asked for my parcel. Gil Stone found it at the depot.",
    }
    form = fill(Path("form.xlsx"), cells)
    run("shop", "log", shop["id"], "--from", form, "--submit", "--by", shop["shopper"])


@contextmanager
def served(shop: Shop, folder: Path) -> Iterator[str]:
    """The address of a shop's page, on a server in a process of its own."""
    command = [sys.executable, "-m", "qa_toolkit", "shop", "serve", "--port", "0", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = "".join(iter(server.stdout.readline, "]\n")) + "]"
            yield next(link["url"] for link in json.loads(told) if link["shop"] == shop["id"])
        finally:
            server.terminate()


def log_on_a_phone(phone: BrowserContext, url: str) -> None:
    """With the network cut in between, and the page loaded anew while it is."""
    page = opened(phone, url)
    page.locator("#presses [data-mark=start]").click()
    page.locator("#presses [data-mark=answered]").click()
    page.get_by_label("Where were you?").select_option("east")
    page.get_by_label("Name of the member of staff").fill("Ivo Marsh")
    saved(page)
    phone.set_offline(True)
    page.locator("#presses [data-mark=end]").click()
    choose(page, "welcome.name", "No")
    page.locator("[id='c-welcome.name']").fill("There was no name.")
    choose(page, "welcome.sorry", "Yes")
    choose(page, "help.way", "nothing")
    page.locator("#k-welcome").fill("Ivo Marsh was sorry for the trouble.")
    page.locator("#k-help").fill("The courier was to be asked.")
    page.locator("#narrative").fill("I wrote about the parcel. Ivo Marsh sent me to the courier.")
    expect(page.locator("#saved")).to_contain_text("no network")
    page.reload()
    expect(page.locator("#narrative")).to_have_value(re.compile("courier"))
    phone.set_offline(False)
    saved(page)
    submit(page)


def hand_in_again(phone: BrowserContext, url: str) -> None:
    page = phone.new_page()
    page.goto(url)
    expect(page.locator("#reasons")).to_contain_text("What was the first word?")
    page.locator("[id='c-welcome.name']").fill("The first word was hello, without a name.")
    saved(page)
    submit(page)


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", name="Submitted")).to_be_visible()
    page.close()


def opened(phone: BrowserContext, url: str) -> Page:
    """The page, once it is kept on the phone."""
    page = phone.new_page()
    page.goto(url)
    page.evaluate("navigator.serviceWorker.ready")
    for path in ("", "brief"):
        page.wait_for_function(f"async () => !!(await caches.match(location.pathname + '{path}'))")
    expect(page.locator("#saved")).to_contain_text("Nothing noted yet")
    return page


def rows(sheet: str, *headings: str) -> list[dict[str, Any]]:
    page = load_workbook("shops.xlsx")[sheet]
    head, at = table(page, *headings)
    return [
        {name: row[column - 1] for name, column in at.items()}
        for row in page.iter_rows(min_row=head + 1, values_only=True)
        if row[0]
    ]


def quote(shop: Shop, criterion: str) -> str:
    """What the rating of a criterion rests on."""
    (row,) = (
        row
        for row in rows("Detail", "Interaction", "Criterion", "Evidence")
        if (row["Interaction"], row["Criterion"]) == (shop["id"], criterion)
    )
    return str(row["Evidence"]).removeprefix("[·] Mystery shopper: ").strip("“”")
