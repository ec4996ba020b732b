"""What people write down is kept in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.said import tidy, too_long


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  asks first \n", "asks first"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x00b\x07\ud800c", "abc"),
        ("a\x9b31mb", "a31mb"),
        ("=1+1", "=1+1"),
        ("شكرا 🙏", "شكرا 🙏"),
        (" \x0b ", ""),
        ("one\r\x00\ntwo", "one\ntwo"),
        ("a\u202eb\u202c \u2067c\u2069", "ab c"),
        ("\ufeff in\u00adfor\u2060med", "informed"),
        ("\u200fDana (\u05d3\u05e0\u05d4)\u200f", "\u200fDana (\u05d3\u05e0\u05d4)\u200f"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\U0001f469\u200d\U0001f373", "\U0001f469\u200d\U0001f373"),
    ],
)
def test_only_what_nobody_can_read_is_dropped(written: str, kept: str) -> None:
    assert tidy(written) == kept


@given(st.text(alphabet=st.characters()))
def test_a_tidy_text_is_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_a_text_too_long_says_by_how_much() -> None:
    assert too_long("x" * 4_001) == "4,001 characters are too many: 4,000 at most"
    assert too_long("x" * 4_000) == ""
