"""The page of a shop on a phone: filled in, offline, sent, in conflict, submitted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from pages import CONTRAST
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    Route,
    expect,
)
from shop_phones import a_phone, choose, draft_of, opened_page, saved, shop_of
from shop_served import SHOP, Served, project_with_shop, served

from browser.axe import violations
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.steps import take_step

pytestmark = pytest.mark.browser

SCREENS: list[tuple[int, Literal["light", "dark"]]] = [
    (360, "light"),
    (390, "dark"),
    (1280, "light"),
]
STORY = (
    "I called and a person answered after a few seconds. She asked for my name, blocked the card "
    "while I waited, and read a reference number aloud before we said goodbye."
)
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "08" * 64 + "ffc0000b080001000101011100"
    "ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000000000000000"
    "ffda0008010100003f0054ffd9"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project") as opened:
        yield opened


@pytest.fixture
def server(project: Project) -> Iterator[Served]:
    with served(project) as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with a_phone(browser) as context:
        yield context


def fill_first_half(page: Page) -> None:
    page.locator("#presses [data-mark=start]").click()
    page.locator("#presses [data-mark=answered]").click()
    page.get_by_label("Where were you?").select_option("north")
    page.get_by_label("Name of the member of staff").fill("Dana Fox")
    page.get_by_label("Number of the ticket").fill("T-4711")
    choose(page, "welcome.greeted", "Yes")
    choose(page, "welcome.name", "Yes")


def fill_second_half(page: Page) -> None:
    page.locator("#presses [data-mark=end]").click()
    choose(page, "help.blocked", "Yes")
    choose(page, "help.way", "By courier")
    page.locator("#k-welcome").fill("Dana Fox said good morning and gave her first name.")
    page.locator("#k-help").fill("She blocked the card at once and promised a courier.")
    page.locator("#narrative").fill(STORY)


def test_a_shop_is_filled_in_with_the_network_cut_in_between_and_handed_in(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    fill_first_half(page)
    saved(page)
    phone.set_offline(True)
    fill_second_half(page)
    expect(page.locator("#saved")).to_contain_text("Saved on this phone")
    expect(page.locator("#saved")).to_contain_text("no network")
    assert draft_of(project).narrative == ""
    page.reload()
    expect(page.locator("#narrative")).to_have_value(STORY)
    expect(page.locator("#complete")).to_be_visible()
    phone.set_offline(False)
    saved(page)
    draft = draft_of(project)
    assert draft.narrative == STORY
    assert draft.answers() == {
        "welcome.greeted": "yes",
        "welcome.name": "yes",
        "welcome.wait": 0,
        "help.blocked": "yes",
        "help.way": "courier",
    }
    assert [one.mark for one in draft.marks] == [Mark.START, Mark.ANSWERED, Mark.END]
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", name="Submitted")).to_be_visible()
    expect(page.locator(".receipt")).to_contain_text("Received")
    assert shop_of(project).log == draft
    assert page.evaluate("localStorage.length") == 0


def test_what_was_noted_while_the_server_was_down_arrives_by_itself(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    server.stop()
    page.get_by_label("Number of the ticket").fill("T-1")
    expect(page.get_by_role("status").first).to_contain_text("the server does not answer")
    page.reload()
    expect(page.get_by_label("Number of the ticket")).to_have_value("T-1")
    server.start()
    saved(page)
    assert draft_of(project).reference == "T-1"


def test_a_tab_that_is_closed_at_once_loses_nothing(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    phone.set_offline(True)
    page.locator("#narrative").fill("The first words.")
    page.close()
    again = phone.new_page()
    again.goto(server.url)
    expect(again.locator("#narrative")).to_have_value("The first words.")
    phone.set_offline(False)
    saved(again)
    assert draft_of(project).narrative == "The first words."


def test_a_save_whose_answer_is_lost_is_no_conflict(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    lost = 0

    def lose(route: Route) -> None:
        nonlocal lost
        route.fetch()
        lost += 1
        route.abort()

    page.route("**/draft", lose)
    page.locator("#reference").fill("T-1")
    expect(page.locator("#saved")).to_contain_text("the server does not answer")
    page.locator("#reference").fill("T-2")
    page.unroute("**/draft")
    saved(page)
    assert lost
    assert draft_of(project).reference == "T-2"
    expect(page.locator("#conflict")).to_be_hidden()


def note_elsewhere(project: Project, reference: str) -> None:
    """The shopper saves the same shop in another place, such as the terminal."""
    opened = open_shop(project, SHOP)
    save_draft(project, opened, replace(new_log(opened), reference=reference), by="maya")


def test_of_two_versions_the_servers_can_be_taken_and_mine_is_a_file(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    page.locator("#reference").fill("T-mine")
    saved(page)
    note_elsewhere(project, reference="T-theirs")
    page.locator("#staff").fill("Dana Fox")
    expect(page.locator("#conflict-words")).to_contain_text("Maya Lind saved autumn-1 at")
    expect(page.locator("#conflict-differences")).to_contain_text("T-theirs")
    assert draft_of(project).reference == "T-theirs"
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Take what the server has").click()
    assert '"T-mine"' in download.value.path().read_text()
    with page.expect_download() as again:
        page.get_by_role("button", name="Save the version that").click()
    assert '"T-mine"' in again.value.path().read_text()
    expect(page.locator("#reference")).to_have_value("T-theirs")
    page.locator("#staff").fill("Eli Wood")
    saved(page)
    assert (draft_of(project).reference, draft_of(project).staff) == ("T-theirs", "Eli Wood")


def test_of_two_versions_mine_can_be_sent_over_the_servers(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    page.locator("#reference").fill("T-mine")
    saved(page)
    note_elsewhere(project, reference="T-theirs")
    page.locator("#staff").fill("Dana Fox")
    expect(page.locator("#conflict")).to_be_visible()
    page.reload()
    at = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    told = rf"Maya Lind saved autumn-1 at {at} in another place; this copy is older\. Yours was last changed at {at}\."
    expect(page.locator("#conflict-words")).to_have_text(re.compile(told))
    page.get_by_role("button", name="Keep mine").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    saved(page)
    assert draft_of(project).reference == "T-mine"
    assert shop_of(project).revision == 3


def test_an_untouched_page_shows_what_was_noted_elsewhere(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    note_elsewhere(project, reference="T-9")
    page = phone.new_page()
    page.goto(server.url)
    expect(page.locator("#reference")).to_have_value("T-9")


def test_a_no_needs_a_comment_and_takes_questions_away_until_it_is_changed(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    comment = page.locator('[id="c-welcome.greeted"]')
    expect(page.locator('[id="q-welcome.name"]')).to_be_hidden()
    choose(page, "welcome.greeted", "Yes")
    expect(page.locator('[id="q-welcome.name"]')).to_be_visible()
    expect(comment).to_be_hidden()
    choose(page, "welcome.name", "Yes")
    choose(page, "welcome.greeted", "No")
    expect(page.locator('[id="q-welcome.name"]')).to_be_hidden()
    expect(comment).to_have_attribute("required", "")
    comment.fill("She went on typing.")
    saved(page)
    noted = draft_of(project).observation("welcome.greeted")
    assert (noted.answer, noted.comment) == ("no", "She went on typing.")
    assert draft_of(project).answers()["welcome.name"] == "yes"
    page.evaluate("localStorage.clear()")
    page.goto(server.url)  # as a second phone does
    expect(comment).to_have_value("She went on typing.")
    expect(page.locator('[id="q-welcome.name"]')).to_be_hidden()
    choose(page, "welcome.greeted", "Yes")
    expect(page.locator('[id="q-welcome.name"]').get_by_label("Yes", exact=True)).to_be_checked()


def state_held(phone: BrowserContext, server: Served, press: Callable[[Page], None]) -> Page:
    """A phone on which something is pressed before it knows the draft, which has one answer."""
    first = opened_page(phone, server)
    choose(first, "welcome.greeted", "Yes")
    saved(first)
    first.evaluate("localStorage.clear()")
    first.close()
    page = phone.new_page()
    held: list[Route] = []
    page.route("**/state", lambda route: held.append(route))
    page.goto(server.url)
    while not held:
        page.wait_for_timeout(20)
    press(page)
    held.pop().continue_()
    page.unroute("**/state")
    return page


def test_what_is_noted_before_a_new_phone_knows_the_draft_comes_on_top_of_it(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = state_held(phone, server, lambda page: page.locator("#narrative").fill("I called."))
    expect(page.locator('[id="q-welcome.greeted"]').get_by_label("Yes", exact=True)).to_be_checked()
    saved(page)
    draft = draft_of(project)
    assert (draft.answers()["welcome.greeted"], draft.narrative) == ("yes", "I called.")


def test_what_is_noted_otherwise_before_a_new_phone_knows_the_draft_has_to_be_chosen(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = state_held(phone, server, lambda page: choose(page, "welcome.greeted", "No"))
    expect(page.locator("#conflict")).to_be_visible()
    assert draft_of(project).answers()["welcome.greeted"] == "yes"


def photo(name: str, content: bytes = JPEG) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def test_a_photo_waits_on_the_phone_until_there_is_a_network(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    phone.set_offline(True)
    page.get_by_text("Something else").click()
    page.locator("#file-kind").select_option("photo")
    page.locator("#file-else").set_input_files(photo("door.jpg"))
    expect(page.locator("#files")).to_contain_text("door.jpg · photo, 1 kB · on this phone")
    page.reload()
    expect(page.locator("#files")).to_contain_text("on this phone, not sent yet")
    phone.set_offline(False)
    expect(page.locator("#files")).to_contain_text("door.jpg · photo, 1 kB · sent")
    saved(page)
    assert [(one.name, one.kind) for one in draft_of(project).attachments] == [
        ("door.jpg", "photo")
    ]


def test_a_program_that_calls_itself_a_photo_is_refused_in_words(
    server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    page.get_by_text("Something else").click()
    fake = photo("cat.jpg", b"MZ" + bytes(300))
    page.locator("#file-else").set_input_files(fake)
    expect(page.locator("#files")).to_contain_text("not taken:")
    page.get_by_role("button", name="Remove cat.jpg").click()
    expect(page.locator("#files li")).to_have_count(0)


def test_findings_stand_at_their_fields_with_a_list_on_top(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    fill_first_half(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#errors")).to_be_focused()
    expect(page.locator('[id="e-q-help.blocked"]')).to_contain_text("Mend this")
    expect(page.locator("#e-f-narrative")).to_be_visible()
    assert shop_of(project).status is ShopStatus.IN_PROGRESS
    assert violations(page) == []
    page.locator("#errors a[href='#f-narrative']").first.click()
    expect(page.locator("#f-narrative")).to_be_in_viewport()
    page.locator("#narrative").fill(STORY)
    expect(page.locator("#e-f-narrative")).to_be_hidden()


def test_a_returned_shop_comes_with_its_reasons_and_what_was_handed_in(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    fill_first_half(page)
    fill_second_half(page)
    saved(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", name="Submitted")).to_be_visible()
    take_step(project, SHOP, ShopStatus.IN_REVIEW, by="mo")
    take_step(project, SHOP, ShopStatus.RETURNED, by="mo", why="Who promised the courier?")
    page.reload()
    expect(page.locator("#reasons")).to_contain_text("Who promised the courier?")
    expect(page.locator("#narrative")).to_have_value(STORY)
    page.locator("#k-help").fill("Dana Fox blocked the card and promised a courier herself.")
    saved(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", name="Submitted")).to_be_visible()
    assert len(shop_of(project).submitted) == 2


def test_notes_that_were_never_sent_survive_that_the_shop_is_cancelled(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    phone.set_offline(True)
    page.locator("#reference").fill("T-1")
    take_step(project, SHOP, ShopStatus.CANCELLED, by="kim", why="The desk is closed.")
    phone.set_offline(False)
    expect(page.get_by_role("heading", name="Cancelled")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file").click()
    assert "T-1" in download.value.path().read_text()
    page.get_by_role("button", name="Remove it from this phone").click()
    expect(page.locator("#left")).to_be_hidden()


def test_a_clock_that_is_wrong_is_told(server: Served, browser: Browser) -> None:
    with a_phone(browser) as phone:
        page = phone.new_page()
        page.clock.install(time="2020-01-01T10:00:00Z")
        page.goto(server.url)
        page.locator("#reference").fill("T-1")
        page.clock.run_for(2_000)
        expect(page.locator("#clock")).to_contain_text("behind the clock of the server")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_page_can_be_read_and_operated_by_everybody(
    server: Served, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page.goto(server.url)
    choose(page, "welcome.greeted", "No")
    saved(page)
    assert violations(page) == []
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


# of a choice the whole line is touched, not the small circle in it
SMALL = """() => [...document.querySelectorAll('button, select, input, textarea, summary, .choice')]
  .filter(e => e.checkVisibility() && !e.closest('.choice input') && e.offsetHeight < 44)
  .map(e => e.outerHTML.slice(0, 80))"""


def test_whatever_is_touched_is_as_high_as_a_finger(server: Served, phone: BrowserContext) -> None:
    page = opened_page(phone, server)
    fill_first_half(page)
    assert page.evaluate(SMALL) == []


def test_an_opinion_is_remarked_on_as_soon_as_it_is_noted(
    server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    choose(page, "welcome.greeted", "No")
    page.locator('[id="c-welcome.greeted"]').fill("She greeted me warmly at once.")
    page.locator("#staff").focus()
    page.locator("#staff").fill("Dana Fox")
    remark = page.locator('[id="e-q-welcome.greeted"]')
    expect(remark).to_contain_text(": ")
    page.locator('[id="c-welcome.greeted"]').fill("She went on typing and said nothing.")
    expect(remark).to_be_hidden()
