"""The vectors of the scoring formulas, answered by a shopper."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
import shop_builders as build
from released_shops import handed_in

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.domain.shop.log import Observation
from qa_toolkit.workflow.shops.score import scorecard_of

SCENARIO = build.SCENARIO.replace("measures: {welcome.wait: wait}\n", "")
HEAD = """\
format: 1
id: vectors
version: 1.0.0
title: Vectors
applies_to: {channels: [call]}
pass_mark: 40
policy: {not_applicable: POLICY, critical: CRITICAL, total: TOTAL}
sections:
"""
ABCD = {"a": 30, "b": 40, "c": 20, "d": 10}


def section(name: str, weights: Mapping[str, int], critical: str = "") -> str:
    lines = [f"  - id: {name}", f"    title: {name}", "    weight: 1", "    criteria:"]
    for letter, weight in weights.items():
        known = ", critical: customer" if letter == critical else ""
        lines.append(
            f"      - {{id: {name}.{letter}, question: Is {letter}?, type: scale, "
            f"scale: {{0: no, 1: half, 2: yes}}, weight: {weight}, rate: manual{known}}}"
        )
    return "\n".join(lines) + "\n"


def scored(
    sections: str,
    answers: Mapping[str, Answer],
    *,
    drop: str = "drop",
    critical: str = "zero",
    total: str = "sections",
) -> Scorecard:
    head = HEAD.replace("POLICY", drop).replace("CRITICAL", critical).replace("TOTAL", total)
    noted = tuple(Observation(question=name, answer=given) for name, given in answers.items())
    log = build.log(observations=noted, comments={})
    return scorecard_of(handed_in(log, rubric=head + sections, scenario=SCENARIO), log)


def one_section(**values: Answer) -> dict[str, Answer]:
    return {f"s.{letter}": value for letter, value in values.items()}


V1 = one_section(a=2, b=1, c="na", d=0)
V3 = one_section(a=2, b=1, c=0, d=0)
TWO = section("s", {"a": 1, "b": 1}) + section("t", {"a": 1, "b": 1, "c": 1, "d": 1})
V6: dict[str, Answer] = {"s.a": 2, "s.b": 0, "t.a": 2, "t.b": 2, "t.c": 2, "t.d": "na"}


@pytest.mark.parametrize(
    ("card", "percent"),
    [
        (scored(section("s", ABCD), V1), "62.5"),
        (scored(section("s", ABCD), V1, drop="full"), "70"),
        (scored(section("s", ABCD, "c"), V3, critical="fail"), "50"),
        (scored(section("s", ABCD, "c"), V3), "0"),
        (scored(TWO, V6), "75"),
        (scored(TWO, V6, total="criteria"), "80"),
        (scored(section("s", {"a": 1, "b": 1}), one_section(a=2, b=0)), "50"),
    ],
    ids=["V1", "V2", "V3", "V4", "V6", "V7", "V10"],
)
def test_a_vector_comes_out(card: Scorecard, percent: str) -> None:
    assert card.percent == Decimal(percent)


@pytest.mark.parametrize("critical", ["fail", "zero"], ids=["V3", "V4"])
def test_a_critical_failure_fails_under_either_policy(critical: str) -> None:
    card = scored(section("s", ABCD, "c"), V3, critical=critical)
    assert (card.outcome, card.computed_percent) == (Outcome.FAIL, Decimal(50))


def test_v5_nothing_applicable_is_not_scored() -> None:
    card = scored(section("s", ABCD), one_section(a="na", b="na", c="na", d="na"))
    assert (card.percent, card.outcome) == (None, Outcome.NOT_SCORED)
