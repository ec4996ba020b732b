"""Notes read like those of a fair colleague: ratings with their words, the sum, and the doubts."""

from builders import criterion, rubric, transcript
from model_builders import model

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance
from qa_toolkit.scorecards.notes import notes
from qa_toolkit.scoring import score
from qa_toolkit.scoring.explain import explain
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound

OWN = "models/own.json"
MADE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)


def lines(dialogue: str, *, role_confidence: float | None = None, **weights: float) -> list[str]:
    section = {"id": "s", "title": "Care", "weight": 1, "model": OWN, "criteria": [criterion()]}
    made: Rubric = rubric(sections=[section])
    words = transcript(dialogue, role_confidence=role_confidence)
    models = {OWN: model(**weights)}
    signals = measure(words)
    card = score(words, signals, made, Channel.CHAT, MADE, models=models)
    return list(notes(card, explain(words, signals, made, models, {}, compound), made))


def test_notes_on_a_good_answer() -> None:
    assert lines("C: It broke.\nA: Oh, I'm sorry, thanks!", apology=2.0, thanks=0.01)[3:] == [
        "Care, 100.0",
        "  2 of 2  Is it shown?",
        "          shown: “sorry” (turn 2)",
        "  models/own.json, beside the score: strong, 0.88 (fairly sure)",
        "    +2.00  Says sorry: “sorry”",
        "    +0.01  1 smaller thing",
        "    +0.00  to start with; the sum +2.01 is 0.88",
    ]


def test_notes_say_when_the_model_cannot_tell() -> None:
    found = lines("C: It broke.\nA: One moment.", apology=2.0)
    assert "neither weak nor strong, 0.50 (close to a coin toss: listen yourself)" in found[6]


def test_notes_name_what_is_worth_a_look() -> None:
    found = lines("C: It broke.\nA: Calm down.", apology=2.0)
    assert any(line.startswith("  turn 2: ") and "Calm down" in line for line in found)


def test_notes_tell_that_roles_are_estimated() -> None:
    assert lines("C: It broke.\nA: Sorry!", role_confidence=0.8, apology=2.0)[2] == (
        "  (who speaks is estimated, 80 % sure)"
    )
