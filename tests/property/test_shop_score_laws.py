"""Laws of a shop's total, whatever was answered."""

from fractions import Fraction

import shop_builders as build
from hypothesis import given
from hypothesis import strategies as st
from released_shops import handed_in

from qa_toolkit.domain.shop.log import Observation
from qa_toolkit.workflow.shops.score import scorecard_of

SCENARIO = build.SCENARIO.replace("measures: {welcome.wait: wait}\n", "")
HEAD = """\
format: 1
id: laws
version: 1.0.0
title: Laws
applies_to: {channels: [call]}
pass_mark: 50
policy: {total: criteria}
sections:
  - {id: s, title: S, weight: 1, criteria: [CRITERIA]}
"""
LEVEL = st.integers(0, 3) | st.just("na")


@given(st.lists(st.tuples(st.integers(1, 9), LEVEL), min_size=1, max_size=8))
def test_a_shops_percent_is_the_weighted_mean_of_its_applicable_answers(
    given: list[tuple[int, int | str]],
) -> None:
    criteria = ", ".join(
        f"{{id: s.c{n}, question: Is c{n}?, type: scale, scale: {{0: a, 1: b, 2: c, 3: d}}, "
        f"weight: {weight}, rate: manual}}"
        for n, (weight, _) in enumerate(given)
    )
    noted = tuple(
        Observation(question=f"s.c{n}", answer=level) for n, (_, level) in enumerate(given)
    )
    log = build.log(observations=noted, comments={})
    rubric = HEAD.replace("CRITERIA", criteria)
    percent = scorecard_of(handed_in(log, rubric=rubric, scenario=SCENARIO), log).percent
    counted = [(weight, level) for weight, level in given if isinstance(level, int)]
    if not counted:
        assert percent is None
        return
    mean = Fraction(sum(w * level for w, level in counted), 3 * sum(w for w, _ in counted))
    assert percent is not None
    assert abs(Fraction(percent) - 100 * mean) < Fraction(1, 10**20)
