"""Whatever a rubric of the right shape says: every rule comes to an end, and says something."""

from builders import criterion, rubric
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules import RULES

NAMES = st.sampled_from(["a", "b", "c"])
IDS = st.builds("{}.{}".format, NAMES, NAMES)
LEVELS = st.integers(-3, 6)
TEXT = st.sampled_from(["Is it shown?", "said", "not said", "never", "sorry", "sorry to hear"])
LANGUAGES = st.sampled_from(["en", "de"])
NUMBERS = st.one_of(st.integers(-4, 9), st.floats(-4, 9, width=16))
ANSWERS = st.one_of(LEVELS, NAMES, st.sampled_from(["yes", "no"]))
PHRASES = st.lists(TEXT, min_size=1, max_size=2)
SECONDS = st.sampled_from([1, 30, 60])


Parts = st.SearchStrategy[object]


def indicator(kind: str, needed: dict[str, Parts], **optional: Parts) -> Parts:
    points = st.sampled_from([-2, -1, 0, 0.5, 1, 2])
    known: dict[str, Parts] = {"id": NAMES, "kind": st.just(kind), "points": points}
    return st.fixed_dictionaries(known | needed, optional=optional)


INDICATOR = st.one_of(
    indicator(
        "phrase",
        {"any": PHRASES},
        unless=PHRASES,
        within_turns=st.integers(1, 3),
        language=LANGUAGES,
    ),
    indicator("order", {"first": PHRASES, "then": PHRASES}),
    indicator(
        "response_time", {"measure": st.just("first")}, at_most_s=SECONDS, longer_than_s=SECONDS
    ),
    indicator("silence", {"longer_than_s": SECONDS}),
    indicator("interruption", {}),
    indicator("sentiment_shift", {}, at_least=st.just(0.5), at_most=st.just(-0.5)),
    indicator("attribute", {"metadata": NAMES}, one_of=PHRASES, at_least=LEVELS, at_most=LEVELS),
)
WHEN = st.fixed_dictionaries(
    {},
    optional={
        "match": st.sampled_from(["all", "any"]),
        "customer": NAMES,
        "channels": st.lists(st.sampled_from(["call", "chat", "visit"]), max_size=2),
        "answers": st.dictionaries(IDS, st.lists(ANSWERS, min_size=1, max_size=3), max_size=2),
        "metadata": st.dictionaries(NAMES, st.lists(NAMES, min_size=1), max_size=1),
    },
)
CRITERION = st.fixed_dictionaries(
    {
        "id": IDS,
        "question": TEXT,
        "type": st.sampled_from(
            ["scale", "yes_no", "choice", "multi_choice", "number", "text", "info"]
        ),
    },
    optional={
        "weight": st.sampled_from([0.1, 1, 50, 97]),
        "bonus": st.booleans(),
        "scale": st.dictionaries(LEVELS, TEXT, max_size=3),
        "options": st.lists(
            st.fixed_dictionaries({"id": NAMES, "text": TEXT, "points": LEVELS}), max_size=3
        ),
        "ranges": st.lists(
            st.fixed_dictionaries({"points": LEVELS}, optional={"from": NUMBERS, "below": NUMBERS}),
            max_size=3,
        ),
        "unit": st.sampled_from(["s", "kg"]),
        "critical": st.one_of(
            st.booleans(),
            st.just("customer"),
            st.fixed_dictionaries({"at": st.lists(LEVELS, max_size=2)}),
        ),
        "allow_na": st.booleans(),
        "applies_when": WHEN,
        "rate": st.sampled_from(["any", "all", "share", "manual"]),
        "base": NUMBERS,
        "indicators": st.lists(INDICATOR, max_size=3),
        "tips": st.dictionaries(LEVELS, TEXT, max_size=2),
        "causes": st.dictionaries(LEVELS, st.lists(TEXT, min_size=1, max_size=1), max_size=1),
    },
)
GROUP = {"id": NAMES, "title": TEXT, "weight": st.sampled_from([0.1, 1, 50, 97])}
SUBSECTION = st.fixed_dictionaries(
    GROUP | {"criteria": st.lists(CRITERION, min_size=1, max_size=2)}
)
SECTION = st.fixed_dictionaries(
    GROUP | {"criteria": st.lists(CRITERION, max_size=3)},
    optional={"sections": st.lists(SUBSECTION, max_size=2)},
)
TOP = st.fixed_dictionaries(
    {"sections": st.lists(SECTION, min_size=1, max_size=3)},
    optional={
        "pass_mark": st.integers(0, 100),
        "bands": st.dictionaries(NAMES, st.integers(0, 100), max_size=3),
        "minimums": st.dictionaries(NAMES, st.integers(0, 100), max_size=2),
        "cues": st.dictionaries(NAMES, st.just({"any": ["broken"]}), max_size=2),
        "language": st.sampled_from(["en", "de", ["en", "de"]]),
        "policy": st.fixed_dictionaries(
            {}, optional={"total": st.just("criteria"), "bonus": st.just("open")}
        ),
    },
)


@given(TOP)
def test_no_rubric_of_the_right_shape_makes_a_rule_fail(fields: dict[str, object]) -> None:
    built = rubric(**fields)
    for rule in RULES:
        for path, message in rule.find(built) if rule.find else ():
            assert path[0] in Rubric.model_fields
            assert message.strip() == message != ""


def test_time_grows_with_the_criteria_and_no_faster() -> None:
    def looked_at(count: int) -> None:
        criteria = [criterion(id=f"s.c{n}", question=f"Is number {n} shown?") for n in range(count)]
        built = rubric(*criteria)
        for rule in RULES:
            list(rule.find(built) if rule.find else ())

    assert_in_proportion(looked_at, 100, 1_000)
