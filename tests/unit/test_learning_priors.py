"""What is known before learning: weights that start elsewhere than at 0, and log-odds that are doubted."""

from dataclasses import replace

import pytest
from builders import transcript
from learning import learn
from rated_items import Rated
from recipes.recipe import Corpus, Recipe

from qa_toolkit.domain.transcript import SpeakerRole

RECIPE = Recipe(
    name="kind-en",
    version="1.0.0",
    predicts="a kind agent",
    speaker=SpeakerRole.AGENT,
    features=("apology", "#survey"),
    corpora=(Corpus(task="pol-small"),),
    prior={"apology": 0.5, "#survey": 2.0},
)


def items() -> dict[str, list[Rated]]:
    said = {1.0: "Sorry about that.", 0.0: "Wait."}
    texts = [(label, text) for label, text in said.items() for _ in range(20)]
    return {
        "pol-small": [
            Rated(transcript=transcript(f"A: {text}"), label=label) for label, text in texts
        ]
    }


def weight(recipe: Recipe, name: str) -> float:
    return next(
        known.weight / known.scale
        for known in learn(recipe, items()).features
        if known.name == name
    )


def test_what_no_item_shows_keeps_its_prior_weight() -> None:
    assert weight(RECIPE, "#survey") == 2.0


def test_a_strong_penalty_holds_a_weight_at_its_prior_and_a_weak_one_lets_it_go() -> None:
    assert weight(replace(RECIPE, ridge=100.0), "apology") == pytest.approx(0.5, abs=0.01)
    assert weight(RECIPE, "apology") > 2


def test_doubted_log_odds_shrink() -> None:
    whole, doubted = learn(RECIPE, items()), learn(replace(RECIPE, trust=0.5), items())
    assert doubted.slope == pytest.approx(whole.slope / 2, rel=0.001)
    assert doubted.agreement == whole.agreement
