"""Laws: what the effect of a change promises about scores."""

from collections.abc import Callable
from typing import Any

from builders import transcript
from diff_builders import MADE_BY, changes, named, phrase, section, with_sections
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.compare import compare
from qa_toolkit.rubric.diff.ratings import changed_ratings
from qa_toolkit.rubric.diff.values import plain
from qa_toolkit.rubric.diff.versions import gravest
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

SAID = transcript("C: I am angry.\nA: I am sorry, thanks.\nC: Fine.\nA: We regret that.")
Said = dict[str, Any]


def reworded(rubric: Said, word: str) -> None:
    rubric["title"] = rubric["sections"][0]["title"] = word
    rubric["sections"][0]["criteria"][0] |= {"question": word, "guidance": word}


def with_tips(rubric: Said, word: str) -> None:
    rubric["sections"][0]["criteria"][1] |= {"tips": {0: word}, "causes": {0: [word]}}


def with_other_anchors(rubric: Said, word: str) -> None:
    rubric["sections"][0]["criteria"][2]["scale"] = dict.fromkeys((0, 1, 2), word)


def turned_around(rubric: Said, _: str) -> None:
    rubric["sections"][0]["criteria"].reverse()


def with_another_cue_name(rubric: Said, word: str) -> None:
    rubric["cues"] = {word: rubric["cues"]["upset"]}
    for criterion in rubric["sections"][0]["criteria"]:
        if "customer" in criterion.get("applies_when", {}):
            criterion["applies_when"] = {"customer": word}


def with_another_indicator_name(rubric: Said, word: str) -> None:
    rubric["sections"][0]["criteria"][0]["indicators"][0]["id"] = word


def with_a_question_for_information(rubric: Said, word: str) -> None:
    info = {"id": f"s.{word}", "question": word, "type": "info"}
    rubric["sections"][0]["criteria"].append(info)


def with_a_higher_version(rubric: Said, _: str) -> None:
    rubric["version"] = "1.0.1"


WORDINGS: list[Callable[[Said, str], None]] = [
    reworded, with_tips, with_other_anchors, turned_around, with_another_cue_name,
    with_another_indicator_name, with_a_question_for_information, with_a_higher_version,
]  # fmt: skip
CRITERIA = st.fixed_dictionaries(
    {"indicators": st.sampled_from([[phrase("sorry")], [phrase("thanks", points=1)]])},
    optional={
        "base": st.sampled_from([0, 1]),
        "weight": st.sampled_from([1, 2]),
        "critical": st.booleans(),
        "bonus": st.booleans(),
        "applies_when": st.sampled_from([{"customer": "upset"}, {"channels": ["call"]}]),
    },
)


def written(one: Said, two: Said) -> Said:
    """A rubric as its file says it."""
    known = with_sections(
        section("s", named("s.a", **one), named("s.b", **two), named("s.z")),
        cues={"upset": {"any": ["angry"]}},
    )
    return {**plain(known), "format": 1}


@given(CRITERIA, CRITERIA, st.sampled_from(WORDINGS), st.sampled_from(["word", "other"]))
def test_a_change_of_words_alone_never_changes_a_number(
    one: Said, two: Said, change: Callable[[Said, str], None], word: str
) -> None:
    old = Rubric.model_validate(written(one, two))
    edited = written(one, two)
    change(edited, word)
    new = Rubric.model_validate(edited)
    found, names = compare(old, new)
    before, after = (
        score(SAID, measure(SAID), version, Channel.CHAT, MADE_BY) for version in (old, new)
    )
    assert gravest(found) in ("wording", None)
    assert (before.percent, before.outcome) == (after.percent, after.outcome)
    assert changed_ratings(before, after, names) == ()


@given(CRITERIA, CRITERIA)
def test_a_rubric_never_differs_from_itself(one: Said, two: Said) -> None:
    rubric = Rubric.model_validate(written(one, two))
    assert changes(rubric, rubric) == ()


@given(CRITERIA, CRITERIA, CRITERIA, CRITERIA)
def test_what_differs_one_way_differs_the_other_way(
    one: Said, two: Said, three: Said, four: Said
) -> None:
    old, new = Rubric.model_validate(written(one, two)), Rubric.model_validate(written(three, four))
    there = {(change.code, change.name) for change in changes(old, new)}
    back = {(change.code, change.name) for change in changes(new, old)}
    assert there == back
