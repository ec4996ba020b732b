"""Rules R2xx: weights, levels and policies make the total that their author means."""

import pytest
from builders import criterion, rubric
from rule_examples import found

SORRY = {"id": "sorry", "kind": "phrase", "any": ["sorry"], "points": 1}
RUDE = {"id": "rude", "kind": "phrase", "any": ["idiot"], "points": -1}
PROMPT = {"id": "prompt", "kind": "response_time", "measure": "first", "at_most_s": 60, "points": 2}
CALLS: dict[str, object] = {"applies_when": {"channels": ["call"]}}
CHATS: dict[str, object] = {"applies_when": {"channels": ["chat"]}}


def messages(code: str, *criteria: dict[str, object], **fields: object) -> list[str]:
    return [message for _, message in found(code, rubric(*criteria, **fields))]


def by_hand(name: str, **fields: object) -> dict[str, object]:
    """A yes/no question that people answer."""
    return {"id": f"s.{name}", "question": f"{name}?", "type": "yes_no", "rate": "manual"} | fields


def section(name: str, weight: float, *criteria: dict[str, object]) -> dict[str, object]:
    held = list(criteria) or [by_hand(name)]
    return {"id": name, "title": name, "weight": weight, "criteria": held}


def choice(*points: int, **fields: object) -> dict[str, object]:
    options = [{"id": f"o{n}", "text": "x", "points": value} for n, value in enumerate(points)]
    return by_hand("c", type="choice", options=options) | fields


def number(*ranges: dict[str, float], **fields: object) -> dict[str, object]:
    return {"id": "s.c", "question": "How many?", "type": "number", "ranges": ranges} | fields


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        pytest.param([60, 30], "90", id="something is missing"),
        pytest.param([60.5, 30], "90.5", id="something is missing, with decimals"),
        pytest.param([60, 40], "", id="one hundred"),
        pytest.param([3, 1], "", id="shares of their sum"),
        pytest.param([30, 30, 30], "", id="all the same"),
        pytest.param([16.7, 16.7, 66.7], "", id="rounded"),
    ],
)
def test_weights_that_look_like_percents_are_added_up(weights: list[float], told: str) -> None:
    sections = [section(name, weight) for name, weight in zip("abc", weights, strict=False)]
    expected = [f"the weights of the sections add up to {told}, not 100"] if told else []
    assert messages("R201", sections=sections) == expected


def test_weights_for_channels_are_added_up_for_each_channel() -> None:
    both, call, chat = by_hand("a", weight=80), CALLS | {"weight": 20}, CHATS | {"weight": 10}
    assert messages("R201", both, by_hand("b", **call), by_hand("c", **chat)) == []
    assert messages("R201", both, by_hand("b", **chat), by_hand("c", **CHATS)) == [
        "the weights of the criteria add up to 80 or 91, not 100"
    ]


def test_with_a_total_of_criteria_their_weights_are_added_up_over_all_sections() -> None:
    sections = [section("a", 1, by_hand("a", weight=50)), section("b", 8, by_hand("b", weight=45))]
    assert messages("R201", sections=sections, policy={"total": "criteria"}) == [
        "the weights of the criteria add up to 95, not 100"
    ]


def test_a_section_too_light_is_told_once_and_not_again_for_what_it_holds() -> None:
    light = section("b", 0.5, by_hand("c"), by_hand("d"))
    assert found("R202", rubric(sections=[section("a", 99.5), light])) == [
        (("sections", 1, "weight"), "makes only 0.5 percent of the total")
    ]


def test_many_even_weights_are_not_light_nor_is_a_critical_one() -> None:
    assert messages("R202", *(by_hand(f"c{n}") for n in range(200))) == []
    assert messages("R202", by_hand("a", weight=0.1, critical=True), by_hand("b", weight=99)) == []


@pytest.mark.parametrize("kind", ["number", "text", "info"])
def test_what_only_people_answer_needs_no_indicators(kind: str) -> None:
    asked: dict[str, object] = {"id": "s.c", "question": "How many?", "type": kind}
    assert messages("R203", asked) == []


def test_finds_that_add_up_reach_a_top_that_one_alone_does_not() -> None:
    thanks = SORRY | {"id": "thanks"}
    assert messages("R204", criterion(rate="all", indicators=[SORRY, thanks])) == []
    assert messages("R204", criterion(indicators=[SORRY, thanks])) == [
        "the top level 2 cannot be reached, at most 1"
    ]


