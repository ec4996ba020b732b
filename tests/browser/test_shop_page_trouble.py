"""The page of a shop in trouble: a private window, a full phone, two tabs, a toolkit half updated."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Route, expect
from shop_phones import a_phone, draft_of, opened_page, saved, shop_of
from shop_served import Served, project_with_shop, served

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.web import replies
from qa_toolkit.web.pages import render
from qa_toolkit.workflow.project import Project

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAPER: FilePayload = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": PDF}
NO_FILES = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };"
NO_ROOM = (
    "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }"
)
NO_NOTES = (
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
)
DEAF = "addEventListener('storage', event => event.stopImmediatePropagation(), true);"


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


def attach(page: Page, file: FilePayload = PAPER) -> None:
    page.get_by_text("Something else").click()
    page.locator("#file-kind").select_option("document")
    page.locator("#file-else").set_input_files(file)


@pytest.mark.parametrize("trouble", [NO_FILES, NO_ROOM], ids=["private window", "full phone"])
def test_where_files_cannot_be_kept_notes_and_files_are_sent_all_the_same(
    project: Project, server: Served, phone: BrowserContext, trouble: str
) -> None:
    phone.add_init_script(trouble)
    page = opened_page(phone, server)
    page.locator("#reference").fill("T-1")
    attach(page)
    expect(page.locator("#files")).to_contain_text("paper.pdf · document, 1 kB · sent")
    saved(page)
    draft = draft_of(project)
    assert (draft.reference, [one.name for one in draft.attachments]) == ("T-1", ["paper.pdf"])


def test_a_name_of_a_file_or_words_of_a_shopper_are_never_markup(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    evil = "<img src=x onerror=alert(1)>"
    page = opened_page(phone, server)  # what the content policy stops fails the test as well
    phone.set_offline(True)
    attach(page, {**PAPER, "name": f"{evil}.pdf"})
    page.locator("#narrative").fill(evil)
    expect(page.locator("#files")).to_contain_text(evil)
    phone.set_offline(False)
    expect(page.locator("#files")).to_contain_text("· sent")
    saved(page)
    assert page.locator("#page img").count() == 0
    assert draft_of(project).narrative == evil


def test_a_file_that_the_phone_cannot_keep_says_to_stay(
    server: Served, phone: BrowserContext
) -> None:
    phone.add_init_script(NO_FILES)
    page = opened_page(phone, server)
    phone.set_offline(True)
    attach(page)
    expect(page.locator("#files")).to_contain_text("stay on this page until it is sent")
    phone.set_offline(False)
    expect(page.locator("#files")).to_contain_text("· sent")


def test_notes_that_the_phone_cannot_keep_are_said_to_be_lost_with_the_page(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    phone.add_init_script(NO_NOTES)
    page = opened_page(phone, server)
    phone.set_offline(True)
    page.locator("#reference").fill("T-1")
    expect(page.locator("#saved")).to_contain_text("cannot keep your notes")
    phone.set_offline(False)
    saved(page)
    assert draft_of(project).reference == "T-1"


def test_notes_do_not_wait_for_a_file_that_does_not_come_through(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    page.route("**/files/**", lambda route: route.abort())
    attach(page)
    expect(page.locator("#saved")).to_contain_text("the server does not answer")
    page.locator("#reference").fill("T-1")
    expect(page.locator("#saved")).to_contain_text("the server does not answer")
    page.wait_for_function("() => !JSON.parse(Object.values(localStorage)[0]).dirty")
    assert draft_of(project).reference == "T-1"


def test_a_file_that_was_damaged_on_its_way_is_sent_again(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    damaged = 0

    def damage(route: Route) -> None:
        nonlocal damaged
        damaged += 1
        route.continue_(post_data=PDF + b"%")
        page.unroute("**/files/**")

    page.route("**/files/**", damage)
    attach(page)
    expect(page.locator("#files")).to_contain_text("· sent")
    assert damaged == 1


def test_handing_in_without_a_network_claims_nothing(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)
    page.locator("#reference").fill("T-1")
    saved(page)
    phone.set_offline(True)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#submit-words")).to_contain_text("Not confirmed")
    expect(page.locator("#submit")).to_be_focused()
    assert shop_of(project).status is ShopStatus.IN_PROGRESS


def test_a_press_after_a_save_whose_answer_is_lost_is_no_conflict(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    page = opened_page(phone, server)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/draft", lose)
    page.locator("#presses [data-mark=start]").click()
    expect(page.locator("#saved")).to_contain_text("the server does not answer")
    page.locator("#presses [data-mark=answered]").click()
    page.unroute("**/draft")
    saved(page)
    expect(page.locator("#conflict")).to_be_hidden()
    assert len(draft_of(project).marks) == 2


def test_a_tab_that_slept_goes_on_from_what_another_one_noted(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    first = phone.new_page()
    first.add_init_script(DEAF)  # as a page that sleeps in the background is
    first.goto(server.url)
    second = opened_page(phone, server)
    phone.set_offline(True)
    second.locator("#reference").fill("T-1")
    second.close()
    first.evaluate("dispatchEvent(new Event('focus'))")
    expect(first.locator("#reference")).to_have_value("T-1")
    first.locator("#staff").fill("Dana Fox")
    phone.set_offline(False)
    saved(first)
    assert (draft_of(project).reference, draft_of(project).staff) == ("T-1", "Dana Fox")


def test_what_a_second_tab_noted_while_the_first_was_sending_is_sent_too(
    project: Project, server: Served, phone: BrowserContext
) -> None:
    first, second = opened_page(phone, server), phone.new_page()
    second.goto(server.url)
    held: list[Route] = []
    phone.route(
        "**/draft", lambda route: held.append(route)
    )  # either tab may be the one that sends
    first.locator("#reference").fill("T-1")
    while not held:
        first.wait_for_timeout(20)
    second.locator("#staff").fill("Dana Fox")
    expect(first.locator("#staff")).to_have_value("Dana Fox")
    held.pop().continue_()
    phone.unroute("**/draft")
    saved(first)
    saved(second)
    assert (draft_of(project).reference, draft_of(project).staff) == ("T-1", "Dana Fox")


def test_an_update_that_arrived_by_half_leaves_the_page_that_was_kept(
    server: Served, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = browser.new_context()  # not a_phone: it would mind the scripts that are not there
    page = opened_page(phone, server)
    page.locator("#reference").fill("T-1")
    saved(page)
    with monkeypatch.context() as newer:  # its page comes, its scripts do not
        newer.setattr(render, "version", lambda: "0123456789ab")
        page.reload()
        expect(page.locator("#saved")).to_contain_text("One moment")
    phone.set_offline(True)
    page.reload()
    expect(page.locator("#reference")).to_have_value("T-1")
    phone.close()


def test_an_update_takes_the_place_of_the_page_that_was_kept(
    server: Served, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = browser.new_context()  # not a_phone: the browser says that it finds no newer worker
    page = opened_page(phone, server)
    for module in (render, replies):
        monkeypatch.setattr(module, "version", lambda: "0123456789ab")
    page.reload()
    kept = (
        "async () => (await (await caches.match(location.href))?.text())?.includes('0123456789ab')"
    )
    page.wait_for_function(kept)
    phone.set_offline(True)
    page.reload()
    page.locator("#reference").fill("T-1")
    expect(page.locator("#saved")).to_contain_text("no network")
    phone.close()
