"""Rules R3xx: names lead somewhere, and every condition decides something."""

import pytest
from builders import criterion, rubric
from rule_examples import found

SORRY = {"id": "sorry", "kind": "phrase", "any": ["sorry"], "points": 2}
SILENCE = {"id": "silence", "kind": "silence", "longer_than_s": 10, "points": -1}
OPTIONS = [{"id": "cash", "text": "x", "points": 0}, {"id": "card", "text": "x", "points": 5}]
RANGES = [{"below": 3, "points": 1}, {"from": 3, "points": 0}]


def messages(code: str, *criteria: dict[str, object], **fields: object) -> list[str]:
    return [message for _, message in found(code, rubric(*criteria, **fields))]


def asked(name: str, **fields: object) -> dict[str, object]:
    """A yes/no question that people answer."""
    known = {"id": f"s.{name}", "question": f"{name}?", "type": "yes_no", "rate": "manual"}
    return known | fields


def after(name: str, *others: str) -> dict[str, object]:
    """One that is asked where others were answered with no."""
    return asked(name, applies_when={"answers": {f"s.{other}": ["no"] for other in others}})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"minimums": {"z": 40}}, "'z' is no section; there are s", id="no section"),
        pytest.param({"minimums": {"s": 40}}, "", id="a section"),
    ],
)
def test_minimums_name_sections(fields: dict[str, object], told: str) -> None:
    assert messages("R301", **fields) == ([told] if told else [])


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param(
            {"applies_when": {"customer": "woe"}}, "cue of this rubric, did you", id="cue"
        ),
        pytest.param({"tips": {3: "x"}}, "no level 3; there are 0, 1, 2", id="a tip"),
        pytest.param({"causes": {-1: ["x"]}}, "no level -1; there are 0, 1, 2", id="a cause"),
        pytest.param({"critical": {"at": [9]}}, "no level 9; there are 0, 1, 2", id="a failure"),
        pytest.param(
            {"applies_when": {"answers": {"s.d": [1]}}}, "'s.d' is no crit", id="criterion"
        ),
    ],
)
def test_what_a_criterion_names_must_be_there(fields: dict[str, object], told: str) -> None:
    (message,) = messages("R301", criterion(**fields), cues={"woes": {"any": ["broken"]}})
    assert told in message


@pytest.mark.parametrize(
    ("first", "answer", "told"),
    [
        pytest.param(asked("first"), "no", "", id="no"),
        pytest.param(asked("first"), 1, "", id="yes as a level"),
        pytest.param(
            asked("first"), "nope", "'nope' is no answer to 's.first'; there are yes, no",
            id="neither yes nor no",
        ),
        pytest.param(asked("first", type="choice", options=OPTIONS), "card", "", id="an option"),
        pytest.param(asked("first", type="choice", options=OPTIONS), 5, "", id="its points"),
        pytest.param(
            asked("first", type="choice", options=OPTIONS), "cart",
            "'cart' is no answer to 's.first', did you mean 'card'?", id="no option",
        ),
        pytest.param(asked("first", type="multi_choice", options=OPTIONS), 5, "", id="a sum"),
        pytest.param(
            asked("first", type="multi_choice", options=OPTIONS), 4,
            "4 is no answer to 's.first'; there are cash, card", id="no sum",
        ),
        pytest.param(
            asked("first", type="scale", scale={0: "x", 1: "y"}), "1",
            "'1' is no answer to 's.first'; there are 0, 1", id="a level in quotes",
        ),
        pytest.param(asked("first", type="number", ranges=RANGES), 1, "", id="a range's points"),
        pytest.param(
            asked("first", type="text"), "yes", "'yes' is no answer to 's.first'; there are none",
            id="free text",
        ),
    ],
)  # fmt: skip
def test_a_condition_names_answers_that_there_are(
    first: dict[str, object], answer: object, told: str
) -> None:
    second = asked("second", applies_when={"answers": {"s.first": [answer]}})
    assert messages("R301", first, second) == ([told] if told else [])


def test_the_levels_of_several_choices_are_sums() -> None:
    options = [{"id": f"o{abs(n)}", "text": "x", "points": n} for n in (10, -1, 100)]
    several = asked("c", type="multi_choice", options=options)
    assert messages("R301", several | {"tips": {-1: "x", 0: "x", 9: "x", 110: "x"}}) == []
    assert messages("R301", several | {"tips": {8: "x"}}) == [
        "there is no level 8; there are sums from -1 to 110"
    ]


def test_forty_options_make_more_sums_than_can_be_listed() -> None:
    options = [{"id": f"o{n}", "text": "x", "points": 961 + n} for n in range(40)]
    several = asked("c", type="multi_choice", options=options)
    assert len(messages("R301", several | {"tips": {960: "x", 961: "x", 1000: "x"}})) == 1


def test_of_thousands_of_wrong_names_only_the_first_are_compared_with_all_others() -> None:
    lost = (after(f"c{n}", f"d{n}") for n in range(30))
    suggested = [", did you mean" in message for message in messages("R301", *lost)]
    assert suggested == [True] * 20 + [False] * 10


CUES = {"trouble": {"any": ["broken"]}}
IN_TROUBLE = {"applies_when": {"customer": "trouble"}}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"rate": "share"}, "no occasions to be a share of", id="a share of nothing"),
        pytest.param(
            {"indicators": [SORRY | {"within_turns": 1}]},
            "no occasion to count from",
            id="since when",
        ),
        pytest.param(
            {"indicators": [SORRY | {"within_turns": 1, "speaker": "customer"}]} | IN_TROUBLE,
            "counts the agent's turns, not the customer's",
            id="turns of the customer",
        ),
    ],
)
def test_occasions_need_a_cue(fields: dict[str, object], told: str) -> None:
    (message,) = messages("R302", criterion(**fields), cues=CUES)
    assert told in message


