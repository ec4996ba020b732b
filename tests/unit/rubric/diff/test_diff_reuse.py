"""What is rated once for both versions, and that this gives the same as rating twice."""

import pytest
from builders import criterion, rubric, transcript
from diff_builders import MADE_BY, named, phrase, section, with_criterion, with_sections
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.rubric.diff.compare import compare
from qa_toolkit.rubric.diff.reuse import carried, rated_alike
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

UPSET = {"any": ["angry"]}


def alike(old: Rubric, new: Rubric) -> dict[str, str]:
    return dict(rated_alike(old, new, compare(old, new)[1]))


NOT_RATED_BY = [
    {"question": "Other?"}, {"weight": 3}, {"bonus": True}, {"critical": True}, {"tips": {0: "x"}},
    {"scale": {0: "x", 1: "y", 2: "z"}}, {"guidance": "x"}, {"allow_na": False},
]  # fmt: skip
RATED_BY = [
    {"base": 1}, {"rate": "all"}, {"scale": {0: "x", 2: "z"}}, {"indicators": [phrase("thanks")]},
    {"applies_when": {"channels": ["call"]}}, {"type": "yes_no", "scale": {}},
]  # fmt: skip


@pytest.mark.parametrize("fields", NOT_RATED_BY, ids=str)
def test_a_criterion_is_rated_once_when_only_what_it_counts_for_differs(
    fields: dict[str, object],
) -> None:
    assert alike(with_criterion(), with_criterion(**fields)) == {"s.c": "s.c"}


@pytest.mark.parametrize("fields", RATED_BY, ids=str)
def test_a_criterion_is_rated_twice_when_its_rating_may_differ(fields: dict[str, object]) -> None:
    assert alike(with_criterion(), with_criterion(**fields)) == {}


@pytest.mark.parametrize("fields", [{"language": "de"}, {"requires": {"agent_words": 9}}], ids=str)
def test_everything_is_rated_twice_when_other_interactions_are_judged(
    fields: dict[str, object],
) -> None:
    assert alike(rubric(), rubric(**fields)) == {}


def test_a_criterion_is_rated_twice_when_its_cue_differs() -> None:
    waits = criterion(applies_when={"customer": "upset"})
    old = rubric(waits, cues={"upset": UPSET})
    assert alike(old, rubric(waits, cues={"upset": UPSET | {"unless": ["not"]}})) == {}
    assert alike(old, rubric(waits, cues={"upset": UPSET}, title="Other")) == {"s.c": "s.c"}


def test_what_depends_on_an_answer_that_may_differ_is_rated_twice() -> None:
    depends = named("s.b", applies_when={"answers": {"s.a": [2]}})
    old, same, other = (
        with_sections(section("s", named("s.a", base=base), depends, named("s.z", weight=weight)))
        for base, weight in ((0, 1), (0, 2), (1, 1))
    )
    assert alike(old, same) == {"s.a": "s.a", "s.b": "s.b", "s.z": "s.z"}
    assert alike(old, other) == {"s.z": "s.z"}


def test_a_renamed_criterion_is_rated_once() -> None:
    old = with_sections(section("s", named("s.a", "Q?")))
    new = with_sections(section("s", named("s.b", "Q?")))
    assert alike(old, new) == {"s.b": "s.a"}


SAID = transcript("C: I am angry.\nA: I am sorry, thanks.\nC: Fine.\nA: We regret that.")
CRITERIA = st.fixed_dictionaries(
    {},
    optional={
        "base": st.sampled_from([0, 1]),
        "weight": st.sampled_from([1, 2]),
        "rate": st.sampled_from(["any", "all"]),
        "critical": st.sampled_from([False, True]),
        "bonus": st.booleans(),
        "applies_when": st.sampled_from(
            [{"customer": "upset"}, {"channels": ["call"]}, {"answers": {"s.z": [2]}}]
        ),
        "indicators": st.sampled_from([[phrase("sorry")], [phrase("thanks", points=1)]]),
    },
)
RUBRICS = st.builds(
    lambda one, two, phrases: with_sections(
        section("s", named("s.a", **one), named("s.b", **two), named("s.z")),
        cues={"upset": {"any": phrases}},
    ),
    CRITERIA,
    CRITERIA,
    st.sampled_from([["angry"], ["sad"]]),
)


def scored(known_rubric: Rubric, **known: object) -> Scorecard:
    return score(SAID, measure(SAID), known_rubric, Channel.CHAT, MADE_BY, **known)  # type: ignore[arg-type]


@given(RUBRICS, RUBRICS)
def test_rating_once_gives_the_scorecard_that_rating_twice_gives(old: Rubric, new: Rubric) -> None:
    before = {rating.criterion: rating for rating in scored(old).criteria}
    known = {is_: carried(before[was], is_, new) for is_, was in alike(old, new).items()}
    assert scored(new, known=known) == scored(new)


@pytest.mark.parametrize(
    "fields",
    [
        {"min_confidence": 0.6},
        {
            "indicators": [
                {"id": "m", "kind": "model", "model": "own.json", "at_least": 0.5, "points": 1}
            ]
        },
    ],
    ids=["min_confidence", "a model indicator"],
)
def test_what_asks_a_model_is_rated_twice(fields: dict[str, object]) -> None:
    """The same name may stand for other weights in the other version."""
    assert alike(with_criterion(**fields), with_criterion(**fields)) == {}
