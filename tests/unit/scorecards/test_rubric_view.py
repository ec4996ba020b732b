"""The rubric and the sample as people read them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from scored_builders import rubric, sample

from qa_toolkit.domain.rubric import AppliesWhen
from qa_toolkit.domain.sample import SamplingPlan
from qa_toolkit.scorecards.rubric_view import rubric_view
from qa_toolkit.scorecards.sample_view import sample_view


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "Always"),
        ({"customer": "bad_news"}, "When the customer shows bad news"),
        ({"channels": ["call", "visit"]}, "When it is a call or visit"),
        (
            {"customer": "distress", "channels": ["chat"]},
            "When the customer shows distress and it is a chat",
        ),
    ],
)
def test_a_criterion_says_when_it_applies(when: dict[str, object] | None, words: str) -> None:
    known = rubric()
    section = known.sections[0]
    condition = None if when is None else AppliesWhen.model_validate(when)
    criterion = section.criteria[0].model_copy(update={"applies_when": condition})
    changed = section.model_copy(update={"criteria": (criterion,)})
    view = rubric_view(known.model_copy(update={"sections": (changed,)}))
    assert view.criteria[0].applies == words


def test_levels_stand_one_a_line_the_best_first() -> None:
    levels = rubric_view(rubric()).criteria[2].levels
    assert levels == "2: names the trouble\n1: stock phrase\n0: ignores it"


def test_the_pass_mark_keeps_its_decimals() -> None:
    view = rubric_view(rubric(pass_mark=Decimal("79.5")))
    assert dict(view.rules)["Pass mark"] == "79.5"


def test_a_plain_sample_says_how_many_of_all() -> None:
    drawn = sample({"all": (40, ("i-1", "i-2"))})
    view = sample_view(replace(drawn, plan=SamplingPlan(seed="s", size=2)))
    assert view.how.startswith("2 interactions of all, drawn at random.")


def test_an_empty_stratum_has_no_chance() -> None:
    assert sample_view(sample({"nobody": (0, ())})).strata[0].chance == "–"
