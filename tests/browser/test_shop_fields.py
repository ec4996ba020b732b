"""The fields of the form of a visit on a phone: each kind of answer, and the stopwatch."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import shop_builders
from playwright.sync_api import Browser, BrowserContext, Page, expect
from shop_phones import a_phone, choose, draft_of, opened_page, saved, shop_of
from shop_served import project_with_shop, served

from browser.axe import violations
from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.workflow.project import Project

pytestmark = pytest.mark.browser

RUBRIC = """\
format: 1
id: counter
version: 1.0.0
title: Counter
applies_to: {channels: [call]}
pass_mark: 60
sections:
  - id: shop
    title: The shop
    weight: 100
    criteria:
      - id: shop.window
        question: "What is in order?"
        type: multi_choice
        options: [{id: lit, text: Lamps, points: 1}, {id: priced, text: Prices, points: 1}]
        rate: manual
      - id: shop.shown
        question: "What is done with the item?"
        type: scale
        scale: {0: named, 1: shown, 2: handed over}
        rate: manual
      - id: shop.queue
        question: "How many minutes do you wait?"
        type: number
        unit: minutes
        ranges: [{from: 0, below: 3, points: 1}, {from: 3, points: 0}]
        rate: manual
      - id: shop.why
        question: "Why so long?"
        type: text
        applies_when: {answers: {shop.queue: [0]}}
