"""The guide as a page and as Markdown; how the page looks is tested in a browser."""

import re
from html import unescape
from pathlib import Path

import pytest
from builders import criterion, rubric, transcript
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.guides import Example, as_html, as_markdown, compose
from qa_toolkit.guides.pages import escaped
from qa_toolkit.workflow.rubric_docs import rubric_guide

ROOT = Path(__file__).parents[3]
EVIL = '<script>alert(1)</script> | **x** `y` [z](u) _w_ & "q" 1. <b>'
MARKDOWN = MarkdownIt("commonmark").enable("table")


def of(known: Rubric, *examples: Example) -> tuple[str, str]:
    guide = compose(known, examples, made_by="the tests")
    return as_html(guide), as_markdown(guide)


def evil() -> tuple[str, str]:
    worst = criterion(
        question=EVIL,
        guidance=EVIL,
        scale={0: EVIL, 1: "b", 2: "c"},
        tips={0: EVIL},
        causes={0: [EVIL]},
        applies_when={"customer": "upset", "metadata": {EVIL: [EVIL]}},
    )
    section = {"id": "s", "title": EVIL, "guidance": EVIL, "weight": 1, "criteria": [worst]}
    known = rubric(
        sections=[section], title=EVIL, description=EVIL, bands={EVIL: 0}, minimums={"s": 1},
        cues={"upset": {"any": ["broken"]}},
    )  # fmt: skip
    said = transcript(f"C: {EVIL}")
    return of(known, Example(criterion="s.c", name="one", turns=said.turns, points=0))


def text_of(page: str) -> str:
    """What a reader sees of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page, _ = of(rubric())
    assert "<script" not in page
    assert "src=" not in page
    assert "url(" not in page
    assert "@import" not in page
    assert not re.search(r'href="(?!#)', page)


def test_what_a_rubric_says_stays_text_on_a_page() -> None:
    page, _ = evil()
    assert "<script" not in page
    assert text_of(page).count(EVIL) >= 10


def test_what_a_rubric_says_stays_text_in_markdown() -> None:
    _, text = evil()
    shown = MARKDOWN.render(text)
    assert "<script" not in shown
    assert "<a " not in shown
    assert text_of(shown).count(EVIL) >= 9


@pytest.mark.parametrize("name", ["service", "chat_support", "compliance", "mystery_visit"])
def test_every_link_of_a_page_leads_to_one_place(name: str) -> None:
    page = rubric_guide(ROOT / "rubrics" / f"{name}.yaml", "html").text
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("name", ["service", "compliance", "mystery_visit"])
def test_the_tables_of_markdown_are_tables(name: str) -> None:
    text = rubric_guide(ROOT / "rubrics" / f"{name}.yaml", "markdown").text
    shown = MARKDOWN.render(text)
    levels = text.count("| Rating | Looks like | To do better |")
    assert shown.count("<table>") == levels + 1
    assert "|" not in text_of(shown)
    assert "\n\n\n" not in text


def test_both_layouts_say_the_same_about_a_criterion() -> None:
    known = rubric(criterion(guidance="Look twice.", tips={0: "Try again."}, critical="customer"))
    for layout in of(known):
        for words in ("Is it shown?", "Look twice.", "Try again.", "It protects the customer."):
            assert words in text_of(layout)


def test_a_rubric_in_another_language_says_so_to_screen_readers() -> None:
    page, _ = of(rubric(language="de"))
    assert '<html lang="en">' in page
    assert '<h1 lang="de" dir="auto">' in page
    assert 'lang="de"' not in of(rubric())[0]


def test_the_look_is_that_of_the_scorecards() -> None:
    """The colours are copied, since stages do not read each other's files; they must not part."""
    styles = [
        (ROOT / "qa_toolkit" / stage / "templates" / "style.css").read_text(encoding="utf-8")
        for stage in ("guides", "scorecards")
    ]
    colours = [re.findall(r"--[\w-]+: #[0-9a-f]+", style) for style in styles]
    fonts = [re.findall(r"font: 16px[^;]+", style) for style in styles]
    assert colours[0] == colours[1]
    assert fonts[0] == fonts[1]


SIGNS = st.text(st.sampled_from("ab 1.-+=*_`[]()<>#|~&\\!\"'\n"), max_size=30)


@given(SIGNS)
def test_any_text_survives_markdown(text: str) -> None:
    plain = " ".join(text.split())
    shown = MARKDOWN.render(f"{escaped(plain)}\n\n| a | b |\n|---|---|\n| {escaped(plain)} | c |")
    assert text_of(shown) == " ".join(f"{plain} a b {plain} c".split())
