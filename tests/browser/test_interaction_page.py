"""The page of one interaction in a real browser: read, reached by keyboard, played, printed."""

import wave
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from builders import transcript
from pages import CONTRAST, opened
from playwright.sync_api import Browser
from scored_builders import full_rubric, report, scored, visit
from spoken import call

from browser.axe import violations
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.pages.interaction_page import interaction_page
from qa_toolkit.scorecards.pages.page_templates import environment
from qa_toolkit.scorecards.report import Report
from qa_toolkit.signals import measure

pytestmark = pytest.mark.browser

QUOTES = {
    "politeness.greeting": ((0, "Good morning", 1),),
    "empathy.acknowledge": ((2, "I am sorry to hear that", 1), (2, "May I have", -1)),
    "ownership.promise": ((5, "it leaves tomorrow", 2),),
}
EVIL = "<script>document.title = 'x'</script> & \u202e" + "w" * 400
LONG = transcript(
    "\n".join(f"[{5 * i}-{5 * i + 4}] {'AC'[i % 2]}: turn {i} of many" for i in range(2_000))
)
CALL = scored("i-1", {"empathy.acknowledge": 0}, said=call(), quotes=QUOTES)
RESULTS = {
    "call": CALL,
    "chat": scored(said=transcript("C: Hello?\nA: Good morning!\nC: Thank you." * 3)),
    "not scored": scored(
        "i-1", dict.fromkeys(("politeness.no_rudeness", "resolution.solved"), "review")
    ),
    "right to left": scored(said=transcript("C: مرحبا، طلبي لم يصل 📦\nA: نعتذر عن التأخير 🙏")),
    "evil": scored(EVIL[:200], said=transcript(f"C: {EVIL * 9}\nA: ok"), queue=EVIL),
    "long": scored(said=LONG),
    "visit": visit("v-1", {"door.open": 0, "offer.age": "na"}),
}
SHORT = [name for name in RESULTS if name != "long"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for each kind of interaction."""
    folder = tmp_path_factory.mktemp("interactions")
    for name, result in RESULTS.items():
        save(result, folder / f"{name}.html")
    return folder


def save(result: Scored, path: Path, recording: Path | None = None) -> Path:
    made = (
        Report(scored=(result,), rubric=full_rubric())
        if result is RESULTS["visit"]
        else report(result)
    )
    view = report_view(made)
    agent = replace(view.agents[0], page="agent.html")
    signals = measure(result.transcript)
    card, stakes = agent.scorecards[0], Stakes(made.rubric)
    text = interaction_page(view, agent, card, result, signals, recording, stakes, environment())
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path


@pytest.mark.parametrize("name", SHORT)
def test_every_text_can_be_read_in_the_dark(browser: Browser, pages: Path, name: str) -> None:
    with opened(browser, pages / f"{name}.html", color_scheme="dark") as page:
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing(
    browser: Browser, pages: Path, name: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 740}
    with opened(browser, pages / f"{name}.html", viewport=size, color_scheme=scheme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("name", RESULTS)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, pages: Path, name: str) -> None:
    with opened(browser, pages / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", SHORT)
def test_headings_are_in_order(browser: Browser, pages: Path, name: str) -> None:
    with opened(browser, pages / f"{name}.html") as page:
        levels = page.eval_on_selector_all("h1,h2,h3,h4,h5", "all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_keyboard_comes_first_to_the_ways_past_the_head(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "call.html") as page:
        names = []
        for _ in range(3):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.innerText"))
            assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    assert names == ["To the ratings", "To what was said", "All agents"]


def test_a_quote_leads_to_its_words_in_sight(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "call.html") as page:
        page.locator(".evidence a").last.click()
        page.wait_for_function(
            "() => { const r = document.querySelector('mark:target')?.getBoundingClientRect();"
            "return r && r.top >= 0 && r.bottom <= innerHeight }"
        )
        assert page.locator("mark:target").inner_text() == "it leaves tomorrow"


def test_choosing_a_criterion_by_keyboard_shows_only_its_marks(
    browser: Browser, pages: Path
) -> None:
    shown = (
        "all => all.filter(m => getComputedStyle(m).backgroundColor !== 'rgba(0, 0, 0, 0)')"
        ".map(m => m.innerText)"
    )
    with opened(browser, pages / "call.html") as page:
        page.locator(".choose summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        everything = page.eval_on_selector_all(".text mark", shown)
        page.keyboard.press("ArrowDown")
        only = page.eval_on_selector_all(".text mark", shown)
        references = page.locator(".ref:visible").all_inner_texts()
    assert everything == [
        "Good morning",
        "I am sorry to hear that",
        "May I have",
        "it leaves tomorrow",
    ]
    assert only == ["Good morning"]
    assert references == ["1"]


def test_arabic_runs_from_right_to_left(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "right to left.html") as page:
        text = page.locator(".turn .text").first
        assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_two_thousand_turns_are_laid_out_in_a_moment(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "long.html") as page:
        assert page.locator(".turn").count() == 2_000
        took_ms = page.evaluate(
            "() => { const from = performance.now(); document.body.style.width = '900px';"
            "document.body.offsetHeight; return performance.now() - from }"
        )
    assert took_ms < 2_000


def test_print_holds_the_whole_transcript_and_no_controls(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "call.html") as page:
        page.emulate_media(media="print")
        cut = page.eval_on_selector_all(
            ".scroll, .long", "all => all.filter(e => e.scrollHeight > e.clientHeight + 1).length"
        )
        assert cut == 0
        assert not page.locator(".choose").is_visible()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a call of 82 seconds beside its recording."""
    folder = tmp_path_factory.mktemp("wöchentlich für Ines")
    with wave.open(str(folder / "call 1.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(b"\x80" * 8_000 * 82)
    return save(CALL, folder / "interactions" / "call.html", Path("call 1.wav"))


def test_a_turns_time_plays_the_recording_from_there(browser: Browser, played: Path) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(played.as_uri())
    page.wait_for_function("document.querySelector('audio').readyState > 0")
    page.get_by_role("button", name="Play from 1:04").click()
    page.wait_for_function("document.querySelector('audio').currentTime >= 64")
    page.close()
    assert said == []


def test_the_player_covers_nothing_that_a_link_leads_to(browser: Browser, played: Path) -> None:
    page = browser.new_page(
        viewport={"width": 700, "height": 700}, reduced_motion="reduce", bypass_csp=True
    )
    page.goto(played.as_uri() + "#c3")
    page.wait_for_function("scrollY > 400")
    player = page.locator(".player").bounding_box()
    criterion = page.locator("#c3").bounding_box()
    page.close()
    assert player
    assert criterion
    assert player["y"] == 0
    assert criterion["y"] >= player["height"]


@pytest.mark.parametrize(("height", "place"), [(400, "static"), (700, "sticky")])
def test_the_player_leaves_a_short_screen_to_the_words(
    browser: Browser, played: Path, height: int, place: str
) -> None:
    page = browser.new_page(viewport={"width": 700, "height": height})
    page.goto(played.as_uri())
    assert page.locator(".player").evaluate("e => getComputedStyle(e).position") == place
    page.emulate_media(media="print")
    assert not page.locator(".player").is_visible()
    page.close()


def test_without_scripts_no_button_pretends_to_play(browser: Browser, played: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(played.as_uri())
    times = page.get_by_role("button", name="Play from")
    assert times.first.inner_text() == "0:00"
    assert not any(one.is_enabled() for one in times.all())
    context.close()
