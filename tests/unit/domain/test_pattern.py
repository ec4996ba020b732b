"""Regular expressions in rubrics: which are refused, and where the mistake is."""

from time import process_time

import pytest

from qa_toolkit.domain.pattern import PatternError, check_pattern, spans


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        pytest.param("order [abc", "missing ] at character 7", id="an open class"),
        pytest.param("(a", "missing ) at character 1", id="an open group"),
        pytest.param("ab**", "bad repetition operator at character 3", id="a count of a count"),
        pytest.param("(?<=a)b", "invalid perl operator at character 1", id="a look-behind"),
        pytest.param(r"(a)\1", r"invalid escape sequence at character 4: \1", id="a reference"),
        pytest.param("a{21}", "{21} at character 2 repeats more than 20", id="too many"),
        pytest.param("a{2,50}", "{2,50} at character 2 repeats more than 20", id="up to too many"),
        pytest.param("a*", "nothing stands", id="nothing"),
        pytest.param(r"\b", "nothing stands", id="the edge of a word"),
        pytest.param("x" * 501, "at most 500", id="too long"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError) as error:
        check_pattern(pattern)
    assert reason in str(error.value)


@pytest.mark.parametrize("pattern", [r"\d{4,20}", "[{21}]", r"a\{21}", "(a+)+$", "a{2,}", "[^]]b"])
def test_a_pattern_that_can_be_used_is_not(pattern: str) -> None:
    check_pattern(pattern)


def test_a_slow_pattern_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_toolkit.domain.pattern.SLOWEST_S", 0)
    with pytest.raises(PatternError, match="too slow"):
        check_pattern("sorry")


def test_letters_stand_for_both_cases() -> None:
    assert list(spans("ref", "Ref REF")) == [(0, 3), (4, 7)]


def test_a_pattern_that_hangs_others_does_not_hang() -> None:
    began = process_time()
    assert list(spans("(a+)+$", "a" * 50_000 + "b")) == []
    assert process_time() - began < 1
