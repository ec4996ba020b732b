"""The pages in a real browser: nothing is loaded, everything can be read and reached."""

from itertools import pairwise
from pathlib import Path

import pytest
from builders import transcript
from pages import CONTRAST, opened
from playwright.sync_api import Browser
from scored_builders import ALI, FULL, report, sample, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.interface import write

pytestmark = pytest.mark.browser
ARABIC = "مرحبا، الطلب لم يصل"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of four quite different agents."""
    low = {"empathy.acknowledge": 1, "ownership.promise": 0}
    arabic = transcript(f"[0-3] C: {ARABIC}\n[3-9] A: I will call you 😀")
    quotes = {"ownership.promise": ((1, "I will", 1), (1, "call", -1))}
    known = report(
        scored("i-1"),
        scored("i-2", low),
        scored("i-3", {"politeness.no_rudeness": 0}),
        scored("i-4", dict.fromkeys(FULL, "review"), agent=ALI),
        scored(
            "i-5",
            {"resolution.solved": "na"},
            agent=AgentRef(id="x", name="<b>نور</b>"),
            said=arabic,
            quotes=quotes,
        ),
        sample=sample({"dana": (30, ("i-1", "i-2", "i-3")), "ali": (2, ("i-4",))}),
        left_out=(Problem(source="a.wav", message="the file is empty", hint="export it again"),),
    )
    folder = tmp_path_factory.mktemp("site")
    write(known, folder)
    return folder


@pytest.mark.parametrize(
    "name", ["index.html", "agent-dana.html", "agent-ali.html", "agent-x.html"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, site: Path, name: str, scheme: str) -> None:
    with opened(browser, site / name, color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate(CONTRAST) == []


def test_dark_mode_is_dark(browser: Browser, site: Path) -> None:
    with opened(browser, site / "index.html", color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 27)"


def test_a_quote_leads_to_its_turn(browser: Browser, site: Path) -> None:
    """The interaction opens by itself and the turn comes into view."""
    with opened(browser, site / "agent-dana.html") as page:
        assert not page.locator("#i1-t3").is_visible()
        page.locator("article a[href='#i1-t3']").first.click()
        page.locator("#i1-t3").wait_for(state="visible")
        page.wait_for_function(
            "() => { const r = document.querySelector('#i1-t3').getBoundingClientRect();"
            " return r.top >= 0 && r.bottom <= innerHeight }"
        )


def test_the_overview_leads_to_each_agent_and_back(browser: Browser, site: Path) -> None:
    with opened(browser, site / "index.html") as page:
        names = page.locator("tbody th a").all_inner_texts()
        targets = [link.get_attribute("href") for link in page.locator("tbody th a").all()]
    assert names == ["<b>نور</b>", "Ali Demir", "Dana Price"]
    for target in targets:
        with opened(browser, site / str(target)) as page:
            assert page.get_by_role("link", name="All agents").get_attribute("href") == "index.html"


@pytest.mark.parametrize("name", ["index.html", "agent-dana.html"])
def test_headings_are_in_order_and_tables_have_headers(
    browser: Browser, site: Path, name: str
) -> None:
    with opened(browser, site / name) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        levels = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(h => +h.tagName[1])")
        bare = page.eval_on_selector_all(
            "table", "all => all.filter(t => !t.caption || !t.querySelector('thead th')).length"
        )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert bare == 0


@pytest.mark.parametrize("name", ["index.html", "agent-dana.html", "agent-x.html"])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, site: Path, name: str) -> None:
    with opened(browser, site / name, viewport={"width": 360, "height": 740}) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_arabic_runs_from_right_to_left(browser: Browser, site: Path) -> None:
    with opened(browser, site / "agent-x.html") as page:
        page.locator("summary").first.click()
        turn = page.get_by_text(ARABIC)
        assert turn.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_the_talk_prints_on_two_pages(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Closed interactions print as a list; strengths and priorities stay together."""
    with opened(browser, site / "agent-dana.html") as page:
        page.pdf(path=tmp_path / "dana.pdf", prefer_css_page_size=True, print_background=True)
    assert (tmp_path / "dana.pdf").read_bytes().count(b"/Type /Page\n") <= 2
