"""Rubrics for several languages: each indicator looks where its language is spoken."""

import pytest
from builders import criterion, rubric, transcript

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.scoring import score_criteria
from qa_toolkit.signals import measure

BOTH = criterion(
    indicators=[
        {"id": "en", "kind": "phrase", "any": ["sorry"], "points": 2, "language": "en"},
        {"id": "es", "kind": "phrase", "any": ["lo siento"], "points": 2, "language": "es"},
    ]
)


def rated(said: str, language: str) -> CriterionScore:
    words = transcript(said, language=language)
    made = rubric(BOTH, language=["en", "es"])
    return score_criteria(["s.c"], words, measure(words), made, Channel.CHAT)["s.c"]


@pytest.mark.parametrize(
    ("said", "language", "points"),
    [("A: Lo siento mucho", "es", 2), ("A: Lo siento mucho", "en", 0), ("A: I am sorry", "en", 2)],
)
def test_an_indicator_looks_only_where_its_language_is_spoken(
    said: str, language: str, points: int
) -> None:
    assert rated(said, language).points == points


def test_a_language_of_neither_is_not_rated() -> None:
    found = rated("A: Es tut mir leid", "de")
    assert (found.status, found.strength) == (RatingStatus.NEEDS_REVIEW, None)
    assert "the rubric is for 'en' or 'es'" in found.reason


def test_without_an_indicator_for_the_language_a_person_must_look() -> None:
    only = criterion(indicators=[{"id": "en", "kind": "phrase", "any": ["sorry"], "points": 2, "language": "en"}])  # fmt: skip
    words = transcript("A: Lo siento mucho", language="es")
    made = rubric(only, language=["en", "es"])
    found = score_criteria(["s.c"], words, measure(words), made, Channel.CHAT)["s.c"]
    assert found.status is RatingStatus.NEEDS_REVIEW