def test_the_top_of_several_choices_is_all_that_earn_points() -> None:
    several = choice(1, 2, -1, type="multi_choice", rate="any", indicators=[PROMPT])
    assert messages("R204", several) == ["the top level 3 cannot be reached, at most 2"]


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        pytest.param({"kind": "sentiment_shift"}, True, id="any mood"),
        pytest.param({"kind": "sentiment_shift", "at_least": 0.5}, False, id="a better mood"),
        pytest.param({"kind": "attribute", "metadata": "moved"}, True, id="any value"),
        pytest.param(
            {"kind": "attribute", "metadata": "moved", "one_of": ["yes"]}, False, id="yes"
        ),
        pytest.param({"kind": "attribute", "metadata": "csat", "at_most": 0}, False, id="up to 0"),
    ],
)
def test_a_measurement_needs_a_bound(indicator: dict[str, object], *, told: bool) -> None:
    measured = criterion(indicators=[{"id": "i", "points": 2} | indicator])
    assert bool(messages("R205", measured)) is told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(
            by_hand("c", type="scale", scale={1: "only this"}),
            "a criterion of type scale needs 2 levels or more",
            id="a scale of one level",
        ),
        pytest.param(
            by_hand("c", scale={0: "no", 2: "yes"}),
            "yes and no are the levels 1 and 0, and there are no others",
            id="a yes of two points",
        ),
        pytest.param(choice(1, 1), "all answers give the same points", id="choices alike"),
        pytest.param(
            choice(0, 0, type="multi_choice"), "all answers give the same points", id="nothing"
        ),
        pytest.param(number(), "a criterion of type number needs 1 range or more", id="no range"),
        pytest.param(
            number({"below": 1, "points": 1}, {"from": 1, "points": 0}, indicators=[SORRY]),
            "a criterion of type number takes no 'indicators'",
            id="a number from evidence",
        ),
        pytest.param(
            {"id": "s.c", "question": "?", "type": "text", "weight": 1},
            "a criterion of type text takes no 'weight'",
            id="text that weighs",
        ),
        pytest.param(
            {"id": "s.c", "question": "?", "type": "info", "critical": True},
            "a criterion of type info takes no 'critical'",
            id="information that fails",
        ),
        pytest.param(
            criterion(unit="s"), "a criterion of type scale takes no 'unit'", id="a unit of levels"
        ),
    ],
)
def test_keys_that_do_not_fit_the_type_are_told(asked: dict[str, object], told: str) -> None:
    assert messages("R206", asked) == [told]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(criterion(), id="a scale"),
        pytest.param(by_hand("c", scale={0: "no thanks", 1: "thanks"}), id="described yes and no"),
        pytest.param(choice(5, type="multi_choice"), id="a single box to tick"),
        pytest.param(number({"below": 3, "points": 1}, {"from": 3, "points": 0}), id="a number"),
        pytest.param(
            {"id": "s.c", "question": "?", "type": "text", "rate": "manual", "critical": False},
            id="text that says what holds anyway",
        ),
    ],
)
def test_keys_that_fit_the_type_are_let_be(asked: dict[str, object]) -> None:
    assert messages("R206", asked) == []


def test_a_minimum_of_nothing_is_told() -> None:
    assert messages("R207", minimums={"s": 0}) == ["a minimum of 0 asks nothing"]


def test_minimums_that_reach_the_pass_mark_together_are_told() -> None:
    sections = [section("a", 1), section("b", 3)]
    assert messages("R207", sections=sections, minimums={"a": 60, "b": 60}, pass_mark=60) == [
        "the minimums alone make 60 percent, so the pass mark of 60 decides nothing"
    ]
    assert messages("R207", sections=sections, minimums={"b": 79}, pass_mark=60) == []


def test_levels_in_even_steps_of_any_size_are_let_be() -> None:
    assert messages("R208", criterion(scale={-5: "x", 0: "y", 5: "z"})) == []
    assert messages("R208", criterion(scale={0: "x", 3: "y", 4: "z"})) == [
        "the levels are worth 0, 75, 100 percent"
    ]


