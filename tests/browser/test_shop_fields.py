"""The fields of the form of a visit on a phone: each kind of answer, and the stopwatch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shop_builders
from playwright.sync_api import Browser, BrowserContext, Page, expect
from shop_phones import a_phone, choose, draft_of, opened_page, saved
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
        (["Lamps", "Does not apply"], "na"),
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
