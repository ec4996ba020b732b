"""Totals under every policy: the test vectors of the field's practice, and their laws."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from builders import criterion, rated, rubric
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scoring.assemble import Total, assemble

WEIGHTS = {"a": 30, "b": 40, "c": 20, "d": 10}


def total_of(
    a: float | None, b: float | None, c: float | None, d: float | None, **policy: str
) -> Total:
    """Criteria A, B, C and D of weights 30, 40, 20 and 10, of which C is critical."""
    made = rubric(
        *(criterion(id=f"s.{name}", weight=weight) for name, weight in WEIGHTS.items()),
        policy=policy,
    )
    values = {"a": a, "b": b, "c": c, "d": d}
    scores = [
        rated(values[name], weight, criterion=f"s.{name}", critical=name == "c")
        for name, weight in WEIGHTS.items()
    ]
    return assemble(made, scores)


def test_v1_not_applicable_leaves_the_total() -> None:
    assert total_of(1, 0.5, None, 0, not_applicable="drop").percent == Decimal("62.5")


def test_v2_not_applicable_can_count_as_fully_shown() -> None:
    assert total_of(1, 0.5, None, 0, not_applicable="full").percent == Decimal("70.0")


def test_v3_a_critical_failure_can_leave_the_score_as_computed() -> None:
    total = total_of(1, 0.5, 0, 0, critical="fail")
    assert (total.percent, total.outcome) == (Decimal("50.0"), Outcome.FAIL)


def test_v4_a_critical_failure_makes_the_total_0() -> None:
    total = total_of(1, 0.5, 0, 0, critical="zero")
    assert (total.percent, total.outcome) == (Decimal(0), Outcome.FAIL)


def test_the_computed_total_stays_visible_beside_the_0() -> None:
    assert total_of(1, 0.5, 0, 0, critical="zero").computed_percent == Decimal("50.0")


@pytest.mark.parametrize("policy", ["drop", "full"])
def test_v5_all_not_applicable_is_not_scored_and_never_0_or_100(policy: str) -> None:
    total = total_of(None, None, None, None, not_applicable=policy)
    assert (total.percent, total.outcome) == (None, Outcome.NOT_SCORED)


def two_sections(*, total: str = "sections", critical: str = "zero", failed: bool = False) -> Total:
    """Sections of equal weight with [1, 0] and [1, 1, 1, N/A]."""
    values: dict[str, Sequence[float | None]] = {"x": [1, 0], "y": [1, 1, 1, None]}
    made = rubric(
        policy={"total": total, "critical": critical},
        sections=[
            {
                "id": section,
                "title": section,
                "weight": 50,
                "criteria": [criterion(id=f"{section}.c{n}") for n, _ in enumerate(own)],
            }
            for section, own in values.items()
        ],
    )
    scores = [
        rated(value, criterion=f"{name}.c{n}", section=name, critical=failed and value == 0)
        for name, own in values.items()
        for n, value in enumerate(own)
    ]
    return assemble(made, scores)


def test_v6_sections_weigh_what_they_are_given() -> None:
    assert two_sections(total="sections").percent == Decimal("75.0")


def test_v7_flat_ignores_the_sections() -> None:
    assert two_sections(total="criteria").percent == Decimal("80.0")


@pytest.mark.parametrize(("total", "percent"), [("sections", "50.0"), ("criteria", "60.0")])
def test_a_critical_failure_can_cost_only_its_section(total: str, percent: str) -> None:
    found = two_sections(total=total, critical="section", failed=True)
    assert (found.percent, found.outcome) == (Decimal(percent), Outcome.FAIL)
    assert found.sections[0].percent == 0


def section_rubric(values: list[float], **fields: object) -> Total:
    made = rubric(*(criterion(id=f"s.c{n}") for n, _ in enumerate(values)), **fields)
    return assemble(made, [rated(value, criterion=f"s.c{n}") for n, value in enumerate(values)])


def test_the_pass_mark_itself_passes() -> None:
    assert section_rubric([0.8], pass_mark=80).outcome is Outcome.PASS


def test_the_pass_mark_is_met_before_rounding() -> None:
    """79.95 is shown as 80.0 and still fails a mark of 80."""
    weights = {"s.a": Decimal("0.7995"), "s.b": Decimal("0.2005")}
    made = rubric(*(criterion(id=name, weight=weight) for name, weight in weights.items()))
    scores = [
        rated(1, criterion="s.a", weight=Decimal("0.7995")),
        rated(0, criterion="s.b", weight=Decimal("0.2005")),
    ]
    total = assemble(made, scores)
    assert (total.percent, total.outcome) == (Decimal("79.95"), Outcome.FAIL)


def test_a_strong_section_does_not_pay_for_a_weak_one() -> None:
    total = section_rubric([0.9], pass_mark=50, minimums={"s": 95})
    assert total.outcome is Outcome.FAIL
    assert total.reason == "under the minimum in s"


def test_without_half_of_the_weight_rated_there_is_no_verdict() -> None:
    made = rubric(criterion(id="s.a"), criterion(id="s.b"), criterion(id="s.c"))
    open_ = [
        rated(None, criterion=f"s.{name}", status=RatingStatus.NEEDS_REVIEW) for name in ("b", "c")
    ]
    total = assemble(made, [rated(1, criterion="s.a"), *open_])
    assert (total.percent, total.computed_percent) == (None, Decimal(100))
    assert "less than half" in total.reason


WAITING = RatingStatus.NEEDS_REVIEW


def with_critical(*critical: CriterionScore, not_applicable: str = "drop") -> Total:
    """A criterion rated in full beside critical ones that weigh next to nothing."""
    names = [f"s.k{number}" for number, _ in enumerate(critical)]
    made = rubric(
        criterion(id="s.a", weight=10),
        *(criterion(id=name, question=f"{name}?") for name in names),
        policy={"not_applicable": not_applicable},
    )
    known = (replace(s, criterion=n) for s, n in zip(critical, names, strict=True))
    return assemble(made, [rated(1, 10, criterion="s.a"), *known])


def test_nothing_passes_while_a_critical_criterion_waits_for_a_person() -> None:
    total = with_critical(rated(None, critical=True, status=WAITING))
    assert (total.outcome, total.percent) == (Outcome.NOT_SCORED, None)
    assert total.computed_percent == 100
    assert total.reason == "a critical criterion waits for a person: s.k0?"


def test_a_critical_failure_is_a_fail_whatever_else_waits() -> None:
    waiting = rated(None, critical=True, status=WAITING)
    total = with_critical(waiting, rated(0, critical=True))
    assert (total.outcome, total.percent) == (Outcome.FAIL, Decimal(0))
    assert total.reason == "failed a critical criterion: s.k1?"


@pytest.mark.parametrize("policy", ["drop", "full"])
def test_a_critical_criterion_that_does_not_apply_holds_nothing_up(policy: str) -> None:
    total = with_critical(rated(None, critical=True), not_applicable=policy)
    assert (total.outcome, total.percent) == (Outcome.PASS, Decimal(100))


def test_any_other_criterion_may_wait() -> None:
    assert with_critical(rated(None, status=WAITING)).outcome is Outcome.PASS


def scores_of(values: list[float | None]) -> list[CriterionScore]:
    return [rated(value, criterion=f"s.c{n}") for n, value in enumerate(values)]


VALUES = st.lists(st.none() | st.sampled_from([0.0, 0.3, 0.5, 1.0]), min_size=1, max_size=6)


@given(VALUES, st.randoms(use_true_random=False))
def test_the_order_of_criteria_does_not_matter(values: list[float | None], random: Random) -> None:
    made = rubric(*(criterion(id=f"s.c{n}") for n, _ in enumerate(values)))
    shuffled = scores_of(values)
    random.shuffle(shuffled)
    assert assemble(made, shuffled) == assemble(made, scores_of(values))


def with_bonus(*values: float | None, bonus: str = "capped") -> Total:
    """Two criteria of equal weight and a bonus of as much again."""
    made = rubric(
        criterion(id="s.a"), criterion(id="s.b"), criterion(id="s.x", bonus=True),
        policy={"bonus": bonus},
    )  # fmt: skip
    names = ("s.a", "s.b", "s.x")
    scores = [
        rated(value, criterion=name, bonus=name == "s.x")
        for name, value in zip(names, values, strict=True)
    ]
    return assemble(made, scores)


@pytest.mark.parametrize(
    ("values", "policy", "percent"),
    [
        pytest.param((1, 0, 0.5), "capped", "75.0", id="it adds to what is earned"),
        pytest.param((1, 0, None), "capped", "50.0", id="without it nothing is missing"),
        pytest.param((1, 1, 1), "capped", "100", id="it stops at 100"),
        pytest.param((1, 1, 1), "open", "150.0", id="or goes on"),
    ],
)
def test_a_bonus_adds_to_what_is_earned_only(
    values: tuple[float | None, ...], policy: str, percent: str
) -> None:
    assert with_bonus(*values, bonus=policy).percent == Decimal(percent)


def test_a_bonus_alone_is_no_score() -> None:
    assert with_bonus(None, None, 1).percent is None


def test_a_bonus_is_not_what_the_not_applicable_counts_beside() -> None:
    """Under `full` a section of which only the bonus was rated is not scored."""
    made = rubric(
        criterion(id="s.a"), criterion(id="s.x", bonus=True), policy={"not_applicable": "full"}
    )
    scores = [rated(None, criterion="s.a"), rated(0, criterion="s.x", bonus=True)]
    assert assemble(made, scores).percent is None


def test_what_is_not_applicable_leaves_a_lost_section_too() -> None:
    section = {"id": "t", "title": "T", "weight": 1, "criteria": [criterion(id="t.b")]}
    first = {
        "id": "s",
        "title": "S",
        "weight": 1,
        "criteria": [criterion(id="s.a"), criterion(id="s.c", critical=True)],
    }
    made = rubric(sections=[first, section], policy={"total": "criteria", "critical": "section"})
    scores = [
        rated(None, criterion="s.a"),
        rated(0, criterion="s.c", critical=True),
        rated(1, criterion="t.b", section="t"),
    ]
    assert assemble(made, scores).percent == Decimal("50.0")


def test_a_section_with_a_minimum_that_waits_for_people_lets_nothing_pass() -> None:
    parts = [
        {"id": name, "title": name, "weight": weight, "criteria": [criterion(id=f"{name}.c")]}
        for name, weight in (("a", 60), ("b", 40))
    ]
    made = rubric(sections=parts, minimums={"b": 60})
    waits = rated(None, criterion="b.c", section="b", status=RatingStatus.NEEDS_REVIEW)
    total = assemble(made, [rated(1, criterion="a.c", section="a"), waits])
    assert (total.percent, total.outcome) == (None, Outcome.NOT_SCORED)
    assert total.reason == "a section with a minimum waits for a person: b"


def test_what_weighs_nothing_counts_nothing_and_can_still_fail_everything() -> None:
    made = rubric(criterion(id="s.a"), criterion(id="s.z", weight=0, critical=True))
    scores = [rated(1, criterion="s.a"), rated(0.5, 0, criterion="s.z", critical=True)]
    failing = [scores[0], rated(0, 0, criterion="s.z", critical=True)]
    assert assemble(made, scores).percent == Decimal(100)
    assert assemble(made, failing).outcome is Outcome.FAIL


def with_subsections(*values: float | None) -> Total:
    """A section of one criterion of weight 1 and a subsection of weight 3 that holds two."""
    inner = {
        "id": "t",
        "title": "T",
        "weight": 3,
        "criteria": [criterion(id="t.a"), criterion(id="t.b")],
    }
    section = {
        "id": "s",
        "title": "S",
        "weight": 1,
        "criteria": [criterion(id="s.c")],
        "sections": [inner],
    }
    names = (("s.c", ""), ("t.a", "t"), ("t.b", "t"))
    scores = [
        rated(value, criterion=name, group=group)
        for (name, group), value in zip(names, values, strict=True)
    ]
    return assemble(rubric(sections=[section]), scores)


@pytest.mark.parametrize(
    ("values", "percent"),
    [
        pytest.param((1, 1, 0), "62.5", id="1 x 100 and 3 x 50"),
        pytest.param((1, 0, None), "25.0", id="within the subsection the rest weighs more"),
        pytest.param((1, None, None), "100.0", id="an empty subsection leaves"),
    ],
)
def test_a_subsection_weighs_as_one_part_of_its_section(
    values: tuple[float | None, ...], percent: str
) -> None:
    assert with_subsections(*values).percent == Decimal(percent)


def test_a_subsection_has_a_percent_of_its_own() -> None:
    assert with_subsections(1, 1, 0).sections[0].parts[0].percent == Decimal("50.0")


@pytest.mark.parametrize(
    ("critical", "percent"),
    [
        pytest.param("compliance", "0", id="its class makes the total 0"),
        pytest.param("customer", "50.0", id="its class only fails"),
        pytest.param({"class": "compliance", "policy": "fail"}, "50.0", id="its own policy wins"),
        pytest.param(True, "0", id="without a class the strictest"),
    ],
)
def test_a_failure_costs_what_its_class_says(critical: object, percent: str) -> None:
    policies = {"customer": "fail", "business": "section", "compliance": "zero"}
    made = rubric(
        criterion(id="s.a"), criterion(id="s.b", critical=critical), policy={"critical": policies}
    )
    total = assemble(made, [rated(1, criterion="s.a"), rated(0, criterion="s.b", critical=True)])
    assert (total.percent, total.outcome) == (Decimal(percent), Outcome.FAIL)


def test_a_failure_can_lie_above_the_bottom_of_the_scale() -> None:
    made = rubric(criterion(critical={"at": [0, 1]}))
    total = assemble(made, [rated(0.1, critical=True, fails_at=(0, 1))])
    assert total.outcome is Outcome.FAIL
