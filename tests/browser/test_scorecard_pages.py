"""The pages in a real browser: nothing is loaded, everything can be read, reached and printed."""

from itertools import pairwise
from pathlib import Path

import pytest
from page_views import full_report, full_view
from pages import CONTRAST, opened
from playwright.sync_api import Browser
from scored_builders import report

from browser.axe import violations
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.pages.html import write_pages
from qa_toolkit.scorecards.pages.one_file import write_one_file

pytestmark = pytest.mark.browser

NOUR = AgentRef(id="nour", name="<b>نور</b>", team="فريق الشمال")
LONG = AgentRef(id="long", name="Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 3)
PAGES = ["index", "agent-dana", "agent-ali", "agent-nour", "agent-long", "empty/index", "mail"]
OPEN = "document.querySelectorAll('details').forEach(known => known.open = true)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of four quite different agents, and the one-file form."""
    known = full_report(8, NOUR, LONG)
    view = full_view(known)
    folder = tmp_path_factory.mktemp("site")
    write_pages(known, view, folder)
    write_one_file(known, view, folder / "mail.html")
    write(report(), folder / "empty")
    return folder


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_every_text_can_be_read(
    browser: Browser, site: Path, name: str, scheme: str
) -> None:
    with opened(browser, site / f"{name}.html", color_scheme=scheme) as page:
        page.evaluate(OPEN)
        assert violations(page) == []
        assert page.evaluate(CONTRAST) == []


def test_dark_mode_is_dark(browser: Browser, site: Path) -> None:
    with opened(browser, site / "index.html", color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 27)"


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, site: Path, name: str) -> None:
    with opened(browser, site / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        page.evaluate(OPEN)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order_and_tables_have_headers(
    browser: Browser, site: Path, name: str
) -> None:
    with opened(browser, site / f"{name}.html") as page:
        levels = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(h => +h.tagName[1])")
        bare = page.eval_on_selector_all(
            "table:not([role=presentation])",
            "(all, heads) => all.filter(t => !t.caption || !t.querySelector(heads)).length",
            "th" if name == "mail" else "thead th",  # a mail's figures have headings at their side
        )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert bare == 0


def test_the_overview_leads_to_each_agent_and_back(browser: Browser, site: Path) -> None:
    with opened(browser, site / "index.html") as page:
        names = page.locator(".agents tbody th a").all_inner_texts()
        targets = [link.get_attribute("href") for link in page.locator(".agents tbody th a").all()]
    assert names == ["<b>نور</b>", "Ali Demir", "Dana Price", LONG.name]
    for target in targets:
        with opened(browser, site / str(target)) as page:
            assert page.get_by_role("link", name="All agents").get_attribute("href") == "index.html"


def test_a_quote_leads_to_its_turn(browser: Browser, site: Path) -> None:
    """From the agent's page to the page of the interaction, where the turn comes into view."""
    page = browser.new_page()
    page.goto((site / "agent-dana.html").as_uri())
    page.locator("article a[href$='#i2-t3']").first.click()
    page.wait_for_url("**/interactions/interaction-i-2.html#i2-t3")
    page.wait_for_function(
        "() => { const r = document.querySelector('#i2-t3').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight }"
    )
    page.close()


def test_a_keyboard_reaches_every_link_and_table(browser: Browser, site: Path) -> None:
    """Tab goes through all of them in the order they are read."""
    with opened(browser, site / "agent-dana.html") as page:
        stops = "a, summary, [tabindex='0']"
        expected = page.locator(stops).count()
        reached = []
        for _ in range(expected):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate(
                    f"[...document.querySelectorAll({stops!r})].indexOf(document.activeElement)"
                )
            )
    assert reached == list(range(expected))


@pytest.mark.parametrize("name", ["index", "agent-dana"])
def test_the_keyboard_comes_first_to_a_way_past_the_head(
    browser: Browser, site: Path, name: str
) -> None:
    with opened(browser, site / f"{name}.html") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_arabic_runs_from_right_to_left(browser: Browser, site: Path) -> None:
    with opened(browser, site / "agent-nour.html") as page:
        name = page.get_by_role("heading", level=1)
        assert name.evaluate("e => e.innerText") == "<b>نور</b>"
        lead = page.locator(".lead")
        assert lead.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_talk_prints_on_two_pages(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Eight interactions, two quotes for each priority, and every part filled in."""
    with opened(browser, site / "agent-dana.html") as page:
        page.pdf(path=tmp_path / "dana.pdf", prefer_css_page_size=True, print_background=True)
    assert (tmp_path / "dana.pdf").read_bytes().count(b"/Type /Page\n") == 2


@pytest.mark.parametrize("name", ["index", "agent-dana"])
def test_nothing_is_wider_than_a_printed_page(browser: Browser, site: Path, name: str) -> None:
    """What overflows would be shrunk, and all of the page with it: A4 leaves 186 mm."""
    with opened(browser, site / f"{name}.html", viewport={"width": 703, "height": 900}) as page:
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 703


def test_print_has_lines_to_write_on_that_the_screen_has_not(browser: Browser, site: Path) -> None:
    with opened(browser, site / "agent-dana.html") as page:
        line = page.get_by_text("Seen differently:")
        assert not line.is_visible()
        page.emulate_media(media="print")
        assert line.is_visible()
