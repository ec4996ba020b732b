"""What is written in several ways is found whichever it is, and quoted as it stands."""

import re
from itertools import pairwise

from builders import compile_phrases
from hypothesis import assume, given
from hypothesis import strategies as st

from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.wordings import wordings
from qa_toolkit.scoring.finding import Index, Words

PLAIN = st.sampled_from(
    ["please", "within", "by", "the", "account", "send", "parcel", "your", "again"]
)
WRITTEN = st.sampled_from(
    [
        ("24", "twenty four", "twenty-four"), ("3", "three"), ("5th", "fifth"),
        ("250", "two hundred and fifty", "two hundred fifty"), ("£38", "38 pounds"),
        ("100%", "a hundred percent", "100 per cent"), ("one hour", "1 hour"),
        ("apologise", "apologize"), ("colours", "colors"), ("cancelled", "canceled"),
        ("enquiry", "inquiry"), ("ok", "okay"), ("e-mail", "email", "e mail"),
        ("login", "log in"), ("recognised", "recognized"), ("centre", "center"),
    ]
)  # fmt: skip
SAID = st.lists(st.one_of(PLAIN, WRITTEN), min_size=1, max_size=5)


def quotes(text: str, phrase: str) -> list[str]:
    known = wordings((phrase,))
    index, words = Index([known]), Words(text)
    places = index.nothing()
    index.find(0, words, places)
    return [text[slice(*words.original(start, end))] for _, start, end in places[known]]


def one_way(said: list[str | tuple[str, ...]], data: st.DataObject) -> str:
    """The words with each that is written in several ways in one of them."""
    picked = [word if isinstance(word, str) else data.draw(st.sampled_from(word)) for word in said]
    return " ".join(picked)


def follow_on(said: list[str | tuple[str, ...]]) -> bool:
    """Whether two numbers stand together, so that they may be read as one."""
    return any(
        isinstance(word, tuple) and isinstance(behind, tuple) for word, behind in pairwise(said)
    )


@given(SAID, st.data())
def test_a_phrase_is_found_however_its_words_are_written(
    said: list[str | tuple[str, ...]], data: st.DataObject
) -> None:
    assume(not follow_on(said))
    phrase, heard = one_way(said, data), one_way(said, data)
    text = f"Well: {heard.capitalize()}. Bye"
    assert quotes(text, phrase) == [heard.capitalize()]


@given(st.lists(PLAIN, min_size=1, max_size=4), st.text(max_size=20))
def test_words_that_are_written_in_one_way_are_found_as_they_stand(
    said: list[str], around: str
) -> None:
    known = compile_phrases((" ".join(said),))
    text = f"{around} {' '.join(said)}; {around}"
    expected = r"(?<!\w)" + r"[^\w.!?]{1,6}".join(said) + r"(?!\w)"
    assert [m.span() for m in known.finditer(text)] == [
        m.span() for m in re.finditer(expected, text, re.IGNORECASE)
    ]


@given(st.lists(st.one_of(PLAIN, WRITTEN), min_size=1, max_size=4), st.data())
def test_the_index_finds_what_the_pattern_finds(
    said: list[str | tuple[str, ...]], data: st.DataObject
) -> None:
    phrase = one_way(said, data)
    text = " ".join(one_way(said, data) for _ in range(3))
    expected = [match.group() for match in compile_phrases((phrase,)).finditer(plain(text))]
    assert quotes(text, phrase) == expected
