"""The guide for agents in a real browser: it can be read, reached, printed and put on a phone."""

from itertools import pairwise
from pathlib import Path

import pytest
from pages import CONTRAST, opened
from playwright.sync_api import Browser

from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.workflow.rubric_docs import rubric_guide

pytestmark = pytest.mark.browser

NAMES = ["service", "compliance", "mystery_visit", "arabic"]
ARABIC = """\
format: 1
id: arabic
version: 1.0.0
title: خدمة العملاء
language: ar
applies_to: {channels: [chat]}
pass_mark: 60
bands: {ضعيف: 0, ممتاز: 95}
sections:
  - id: care
    title: العناية
    weight: 1
    criteria:
      - id: care.sorry
        question: هل اعتذر الموظف؟
        scale: {0: لم يعتذر, 1: اعتذر}
        indicators: [{id: sorry, kind: phrase, any: [نعتذر], points: 1}]
      - id: care.long
        question: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft?"
        scale: {0: x, 1: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz/und/mehr"}
        rate: manual
"""


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the guides of quite different rubrics."""
    folder = tmp_path_factory.mktemp("guides")
    (folder / "arabic.yaml").write_text(ARABIC, encoding="utf-8")
    for name in NAMES:
        source = folder if name == "arabic" else rubrics_folder()
        text = rubric_guide(source / f"{name}.yaml", "html").text
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, guides: Path, name: str, scheme: str) -> None:
    with opened(browser, guides / f"{name}.html", color_scheme=scheme) as page:
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order_and_tables_have_headers(
    browser: Browser, guides: Path, name: str
) -> None:
    with opened(browser, guides / f"{name}.html") as page:
        all_headings = "h1,h2,h3,h4,h5,h6"
        levels = page.eval_on_selector_all(all_headings, "all => all.map(h => +h.tagName[1])")
        bare = page.eval_on_selector_all(
            "table", "all => all.filter(t => !t.caption || !t.querySelector('thead th')).length"
        )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert bare == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, guides: Path, name: str) -> None:
    with opened(browser, guides / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", ["service", "mystery_visit", "arabic"])
@pytest.mark.parametrize("width", [360, 1000])
def test_nothing_is_cut_off(browser: Browser, guides: Path, name: str, width: int) -> None:
    """Whatever stands in a box fits into it, but for names of bands, which are told below, too."""
    wide = (
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 && !e.closest('.scale, .hidden'))"
        ".map(e => e.className + ' ' + e.textContent.slice(0, 40))"
    )
    with opened(browser, guides / f"{name}.html", viewport={"width": width, "height": 800}) as page:
        assert page.eval_on_selector_all("main *:not(span):not(q):not(a):not(strong)", wide) == []


def test_the_contents_lead_to_a_question(browser: Browser, guides: Path) -> None:
    with opened(browser, guides / "service.html") as page:
        page.locator("nav a[href='#question-ownership-commitment']").click()
        page.wait_for_function(
            "() => { const r = document.querySelector('#question-ownership-commitment')"
            ".getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
        )


def test_the_keyboard_skips_the_contents(browser: Browser, guides: Path) -> None:
    with opened(browser, guides / "service.html") as page:
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip the contents")
        assert skip.evaluate("e => e === document.activeElement")
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0


def test_the_bars_are_as_wide_as_the_weights(browser: Browser, guides: Path) -> None:
    """In the compliance rubric the sections weigh 50, 30 and 20."""
    with opened(browser, guides / "compliance.html") as page:
        widths = page.eval_on_selector_all(
            ".bar", "all => all.map(b => [...b.children].reduce((s, c) => s + c.offsetWidth, 0))"
        )
    assert [round(10 * width / widths[0]) for width in widths] == [10, 6, 4]


def test_arabic_runs_from_right_to_left_and_is_named(browser: Browser, guides: Path) -> None:
    with opened(browser, guides / "arabic.html") as page:
        question = page.locator("#question-care-sorry")
        assert question.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert question.get_attribute("lang") == "ar"


def test_a_screen_reader_hears_what_the_pictures_show(browser: Browser, guides: Path) -> None:
    with opened(browser, guides / "mystery_visit.html") as page:
        scale = page.get_by_role("img").get_attribute("aria-label") or ""
        hidden = page.eval_on_selector_all(".bar", "all => all.every(b => b.ariaHidden === 'true')")
    assert scale.startswith("Totals from 0 to 100: 0 to 75 ")
    assert "passes from 75" in scale
    assert hidden


def test_it_prints_without_the_contents(browser: Browser, guides: Path, tmp_path: Path) -> None:
    with opened(browser, guides / "compliance.html") as page:
        page.emulate_media(media="print")
        assert not page.locator("nav").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        page.pdf(path=tmp_path / "guide.pdf", prefer_css_page_size=True, print_background=True)
    assert 3 <= (tmp_path / "guide.pdf").read_bytes().count(b"/Type /Page\n") <= 10
