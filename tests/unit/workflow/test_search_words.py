"""What people type becomes an expression of the index; nothing they type is an error of syntax."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.search import expression_of


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("refund", '"refund"'),
        ("late parcel", '"late" AND "parcel"'),
        ('"money back" now', '"money back" AND "now"'),
        ("refund*", '"refund"*'),
        ('"money ba"*', '"money ba"*'),
        ("refund OR credit", '"refund" OR "credit"'),
        ("refund NOT card", '"refund" NOT "card"'),
        ("refund or credit", '"refund" AND "or" AND "credit"'),
        ("OR refund", '"or" AND "refund"'),
        ("refund AND", '"refund" AND "and"'),
        ("refund AND OR credit", '"refund" AND "or" AND "credit"'),
        ("don't text:x (a^2)", '"don\'t" AND "text:x" AND "(a^2)"'),
        ('refund "', '"refund"'),
        ("“money back”", '"money back"'),
        ("refund & ** -", '"refund"'),
    ],
)
def test_words_phrases_beginnings_and_operators(words: str, expression: str) -> None:
    assert expression_of(words) == expression


@pytest.mark.parametrize("words", ["", "  ", "&", '"', '""', "***", "\x00"])
def test_without_a_word_there_is_nothing_to_look_for(words: str) -> None:
    with pytest.raises(UsageError, match="there is no word in"):
        expression_of(words)


@given(
    st.lists(
        st.sampled_from(
            ["AND", "OR", "NOT", '"', "*", "(", ")", "^", ":", "a", "NEAR", "-", "{", "é"]
        )
        | st.text(max_size=6),
        max_size=8,
    ).map(" ".join)
)
def test_whatever_is_typed_the_index_understands(words: str) -> None:
    try:
        expression = expression_of(words)
    except UsageError:
        return
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE turns_text USING fts5(text)")
        index.execute("SELECT 1 FROM turns_text WHERE turns_text MATCH ?", (expression,)).fetchall()
    index.close()
