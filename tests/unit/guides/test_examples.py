"""Examples from cases: the best and the poorest, with the words that made them so."""

from decimal import Decimal

from builders import criterion, rubric, transcript

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.guides.examples import Example, dialogues

SAID = "C: It broke.\nA: So sorry, really sorry."


def scale(**fields: object) -> Criterion:
    return next(rubric(criterion(**fields)).criteria())


def found(quote: str, effect: int = 1, turn: int = 1, said: str = SAID) -> Evidence:
    start = transcript(said).turns[turn].text.index(quote)
    return Evidence(
        turn=turn, start=start, end=start + len(quote), quote=quote, indicator="i",
        effect=Decimal(effect),
    )  # fmt: skip


def example(name: str, points: int, *evidence: Evidence, said: str = SAID) -> Example:
    turns = transcript(said).turns
    return Example(criterion="s.c", name=name, turns=turns, points=points, evidence=evidence)


def test_the_best_and_the_poorest_are_shown() -> None:
    shown = dialogues(
        scale(), [example("middle", 1), example("poor", 0), example("best_of_all", 2)]
    )
    assert [(item.title, item.earned, item.tone) for item in shown] == [
        ("Best of all", "This earned 2 of 2", "for"),
        ("Poor", "This earned 0 of 2", "against"),
    ]


def test_words_that_can_be_pointed_at_come_before_those_that_cannot() -> None:
    shown = dialogues(scale(), [example("vague", 2), example("clear", 2, found("So sorry"))])
    assert [item.title for item in shown] == ["Clear"]


def test_where_only_the_middle_is_known_it_has_no_tone() -> None:
    shown = dialogues(scale(), [example("middle", 1)])
    assert [item.tone for item in shown] == [""]


def test_examples_of_other_criteria_are_not_shown() -> None:
    assert dialogues(scale(id="s.other"), [example("best", 2)]) == ()


def test_what_counted_is_marked() -> None:
    (shown,) = dialogues(scale(), [example("best", 2, found("So sorry"), found("really", -1))])
    pieces = [(piece.text, piece.tone) for piece in shown.turns[1].pieces if piece.text]
    assert pieces == [("So sorry", "for"), (", ", ""), ("really", "against"), (" sorry.", "")]
    assert "".join(piece.text for piece in shown.turns[0].pieces) == "It broke."


def test_marks_that_overlap_become_one() -> None:
    evidence = (found("So sorry"), found("sorry, really"), found("sorry"))
    (shown,) = dialogues(scale(), [example("best", 2, *evidence)])
    assert [piece.text for piece in shown.turns[1].pieces if piece.tone] == ["So sorry, really"]


def test_a_cue_of_no_effect_is_not_marked() -> None:
    (shown,) = dialogues(scale(), [example("best", 2, found("broke", effect=0, turn=0))])
    assert [piece.tone for turn in shown.turns for piece in turn.pieces] == ["", ""]


def test_the_agent_is_the_reader() -> None:
    (shown,) = dialogues(scale(), [example("best", 2, said="B: Hi\nA: Hello\nC: Yes\nS: left")])
    assert [turn.who for turn in shown.turns] == ["Bot", "You", "Customer", "System"]
