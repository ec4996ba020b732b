"""What stands for words in chats and transcripts: it is found, and quoted as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.wordings import wordings
from qa_toolkit.scoring.finding import Index, Words
from qa_toolkit.scoring.finding.edits import Edit, Edited
from qa_toolkit.scoring.finding.spelling import SHORTHAND, respelling


def quotes(text: str, phrase: str) -> list[str]:
    known = wordings((phrase,))
    index, words = Index([known]), Words(text)
    places = index.nothing()
    index.find(0, words, places)
    return [text[slice(*words.original(start, end))] for _, start, end in places[known]]


@pytest.mark.parametrize(
    ("text", "phrase", "quote"),
    [
        ("I'm sooo sorry", "so sorry", "sooo sorry"),
        ("pleaaase help", "please help", "pleaaase help"),
        ("Thankssss!", "thanks", "Thankssss"),
        ("that is goood", "good", "goood"),
        ("HELLOOO there", "hello", "HELLOOO"),
        ("can u send it", "can you send", "can u send"),
        ("thx a lot", "thanks [a lot]", "thx a lot"),
        ("plz fix it", "(please|kindly) fix", "plz fix"),
        ("sry about that", "sorry about", "sry about"),
        ("I never recieved it", "never received", "never recieved"),
        ("we appologise", "we apologi*", "we appologise"),
        ("I can&#39;t do it", "can't do", "can&#39;t do"),
        ("R&amp;D team", "R&D", "R&amp;D"),
        ("thank&nbsp;you", "thank you", "thank&nbsp;you"),
        ("so\u200brry", "sorry", "so\u200brry"),
        ("\u202bsorry\u202c", "sorry", "sorry"),
        ("Don\u2019t worry", "don't worry", "Don\u2019t worry"),
        ("ty so much", "thank you ~1 much", "ty so much"),
    ],
)
def test_it_is_found_and_quoted_as_it_was_written(text: str, phrase: str, quote: str) -> None:
    assert quotes(text, phrase) == [quote]


@pytest.mark.parametrize("word", ["pls", "u", "thx"])
def test_a_phrase_that_says_it_finds_it_as_it_stands(word: str) -> None:
    assert quotes(f"Well, {word}!", word) == [word]


@pytest.mark.parametrize("text", ["www", "zzz", "1000", "so", "good", "AT&T", "&c;", "&;", "x & y"])
def test_what_stands_for_itself_is_left(text: str) -> None:
    assert Words(text).respelt() is None
    assert Words(text).text == text.lower()


def test_no_shorthand_stands_for_itself_or_for_other_shorthand() -> None:
    words = {word for instead in SHORTHAND.values() for word in instead.split()}
    assert words.isdisjoint(SHORTHAND)
    assert all(respelling(word) is None for word in words)


@given(
    st.text("abc", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3), st.text("xy", max_size=3))),
)
def test_what_was_not_edited_is_where_it_was(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, instead in sorted(wanted):
        if (not edits or start >= edits[-1].end + 1) and start + length <= len(text):
            edits.append(Edit(start, start + length, instead))
    edited = Edited(text, edits)
    for place, char in enumerate(edited.text):
        if char in "abc":
            start, end = edited.before(place, place + 1)
            assert text[start:end].endswith(char) or text[start:end].startswith(char)