def test_not_applicable_may_be_an_answer_where_nothing_is_critical() -> None:
    assert messages("R209", criterion(allow_na=True)) == []
    assert messages("R209", criterion(allow_na=True, critical={"class": "business"}))


def test_an_open_bonus_is_told_only_where_there_is_one() -> None:
    extra = by_hand("extra", bonus=True)
    plain = by_hand("plain", weight=5)
    assert messages("R210", plain, policy={"bonus": "open"}) == []
    assert messages("R210", plain, extra, policy={"bonus": "open"}) == [
        "bonus points may lift a total over 100 percent"
    ]


def test_bonus_weighs_by_what_it_adds_to_the_total() -> None:
    sections = [
        section("a", 90, by_hand("a")),
        section("b", 10, by_hand("b"), by_hand("extra", bonus=True)),
    ]
    assert messages("R210", sections=sections) == []
    assert messages("R210", sections=sections, policy={"total": "criteria"}) == [
        "bonus criteria can add 50 percent to the total"
    ]


def test_a_section_of_bonus_alone_counts_only_where_criteria_make_the_total() -> None:
    sections = [section("a", 1), section("b", 1, by_hand("extra", bonus=True))]
    assert messages("R211", sections=sections) == ["nothing in the section 'b' is scored"]
    assert messages("R211", sections=sections, policy={"total": "criteria"}) == []


def test_an_empty_section_is_told() -> None:
    empty = {"id": "s", "title": "S", "weight": 1}
    assert messages("R211", sections=[empty]) == [
        "the section 's' has neither criteria nor sections"
    ]


def test_a_single_section_needs_no_minimum() -> None:
    assert messages("R212") == []
    assert messages("R212", sections=[section("a", 1), section("b", 1)])


def test_numbers_in_minutes_are_about_speed_as_waits_are() -> None:
    minutes = number({"below": 5, "points": 1}, {"from": 5, "points": 0}, unit="Minutes")
    assert messages("R213", minutes, criterion(id="s.d", indicators=[PROMPT]), by_hand("e")) == [
        "speed makes 66.7 percent of the total"
    ]
    assert messages("R213", minutes | {"unit": "points"}, by_hand("e")) == []


def test_a_rubric_of_nothing_but_speed_is_made_for_it() -> None:
    assert messages("R213", criterion(indicators=[PROMPT])) == []


def test_bands_name_each_total_once() -> None:
    assert messages("R214", bands={"low": 0, "high": 50}) == []
    assert messages("R214", bands={"low": 10, "high": 50, "top": 50}) == [
        "a total under 10 has no band",
        "'top' starts where 'high' does",
    ]


@pytest.mark.parametrize(
    ("ranges", "told"),
    [
        pytest.param([{"from": 3, "below": 3}], "no number is from 3 and below 3", id="empty"),
        pytest.param(
            [{"below": 5}, {"from": 4}], "it begins before another one has ended", id="two"
        ),
        pytest.param([{}, {}], "it begins before another one has ended", id="two open ones"),
        pytest.param(
            [{"from": 0, "below": 9}, {"from": 1, "below": 2}, {"from": 9}],
            "it begins before another one has ended",
            id="one inside another",
        ),
        pytest.param([{"from": 4}, {"below": 4}], "", id="in any order"),
    ],
)
def test_ranges_must_not_overlap(ranges: list[dict[str, float]], told: str) -> None:
    asked = number(*({"points": n} | known for n, known in enumerate(ranges)))
    assert messages("R215", asked) == ([told] if told else [])


@pytest.mark.parametrize(
    ("ranges", "told"),
    [
        pytest.param([{"below": 3}, {"from": 4}], "from 3 and below 4", id="between two"),
        pytest.param([{"from": 6}, {"below": 3}], "from 3 and below 6", id="in any order"),
        pytest.param([{"from": 1, "below": 3}, {"from": 3, "below": 9}], "", id="bounded"),
    ],
)
def test_a_gap_between_ranges_is_told(ranges: list[dict[str, float]], told: str) -> None:
    asked = number(*({"points": n} | known for n, known in enumerate(ranges)))
    assert messages("R222", asked) == ([f"a number {told} is in no range"] if told else [])


