"""One criterion as its guide shows it."""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.guides.anchors import cue_anchor, question_anchor
from qa_toolkit.guides.conditions import applies, consequence
from qa_toolkit.guides.context import Context
from qa_toolkit.guides.examples import dialogues
from qa_toolkit.guides.shares import shown
from qa_toolkit.guides.signs import how_they_count, signs
from qa_toolkit.guides.view import Badge, CriterionGuide, Level, Tone

_ANSWERS = {
    "scale": "",
    "yes_no": "Answered with yes or no.",
    "choice": "Answered with one of these.",
    "multi_choice": "Answered with any of these; their points add up.",
    "number": "Answered with a number",
    "text": "Answered in words; it does not count in the total.",
    "info": "For information; it does not count in the total.",
}


def criterion_guide(criterion: Criterion, context: Context) -> CriterionGuide:
    """All there is to know about one criterion."""
    share = context.shares[criterion.id]
    return CriterionGuide(
        anchor=question_anchor(criterion.id),
        question=criterion.question,
        guidance=criterion.guidance,
        share=shown(share) if criterion.scored else "",
        badges=tuple(_badges(criterion)),
        applies=applies(criterion, context.rubric),
        cue_anchor=cue_anchor(criterion.cue) if criterion.cue else "",
        critical=consequence(criterion, context.rubric),
        answer=_answer(criterion),
        levels=tuple(_levels(criterion)),
        signs=signs(criterion) if criterion.by_machine else (),
        signs_note=how_they_count(criterion),
        people=_people(criterion, context),
        dialogues=dialogues(criterion, context.examples),
    )


def _badges(criterion: Criterion) -> Iterator[Badge]:
    if criterion.fails_at:
        yield Badge(text="critical", tone="against")
    if criterion.bonus:
        yield Badge(text="bonus", tone="for")
    if not criterion.scored:
        yield Badge(text="not in the total")


def _answer(criterion: Criterion) -> str:
    text = _ANSWERS[criterion.type]
    if criterion.type == "number":
        return f"{text} ({criterion.unit})." if criterion.unit else f"{text}."
    return text


def _people(criterion: Criterion, context: Context) -> str:
    """Not said again and again where people judge everything."""
    if not criterion.scored or criterion.by_machine:
        return ""
    others = any(known.by_machine for known in context.rubric.criteria())
    return "Only people judge this; the machine leaves it open." if others else ""


def _levels(criterion: Criterion) -> Iterator[Level]:
    """The ratings there are, the best first; of several answers each with what it adds."""
    if criterion.type == "multi_choice":
        for option in sorted(criterion.options, key=lambda known: -known.points):
            yield Level(points=f"{option.points:+d}".replace("-", "−"), text=option.text)
        for points in sorted({*criterion.tips, *criterion.causes}, reverse=True):
            yield _level(criterion, points, f"{points} in all")
        return
    for points in sorted(criterion.levels, reverse=True):
        yield _level(criterion, points, criterion.levels[points])


def _level(criterion: Criterion, points: int, text: str) -> Level:
    tone: Tone = ""
    if points == criterion.highest:
        tone = "for"
    elif points == criterion.lowest:
        tone = "against"
    return Level(
        points=str(points).replace("-", "−"),
        text=text,
        tone=tone,
        critical=points in criterion.fails_at,
        tip=criterion.tips.get(points, ""),
        causes="; ".join(criterion.causes.get(points, ())),
    )
