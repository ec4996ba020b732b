"""Laws of scoring with the rubric that ships: whatever is said, and by whom."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import criterion, rated, rubric
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.scoring import score
from qa_toolkit.scoring.assemble import assemble
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.signals import measure
from qa_toolkit.workflow.rubric_files import usable_rubric

SERVICE: Rubric = usable_rubric(Path(rubrics_folder()) / "service.yaml").rubric
MADE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)
SAYINGS = [
    "Hello, my name is Ana, how can I help?", "I'm so sorry to hear your order is late!",
    "Could you please give me the order number?", "It still doesn't work, this is ridiculous",
    "I'll call you back by Friday.", "I can't promise that.", "calm down", "thanks, it works now",
    "sooo sorry &amp; thaaanks 🙏🙏", "Im sorry u had 2 wait", "your refund was sent today", "???",
    "<b>you said</b> \"I'll refund you\"", "مرحبا كيف حالك", "\u200bsorry\u200b \x07 fine", "ﬁnally İstanbul",
]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(SAYINGS),
    st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4).map(" ".join),
    st.text(max_size=60),
)
TURNS = st.lists(
    st.builds(Turn, speaker=st.sampled_from(list(SpeakerRole)), text=WORDS), max_size=8
)
laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def scorecard(turns: list[Turn], made: Rubric = SERVICE) -> Scorecard:
    words = Transcript(interaction_id="i", turns=tuple(turns), language="en")
    return score(words, measure(words), made, Channel.CHAT, MADE)


@laws
@given(TURNS)
@example([Turn(speaker=SpeakerRole.AGENT, text="I’m sooooo sorry, İ am SORRY &amp; sorry")])
def test_all_evidence_is_a_quote_from_its_turn(turns: list[Turn]) -> None:
    for score_ in scorecard(turns).criteria:
        for item in score_.evidence:
            if item.quote:
                assert turns[item.turn].text[item.start : item.end] == item.quote


@laws
@given(TURNS)
def test_strengths_are_shares_and_missing_only_where_the_agent_is(turns: list[Turn]) -> None:
    spoke = any(turn.speaker is SpeakerRole.AGENT and turn.text.strip() for turn in turns)
    for section in scorecard(turns).sections:
        assert (section.strength is not None) == spoke
        assert section.strength is None or 0 <= section.strength <= 1


@laws
@given(TURNS, st.randoms(use_true_random=False))
def test_the_order_of_criteria_changes_no_rating(turns: list[Turn], rng: object) -> None:
    sections = tuple(
        section.but(criteria=tuple(reversed(section.criteria))) for section in SERVICE.sections
    )
    turned = SERVICE.but(sections=tuple(reversed(sections)))
    one, other = scorecard(turns), scorecard(turns, turned)
    assert {item.criterion: item for item in one.criteria} == {
        item.criterion: item for item in other.criteria
    }
    assert (one.percent, one.outcome) == (other.percent, other.outcome)


@laws
@given(TURNS, st.integers(0, 8), st.sampled_from([SpeakerRole.BOT, SpeakerRole.SYSTEM]))
def test_what_a_bot_says_is_no_evidence(turns: list[Turn], at: int, who: SpeakerRole) -> None:
    notice = Turn(speaker=who, text="Sorry! Thank you, please hold. I'll call you back.")
    with_notice = scorecard([*turns[:at], notice, *turns[at:]])
    quotes = [
        [(item.quote, item.indicator) for item in score_.evidence]
        for score_ in scorecard(turns).criteria
    ]
    assert [
        [(item.quote, item.indicator) for item in score_.evidence]
        for score_ in with_notice.criteria
    ] == quotes


@laws
@given(TURNS, st.integers(0, 8))
def test_a_neutral_turn_changes_no_courtesy(turns: list[Turn], at: int) -> None:
    neutral = Turn(speaker=SpeakerRole.AGENT, text="The parcel weighs two kilos.")
    found = [
        [
            sorted(item.quote for item in score_.evidence)
            for score_ in scorecard(said).criteria
            if score_.criterion == "politeness.courtesy"
        ]
        for said in (turns, [*turns[:at], neutral, *turns[at:]])
    ]
    if any(turn.speaker is SpeakerRole.AGENT for turn in turns):
        assert found[0] == found[1]


@given(st.lists(st.integers(0, 10), min_size=2, max_size=6), st.integers(0, 5), st.integers(1, 10))
def test_a_higher_rating_never_lowers_the_total(levels: list[int], which: int, by: int) -> None:
    names = [f"s.c{number}" for number in range(len(levels))]
    scale = {0: "no", 10: "yes"}
    made = rubric(*(criterion(id=name, scale=scale, indicators=[]) for name in names))
    scores = [rated(level / 10, criterion=name) for level, name in zip(levels, names, strict=True)]
    which %= len(levels)
    raised = [*scores]
    raised[which] = replace(scores[which], points=min(10, levels[which] + by))
    before, after = assemble(made, scores).percent, assemble(made, raised).percent
    assert before is not None
    assert after is not None
    assert after >= before


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x07",
        "🙏" * 500,
        "<p>" * 2_000,
        "sorry " * 20_000,
        "a" * 100_000,
        "!" * 50_000,
    ],
    ids=["empty", "blank", "control", "emoji", "html", "long", "one word", "marks"],
)
def test_no_turn_is_too_odd(text: str) -> None:
    turns = [Turn(speaker=who, text=text) for who in (SpeakerRole.CUSTOMER, SpeakerRole.AGENT)]
    assert scorecard(turns).criteria


def test_a_thread_of_ten_thousand_turns_is_scored() -> None:
    turns = [
        Turn(speaker=SpeakerRole.AGENT if n % 2 else SpeakerRole.CUSTOMER, text=SAYINGS[n % 16])
        for n in range(10_000)
    ]
    assert scorecard(turns).criteria


@laws
@given(TURNS, st.integers(0, 8), st.sampled_from(["", " ", "\n"]))
def test_an_empty_turn_changes_no_rating(turns: list[Turn], at: int, nothing: str) -> None:
    """Exports hold turns without words: a picture, a deleted message, a click."""
    empty = Turn(speaker=SpeakerRole.AGENT, text=nothing)
    points = [
        [(item.criterion, item.points) for item in scorecard(said).criteria]
        for said in (turns, [*turns[:at], empty, *turns[at:]])
    ]
    assert points[0] == points[1]
