"""Learning from words: how many, which, and how far they are trusted beside detectors."""

import pytest
from builders import transcript
from learning import learn
from rated_items import Rated
from recipes.recipe import Corpus, Recipe

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.models import Model

ITEMS = {
    "pol-small": [
        Rated(transcript=transcript(f"A: {text}"), label=float(number % 2))
        for number, text in enumerate(["Acme is shut", "Thanks, the lamp is here"] * 30)
    ]
}


def learned(**fields: object) -> Model:
    """A model learned from thirty closed shops and thirty lamps."""
    recipe = Recipe(
        name="small-en",
        version="1.0.0",
        predicts="a lamp",
        speaker=SpeakerRole.AGENT,
        features=("thanks",),
        corpora=(Corpus(task="pol-small"),),
        **fields,  # type: ignore[arg-type]
    )
    return learn(recipe, ITEMS)


def test_no_more_words_are_used_than_the_recipe_allows() -> None:
    assert len(learned(words=3).words) == 3


def test_a_word_that_may_never_be_used_is_in_no_pair_either() -> None:
    words = learned(words=100, never=frozenset({"acme"})).words
    assert "shut" in words
    assert not any("acme" in name for name in words)


@pytest.mark.parametrize("name", ["w:lamp", "w:shut"])
def test_a_stronger_penalty_on_words_makes_their_weights_small(name: str) -> None:
    free, held = learned(words=100), learned(words=100, ridges={"w:": 5.0})
    assert abs(held.weights[name]) < abs(free.weights[name]) / 2


def test_the_start_of_a_turn_is_a_word_of_its_own() -> None:
    assert "^ thanks" in learned(words=100).words
