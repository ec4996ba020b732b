"""Phrases told to people: what somebody might say."""

import re

import pytest
from builders import compile_phrases
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.guides.wordings import wordings


@pytest.mark.parametrize(
    ("phrases", "told"),
    [
        pytest.param(["thank you"], ["thank you"], id="plain words"),
        pytest.param(
            ["(sorry|my apologies) ~3 wait"], ["sorry … wait", "my apologies … wait"], id="gap"
        ),
        pytest.param(["[so] sorry"], ["sorry", "so sorry"], id="option"),
        pytest.param(["[very|so] sorry"], ["sorry", "very sorry", "so sorry"], id="options"),
        pytest.param(["apolog*"], ["apolog…"], id="stem"),
        pytest.param(["frustrat* ~2 you"], ["frustrat… you"], id="stem before a gap"),
        pytest.param(
            ["(hi|hey) (a*|b*)"], ["hi (a name or word)", "hey (a name or word)"], id="any"
        ),
        pytest.param(["(1*|2*) pounds"], ["(a number) pounds"], id="number"),
        pytest.param(["I'll call"], ["I'll call"], id="contraction"),
        pytest.param(["(a b|c) (d|e|f)"], ["a b d", "c e", "a b f"], id="side by side"),
    ],
)
def test_a_phrase_becomes_examples(phrases: list[str], told: list[str]) -> None:
    assert list(wordings(phrases)) == told


def test_every_phrase_is_heard_before_any_is_heard_again() -> None:
    assert wordings(["(one|two)", "(three|four)", "five"], most=4) == (
        "one", "three", "five", "two"
    )  # fmt: skip


def test_no_more_than_asked_for() -> None:
    assert len(wordings([f"(a{n}|b{n})" for n in range(50)], most=8)) == 8


def test_nothing_makes_no_examples() -> None:
    assert wordings([]) == ()


WORDS = st.sampled_from(["sorry", "wait", "my", "I'll", "don't", "24"])
CHOICES = st.lists(WORDS, min_size=1, max_size=3).map("|".join)
PIECES = st.one_of(WORDS, CHOICES.map("({})".format), CHOICES.map("[{}]".format))


@given(st.lists(PIECES, min_size=1, max_size=4), WORDS)
def test_an_example_is_something_the_phrase_finds(pieces: list[str], last: str) -> None:
    phrase = " ".join([*pieces, last])
    for example in wordings([phrase], most=20):
        assert compile_phrases((phrase,)).search(example)
        assert not re.search(r"[()\[\]|~*]", example)
