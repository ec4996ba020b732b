"""People's ratings as every output shows them: what counts, and what the machine said beside it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from scored_builders import full_rubric, rubric, scored, visit

from qa_toolkit.domain.override import Override, RootCause, ratings_hash
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scored
from qa_toolkit.scorecards.override_view import override_view
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.view import CriterionView, ScorecardView
from qa_toolkit.scoring.correct import correct

ACKNOWLEDGE = "empathy.acknowledge"


def override(points: int | None, criterion: str = ACKNOWLEDGE, **fields: object) -> Override:
    known: dict[str, object] = {
        "interaction_id": "i-1",
        "rubric_id": "service",
        "rubric_version": "1.0.0",
        "criterion": criterion,
        "status": RatingStatus.RATED if points is not None else RatingStatus.NOT_APPLICABLE,
        "points": points,
        "reason": "names the boiler",
        "by": "Mo Berg",
        "made_at": "2026-11-22T09:30:00+00:00",
        "number": 7,
    }
    return Override(**known | fields)  # type: ignore[arg-type]


def shown(machine: Scored, history: Sequence[Override]) -> ScorecardView:
    card = correct(machine.scorecard, rubric(), history)
    result = replace(machine, scorecard=card, machine=machine.scorecard)
    return scorecard_view(result, rubric(), "i1", history=history)


def criterion(card: ScorecardView, name: str = ACKNOWLEDGE) -> CriterionView:
    return next(c for part in card.sections for c in part.all_criteria() if c.id == name)


def test_a_persons_rating_counts_and_the_machines_stands_beside_it() -> None:
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: 0}), [override(2)]))
    assert (view.rating, view.points, view.reason) == ("2 of 2", 2, "Names the boiler")
    assert (view.machine, view.machine_points, view.machine_status) == ("0 of 2", 0, "Rated")
    assert view.override == override_view(override(2), 2)


def test_the_machines_own_words_stay_beside_the_persons() -> None:
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: "review"}), [override(2)]))
    assert (view.anchor_text, view.reason) == ("Names the trouble", "Names the boiler")
    assert (view.machine_anchor_text, view.machine_reason) == ("", "Roles are doubtful")
    unsaid = criterion(shown(scored("i-1", {ACKNOWLEDGE: 1}), []))
    assert (unsaid.machine_anchor_text, unsaid.machine_reason) == (
        unsaid.anchor_text,
        unsaid.reason,
    )


def test_where_nobody_said_anything_the_machines_rating_is_the_rating() -> None:
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: 1}), []))
    assert (view.machine, view.machine_points, view.override, view.history) == ("", 1, None, ())


@pytest.mark.parametrize(
    ("machine", "words"), [("review", "Needs review"), ("na", "Not applicable")]
)
def test_what_the_machine_did_not_rate_says_why(machine: str, words: str) -> None:
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: machine}), [override(1)]))
    assert (view.machine, view.machine_points, view.machine_status) == (words, None, words)
    assert view.rating == "1 of 2"


def test_total_and_outcome_of_the_machine_are_told_where_people_changed_them() -> None:
    card = shown(scored("i-1", {ACKNOWLEDGE: 0}), [override(2)])
    assert (card.total_shown, card.outcome) == ("100.0", "Pass")
    assert (card.machine_total, card.machine_outcome) == ("75.0", "Fail")


def test_the_machines_outcome_is_told_where_only_that_has_changed() -> None:
    result = scored("i-1")
    machine = replace(result.scorecard, outcome=Outcome.FAIL)
    card = scorecard_view(replace(result, machine=machine), rubric(), "i1")
    assert (card.machine_total, card.machine_outcome) == (card.total_shown, "Fail")


def test_a_rating_that_changes_no_total_leaves_the_machines_unsaid() -> None:
    card = shown(scored("i-1", {ACKNOWLEDGE: 2}), [override(2)])
    assert (card.machine_total, card.machine_outcome) == ("", "")
    assert criterion(card).machine == "2 of 2"


def test_the_history_holds_what_was_taken_back() -> None:
    history = [override(2), override(None, status=None, reason="wrong call", number=8)]
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: 0}), history))
    assert (view.rating, view.machine, view.override) == ("0 of 2", "", None)
    assert [said.rating for said in view.history] == ["2 of 2", "Taken back"]


def test_a_rating_off_the_scale_is_history_and_does_not_count() -> None:
    view = criterion(shown(scored("i-1", {ACKNOWLEDGE: 0}), [override(9)]))
    assert (view.rating, view.machine, view.override) == ("0 of 2", "", None)
    assert [said.rating for said in view.history] == ["9 of 2"]


def test_an_override_says_who_when_why_and_what_was_behind_it() -> None:
    view = override_view(override(None, cause=RootCause.PROCESS, source="team.xlsx"), 2)
    assert (view.rating, view.not_applicable, view.cause) == ("Not applicable", True, "Process")
    assert (view.by, view.when, view.number) == ("Mo Berg", "22 Nov 2026", 7)
    assert (view.reason, view.source) == ("names the boiler", "team.xlsx")


def test_the_hash_is_of_the_machines_ratings_whatever_people_say() -> None:
    machine = scored("i-1", {ACKNOWLEDGE: 0})
    said, unsaid = shown(machine, [override(2)]), shown(machine, [])
    assert said.ratings_hash == unsaid.ratings_hash == ratings_hash(machine.scorecard)
    assert ratings_hash(scored().scorecard) != said.ratings_hash


def test_certainty_is_shown_in_whole_percent_and_only_for_what_was_heard() -> None:
    written = scored()
    turns = tuple(replace(turn, confidence=0.874) for turn in written.transcript.turns)
    heard = replace(written, transcript=replace(written.transcript, turns=turns))
    assert criterion(shown(heard, [])).certainty == "87 %"
    assert criterion(shown(written, [])).certainty == ""


def test_a_person_can_rate_what_has_no_words_at_all() -> None:
    result, judged_by = visit("i-1", {"offer.shown": 0}), full_rubric()
    history = [override(2, "offer.shown")]
    card = correct(result.scorecard, judged_by, history)
    both = replace(result, scorecard=card, machine=result.scorecard)
    view = criterion(scorecard_view(both, judged_by, "i1", history=history), "offer.shown")
    assert (view.rating, view.machine) == ("2 of 2", "0 of 2")
