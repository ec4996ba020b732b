"""A fitted model: few ratings change little, many a lot, and figures are honest."""

import random
from dataclasses import replace

import pytest

from qa_toolkit.calibration.benefit import Benefit, benefit
from qa_toolkit.calibration.fit import STRENGTHS, Fit, Rated, better_half, fit
from qa_toolkit.calibration.folds import folds
from qa_toolkit.calibration.platt import probability
from qa_toolkit.calibration.ranks import auc, spearman

KNOWN = {"sorry": 1.0, "thanks": 0.8, "hello": 0.5}
LEVELS = (0.0, 0.5, 1.0)


def ratings(number: int, taste: dict[str, float], seed: int = 1) -> list[Rated]:
    """Interactions rated 0, 1 or 2 by people with this taste, with a model that has `KNOWN`."""
    draw = random.Random(seed)  # noqa: S311 - invented ratings
    rated = []
    for at in range(number):
        values = {name: 1.0 for name in (*KNOWN, "name") if draw.random() < 0.5}
        liked = sum(taste.get(name, 0.0) for name in values) + draw.gauss(0, 0.5)
        rated.append(
            Rated(
                interaction=f"c-{at}",
                values=values,
                log_odds=sum(KNOWN.get(name, 0.0) for name in values) - 1,
                target=round(2 * probability(3 * liked - 2)) / 2,
            )
        )
    return rated


def worth(rated: list[Rated]) -> Benefit:
    found = fit(rated)
    said = [item.log_odds for item in rated]
    targets = [item.target for item in rated]
    return benefit(said, found.before, found.unseen, targets, LEVELS)


def by_dice(number: int, seed: int) -> list[Rated]:
    draw = random.Random(seed)  # noqa: S311 - dice
    return [replace(item, target=draw.choice(LEVELS)) for item in ratings(number, KNOWN)]


def turned_round(number: int) -> list[Rated]:
    """People who like the contrary of what the model likes."""
    return [replace(item, target=1 - item.target) for item in ratings(number, KNOWN)]


def test_people_of_another_taste_are_followed() -> None:
    """They care for the name and not for the apology; the model does not know the name."""
    found = fit(ratings(400, {"name": 1.0, "thanks": 0.5})).fitted
    assert found.changes["name"] > 0.1
    assert found.changes["sorry"] < -0.1


def test_another_taste_is_an_advice_to_use_the_fitted_model() -> None:
    found = worth(ratings(400, {"name": 1.0, "thanks": 0.5}))
    assert found.ranks_better
    assert found.advised


def test_the_taste_of_the_model_is_no_reason_to_change_it() -> None:
    found = worth(ratings(400, KNOWN))
    assert not found.ranks_better


def test_ratings_by_dice_are_not_learned_from() -> None:
    dice = by_dice(200, seed=5)
    assert fit(dice).fitted.strength == STRENGTHS[-1]
    assert set(fit(dice).fitted.changes.values()) == {0.0}
    assert not worth(dice).advised


@pytest.mark.parametrize("rated", [turned_round(120), by_dice(60, seed=2)], ids=["wrong", "dice"])
def test_before_is_how_the_model_there_is_ranks_as_it_is(rated: list[Rated]) -> None:
    said, targets = [item.log_odds for item in rated], [item.target for item in rated]
    found = worth(rated).before
    assert (found.auc, found.spearman) == (auc(said, targets), spearman(said, targets))


def test_a_model_that_people_contradict_is_not_turned_round_but_learned_anew() -> None:
    rated = turned_round(200)
    found, figures = fit(rated).fitted, worth(rated)
    assert found.share == 0
    assert found.changes["sorry"] < 0
    assert (figures.before.auc or 1) < 0.3 < 0.7 < (figures.after.auc or 0)


def test_where_the_model_is_wrong_and_nothing_else_can_be_learned_all_are_alike() -> None:
    """What the model goes by is too rare to learn something else of it."""
    rated = [
        Rated(interaction=f"c-{at}", values={}, log_odds=float(at < 4), target=float(at >= 10))
        for at in range(40)
    ]
    assert fit(rated).fitted.share == 0
    assert worth(rated).after.auc == 0.5


def test_features_that_never_change_are_no_reason_to_fail() -> None:
    """The sums of 0.7 and 0.49 are rounded, so that they seem to change a little."""
    same = {"words": 0.7, "turns": 0.7 * 0.7}
    rated = [replace(item, values=same, log_odds=0.1) for item in ratings(40, KNOWN)]
    assert fit(rated).fitted.strength == STRENGTHS[-1]


def test_few_ratings_change_less_than_many() -> None:
    taste = {"name": 1.0}
    few, many = (fit(ratings(number, taste)).fitted for number in (25, 1_000))
    assert 0 < few.changes["name"] < many.changes["name"]


def test_the_order_of_ratings_makes_no_difference() -> None:
    rated = ratings(60, {"name": 1.0})
    there, back = fit(rated), fit(rated[::-1])
    assert there.fitted == back.fitted
    assert there.unseen == list(back.unseen)[::-1]


def test_a_rare_feature_keeps_its_weight() -> None:
    rated = ratings(60, KNOWN)
    rare = [
        Rated(
            interaction=item.interaction,
            values={**item.values, "seldom": 1.0} if at < 4 else item.values,
            log_odds=item.log_odds,
            target=item.target,
        )
        for at, item in enumerate(rated)
    ]
    assert "seldom" not in fit(rare).fitted.changes


def test_probabilities_part_the_better_half_from_the_other() -> None:
    rated = ratings(600, {"name": 1.0, "thanks": 0.5})
    found: Fit = fit(rated)
    good = better_half([item.target for item in rated])
    said = [
        probability(found.fitted.slope * value + found.fitted.offset) > 0.5
        for value in found.unseen
    ]
    assert sum(a == b for a, b in zip(said, good, strict=True)) / len(good) > 0.75


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ([0, 0, 1, 1], [False, False, True, True]),
        ([0, 0, 0.5, 0.5, 1], [False, False, True, True, True]),
        ([0, 1, 1, 1, 1], [False, True, True, True, True]),
    ],
    ids=["equal", "many in between", "skewed"],
)
def test_the_better_half_is_as_near_to_half_as_levels_allow(
    targets: list[float], expected: list[bool]
) -> None:
    assert better_half(targets) == expected


def test_every_fold_has_its_share_of_every_rating() -> None:
    keys, given = [f"c-{at}" for at in range(50)], [at % 2 for at in range(50)]
    dealt = folds(keys, given)
    assert all(
        sum(rating for rating, own in zip(given, dealt, strict=True) if own == fold) == 5
        for fold in range(5)
    )


def test_a_fold_depends_on_the_key_and_not_on_its_place() -> None:
    keys = [f"c-{at}" for at in range(30)]
    there = dict(zip(keys, folds(keys, [0] * 30), strict=True))
    back = dict(zip(keys[::-1], folds(keys[::-1], [0] * 30), strict=True))
    assert there == back


def test_figures_of_the_same_predictions_do_not_differ() -> None:
    targets = [0.0, 0.5, 1.0] * 10
    guesses = [target * 0.8 + 0.1 for target in targets]
    found = benefit(guesses, guesses, guesses, targets, LEVELS)
    assert found.change.auc is not None
    assert (found.change.auc.low, found.change.auc.high) == (0, 0)
    assert found.after.error == pytest.approx(0.2 / 3)
    assert found.after.kappa == 1
