"""The fast analyser gives what VADER gives, on all four scores."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from qa_toolkit.signals.vader import FastAnalyzer

STOCK = SentimentIntensityAnalyzer()
FAST = FastAnalyzer()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "nothing known here",
        "VADER is smart, handsome, and funny!!!",
        "VERY SMART and FUNNY, but not kind",
        "ALL GOOD NOW",
        "The food is not so good, but the staff was never so kind",
        "kind of good, sort of bad, just enough fun",
        "at least it is not a horrible product; the least good one",
        "without doubt an excellent idea, without any love",
        "no good, no, no problem nor fun",
        "the bomb, bad ass, yeah right, kiss of death, to die for, bus stop",
        "I can't stand it; I don't love it; I dont hate it",
        "great? great?? great??? great????",
        "good 😀 bad😡 😀😀 ❤️ e😀x \u200b😀",
        "“love” ‘hate’ don’t like",
        ":) :( :D ;-) <3 ):",
        "good but good but good, good good but bad",
        "good\nbad\tugly\xa0nice",
        "İyi good ΣΑΣ ß BAD",
    ],
)
def test_a_text_scores_as_it_always_did(text: str) -> None:
    assert FAST.polarity_scores(text) == STOCK.polarity_scores(text)


KNOWN = st.sampled_from(sorted(STOCK.lexicon))
TURNING = st.sampled_from(
    [*NEGATE, *BOOSTER_DICT, *SPECIAL_CASES, "no", "but", "least", "at", "very", "kind", "of", "so",
     "this", "never", "without", "doubt", "or", "nor", "the", "a"]
)  # fmt: skip
EMOJI = st.sampled_from(sorted(emoji for emoji in STOCK.emojis if len(emoji) < 3))
LOOSE = st.text(st.sampled_from(string.punctuation + "ab ’“😀é\u200b"), max_size=4)
WORD = st.one_of(KNOWN, KNOWN, TURNING, TURNING, LOOSE, EMOJI, st.text(max_size=5))
WRITTEN = st.one_of(WORD, WORD.map(str.upper), WORD.map(str.title), WORD.map("{}!!".format))
TEXT = st.lists(
    st.tuples(WRITTEN, st.sampled_from([" ", " ", " ", "", "\n", ", "])), max_size=20
).map(lambda pairs: "".join(part for pair in pairs for part in pair))


@given(TEXT)
@example("love but love but hate but love")
def test_all_four_scores_are_the_same(text: str) -> None:
    assert FAST.polarity_scores(text) == STOCK.polarity_scores(text)