"""
SCENARIO = shop_builders.SCENARIO.replace("welcome.wait: wait", "shop.queue: hold")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project", SCENARIO, RUBRIC) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with a_phone(browser) as context:
        yield context


@pytest.fixture
def page(project: Project, phone: BrowserContext) -> Iterator[Page]:
    with served(project) as server:
        yield opened_page(phone, server)


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [
        (["Lamps", "Prices"], ("lit", "priced")),
        (["Lamps", "None of these"], ()),
        (["None of these", "Prices"], ("priced",)),
        (["Lamps", "N/A"], "na"),
    ],
    ids=["both", "none", "one after all", "does not apply"],
)
def test_several_can_be_chosen_or_none(
    project: Project, page: Page, pressed: list[str], answer: Answer
) -> None:
    for name in pressed:
        choose(page, "shop.window", name)
    saved(page)
    assert draft_of(project).answers() == {"shop.window": answer}


def test_a_level_is_kept_as_a_number(project: Project, page: Page) -> None:
    choose(page, "shop.shown", "handed over")
    saved(page)
    assert draft_of(project).answers() == {"shop.shown": 2}


@pytest.mark.parametrize(("typed", "answer"), [("4", 4), ("2,5", 2.5), (" 0 ", 0)])
def test_a_number_is_read_as_people_write_it(
    project: Project, page: Page, typed: str, answer: float
) -> None:
    page.locator('[id="n-shop.queue"]').fill(typed)
    saved(page)
    assert draft_of(project).answers() == {"shop.queue": answer}


def test_what_is_no_number_is_told_and_stays_as_it_was_typed(page: Page) -> None:
    field = page.locator('[id="n-shop.queue"]')
    field.fill("about four")
    expect(page.locator('[id="m-shop.queue"]')).to_have_text("Write a number, such as 12 or 2.5")
    page.reload()
    expect(field).to_have_value("about four")


def test_a_question_that_waits_for_a_number_comes_and_goes_with_it(page: Page) -> None:
    why = page.locator('[id="q-shop.why"]')
    page.locator('[id="n-shop.queue"]').fill("4")
    expect(why).to_be_visible()
    page.locator('[id="n-shop.queue"]').fill("2")
    expect(why).to_be_hidden()


def press(page: Page, *marks: str) -> None:
    for mark in marks:
        page.locator(f"#presses [data-mark={mark}]").click()


def test_the_stopwatch_goes_on_through_a_reload_and_answers_what_it_measures(
    project: Project, page: Page
) -> None:
    press(page, "start", "answered", "hold")
    page.reload()
    press(page, "resumed", "end")
    expect(page.locator('[id="m-shop.queue"]')).to_have_text("from the stopwatch")
    saved(page)
    draft = draft_of(project)
    assert [one.mark for one in draft.marks] == list(Mark)
    assert [one.at for one in draft.marks] == sorted(one.at for one in draft.marks)
    assert draft.answers().keys() == {"shop.queue"}
    assert violations(page) == []


def test_what_somebody_wrote_is_not_measured_over(project: Project, page: Page) -> None:
    page.locator('[id="n-shop.queue"]').fill("7")
    press(page, "start", "answered", "end")
    saved(page)
    assert draft_of(project).answers() == {"shop.queue": 7}


def test_the_last_press_can_be_taken_back(project: Project, page: Page) -> None:
    press(page, "start", "answered", "end")
    page.get_by_role("button", name="Take the last time back").click()
    saved(page)
    assert [one.mark for one in draft_of(project).marks] == [Mark.START, Mark.ANSWERED]
    assert draft_of(project).answers() == {}


def test_times_from_paper_are_typed_in_and_stand_in_their_order(
    project: Project, page: Page
) -> None:
    page.get_by_text("Noted on paper?").click()
    for mark, at in (("end", "14:10:00"), ("start", "14:05:10"), ("answered", "14:05:30")):
        page.locator(f"#typed-{mark}").fill(f"2026-11-10T{at}")
        page.locator(f"#typed-{mark}").blur()
    saved(page)
    moments = [(one.mark.value, f"{one.at:%H:%M:%S}") for one in draft_of(project).marks]
    assert moments == [("start", "14:05:10"), ("answered", "14:05:30"), ("end", "14:10:00")]


def test_who_types_times_in_stays_in_the_next_field(page: Page) -> None:
    page.get_by_text("Noted on paper?").click()
    page.locator("#typed-start").fill("2026-11-10T14:05:10")
    page.locator("#typed-answered").focus()
    expect(page.locator("#mark-0")).to_have_value("2026-11-10T14:05:10")
    expect(page.locator("#typed-answered")).to_be_focused()


def type_time(page: Page, field: str, at: str) -> None:
    page.locator(f"#{field}").fill(at)
    page.locator(f"#{field}").blur()


def test_a_time_that_the_clock_never_showed_is_told_and_not_taken(
    project: Project, page: Page
) -> None:
    page.get_by_text("Noted on paper?").click()
    type_time(page, "typed-start", "2026-03-29T02:30:00")
    told = "The clock there never showed 02:30: it was put forward then. By a clock that was, it is 03:30."
    expect(page.get_by_role("alert").filter(has_text="never showed")).to_have_text(told)
    assert shop_of(project).draft is None
    type_time(page, "typed-start", "2026-03-29T03:30:00")
    saved(page)
    assert draft_of(project).marks[0].at.isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_two_equal_times_the_one_behind_the_start_is_meant(project: Project, page: Page) -> None:
    page.get_by_text("Noted on paper?").click()
    type_time(page, "typed-start", "2026-10-25T02:50:00")
    type_time(page, "typed-answered", "2026-10-25T02:10:00")
    saved(page)
    assert [one.at.isoformat()[11:] for one in draft_of(project).marks] == [
        "02:50:00+02:00",
        "02:10:00+01:00",
    ]


def test_times_are_by_the_clock_of_the_place_wherever_the_phone_is(
    project: Project, browser: Browser
) -> None:
    with served(project) as server, a_phone(browser, timezone_id="Asia/Tokyo") as phone:
        page = opened_page(phone, server)
        expect(
            page.get_by_text("Times are by the clock of the place (Europe/Berlin)")
        ).to_be_visible()
        page.get_by_text("Noted on paper?").click()
        type_time(page, "typed-start", "2026-11-10T14:05:10")
        page.locator("#presses [data-mark=answered]").click()
        saved(page)
        shown = page.locator("#mark-1").input_value()
    start, answered = (one.at for one in draft_of(project).marks)
    assert start.isoformat() == "2026-11-10T14:05:10+01:00"
    there = answered.astimezone(ZoneInfo("Europe/Berlin"))
    assert datetime.fromisoformat(shown) == there.replace(microsecond=0, tzinfo=None)


def test_holds_from_paper_are_typed_in_and_a_time_is_emptied_to_take_it_out(
    project: Project, page: Page
) -> None:
    page.get_by_text("Noted on paper?").click()
    times = (
        ("start", "14:05"),
        ("answered", "14:06"),
        ("end", "14:12"),
        ("hold", "14:07"),
        ("resumed", "14:08"),
    )
    for mark, at in times:
        type_time(page, f"typed-{mark}", f"2026-11-10T{at}:00")
        expect(page.locator("#marks input")).to_have_count(times.index((mark, at)) + 1)
    type_time(page, "mark-3", "")
    expect(page.locator("#marks input")).to_have_count(4)
    saved(page)
    assert [one.mark.value for one in draft_of(project).marks] == [
        "start",
        "answered",
        "hold",
        "end",
    ]


def test_the_keyboard_alone_answers_and_hands_in(project: Project, page: Page) -> None:
    page.locator('[id="q-shop.shown"] input').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.locator("#submit").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#errors")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Where were you?")).to_be_focused()
    assert draft_of(project).answers() == {"shop.shown": 1}
