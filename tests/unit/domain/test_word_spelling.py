"""Spellings of one word: each finds the others, and words of another meaning stay apart."""

import pytest
from builders import compile_phrases

from qa_toolkit.domain.spelling import spelt


def finds(phrase: str, text: str) -> str | None:
    match = compile_phrases((phrase,)).search(text)
    return match.group() if match else None


@pytest.mark.parametrize(
    "ways",
    [
        ("apologise", "apologize"), ("apologising", "apologizing"), ("organisation", "organization"),
        ("unauthorised", "unauthorized"), ("analysed", "analyzed"), ("colour", "color"),
        ("favourites", "favorites"), ("dishonoured", "dishonored"), ("cancelled", "canceled"),
        ("cancelling", "canceling"), ("cancellation", "cancelation"), ("labelled", "labeled"),
        ("relabelled", "relabeled"), ("marvellous", "marvelous"), ("centre", "center"),
        ("centred", "centered"), ("licence", "license"), ("enquiry", "inquiry"),
        ("enquiries", "inquiries"), ("enrol", "enroll"), ("enrolment", "enrollment"),
        ("fulfil", "fulfill"), ("programme", "program"), ("catalogue", "catalog"),
        ("judgement", "judgment"), ("adviser", "advisor"), ("learnt", "learned"),
        ("ok", "okay"), ("mum", "mom"), ("alright", "all right"), ("percent", "per cent"),
        ("email", "e-mail", "e mail"), ("login", "log in", "log-in"),
        ("callback", "call back", "call-back"), ("postcode", "post code"),
        ("24/7", "24 7", "twenty four seven"),
    ],
    ids=lambda ways: ways[0],
)  # fmt: skip
def test_every_spelling_finds_every_other(ways: tuple[str, ...]) -> None:
    for phrase in ways:
        for text in ways:
            assert finds(phrase, f"so {text} now") == text, phrase


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("apologis*", "apologizing"), ("organiz*", "organisation"), ("colour*", "colors"),
        ("email*", "e-mails"), ("e-mail*", "emailed"), ("cancelle*", "cancelled"),
        ("(colour|size)", "color"), ("[my] cheque book", "cheque book"), ("follow-up", "follow up"),
    ],
)  # fmt: skip
def test_spellings_hold_for_stems_alternatives_and_hyphens(phrase: str, text: str) -> None:
    assert finds(phrase, text) == text


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cheque", "check"), ("check", "cheque"), ("tyre", "tire"), ("draft", "draught"),
        ("for", "four"), ("or", "our"), ("your", "yor"), ("size", "sise"), ("mum*", "moment"),
        ("resent", "re-sent"), ("insure", "ensure"), ("everyday", "every day"),
        ("maybe", "may be"), ("login*", "log into"), ("follow-up", "follow, up"),
    ],
)  # fmt: skip
def test_words_of_another_meaning_are_left_alone(phrase: str, text: str) -> None:
    assert finds(phrase, text) is None


@pytest.mark.parametrize("word", ["promise", "advise", "otherwise", "clockwise", "this", "raise"])
def test_what_only_looks_like_two_spellings_has_one(word: str) -> None:
    assert spelt(word) == (word,)
