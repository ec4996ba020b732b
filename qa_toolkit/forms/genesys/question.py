"""The answers of a Genesys question → those of a criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qa_toolkit.forms.answers import (
    MOST_OPTIONS,
    Answers,
    Choice,
    alike,
    answers_of,
    possible,
    span,
)
from qa_toolkit.forms.json_fields import Fields

MULTIPLE_CHOICE = "multipleChoiceQuestion"
MULTIPLE_SELECT = "multipleSelectQuestion"
FREE_TEXT = "freeTextQuestion"
READ_ONLY = "readOnlyTextBlockQuestion"
_TEXTS: Mapping[str, tuple[str, str]] = {
    FREE_TEXT: ("text", ""),
    READ_ONLY: ("info", ""),
    "npsQuestion": ("text", "a recommendation from 0 to 10"),
}
_MOST_POINTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """A question with what its answers have become.

    Attributes:
        id: of the criterion.
        possible: what can be earned with it, in the form's own points; 0 where it does not count.
    """

    id: str
    fields: Fields
    answers: Answers
    choices: tuple[Choice, ...]
    possible: int


def question_of(fields: Fields, criterion: str, *, scored: bool) -> FormQuestion:
    """Read one question; `scored` is false where its whole group does not count."""
    kind = fields.text("type") or MULTIPLE_CHOICE
    if kind in _TEXTS:
        named, what = _TEXTS[kind]
        if what:
            fields.reading.differences.changed(fields.at("type"), what, "text to be written")
        plain = Answers(keys={"type": named})
        return FormQuestion(id=criterion, fields=fields, answers=plain, choices=(), possible=0)
    several = kind == MULTIPLE_SELECT
    if several:
        choices = _selectable(fields)
    elif kind == MULTIPLE_CHOICE:
        choices = _choices(fields)
    else:
        known = ", ".join((MULTIPLE_CHOICE, MULTIPLE_SELECT, *_TEXTS))
        fields.reading.problem(fields.at("type"), f"'{kind}' is none of {known}")
        choices = ()
    answers = answers_of(choices, fields.reading.differences, several=several)
    points = [choice.points for choice in choices]
    if scored:
        _list_shifted(fields, points, several=several)
    counts = scored and not alike(points, several=several)
    return FormQuestion(
        id=criterion,
        fields=fields,
        answers=answers,
        choices=choices,
        possible=possible(points, several=several) if counts else 0,
    )


def _list_shifted(fields: Fields, points: Sequence[int], *, several: bool) -> None:
    """Note where answers count something else than in Genesys."""
    lowest, highest = span(points, several=several)
    if lowest == 0:
        return
    if lowest == highest:
        what, became = f"all answers give {lowest} points", "it does not count"
    else:
        what = f"answers from {lowest} to {highest} points"
        became = "the lowest answer counts 0 %, the best 100 %"
    fields.reading.differences.changed(fields.at("answerOptions"), what, became)


def _choices(fields: Fields) -> tuple[Choice, ...]:
    options = fields.items("answerOptions")
    _check_number(fields, len(options), "answerOptions")
    found = [
        Choice(
            ref=str(number),
            text=option.text("text", required=True),
            points=_points(option),
            place=option.place,
            named=False,
        )
        for number, option in enumerate(options)
    ]
    if not fields.flag("isKill"):
        return tuple(found)
    lowest = min((choice.points for choice in found), default=0)
    if len({choice.points for choice in found}) > 2:  # yes and no need no word about it
        what = "a fatal question with more than two answers"
        fields.reading.differences.changed(fields.at("isKill"), what, "the lowest answer is fatal")
    return tuple(replace(choice, fails=choice.points == lowest) for choice in found)


def _selectable(fields: Fields) -> tuple[Choice, ...]:
    """The options of a multiple select question, each of which is a question in the form."""
    found = []
    for number, item in enumerate(fields.items("multipleSelectOptionQuestions")):
        worth = {
            option.text("builtInType", required=True): _points(option)
            for option in item.items("answerOptions")
        }
        unselected = worth.get("Unselected", 0)
        if unselected:
            what = f"{unselected} points where it is not selected"
            fields.reading.differences.changed(item.place, what, "0 points")
        found.append(
            Choice(
                ref=str(number),
                text=item.text("text", required=True),
                points=worth.get("Selected", 0) - unselected,
                place=item.place,
                named=False,
            )
        )
    _check_number(fields, len(found), "multipleSelectOptionQuestions")
    return tuple(found)


def _points(option: Fields) -> int:
    points = option.whole("value") or 0
    if abs(points) > _MOST_POINTS:
        option.reading.problem(option.at("value"), f"{points} points are too many")
        return 0
    return points


def _check_number(fields: Fields, number: int, key: str) -> None:
    if not number:
        fields.reading.problem(fields.at(key), "a question to choose from needs answers")
    if number > MOST_OPTIONS:
        message = f"{number} answers; a rubric's question has {MOST_OPTIONS} at most"
        fields.reading.problem(fields.at(key), message)
