"""Laws of people's ratings: whatever is said, by whom, in which order."""

from itertools import chain
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from scored_builders import Rating, best, full_rubric, rubric, scored, visit

from qa_toolkit.domain.override import Override, in_force, ratings_hash
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.scoring.correct import correct

laws = settings(max_examples=60, deadline=None)
POLICIES = [
    full_rubric(),
    full_rubric(policy={"critical": "fail", "not_applicable": "full"}),
    full_rubric(policy={"critical": "section", "total": "criteria", "bonus": "open"}),
    rubric(minimums={"empathy": 50, "ownership": 70}),
]


def rating(judged_by: Rubric, name: str) -> st.SearchStrategy[Rating]:
    """Any rating a person can give to a criterion of a rubric."""
    criterion = judged_by.places[name].criterion
    levels: list[Rating] = list(criterion.levels)
    return st.sampled_from([*levels, "na"] if criterion.na_allowed else levels)


def machine(judged_by: Rubric, ratings: dict[str, Rating]) -> Scorecard:
    """The machine's scorecard with these ratings."""
    make = visit if judged_by.id == "visit" else scored
    return make("i-1", ratings, rubric=judged_by).scorecard


def override(judged_by: Rubric, criterion: str, given_: Rating | None) -> Override:
    """A person's rating; None takes back."""
    statuses = {"na": RatingStatus.NOT_APPLICABLE, None: None}
    points = given_ if isinstance(given_, int) else None
    return Override(
        interaction_id="i-1",
        rubric_id=judged_by.id,
        rubric_version=judged_by.version,
        criterion=criterion,
        status=RatingStatus.RATED if isinstance(given_, int) else statuses[given_],
        points=points,
        by="mo",
        reason="heard it",
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rubric, Scorecard, list[Override]]:
    """A rubric, a machine's scorecard under it, and what people say of some criteria."""
    judged_by = draw(st.sampled_from(POLICIES))
    names = list(best(judged_by))
    rated = {
        name: draw(st.one_of(rating(judged_by, name), st.just("review"), st.just("na")))
        for name in names
    }
    said = draw(st.lists(st.sampled_from(names), unique=True, max_size=5))
    given_ = [override(judged_by, name, draw(rating(judged_by, name))) for name in said]
    return judged_by, machine(judged_by, rated), given_


@laws
@given(cases())
def test_what_people_say_counts_as_if_the_machine_had_said_it(
    case: tuple[Rubric, Scorecard, list[Override]],
) -> None:
    judged_by, card, said = case
    after = correct(card, judged_by, said)
    by_machine = machine(judged_by, {score.criterion: _given(score) for score in after.criteria})
    assert (after.percent, after.computed_percent, after.outcome, after.band) == (
        by_machine.percent,
        by_machine.computed_percent,
        by_machine.outcome,
        by_machine.band,
    )
    assert after.sections == by_machine.sections


@laws
@given(cases())
def test_nothing_said_changes_nothing(case: tuple[Rubric, Scorecard, list[Override]]) -> None:
    judged_by, card, _ = case
    assert correct(card, judged_by, []) == card


@laws
@given(cases())
def test_agreeing_with_the_machine_changes_no_total(
    case: tuple[Rubric, Scorecard, list[Override]],
) -> None:
    judged_by, card, _ = case
    agreed = [
        override(judged_by, score.criterion, score.points)
        for score in card.criteria
        if score.points is not None
    ]
    after = correct(card, judged_by, agreed)
    assert (after.percent, after.sections, after.outcome) == (
        card.percent,
        card.sections,
        card.outcome,
    )
    assert ratings_hash(after) == ratings_hash(card)


@laws
@given(cases())
def test_taking_everything_back_restores_the_machines_scorecard(
    case: tuple[Rubric, Scorecard, list[Override]],
) -> None:
    judged_by, card, said = case
    taken_back = [override(judged_by, item.criterion, None) for item in said]
    assert correct(card, judged_by, [*said, *taken_back]) == card


@laws
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_ratings_of_different_criteria_does_not_matter(
    case: tuple[Rubric, Scorecard, list[Override]], chance: Random
) -> None:
    judged_by, card, said = case
    mixed = list(said)
    chance.shuffle(mixed)
    assert correct(card, judged_by, mixed) == correct(card, judged_by, said)


@laws
@given(cases())
def test_only_the_last_word_on_a_criterion_counts(
    case: tuple[Rubric, Scorecard, list[Override]],
) -> None:
    judged_by, card, said = case
    firsts = [
        override(judged_by, item.criterion, judged_by.places[item.criterion].criterion.lowest)
        for item in said
    ]
    history = list(chain.from_iterable(zip(firsts, said, strict=True)))
    assert list(in_force(history).values()) == said
    assert correct(card, judged_by, history) == correct(card, judged_by, said)


@laws
@given(cases())
def test_evidence_strength_and_provenance_stay_the_machines(
    case: tuple[Rubric, Scorecard, list[Override]],
) -> None:
    judged_by, card, said = case
    after = correct(card, judged_by, said)
    assert [(s.evidence, s.strength) for s in after.criteria] == [
        (s.evidence, s.strength) for s in card.criteria
    ]
    assert [s.strength for s in after.sections] == [s.strength for s in card.sections]
    assert after.provenance == card.provenance


def _given(score: CriterionScore) -> Rating:
    if score.points is not None:
        return score.points
    return "na" if score.status is RatingStatus.NOT_APPLICABLE else "review"
