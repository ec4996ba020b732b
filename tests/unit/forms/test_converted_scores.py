"""A converted form gives the scores that Amazon Connect's own rules give, worked out by hand."""

import json
from pathlib import Path

import pytest
from builders import transcript
from form_builders import connect, from_connect, points, single

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

FORM = json.loads(Path(__file__).with_name("amazon_connect_form.json").read_text(encoding="utf-8"))
WORDS = transcript("C: My lamp never came.\nA: I will call you back at four.")
MADE_BY = Provenance(
    rubric_id="r",
    rubric_version="1.0.0",
    rubric_hash="",
    engine="chat",
    model="",
    options="",
    evaluator="people",
)
ANSWERS: dict[str, Answer] = {
    "opening.about": "order",
    "opening.gives_name": "yes",
    "opening.identifies": "partly",
    "solving.settled": "later",
    "promises.parts": ["who", "when"],
    "promises.notes_it": "yes",
    "manner.interrupts": 3,
    "manner.insults": "never",
}


def scored(rubric: Rubric, answers: dict[str, Answer]) -> Scorecard:
    return score(WORDS, measure(WORDS), rubric, Channel.CALL, MADE_BY, answers=answers)


@pytest.mark.parametrize(
    ("changed", "percent"),
    [
        # opening 40 % of 10 and 60 % of 4 are 64; solving half of 60 and half of 90 are 75;
        # manner half of 50 and half of 100 are 75: 20 % of 64, 50 % and 30 % of 75
        pytest.param({}, 72.8, id="all answered"),
        # its condition does not hold, so only the settled question counts in solving
        pytest.param({"solving.settled": "done"}, 85.3, id="nothing to promise"),
        # only the name counts in the opening, though a repair has the same points as an order
        pytest.param({"opening.about": "repair"}, 80, id="nobody to identify"),
        pytest.param({"promises.notes_it": "no"}, 35.3, id="its section fails"),
        pytest.param({"manner.insults": "curt"}, 0, id="the form fails"),
    ],
)
def test_percent_forms(changed: dict[str, Answer], percent: float) -> None:
    card = scored(from_connect(FORM).made, ANSWERS | changed)
    assert card.percent is not None
    assert float(card.percent) == pytest.approx(percent)


def test_points_forms_add_up_points() -> None:
    """7 of 20, all of 10, and a bonus of 3: 20 of 30 points."""
    bonus = {"ScoringConfiguration": {"PointsConfiguration": {"IsBonus": True}}}
    form = connect(
        single("a", points("full", 20), points("part", 7), points("none", 0)),
        single("b", points("full", 10), points("none", 0)),
        single("c", points("extra", 3), points("none", 0), **bonus),
        ScoringStrategy={"Mode": "POINTS_BASED", "Status": "ENABLED"},
    )
    card = scored(from_connect(form).made, {"s.a": "part", "s.b": "full", "s.c": "extra"})
    assert card.percent is not None
    assert float(card.percent) == pytest.approx(100 * 20 / 30)
