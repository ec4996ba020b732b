"""A plan makes scoring faster, and changes nothing."""

import pytest
from builders import criterion, rubric, transcript

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.scoring import score
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.signals import measure

PROVENANCE = Provenance(
    rubric_id="r", rubric_version="1.0.0", rubric_hash="", engine="", model="", options="",
    evaluator="test",
)  # fmt: skip
ORDER = {"id": "first", "kind": "order", "first": ["sorry"], "then": ["number"], "points": 1}
SILENCE = {
    "id": "quiet", "kind": "silence", "longer_than_s": 5, "unless_announced": ["one moment"],
    "points": -1,
}  # fmt: skip
CUSTOMER = {"id": "happy", "kind": "phrase", "speaker": "customer", "any": ["sorry"], "points": 1}
MADE = rubric(
    criterion(id="s.a"),
    criterion(id="s.b", indicators=[ORDER, SILENCE, CUSTOMER]),
    criterion(id="s.c", applies_when={"customer": "trouble"}),
    cues={"trouble": {"any": ["broken"], "unless": ["no longer"]}},
)
DIALOGUES = [
    "A: Hello.\nC: It is broken.\nA: Sooo sorry! Your number, please?\nC: Sorry, 4711.",
    "C: No longer broken.\nA: Not sorry.",
    "[0-2] C: It's broken\n[2-4] A: One moment\n[20-22] A: sorry, your number?",
    "B: Sorry.\nS: broken",
    "C: \nA: ",
]


def scorecard(dialogue: str, plan: Plan | None) -> Scorecard:
    words = transcript(dialogue)
    return score(words, measure(words), MADE, Channel.CHAT, PROVENANCE, plan=plan)


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_a_score_is_the_same_with_and_without_a_plan(dialogue: str) -> None:
    assert scorecard(dialogue, Plan(MADE)) == scorecard(dialogue, None)


def test_what_was_scored_before_changes_no_score() -> None:
    plan = Plan(MADE)
    once = [scorecard(dialogue, plan) for dialogue in DIALOGUES]
    again = [scorecard(dialogue, plan) for dialogue in reversed(DIALOGUES)]
    assert once == again[::-1]
