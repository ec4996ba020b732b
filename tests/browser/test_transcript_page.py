"""The page of a transcript in a real browser: read, reached by keyboard, played, printed."""

import wave
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from builders import transcript
from pages import CONTRAST, opened
from playwright.sync_api import Browser, Page
from spoken import call, document

from browser.axe import violations
from qa_toolkit.domain.sound import Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.write import written

pytestmark = pytest.mark.browser

DOUBTFUL = call(doubt="language or audio doubtful", role_confidence=0.83)
SHARED = transcript("[0-2] U: Hello?\n[3-4] B: Please hold.\n[9.5-12] I: rang back")
TOLD_APART = call(
    audio=Audio(
        roles=(SpeakerRole.UNKNOWN,),
        sounds=(),
        waveform=Waveform(per_s=10, peaks=(b64encode(b"\x60" * 820).decode(),)),
    )
)
EVIL = "<script>document.title = 'x'</script><img src=x onerror=alert(1)> & \u202e" + "w" * 400
PAGES = {
    "call": document(),
    "doubtful": document(DOUBTFUL),
    "shared": document(SHARED),
    "told apart": document(TOLD_APART),
    "chat": document(transcript("C: Hello?\nA: Good morning!\n" * 3)),
    "evil": document(transcript(f"[0-1] A: {EVIL}", interaction_id=EVIL[:250])),
    "empty": document(transcript("", doubt="no speech found")),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for each kind of transcript."""
    folder = tmp_path_factory.mktemp("transcripts")
    for name, shown in PAGES.items():
        save(shown, folder / f"{name}.html")
    return folder


def save(shown: Document, path: Path) -> Path:
    path.write_text(written(shown, Format.HTML), encoding="utf-8")
    return path


def played(folder: Path) -> Path:
    """A page with a recording of 82 silent seconds beside it."""
    with wave.open(str(folder / "call 17.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(b"\x80" * 8_000 * 82)
    return save(replace(document(), recording="call%2017.wav"), folder / "played.html")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, pages: Path, name: str, scheme: str) -> None:
    with opened(browser, pages / f"{name}.html", color_scheme=scheme) as page:
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_phone(browser: Browser, pages: Path, name: str) -> None:
    with opened(browser, pages / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        assert violations(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order_and_landmarks_are_there(
    browser: Browser, pages: Path, name: str
) -> None:
    with opened(browser, pages / f"{name}.html") as page:
        levels = page.eval_on_selector_all("h1,h2,h3", "all => all.map(h => +h.tagName[1])")
        landmarks = page.eval_on_selector_all("main,header", "all => all.length")
        bare = page.eval_on_selector_all(
            "table", "all => all.filter(t => !t.caption || !t.querySelector('thead th')).length"
        )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert (landmarks, bare) == (2, 0)


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, pages: Path, name: str) -> None:
    with opened(browser, pages / f"{name}.html", viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_was_said_stays_text(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "evil.html") as page:
        assert page.title() != "x"
        assert page.locator(".turn .text").inner_text().startswith("<script>document.title")


def test_doubt_stands_before_all_else_and_doubtful_words_are_marked(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "doubtful.html") as page:
        assert page.locator("header .alert").inner_text() == "Doubtful: language or audio doubtful."
        assert page.locator(".turn mark").all_inner_texts() == ["7", "lorry;"]
        explained = page.locator("p.note", has=page.locator("mark")).inner_text()
    assert explained.startswith("2 words of 76 may have been heard wrongly")


def test_the_timeline_says_in_words_what_it_draws(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "call.html") as page:
        names = page.eval_on_selector_all("svg.lane", "all => all.map(s => s.ariaLabel)")
        legend = page.locator(".legend li").all_inner_texts()
        page.locator("summary").click()
        rows = page.locator("details tbody tr").all_inner_texts()
    assert names[:2] == [
        "Agent, audio channel 1: 25 s of speech",
        "Customer, audio channel 2: 12 s of speech",
    ]
    assert legend == [
        "Agent", "Customer", "Hold music", "Ringing", "Noise", "Long silence", "Both speak",
    ]  # fmt: skip
    assert rows[2] == "0:23\thold music, 39 s"


def test_voices_of_one_audio_channel_have_a_lane_each_with_their_turns(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "told apart.html") as page:
        lanes = [page.locator(f"svg.lane.{role}") for role in ("agent", "customer")]
        assert [lane.locator("a").count() for lane in lanes] == [4, 3]
        assert [lane.locator(".waveform").count() for lane in lanes] == [1, 1]
        assert page.locator(".legend li").all_inner_texts()[:2] == ["Agent", "Customer"]


def test_headings_of_tables_are_not_broken_within_words_on_a_phone(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "call.html", viewport={"width": 360, "height": 740}) as page:
        lines = page.locator("thead th", has_text="Share").evaluate(
            "head => { const r = document.createRange(); r.selectNodeContents(head);"
            " return r.getClientRects().length; }"
        )
    assert lines == 1


def test_a_turn_of_the_timeline_leads_to_its_words(browser: Browser, pages: Path) -> None:
    file = pages / "call.html"
    page = browser.new_page()
    page.goto(file.as_uri())
    page.locator("svg.customer a").first.click()
    assert page.url.endswith("#t2")
    page.close()


def loaded(browser: Browser, file: Path) -> Page:
    page = browser.new_page()
    page.set_default_timeout(5_000)
    page.goto(file.as_uri())
    page.wait_for_function("document.querySelector('audio').readyState > 0")
    return page


def test_a_turn_plays_from_its_time_by_keyboard_too(browser: Browser, tmp_path: Path) -> None:
    page = loaded(browser, played(tmp_path))
    page.get_by_role("button", name="Play from 1:04").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn.now")
    assert page.evaluate("document.querySelector('audio').currentTime") >= 64
    assert page.locator(".turn.now").get_attribute("id") == "t6"
    page.close()


def test_a_click_on_the_timeline_plays_from_there(browser: Browser, tmp_path: Path) -> None:
    page = loaded(browser, played(tmp_path))
    box = page.locator("svg.events").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 3)
    assert page.evaluate("document.querySelector('audio').currentTime") == pytest.approx(41, abs=1)
    page.close()


def test_a_recording_that_was_moved_is_told(browser: Browser, tmp_path: Path) -> None:
    file = save(replace(document(), recording="gone.wav"), tmp_path / "call.html")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(".no-sound:not([hidden])", timeout=5_000)
    page.close()


def test_in_print_there_is_no_player(browser: Browser, tmp_path: Path) -> None:
    page = loaded(browser, played(tmp_path))
    page.emulate_media(media="print")
    assert not page.locator(".player").is_visible()
    assert page.locator(".turn").count() == 7
    page.close()
