"""Indicators that look for promises."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from builders import criterion, interaction, rubric, transcript

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import CommitmentIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Provenance
from qa_toolkit.scoring import score
from qa_toolkit.scoring.commitment import find_commitments
from qa_toolkit.scoring.reading import CannotTell, Reading
from qa_toolkit.signals import measure

DIALOGUE = """
C: When will I hear from you?
A: Let me look. I'll call you by 5pm on Friday.
A: If you send the form, we'll refund you.
"""
MADE = Provenance(
    rubric_id="r", rubric_version="1.0.0", rubric_hash="h", engine="chat", model="", options="",
    evaluator="e",
)  # fmt: skip
WEDNESDAY = "2026-11-18T14:20:00+00:00"


def notes(dialogue: str = DIALOGUE, started_at: str = WEDNESDAY, **fields: object) -> list[str]:
    words = transcript(dialogue)
    indicator = CommitmentIndicator(id="x", kind="commitment", points=Decimal(1), **fields)
    facts = {"started_at": started_at}
    found = find_commitments(
        indicator, Reading(transcript=words, signals=measure(words), facts=facts)
    )
    assert isinstance(found, tuple)
    return [f"{item.quote} ({item.note})" for item in found]


def test_every_promise_is_found_with_its_kind_and_due_time() -> None:
    assert notes() == [
        "Let me look (immediate)",
        "I'll call you by 5pm on Friday (callback, by Fri 20 Nov 17:00)",
        "we'll refund you (conditional)",
    ]


def test_only_promises_that_name_a_time_where_one_is_required() -> None:
    assert notes(due="required") == [
        "I'll call you by 5pm on Friday (callback, by Fri 20 Nov 17:00)"
    ]


def test_only_the_kinds_that_are_named() -> None:
    assert notes(kinds=("conditional",)) == ["we'll refund you (conditional)"]


@pytest.mark.parametrize("started_at", ["", "2026-11-18", "2026-11-18T14:20:00", "noon"])
def test_without_a_clock_the_note_gives_the_words(started_at: str) -> None:
    assert notes(started_at=started_at, due="required") == [
        "I'll call you by 5pm on Friday (callback, by 5pm on Friday)"
    ]


def test_in_another_language_nobody_but_a_person_can_tell() -> None:
    words = transcript("A: Ich rufe Sie morgen an.", language="de")
    indicator = CommitmentIndicator(id="x", kind="commitment", points=Decimal(1))
    found = find_commitments(indicator, Reading(transcript=words, signals=measure(words)))
    assert isinstance(found, CannotTell)
    assert found.status is RatingStatus.NEEDS_REVIEW


def test_a_promise_makes_a_rating() -> None:
    promises = [
        {"id": "any", "kind": "commitment", "points": 1},
        {"id": "when", "kind": "commitment", "due": "required", "points": 2},
    ]
    known = rubric(criterion(indicators=promises))
    points = [
        score(words, measure(words), known, Channel.CHAT, MADE).criteria[0].points
        for words in (
            transcript(DIALOGUE),
            transcript("A: We'll look into it."),
            transcript("A: Hm."),
        )
    ]
    assert points == [2, 1, 0]


def test_a_rubric_that_looks_for_promises_asks_for_the_clock() -> None:
    known = rubric(criterion(indicators=[{"id": "x", "kind": "commitment", "points": 1}]))
    assert known.facts_used == ("started_at",)
    assert rubric().facts_used == ()
    begun = interaction(started_at=datetime(2026, 11, 18, 14, 20, tzinfo=UTC))
    assert begun.facts()["started_at"] == WEDNESDAY


def test_in_another_language_of_the_rubric_a_person_must_tell_promises() -> None:
    """The language is told by how it reads, where nobody names it."""
    promise = {"id": "p", "kind": "commitment", "points": 2}
    made = rubric(criterion(indicators=[promise])).but(language="de")
    words = transcript("C: Wann kommt es?\nA: Ich rufe Sie morgen um neun an.", language="")
    (found,) = score(words, measure(words), made, Channel.CHAT, MADE).criteria
    assert found.status is RatingStatus.NEEDS_REVIEW
