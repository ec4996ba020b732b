"""Pieces of text as engines write them → words."""

import pytest

from qa_toolkit.transcribe.engines.words import joined_words, loops


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([(" twenty", 0.0, 0.4), ("-two", 0.4, 0.6)], ["twenty-two"]),
        ([(" S", 0.0, 0.4), ("-I", 0.5, 0.9), ("-T", 8.0, 8.4)], ["S-I", "T"]),
        ([(" well", 0.0, 0.4), (" -", 0.4, 0.5), (" yes.", 0.5, 0.9)], ["well", "yes."]),
        ([("Hello", 0.0, 0.4), (" there", 0.4, 0.8)], ["Hello", "there"]),
        ([("...", 0.0, 0.4)], []),
        ([], []),
    ],
    ids=["hyphen", "spelled with a pause", "lone dash", "no blank first", "only dots", "nothing"],
)
def test_words_are_what_people_would_write(
    pieces: list[tuple[str, float, float]], expected: list[str]
) -> None:
    found = [(*piece, 0.9) for piece in pieces]
    assert [word.text for word in joined_words(found)] == expected


def test_a_joined_word_spans_its_parts_and_is_as_sure_as_the_least_sure() -> None:
    (word,) = joined_words([(" twenty", 1.0, 1.4, 0.9), ("-two", 1.4, 1.804, 0.31239)])
    assert (word.start_s, word.end_s, word.probability) == (1.0, 1.8, 0.3124)


@pytest.mark.parametrize(
    ("text", "stuck"),
    [
        ("That's my T-I-L-L-E-E-E-E-E-E-E-E-E-E", True),
        (" One." * 17, True),
        (" One." * 16, False),
        (" One two." * 8, True),
        (" No, no, no, no, no, no, no, no, that is wrong.", False),
        (" It is 0 0 0 0 0 0 0 0 0 4.", False),
        ("Press one. Press one to mute. Press one to mute or unmute yourself.", False),
        ("No, no, no, no! It's 0 7 7 0 0 9 0 0 1 4 6, not 800 800 800.", False),
        ("", False),
    ],
    ids=[
        "letters",
        "one word",
        "one word, not often enough",
        "two words",
        "refusing",
        "digits",
        "menu",
        "insisting",
        "nothing",
    ],
)
def test_a_recogniser_that_is_stuck_is_noticed(text: str, stuck: bool) -> None:  # noqa: FBT001
    assert loops(text) is stuck
