"""Learning the models that ship: figures that are honest, and the same bytes each time."""

from dataclasses import replace

import numpy as np
import pytest
from builders import transcript
from learning import Trial, _auc, _halves, _logistic, _platt, _ranks, learn
from rated_items import Rated
from recipes.recipe import Corpus, Recipe

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.models import write_model

KIND = ["I'm sorry about that.", "Thanks for waiting.", "Sorry, and thank you.", "Hello, sorry!"]
COLD = ["Send it.", "Wait.", "The form is online.", "No."]
RECIPE = Recipe(
    name="kind-en",
    version="1.0.0",
    predicts="a kind agent",
    speaker=SpeakerRole.AGENT,
    features=("apology", "thanks", "greeting"),
    corpora=(Corpus(task="pol-small"),),
)


def items(count: int = 40) -> dict[str, list[Rated]]:
    rated = []
    for number in range(count):
        for label, texts in ((1.0, KIND), (0.0, COLD)):
            words = transcript(f"A: {texts[number % 4]}", interaction_id=f"{label}-{number}")
            rated.append(Rated(transcript=words, label=label))
    return {"pol-small": rated}


def test_the_same_items_give_the_same_bytes() -> None:
    assert write_model(learn(RECIPE, items())) == write_model(learn(RECIPE, items()))


def test_what_kind_agents_say_gets_weight_above_0() -> None:
    made = learn(RECIPE, items())
    assert made.weights["apology"] > 0
    assert made.agreement[0].auc > 0.9
    assert made.agreement[0].how == "five-fold"


def test_a_detector_that_would_speak_against_its_meaning_is_left_out() -> None:
    turned = [
        Rated(transcript=item.transcript, label=1 - item.label) for item in items()["pol-small"]
    ]
    assert learn(RECIPE, {"pol-small": turned}).features == ()


def test_labels_of_pure_chance_give_a_figure_of_chance() -> None:
    rng = np.random.default_rng(7)
    shuffled = [
        Rated(transcript=item.transcript, label=float(rng.integers(0, 2)))
        for item in items(100)["pol-small"]
    ]
    measured = learn(RECIPE, {"pol-small": shuffled}).agreement[0]
    assert measured.low < 0.5 < measured.high


def test_auc_is_the_share_of_pairs_in_the_right_order() -> None:
    good, scores = np.array([True, True, False, False]), np.array([3.0, 1.0, 2.0, 1.0])
    assert _auc(good, scores) == pytest.approx(2.5 / 4)


def test_equal_values_share_their_mean_rank() -> None:
    assert _ranks(np.array([5.0, 1.0, 5.0])).tolist() == [2.5, 1.0, 2.5]


def test_of_levels_the_top_quarter_meets_the_bottom_quarter() -> None:
    kept, good = _halves(np.array([0.0, 1.0, 2.0, 3.0, 4.0, 4.0, 0.0, 2.0]))
    assert kept.sum() == 5
    assert good.sum() == 3


def test_the_logistic_fit_meets_the_log_odds_of_its_data() -> None:
    design = np.array([[1.0], [1.0], [1.0], [1.0]])
    weights = _logistic(design, np.array([1.0, 1.0, 1.0, 0.0]), np.full(4, 0.25), np.array([1e-9]))
    assert weights[0] == pytest.approx(np.log(3), abs=1e-5)


def test_calibration_counts_both_halves_as_equally_frequent() -> None:
    rare = Trial(guesses=np.zeros(100), targets=np.array([1.0] * 10 + [0.0] * 90))
    _, offset = _platt([rare])
    assert offset == pytest.approx(0.0, abs=1e-6)


def test_what_lies_between_is_as_likely_good_as_bad() -> None:
    guesses = np.array([-3.0] * 10 + [1.0] * 10 + [5.0] * 10)
    targets = np.array([0.0] * 10 + [0.5] * 10 + [1.0] * 10)
    slope, offset = _platt([Trial(guesses=guesses, targets=targets)])
    assert slope * 1.0 + offset == pytest.approx(0.0, abs=1e-3)


def test_facts_keep_the_log_odds_they_are_given() -> None:
    made = learn(replace(RECIPE, facts={"#reopened": -2.0}), items())
    assert made.weights["#reopened"] == pytest.approx(-2.0, abs=0.01)
