"""How much of the total each criterion decides."""

from fractions import Fraction

import pytest
from scored_builders import full_rubric, rubric

from qa_toolkit.domain.shares import shares


def test_a_criterion_weighs_in_its_section_and_the_section_in_the_total() -> None:
    known = shares(rubric())
    assert known["politeness.greeting"] == Fraction(25 * 30, 100 * 100)
    assert known["empathy.acknowledge"] == Fraction(25, 100)


def test_a_subsection_shares_its_weight_among_its_criteria() -> None:
    """Advice is half of the total; found weighs 7, need 3 and offer 4 in it."""
    known = shares(full_rubric())
    assert known["advice.found"] == Fraction(1, 2) * Fraction(7, 14)
    assert known["need.questions"] == Fraction(1, 2) * Fraction(3, 14)
    assert known["offer.age"] == Fraction(1, 2) * Fraction(4, 14) * Fraction(2, 3)


def test_over_criteria_each_has_its_own_weight() -> None:
    known = shares(full_rubric(policy={"total": "criteria"}))
    assert known["advice.found"] == Fraction(7, 24)


@pytest.mark.parametrize("total", ["sections", "criteria"])
def test_all_shares_make_one_without_bonus_and_what_is_not_scored(total: str) -> None:
    known = shares(full_rubric(policy={"total": total}))
    assert sum(known.values()) == 1
    nothing = {name for name, share in known.items() if not share}
    assert nothing == {"door.note", "need.second", "till.thanks"}


def test_a_group_of_bonus_alone_decides_nothing() -> None:
    extra = {"id": "s.c", "question": "Extra?", "type": "yes_no", "bonus": True}
    section = {"id": "s", "title": "S", "weight": 1, "criteria": [extra]}
    assert shares(full_rubric(sections=[section], minimums={})) == {"s.c": 0}
