"""A scorecard with people's ratings in place."""

from dataclasses import replace
from decimal import Decimal

from scored_builders import full_rubric, rubric, scored, visit

from qa_toolkit.domain.override import Override
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.scoring.correct import correct

FULL = Decimal(100)
RUBRIC = rubric(bands={"Poor": 0, "Fine": 60})


def override(criterion: str, points: int | None, **fields: object) -> Override:
    known: dict[str, object] = {
        "interaction_id": "i-1",
        "rubric_id": "service",
        "rubric_version": "1.0.0",
        "criterion": criterion,
        "status": RatingStatus.RATED if points is not None else RatingStatus.NOT_APPLICABLE,
        "points": points,
        "by": "mo",
    }
    return Override(**known | fields)  # type: ignore[arg-type]


def corrected(card: Scorecard, *said: Override) -> Scorecard:
    return correct(card, RUBRIC, said)


def test_a_better_rating_lifts_total_outcome_and_band() -> None:
    card = scored("i-1", {"empathy.acknowledge": 0}, rubric=RUBRIC).scorecard
    after = corrected(card, override("empathy.acknowledge", 2))
    assert (card.percent, card.outcome) == (Decimal(75), Outcome.FAIL)
    assert (after.percent, after.outcome, after.band) == (FULL, Outcome.PASS, "Fine")
    assert after.reason == "reaches the pass mark of 80"


def test_a_critical_failure_that_was_none_no_longer_makes_the_total_0() -> None:
    card = scored("i-1", {"politeness.no_rudeness": 0}, rubric=RUBRIC).scorecard
    after = corrected(card, override("politeness.no_rudeness", 1))
    assert (card.percent, after.percent) == (Decimal(0), FULL)
    assert after.critical_failed == ()


def test_a_person_can_find_a_critical_failure() -> None:
    after = corrected(scored(rubric=RUBRIC).scorecard, override("politeness.no_rudeness", 0))
    assert (after.percent, after.computed_percent, after.outcome) == (
        Decimal(0),
        Decimal("82.5"),
        Outcome.FAIL,
    )


def test_what_a_person_calls_not_applicable_leaves_the_total() -> None:
    card = scored("i-1", {"empathy.acknowledge": 0}, rubric=RUBRIC).scorecard
    after = corrected(card, override("empathy.acknowledge", None))
    assert after.percent == FULL
    assert after.sections[1].percent is None


def test_the_persons_reason_stands_in_place_of_the_machines() -> None:
    card = scored(rubric=RUBRIC).scorecard
    after = corrected(card, override("resolution.solved", 1, reason="the engineer came twice"))
    assert after.criteria[3].reason == "the engineer came twice"
    silent = corrected(card, override("resolution.solved", 1))
    assert silent.criteria[3].reason == card.criteria[3].reason


def test_rating_what_the_machine_left_open_gives_a_total() -> None:
    left = {"politeness.no_rudeness": "review", "resolution.solved": "review"}
    card = scored("i-1", left, rubric=RUBRIC).scorecard
    half = corrected(card, override("resolution.solved", 2))
    whole = corrected(card, override("resolution.solved", 2), override("politeness.no_rudeness", 1))
    assert (card.percent, half.percent, whole.percent) == (None, None, FULL)
    assert whole.coverage == 1


def test_a_machine_that_could_not_judge_keeps_its_reason_until_there_is_a_verdict() -> None:
    everything = dict.fromkeys(
        (score.criterion for score in scored(rubric=RUBRIC).scorecard.criteria), "review"
    )
    card = scored("i-1", everything, rubric=RUBRIC).scorecard
    doubtful = replace(card, reason="who speaks is not known")
    one = override("politeness.greeting", 1)
    assert corrected(doubtful, one).reason == "who speaks is not known"
    rated = [override(name, 1) for name in everything]
    assert corrected(doubtful, *rated).reason == "under the pass mark of 80"


def test_a_reason_does_not_blame_the_machine_once_people_have_rated() -> None:
    everything = dict.fromkeys(
        (score.criterion for score in scored(rubric=RUBRIC).scorecard.criteria), "review"
    )
    card = scored("i-1", everything, rubric=RUBRIC).scorecard
    assert card.reason == "nothing could be rated by machine"
    after = corrected(card, override("politeness.greeting", 1))
    assert (
        after.reason == "a critical criterion waits for a person: Does the agent show no rudeness?"
    )
    nothing = corrected(card, override("politeness.greeting", None))
    assert nothing.reason == "nothing could be rated"


def test_what_no_longer_fits_the_rubric_changes_nothing() -> None:
    card = scored("i-1", {"empathy.acknowledge": 0}, rubric=RUBRIC).scorecard
    gone, off_the_scale = override("empathy.gone", 2), override("empathy.acknowledge", 3)
    critical = override("politeness.no_rudeness", None)
    assert corrected(card, gone, off_the_scale, critical) is card


def test_a_section_keeps_the_strength_and_model_it_was_found_with() -> None:
    card = scored(rubric=RUBRIC).scorecard
    by_model = replace(card.sections[0], strength=0.81, model="courtesy-en", confidence=0.9)
    card = replace(card, sections=(by_model, *card.sections[1:]))
    after = corrected(card, override("politeness.greeting", 0)).sections[0]
    assert (after.strength, after.model, after.confidence) == (0.81, "courtesy-en", 0.9)
    assert after.percent == 70


def test_subsections_and_bonus_follow_too() -> None:
    judged_by = full_rubric()
    card = visit("i-1", {"offer.shown": 0, "till.thanks": -1}).scorecard
    said = (override("offer.shown", 2), override("till.thanks", 2))
    assert correct(card, judged_by, said).sections == visit("i-1").scorecard.sections
