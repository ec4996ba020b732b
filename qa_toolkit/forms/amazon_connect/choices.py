"""The answers of an Amazon Connect question with what each gives.

In percent forms an answer has a Score of 0 to 10, which is so many tenths; in points forms it has
a PointValue of 0 to 100, and the best answer is what can be earned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from qa_toolkit.forms.answers import MOST_OPTIONS, Choice
from qa_toolkit.forms.json_fields import Fields

Kind = Literal["one", "several", "number", "text"]
TENTHS = 10
_MOST_POINTS = 1000
_YES_NO = {"yes": 1, "no": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer as it stands in the form; `points` is None where it has none."""

    choice: Choice
    points: int | None
    bonus: bool
    fields: Fields


def options_in(properties: Fields, kind: Kind, *, in_points: bool) -> list[Option]:
    """The answers, or the ranges of a number; mistakes are noted in their reading."""
    if kind == "text":
        return []
    options = [_option(item, kind, in_points=in_points) for item in properties.items("Options")]
    place, reading = properties.at("Options"), properties.reading
    if not options and kind != "number":
        reading.problem(place, "a question to choose from needs answers")
    if len(options) > MOST_OPTIONS:
        message = f"{len(options)} answers; a rubric's question has {MOST_OPTIONS} at most"
        reading.problem(place, message)
    scored = any(option.points is not None for option in options)
    for option in options:
        if scored and option.points is None and not option.choice.fails:
            reading.differences.note(option.choice.place, "an answer without a score", "0")
    return options


def _option(item: Fields, kind: Kind, *, in_points: bool) -> Option:
    configuration = item.inner("PointsConfiguration") if in_points else None
    points = configuration.whole("PointValue") if configuration else item.whole("Score")
    if points is not None and abs(points) > _MOST_POINTS:
        item.reading.problem(item.place, f"{points} points are too many")
        points = None
    choice = Choice(
        ref=item.text("RefId"),
        text="" if kind == "number" else item.text("Text", required=True),
        points=points or 0,
        fails=item.flag("AutomaticFail"),
        target=item.inner("AutomaticFailConfiguration").text("TargetSection"),
        place=item.place,
    )
    bonus = configuration.flag("IsBonus") if configuration else False
    return Option(choice=choice, points=points, bonus=bonus, fields=item)


def yes_before_no(options: Sequence[Option], *, in_points: bool) -> tuple[Choice, ...]:
    """Yes and No need no points to be told apart."""
    words = [option.choice.text.casefold() for option in options]
    if sorted(words) != sorted(_YES_NO):
        return tuple(option.choice for option in options)
    place = options[0].choice.place
    differences = options[0].fields.reading.differences
    differences.note(place, "Yes and No without a score", "Yes is taken for the better one")
    best = 1 if in_points else TENTHS
    pairs = zip(words, options, strict=True)
    return tuple(replace(option.choice, points=best * _YES_NO[word]) for word, option in pairs)


def without_bonus(options: Sequence[Option]) -> tuple[Choice, ...]:
    """A bonus for a single answer, beyond the best ordinary one, has no place in a rubric."""
    best = max((option.choice.points for option in options if not option.bonus), default=0)
    choices = []
    for option in options:
        choice = option.choice
        if option.bonus and choice.points > best:
            what = f"a bonus of {choice.points - best} points for one answer"
            differences = option.fields.reading.differences
            differences.lost(choice.place, what, "as many points as the best other answer")
            choice = replace(choice, points=best)
        choices.append(choice)
    return tuple(choices)


def bounds_in(properties: Fields) -> tuple[tuple[int, int], ...]:
    """The least and the largest number of each range; none where all numbers are the same."""
    bounds = []
    for item in properties.items("Options"):
        low, high = item.whole("MinValue"), item.whole("MaxValue")
        if low is None or high is None or high < low:
            message = "needs a MinValue and a MaxValue that is not less"
            item.reading.problem(item.place, message)
            low = high = 0
        bounds.append((low, high))
    least, largest = properties.whole("MinValue"), properties.whole("MaxValue")
    ordered = sorted(bounds)
    if any(low <= high for (_, high), (low, _) in pairwise(ordered)):
        properties.reading.problem(properties.at("Options"), "its ranges overlap")
    if bounds:
        low, high = min(low for low, _ in bounds), max(high for _, high in bounds)
        if (least, largest) not in ((low, high), (None, None)):
            what = f"numbers from {least} to {largest}"
            became = f"only those of its ranges, from {low} to {high}"
            properties.reading.differences.lost(properties.place, what, became)
    elif least is not None and largest is not None and largest < least:
        properties.reading.problem(properties.at("MaxValue"), "is less than MinValue")
    return tuple(bounds)
