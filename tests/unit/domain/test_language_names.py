"""How languages are named, by code or by name."""

import pytest

from qa_toolkit.domain.languages import CODES, language_of


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("English", "en"),
        ("haitian creole", "ht"),
        ("Lao", "lo"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("pt_BR", "pt"),
        ("yue", "yue"),
        ("", ""),
        ("klingon", ""),
        (None, ""),
        (3, ""),
    ],
)
def test_names_and_codes_give_the_code(told: object, code: str) -> None:
    assert language_of(told) == code


def test_every_language_that_whisper_knows_has_a_name() -> None:
    from faster_whisper.tokenizer import _LANGUAGE_CODES

    assert sorted(CODES.values()) == sorted(_LANGUAGE_CODES)
