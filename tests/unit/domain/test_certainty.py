"""How sure it is that the words a rating rests on were said."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import transcript
from scored_builders import scored

from qa_toolkit.domain.certainty import certainties
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import Transcript

HEARD = (0.9, 0.5, 0.8, 0.6, 1.0)


def heard(words: Transcript, sure: tuple[float | None, ...] = HEARD) -> Transcript:
    turns = zip(words.turns, sure, strict=True)
    return replace(words, turns=tuple(replace(turn, confidence=known) for turn, known in turns))


def found(result: Scored, sure: tuple[float | None, ...] = HEARD) -> dict[str, float | None]:
    return certainties(result.scorecard, heard(result.transcript, sure))


def test_a_rating_is_as_sure_as_the_turns_its_evidence_stands_in() -> None:
    known = found(scored())
    assert known["politeness.greeting"] == 0.9
    assert known["ownership.promise"] == 0.6


def test_a_rating_without_words_is_as_sure_as_all_turns() -> None:
    assert found(scored())["resolution.solved"] == pytest.approx(0.76)


def test_nothing_is_surer_than_who_said_it() -> None:
    result = scored()
    doubted = replace(result, scorecard=replace(result.scorecard, role_confidence=0.7))
    assert found(doubted)["politeness.greeting"] == 0.7
    assert found(doubted)["ownership.promise"] == 0.6


def test_what_was_written_needs_no_certainty() -> None:
    result = scored()
    assert set(certainties(result.scorecard, result.transcript).values()) == {None}


def test_estimated_roles_count_where_no_word_has_a_confidence() -> None:
    result = scored()
    estimated = replace(result.scorecard, role_confidence=0.7)
    assert set(certainties(estimated, result.transcript).values()) == {0.7}


def test_what_nobody_rated_has_no_certainty() -> None:
    known = found(scored(ratings={"empathy.acknowledge": "na", "ownership.promise": "review"}))
    assert known["empathy.acknowledge"] is known["ownership.promise"] is None


def test_turns_without_a_confidence_are_passed_over() -> None:
    known = found(scored(), (0.9, 0.5, None, 0.6, 1.0))
    assert known["empathy.acknowledge"] == pytest.approx(0.75)


def test_a_fact_that_no_turn_holds_counts_as_no_words() -> None:
    result = scored()
    first, *others = result.scorecard.criteria
    fact = Evidence(turn=0, start=0, end=0, quote="", indicator="i", effect=Decimal(1), note="n")
    card = replace(result.scorecard, criteria=(replace(first, evidence=(fact,)), *others))
    assert found(replace(result, scorecard=card))[first.criterion] == pytest.approx(0.76)


def test_no_turns_at_all_say_nothing() -> None:
    empty = transcript("")
    assert set(certainties(scored().scorecard, empty).values()) == {None}
