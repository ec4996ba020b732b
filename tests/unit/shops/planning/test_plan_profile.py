"""What personas ask for, and who fits."""

import pytest

from qa_toolkit.shops.planning.profile import Value, misfits


@pytest.mark.parametrize(
    ("wanted", "value", "misfit"),
    [
        pytest.param("18-30", 18, (), id="first of a span"),
        pytest.param("18-30", 30, (), id="last of a span"),
        pytest.param("18-30", 31, ("trait",), id="behind a span"),
        pytest.param("18 – 30", "24", (), id="a number as text, a long dash"),
        pytest.param("18-30", "young", ("trait",), id="words are in no span"),
        pytest.param("en", ("de", "EN"), (), id="one of a list, whatever the case"),
        pytest.param("en", ("de", "fr"), ("trait",), id="none of a list"),
        pytest.param("24", 24, (), id="a number by itself"),
        pytest.param("left-handed", "left-handed", (), id="a dash in a word is no span"),
        pytest.param("en", None, ("trait",), id="not given"),
    ],
)
def test_a_value_fits_or_not(wanted: str, value: Value | None, misfit: tuple[str, ...]) -> None:
    profile = {} if value is None else {"trait": value}
    assert misfits({"trait": (wanted,)}, profile) == misfit


def test_a_persona_that_asks_for_nothing_fits_everybody() -> None:
    assert misfits({}, {"age": 99}) == ()


def test_all_that_does_not_fit_is_named() -> None:
    asked = {"age": ("18-30", "60-70"), "language": ("en",), "car": ("yes",)}
    assert misfits(asked, {"age": 61, "language": "de"}) == ("language", "car")