def test_one_criterion_that_is_critical_is_not_everything() -> None:
    assert messages("R216", criterion(critical=True)) == []
    assert messages("R216", by_hand("a", critical=True), by_hand("b", critical="customer")) == [
        "all 2 criteria that count are critical"
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"base": 1, "indicators": [SORRY, RUDE]}, "", id="up and down"),
        pytest.param({"base": 1, "indicators": [SORRY]}, "the level 0", id="nothing leads down"),
        pytest.param({"indicators": [PROMPT]}, "the level 1", id="one step too long"),
        pytest.param({"rate": "all", "indicators": [SORRY, SORRY]}, "", id="added up"),
        pytest.param({"indicators": [PROMPT, RUDE]}, "", id="best less worst"),
        pytest.param({"base": -3, "indicators": [RUDE]}, "the level 1", id="the top is for R204"),
    ],
)
def test_levels_that_no_evidence_can_give_are_told(fields: dict[str, object], told: str) -> None:
    expected = [f"no evidence can give {told}"] if told else []
    assert messages("R217", criterion(**fields)) == expected


def test_indicators_by_the_hundred_are_not_all_added_up() -> None:
    """200 indicators of different points make 2 ** 200 sums."""
    many = [SORRY | {"id": f"i{n}", "points": n / 1000} for n in range(1, 201)]
    assert messages("R217", criterion(rate="all", indicators=many)) == []


def test_a_verdict_without_people_needs_half_of_the_weight() -> None:
    thanks = by_hand("a", rate="any", indicators=[SORRY])
    assert messages("R218", thanks, by_hand("b")) == []
    assert messages("R218", thanks, by_hand("b"), by_hand("c")) == [
        "only 33.3 percent of the weight can be rated by machine, "
        "so nothing gets a verdict before people rate"
    ]
    assert messages("R218", by_hand("b"), by_hand("c")) == []
    visit = {"channels": ["visit"]}
    assert messages("R218", thanks, by_hand("b"), by_hand("c"), applies_to=visit) == []


def test_a_pass_mark_that_bad_work_reaches_is_told() -> None:
    """Nothing speaks against the agent, so the base of 1 of 2 is the least."""
    kind = criterion(base=1, indicators=[SORRY])
    assert messages("R219", kind, pass_mark=51) == []
    assert messages("R219", kind, pass_mark=50) == [
        "the worst total is 50 percent, so every interaction passes"
    ]


def test_a_pass_mark_of_nothing_is_right_where_something_else_decides() -> None:
    assert messages("R219", by_hand("a", critical=True), pass_mark=0) == []
    assert messages("R219", by_hand("a"), pass_mark=0, minimums={"s": 10}) == []


def test_a_failure_may_be_any_level_but_the_best() -> None:
    assert messages("R220", criterion(critical={"at": [0, 1]})) == []
    assert messages("R220", criterion(critical={"at": [0, 2]})) == [
        "the highest level, 2, is named as a failure"
    ]


def test_a_pass_mark_where_a_band_starts_parts_pass_from_fail() -> None:
    assert messages("R221", bands={"low": 0, "good": 80}, pass_mark=80) == []
    assert messages("R221", bands={"low": 0, "good": 80}, pass_mark=79) == [
        "the pass mark of 79 lies inside 'low'"
    ]


def nested(**policy: object) -> list[str]:
    """What is told of speed that is three quarters of a subsection, half of its section."""
    speed = criterion(id="s.speed", weight=3, indicators=[PROMPT])
    part = section("t", 1, speed, by_hand("b"))
    whole = section("s", 1, by_hand("a")) | {"sections": [part]}
    remarks = section("u", 9, {"id": "u.remark", "question": "What else?", "type": "text"})
    return messages("R213", sections=[whole, remarks], policy=policy)


def test_weights_in_a_subsection_are_shares_of_its_share() -> None:
    assert nested() == ["speed makes 37.5 percent of the total"]


def test_with_a_total_of_criteria_each_has_its_own_weight_wherever_it_stands() -> None:
    assert nested(total="criteria") == ["speed makes 60 percent of the total"]


def test_with_a_total_of_criteria_no_section_is_too_light() -> None:
    sections = [section("a", 100), section("b", 0.1)]
    assert messages("R202", sections=sections, policy={"total": "criteria"}) == []
    assert messages("R202", sections=sections) == ["makes only 0.0999 percent of the total"]
