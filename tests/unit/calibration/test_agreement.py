"""Agreement of evaluators over criteria."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_toolkit.calibration.agreement import Agreement, agreement
from qa_toolkit.calibration.comparison import compare
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.levels import levels_of, metric_for
from qa_toolkit.calibration.ratings import Evaluator, Rating
from qa_toolkit.calibration.view import verdict
from qa_toolkit.domain.score import RatingStatus


def evaluator(name: str, given: str, criterion: str = "s.c", first: int = 0) -> Evaluator:
    """Somebody whose ratings are written as `0 1 2 . na`; a dot is none."""
    ratings = tuple(
        Rating(
            interaction=f"c-{at:03}",
            criterion=criterion,
            status=RatingStatus.NOT_APPLICABLE if said == "na" else RatingStatus.RATED,
            value=None if said == "na" else float(said),
        )
        for at, said in enumerate(given.split(), start=first)
        if said != "."
    )
    return Evaluator(name=name, ratings=ratings)


def agreed(*evaluators: Evaluator) -> Agreement:
    return agreement(compare(evaluators, levels_of(evaluators, Criteria())))


def test_shares_of_pairs_that_are_alike_and_near() -> None:
    known = agreed(evaluator("a", "0 1 2 2 0"), evaluator("b", "0 1 1 0 0")).overall
    assert (known.compared, known.exact, known.within_one) == (5, 0.6, 0.8)


def test_three_evaluators_make_three_pairs() -> None:
    known = agreed(evaluator("a", "0 1"), evaluator("b", "0 1"), evaluator("c", "1 ."))
    assert (known.overall.interactions, known.overall.compared) == (2, 4)
    assert known.overall.exact == 0.5
    assert known.pairs[("a", "b")].exact == 1


def test_who_rates_higher_is_lenient() -> None:
    known = agreed(evaluator("mild", "1 2 2 2"), evaluator("strict", "0 1 2 1"))
    assert [one.leniency for one in known.evaluators] == [37.5, -37.5]


def test_not_applicable_to_some_only_is_counted_apart() -> None:
    known = agreed(evaluator("a", "0 1 na na"), evaluator("b", "0 1 1 na"))
    assert known.criteria[0].differ_on_applying == 1
    assert known.criteria[0].figures.compared == 2


def test_a_criterion_that_parts_people_is_to_be_rewritten() -> None:
    known = agreed(evaluator("a", "0 0 0 2 1 2"), evaluator("b", "2 2 0 2 1 0"))
    assert known.criteria[0].far_apart == 0.5
    assert "rewrite it: 50 % lie more than one level apart" in verdict(known.criteria[0])


def test_few_interactions_give_no_verdict() -> None:
    known = agreed(evaluator("a", "0 1 2"), evaluator("b", "0 1 2"))
    assert verdict(known.criteria[0]) == "too few to say (under 20)"


def test_many_alike_ratings_are_firm() -> None:
    known = agreed(evaluator("a", "0 1 2 " * 20), evaluator("b", "0 1 2 " * 20))
    assert verdict(known.criteria[0]) == "almost perfect; firm"


def test_everybody_saying_yes_is_no_agreement_beyond_chance() -> None:
    known = agreed(evaluator("a", "1 " * 30), evaluator("b", "1 " * 30))
    assert known.overall.exact == 1
    assert known.overall.alpha is None
    assert verdict(known.criteria[0]).startswith("all alike")


def test_a_level_that_nobody_gave_lies_between_two_that_were() -> None:
    known = agreed(evaluator("a", "0 2"), evaluator("b", "2 2")).criteria[0]
    assert list(known.levels) == [0, 1, 2]
    assert known.figures.within_one == 0.5


def test_strengths_are_held_against_the_others_ratings() -> None:
    machine = Evaluator(
        name="machine",
        ratings=tuple(
            Rating(
                interaction=f"c-{at:03}",
                criterion="s.c",
                status=RatingStatus.NEEDS_REVIEW,
                strength=strength,
            )
            for at, strength in enumerate([0.1, 0.9, 0.4, 0.95])
        ),
    )
    (ranking,) = (
        agreed(machine, evaluator("a", "0 2 1 2"), evaluator("b", "0 2 2 1")).criteria[0].rankings
    )
    assert (ranking.evaluator, ranking.interactions) == ("machine", 4)
    assert ranking.auc == 0.8


def test_an_interval_is_wider_for_fewer_interactions() -> None:
    few = agreed(evaluator("a", "0 1 2 0 " * 6), evaluator("b", "0 1 1 0 " * 6))
    many = agreed(evaluator("a", "0 1 2 0 " * 60), evaluator("b", "0 1 1 0 " * 60))
    widths = [
        known.overall.interval.high - known.overall.interval.low
        for known in (few, many)
        if known.overall.interval
    ]
    assert widths[0] > 2 * widths[1]


class NeverSearched(list[str]):
    """Ids that are looked up and not looked through: an agent may have thousands."""

    def __contains__(self, item: object) -> bool:
        raise AssertionError("looked through")


def test_figures_of_an_agent_are_those_of_its_interactions_alone() -> None:
    said = ("0 1 2 2 0 1 1 2", "0 1 1 2 2 1 0 2")
    own = NeverSearched(f"c-{at:03}" for at in (6, 1, 4, 1, 99))
    alone = [" ".join(given.split()[at] for at in (1, 4, 6)) for given in said]
    both = [evaluator(name, given) for name, given in zip("ab", said, strict=True)]
    of_agents = agreement(compare(both, levels_of(both, Criteria())), {"ali": own}).agents
    three = [evaluator(name, given) for name, given in zip("ab", alone, strict=True)]
    assert of_agents["ali"] == agreement(compare(three, levels_of(both, Criteria()))).overall


@pytest.mark.parametrize(
    ("levels", "metric"),
    [
        ((0.0, 1.0), "nominal"),
        ((0.0, 1.0, 2.0), "ordinal"),
        (tuple(map(float, range(101))), "interval"),
    ],
    ids=["yes and no", "a scale", "percent"],
)
def test_the_metric_follows_the_scale(levels: tuple[float, ...], metric: str) -> None:
    assert metric_for(levels) == metric


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=10))
def test_the_order_of_evaluators_and_interactions_changes_no_figure(
    pairs: list[tuple[int, int]],
) -> None:
    """But for the interval: which interactions a draw takes depends on their order."""
    a, b = (" ".join(map(str, side)) for side in zip(*pairs, strict=True))
    there, back = (
        compare(known, levels_of(known, Criteria()))
        for known in (
            (evaluator("a", a), evaluator("b", b)),
            (
                evaluator("b", " ".join(reversed(b.split()))),
                evaluator("a", " ".join(reversed(a.split()))),
            ),
        )
    )
    one, other = agreement(there).overall, agreement(back).overall
    assert (one.exact, one.within_one) == (other.exact, other.within_one)
    assert one.kappa == pytest.approx(other.kappa)
    assert one.alpha == pytest.approx(other.alpha)
