"""A fitted model: few ratings change little, many a lot, and figures are honest."""

import random

import pytest

from qa_toolkit.calibration.benefit import Benefit, benefit
from qa_toolkit.calibration.fit import STRENGTHS, Fit, Rated, better_half, fit
from qa_toolkit.calibration.folds import folds
from qa_toolkit.calibration.platt import probability

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
    return benefit(found.before, found.unseen, [item.target for item in rated], LEVELS)


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
    draw = random.Random(5)  # noqa: S311 - dice
    dice = [
        Rated(
            interaction=item.interaction,
            values=item.values,
            log_odds=item.log_odds,
            target=draw.choice(LEVELS),
        )
        for item in ratings(200, KNOWN)
    ]
    assert fit(dice).fitted.strength == STRENGTHS[-1]
    assert not worth(dice).advised


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
    found = benefit(guesses, guesses, targets, LEVELS)
    assert found.change.auc is not None
    assert (found.change.auc.low, found.change.auc.high) == (0, 0)
    assert found.after.error == pytest.approx(0.2 / 3)
    assert found.after.kappa == 1
