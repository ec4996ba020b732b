"""Whose words they are: quotations and what is told as said by others do not count."""

import pytest

from qa_toolkit.scoring.finding import Words
from qa_toolkit.scoring.reported import reported


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He wrote "you are an idiot" on it', "you are"),
        ("you said you are stupid", "you are"),
        ("my colleague told you it is sorted", "it is"),
    ],
    ids=["in quotation marks", "behind you said", "behind a colleague told"],
)
def test_words_of_others(text: str, words: str) -> None:
    assert reported(Words(text), text.lower().index(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You said it was late, I'm sorry about that.", "sorry"),
        ("You told us it broke, and we are sorry for that", "sorry"),
        ("You said it never arrived I understand how frustrating that is", "frustrating"),
        ("as you said i do apologize", "apologize"),
        ("You said so. Thanks!", "thanks"),
    ],
    ids=["behind a comma", "we", "without a comma", "as you said", "the next sentence"],
)
def test_the_speakers_own_words_behind_what_others_said(text: str, words: str) -> None:
    assert not reported(Words(text), text.lower().index(words))
