"""Names of attachments: no folders, nothing invisible, not too long."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.shops.attachments.names import LONGEST, clean_name, suffix_of


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\maya\till receipt.pdf", "till receipt.pdf"),
        ("till\u202egpj.exe", "tillgpj.exe"),
        ("a\nb\t\x00c.png", "a b c.png"),
        ("what?*.png", "what__.png"),
        ("CON.txt", "_CON.txt"),
        ("...", "photo"),
        ("", "photo"),
        ("Zürich.jpg", "Zürich.jpg"),
        ("a" * 300 + ".jpg", "a" * (LONGEST - 4) + ".jpg"),
    ],
)
def test_a_name_is_kept_without_what_could_mislead(name: str, clean: str) -> None:
    assert clean_name(name, instead="photo") == clean


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_can_be_shown(name: str) -> None:
    clean = clean_name(name, instead="photo")
    assert 0 < len(clean) <= LONGEST
    assert not set("/\\").intersection(clean)
    assert not any(unicodedata.category(one).startswith("C") for one in clean)


def test_the_last_suffix_is_what_a_name_claims() -> None:
    assert suffix_of("photo.jpg.EXE") == ".exe"
