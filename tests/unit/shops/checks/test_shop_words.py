"""Texts that read alike have the same words, whatever nobody sees in them."""

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.words import is_blank, words


@pytest.mark.parametrize(
    "text",
    ["she didn't re-read it", "She didn’t re-read it.", "she did\u2060n't re\u00ad-read it"],
    ids=["plain", "typographic", "invisible"],
)
def test_apostrophes_and_invisible_characters_make_no_difference(text: str) -> None:
    assert words(text) == ["she", "didn't", "re-read", "it"]


def test_an_accent_may_be_a_sign_of_its_own() -> None:
    assert words("Cafe\u0301") == words("café") == ["café"]


def test_a_joiner_is_within_its_word() -> None:
    assert len(words("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")) == 1


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("", True),
        ("-", True),
        ("N/A", True),
        ("None.", True),
        ("\u200f", True),
        ("No queue", False),
    ],
)
def test_a_dash_says_as_little_as_nothing(text: str, *, blank: bool) -> None:
    assert is_blank(text) is blank


def test_a_blank_comment_is_none() -> None:
    codes = examples.codes(
        answers={"welcome.greeted": "no", "welcome.name": None},
        comments={"welcome.greeted": "none", "help": "n/a"},
    )
    assert {"M102", "M103"} <= set(codes)


@pytest.mark.parametrize(
    ("answer", "comment", "told"),
    [
        ("yes", "A nod.", False),
        ("yes", "Fine.", True),
        ("no", "A nod.", True),
        ("no", '"Card number?"', False),
    ],
)
def test_two_words_are_enough_where_no_comment_is_needed(
    answer: str, comment: str, *, told: bool
) -> None:
    name = "yes" if answer == "yes" else None
    codes = examples.codes(
        answers={"welcome.greeted": answer, "welcome.name": name},
        comments={"welcome.greeted": comment},
    )
    assert ("M106" in codes) is told