def test_with_a_cue_there_are_occasions() -> None:
    within = [SORRY | {"within_turns": 2}]
    assert (
        messages("R302", criterion(rate="share", indicators=within, **IN_TROUBLE), cues=CUES) == []
    )


@pytest.mark.parametrize(
    ("criteria", "told"),
    [
        pytest.param([after("a", "a")], ["s.a → s.a"], id="on itself"),
        pytest.param(
            [after("a", "b"), after("b", "c"), after("c", "a")],
            ["s.a → s.b → s.c → s.a"],
            id="three in a ring",
        ),
        pytest.param(
            [after("a", "b"), after("b", "a"), after("c", "d"), after("d", "c")],
            ["s.a → s.b → s.a", "s.c → s.d → s.c"],
            id="two rings",
        ),
        pytest.param(
            [asked("a"), after("b", "a"), after("c", "a"), after("d", "b", "c")], [], id="a diamond"
        ),
        pytest.param([after("a", "none")], [], id="on nothing"),
    ],
)
def test_circles_are_told_once(criteria: list[dict[str, object]], told: list[str]) -> None:
    shown = [
        message.removeprefix("the answers hang on each other: ")
        for message in messages("R303", *criteria)
    ]
    assert shown == told


def test_a_circle_of_thousands_is_found_and_shown_in_short() -> None:
    (message,) = messages("R303", *(after(f"c{n}", f"c{(n + 1) % 3000}") for n in range(3000)))
    assert message.endswith("s.c0 → s.c1 → s.c2 → s.c3 → s.c4 → s.c5 → … → s.c0")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        pytest.param({"channels": ["visit"]}, "none of these channels", id="never drawn"),
        pytest.param({"channels": ["call", "chat"]}, "", id="all drawn, for others may be scored"),
        pytest.param({"channels": ["call"]}, "", id="some"),
        pytest.param({"match": "any"}, "there is no condition in it", id="no condition"),
        pytest.param({"answers": {"s.first": ["yes", 0]}}, "all answers to 's.first'", id="any answer"),
        pytest.param({"answers": {"s.first": ["yes"]}}, "", id="one answer"),
        pytest.param({"answers": {"s.called": [0, 1]}}, "", id="any answer, where it is asked"),
        pytest.param(
            {"channels": ["chat"], "answers": {"s.called": ["no"]}},
            "'s.called' is asked in other channels only",
            id="an answer given elsewhere",
        ),
        pytest.param(
            {"channels": ["chat"], "answers": {"s.called": ["no"]}, "match": "any"}, "", id="either"
        ),
    ],
)  # fmt: skip
def test_conditions_that_decide_nothing_are_told(when: dict[str, object], told: str) -> None:
    called = asked("called", applies_when={"channels": ["call"]})
    found_here = messages(
        "R304", asked("first", allow_na=False), called, asked("last", applies_when=when)
    )
    assert len(found_here) == bool(told)
    assert told in "".join(found_here)


def test_a_cue_that_one_criterion_waits_for_is_used() -> None:
    assert messages("R305", criterion(**IN_TROUBLE), cues=CUES) == []
    assert messages("R305", cues=CUES) == ["no criterion waits for the cue 'trouble'"]


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        pytest.param(
            {"kind": "sentiment_shift", "at_least": 0.1, "at_most": -0.1}, True, id="moods"
        ),
        pytest.param(
            {"kind": "attribute", "metadata": "n", "at_least": 5, "at_most": 4}, True, id="numbers"
        ),
        pytest.param(
            {"kind": "attribute", "metadata": "n", "at_least": 4, "at_most": 4}, False, id="just 4"
        ),
        pytest.param(
            {"kind": "response_time", "measure": "first", "longer_than_s": 5, "at_most_s": 5},
            True,
            id="no time between",
        ),
        pytest.param(
            {"kind": "response_time", "measure": "first", "longer_than_s": 5, "at_most_s": 6},
            False,
            id="a second between",
        ),
        pytest.param(
            {"kind": "commitment", "due": "required", "kinds": ["immediate"]}, True, id="at once"
        ),
        pytest.param(
            {"kind": "commitment", "due": "required", "kinds": ["callback"]}, False, id="a call"
        ),
    ],
)
def test_bounds_that_leave_nothing_are_told(indicator: dict[str, object], *, told: bool) -> None:
    measured = criterion(indicators=[{"id": "i", "points": 2} | indicator])
    assert bool(messages("R306", measured)) is told


def test_a_silence_is_heard_in_calls_only() -> None:
    heard = criterion(indicators=[SILENCE])
    assert messages("R306", heard) == []
    assert messages("R306", heard | {"applies_when": {"channels": ["chat"]}}) == [
        "there is no silence in chat"
    ]
    assert messages("R306", heard, applies_to={"channels": ["email", "chat"]}) == [
        "there is no silence in chat, email"
    ]


def test_a_question_is_asked_before_those_that_hang_on_it() -> None:
    assert messages("R307", asked("a"), after("b", "a")) == []
    assert messages("R307", after("b", "a"), asked("a")) == ["'s.a' is asked only after this"]


def test_one_of_several_options_of_equal_points_is_not_all_answers() -> None:
    options = [{"id": name, "text": name, "points": 0} for name in ("tv", "phone")]
    about = criterion(id="s.about", type="choice", scale={}, weight=0, options=options, rate="manual", indicators=[], allow_na=False)  # fmt: skip
    when = {"answers": {"s.about": ["tv"]}}
    assert found("R304", rubric(about, criterion(applies_when=when))) == []
    both = {"answers": {"s.about": ["tv", "phone"]}}
    assert len(found("R304", rubric(about, criterion(applies_when=both)))) == 1
