"""The brief in a real browser: it can be read, put on a phone, and printed on two to four sheets."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from brief_builders import CERTIFICATION, brief
from pages import CONTRAST, opened
from playwright.sync_api import Browser
from shop_builders import scenario
from shop_form_builders import RUBRIC

from browser.axe import violations
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.shops.briefs import as_html

pytestmark = pytest.mark.browser

NAMES = ["small", "visit", "arabic"]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = RUBRIC.replace("Are you greeted?", "هل رحب بك الموظف؟").replace(
    "the price", f"السعر {LONG}"
)
OWN: dict[str, Any] = {
    "hold_back": ["The card ends in 4471.", "You were on line 12."],
    "probe": ["Ask when the new card comes."],
    "do": ["Note the first sentence."],
    "do_not": ["Call twice."],
    "ethics": ["The card was made for this round."],
}


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the briefs of quite different scenarios."""
    folder = tmp_path_factory.mktemp("briefs")
    text = (rubrics_folder() / "mystery_visit.yaml").read_text(encoding="utf-8")
    visit = Rubric.model_validate(yaml.safe_load(text))
    arabic = Rubric.model_validate(yaml.safe_load(ARABIC))
    pages = {
        "small": brief(certified=False, certification=CERTIFICATION, **OWN),
        "visit": brief(visit, channel="visit", measures={"welcome.wait": "wait"}, **OWN),
        "arabic": brief(
            arabic,
            language="ar",
            title="بطاقة مفقودة",
            opening_line=f"مرحبا، {LONG}",
            location={"name": LONG},
            **OWN,
        ),
    }
    for name, known in pages.items():
        (folder / f"{name}.html").write_text(as_html(known), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, briefs: Path, name: str, scheme: str) -> None:
    with opened(browser, briefs / f"{name}.html", color_scheme=scheme) as page:
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_stumbles_over_nothing(browser: Browser, briefs: Path, name: str) -> None:
    with opened(browser, briefs / f"{name}.html") as page:
        assert violations(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order(browser: Browser, briefs: Path, name: str) -> None:
    with opened(browser, briefs / f"{name}.html") as page:
        levels = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, briefs: Path, name: str) -> None:
    with opened(browser, briefs / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not page.locator(".paper").is_visible()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [360, 1000])
def test_nothing_is_cut_off(browser: Browser, briefs: Path, name: str, width: int) -> None:
    wide = (
        "all => all.filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.className + ' ' + e.textContent.slice(0, 40))"
    )
    with opened(browser, briefs / f"{name}.html", viewport={"width": width, "height": 800}) as page:
        assert page.eval_on_selector_all("body *:not(span):not(b):not(em):not(i)", wide) == []


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_on_two_to_four_sheets(
    browser: Browser, briefs: Path, name: str, tmp_path: Path
) -> None:
    with opened(browser, briefs / f"{name}.html") as page:
        page.emulate_media(media="print")
        assert page.locator(".paper").is_visible()
        page.pdf(path=tmp_path / "brief.pdf", prefer_css_page_size=True, print_background=True)
    assert 2 <= (tmp_path / "brief.pdf").read_bytes().count(b"/Type /Page\n") <= 4


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_for_no_other_file(browser: Browser, briefs: Path, name: str) -> None:
    asked: list[str] = []
    with browser.new_context() as context, context.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((briefs / f"{name}.html").as_uri())
    assert [Path(url).name for url in asked] == [f"{name}.html"]


def test_the_form_begins_on_a_sheet_of_its_own(browser: Browser, briefs: Path) -> None:
    with opened(browser, briefs / "visit.html") as page:
        page.emulate_media(media="print")
        assert page.locator(".form").evaluate("e => getComputedStyle(e).breakBefore") == "page"


def test_every_question_of_the_form_stands_on_it_twice(browser: Browser, briefs: Path) -> None:
    """Once to be observed and once to be ticked; lines that are only read stand once."""
    text = (rubrics_folder() / "mystery_visit.yaml").read_text(encoding="utf-8")
    visit = Rubric.model_validate(yaml.safe_load(text))
    form = form_of(scenario(channel="visit"), visit, "f0")
    with opened(browser, briefs / "visit.html") as page:
        body = page.locator("main").inner_text()
    counts = {one.id: body.count(one.text) for one in form.questions()}
    assert {count for name, count in counts.items() if name != "arrival.reminder"} == {2}


def test_arabic_runs_from_right_to_left_and_is_named(browser: Browser, briefs: Path) -> None:
    with opened(browser, briefs / "arabic.html") as page:
        line = page.locator("blockquote")
        assert line.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert line.get_attribute("lang") == "ar"
