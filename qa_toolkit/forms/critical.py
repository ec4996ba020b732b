"""Answers that fail a section or the interaction → the `critical` key of a criterion."""

from collections.abc import Sequence
from typing import Literal

from qa_toolkit.forms.answers import Answers, Choice
from qa_toolkit.forms.difference import Differences

_WHAT = "an answer that fails automatically"


def failing(
    answers: Answers, choices: Sequence[Choice], differences: Differences
) -> tuple[Choice, ...]:
    """The choices that fail; none, with a difference for each, where a rubric cannot say so."""
    found = tuple(choice for choice in choices if choice.fails)
    reason = _unsayable(answers) if found else ""
    for choice in found if reason else ():
        differences.lost(choice.place, _WHAT, f"an ordinary answer: {reason}")
    return () if reason else found


def critical_key(answers: Answers, rule: Literal["zero", "section"]) -> object:
    """The value of `critical`; `true` where the lowest rating fails the interaction."""
    lowest = min((*answers.fails_at, *answers.passes_at))
    named = {} if answers.fails_at == (lowest,) else {"at": sorted(answers.fails_at)}
    if rule == "section":
        return {"policy": "section", **named}
    return named or True


def _unsayable(answers: Answers) -> str:
    if answers.several:
        return "where several may be chosen, none of them can be critical by itself"
    if set(answers.fails_at) & set(answers.passes_at):
        return "another answer gives the same points; give it points of its own"
    if not answers.passes_at or max(answers.fails_at) > max(answers.passes_at):
        return "it is the best answer by its points"
    return ""
