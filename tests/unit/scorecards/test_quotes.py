"""Quotes in their sentence."""

import re

from qa_toolkit.scorecards.evidence_view import around


def test_a_quote_keeps_its_own_sentence_only() -> None:
    text = "Good morning. I will call you at four, promised. Bye."
    found = re.search("call you", text)
    assert found
    assert around(text, *found.span()) == ("I will ", " at four, promised.")


def test_an_address_does_not_end_a_sentence() -> None:
    text = "See https://help.example.org/reset for the steps. Bye."
    assert around(text, 0, 3) == ("", " https://help.example.org/reset for the steps.")


def test_a_very_long_sentence_is_cut_around_the_quote() -> None:
    before, after = around("a" * 500 + "quote" + "b" * 500, 500, 505)
    assert (before, after) == ("…" + "a" * 140, "b" * 140 + "…")
