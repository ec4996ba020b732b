"""The page of a shop with the keyboard alone, and as a screen reader is told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from shop_phones import a_phone, choose, draft_of, opened_page, saved, shop_of
from shop_served import project_with_shop, served

from browser.axe import violations
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.workflow.project import Project

pytestmark = pytest.mark.browser

STORY = (
    "I called and a person answered after a few seconds. She asked for my name, blocked the card "
    "while I waited, and read a reference number aloud before we said goodbye."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project") as opened:
        yield opened


@pytest.fixture
def page(project: Project, browser: Browser) -> Iterator[Page]:
    with served(project) as server, a_phone(browser) as phone:
        yield opened_page(phone, server)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the keyboard, as somebody without a mouse does."""
    for _ in range(60):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not come to {selector}")


def write(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.insert_text(text)


def test_a_shop_is_noted_and_handed_in_with_the_keyboard_alone(
    project: Project, page: Page
) -> None:
    tab_to(page, "#presses [data-mark=start]")
    page.keyboard.press("Enter")
    expect(page.locator("#presses [data-mark=answered]")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "#presses [data-mark=end]")
    page.keyboard.press("Enter")
    tab_to(page, "#location")
    page.keyboard.press("N")
    write(page, "#staff", "Dana Fox")
    write(page, "#reference", "T-4711")
    tab_to(page, "[name='q:welcome.greeted']")
    page.keyboard.press("Space")
    tab_to(page, "[name='q:welcome.name']")
    page.keyboard.press("Space")
    write(page, "#k-welcome", "Dana Fox said good morning and gave her first name.")
    tab_to(page, "[name='q:help.blocked']")
    page.keyboard.press("Space")
    tab_to(page, "[name='q:help.way']")
    page.keyboard.press("Space")
    write(page, "#k-help", "She blocked the card at once and promised it.")
    write(page, "#narrative", STORY)
    tab_to(page, "#submit")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Submitted")).to_be_visible()
    assert shop_of(project).status is ShopStatus.SUBMITTED


def test_fields_that_look_alike_are_told_apart_by_who_does_not_see_where_they_stand(
    page: Page,
) -> None:
    choose(page, "welcome.greeted", "No")
    number = page.get_by_role("textbox", name="How long do you wait? seconds", exact=True)
    expect(number).to_have_count(1)
    button = page.get_by_role("button", name="Add a comment Is the card blocked?", exact=True)
    expect(button).to_have_count(1)
    needed = "Comment (needed with this answer: what did you see or hear?) Are you greeted?"
    expect(page.get_by_role("textbox", name=needed, exact=True)).to_have_count(1)
    for part in ("Welcome", "Help"):
        comment = page.get_by_role("textbox", name=f"Comment on this part {part}", exact=True)
        expect(comment).to_have_count(1)


def test_each_question_is_a_group_with_its_answers(page: Page) -> None:
    choose(page, "welcome.greeted", "No")
    expect(page.locator('[id="s-welcome"]')).to_match_aria_snapshot(
        """
        - region "Welcome":
          - heading "Welcome" [level=2]
          - group "Are you greeted?":
            - radio "Yes"
            - radio "No" [checked]
            - radio "N/A"
            - textbox /Are you greeted/ [invalid]
        """
    )


def test_what_the_checks_say_is_read_out_with_its_field(page: Page) -> None:
    page.locator("#reference").fill("T-1")
    saved(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#errors")).to_be_focused()
    for field in ("location", "staff", "narrative"):
        told = page.locator(f"#{field}").evaluate(
            "field => field.ariaDescribedByElements.map(one => one.textContent).join(' ')"
        )
        assert "Mend this: " in told, field


def test_what_becomes_of_a_file_is_read_out_and_the_keyboard_stays(page: Page) -> None:
    chosen = page.get_by_label("Recording")
    chosen.set_input_files(
        {"name": "call.wav", "mimeType": "audio/wav", "buffer": b"MZ" + bytes(99)}
    )
    expect(page.get_by_role("status").filter(has_text="Added")).to_contain_text("call.wav")
    expect(page.get_by_role("alert").filter(has_text="call.wav")).to_contain_text("was not taken")
    page.get_by_role("button", name="Remove call.wav").click()
    expect(page.get_by_role("list", name="Attached files")).to_be_focused()
    expect(page.get_by_role("alert").filter(has_text="call.wav")).to_have_count(0)


def test_what_must_be_mended_stands_before_what_may_stay(page: Page) -> None:
    page.get_by_label("Recording").set_input_files(
        {
            "name": "call.wav",
            "mimeType": "audio/wav",
            "buffer": b"RIFF\x40\0\0\0WAVEfmt " + bytes(40),
        }
    )
    saved(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#errors")).to_be_focused()
    expect(page.locator("#errors-list li").first).to_be_visible()
    remarks = page.locator("#remarks-list")
    expect(remarks).to_contain_text("No number of a ticket, order or call")
    expect(page.locator("#errors-list")).not_to_contain_text("No number of a ticket")
    note = page.locator("#e-f-reference span")
    expect(note).to_contain_text("Note: no number of a ticket")
    expect(note).to_have_css("padding-left", "10px")  # beside its line, in no box of its own
    expect(note).to_have_css("border-radius", "0px")


def test_a_text_that_is_too_long_is_told_where_it_stands(project: Project, page: Page) -> None:
    page.locator("#k-welcome").fill("x" * 4_001)
    told = page.locator("[id='e-s-welcome']")
    expect(told).to_have_text("Mend this: 4001 characters are too many: 4000 at most → shorten it")
    expect(page.locator("#saved")).to_contain_text("The server does not take it")
    page.locator("#k-welcome").fill("x" * 4_000)
    saved(page)
    expect(told).to_be_hidden()
    assert len(draft_of(project).comments["welcome"]) == 4_000


@pytest.mark.parametrize("width", [320, 390])
def test_twice_as_large_a_font_fits_the_phone(page: Page, width: int) -> None:
    usual = page.evaluate("getComputedStyle(document.body).fontSize")
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 2 * float(
        usual.removesuffix("px")
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.bar').offsetHeight") < 844 / 4
    assert violations(page) == []


def test_trouble_is_read_out_and_so_is_its_end(page: Page) -> None:
    page.context.set_offline(True)
    page.locator("#reference").fill("T-1")
    expect(page.locator("#spoken")).to_contain_text("no network")
    page.context.set_offline(False)
    expect(page.locator("#spoken")).to_contain_text("Saved on the server")
