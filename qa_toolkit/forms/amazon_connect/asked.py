"""What a question of an Amazon Connect form asks for, and what its answers count there.

In percent forms an answer has a Score of 0 to 10, which is so many tenths; in points forms it has
a PointValue of 0 to 100, and the best answer is what can be earned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from qa_toolkit.forms.amazon_connect.layout import FormQuestion
from qa_toolkit.forms.answers import MOST_OPTIONS, Choice, possible
from qa_toolkit.forms.json_fields import Fields

Kind = Literal["one", "several", "number", "text"]
_KINDS: dict[str, tuple[Kind, str]] = {
    "SINGLESELECT": ("one", "SingleSelect"),
    "MULTISELECT": ("several", "MultiSelect"),
    "NUMERIC": ("number", "Numeric"),
    "TEXT": ("text", "Text"),
    "DATETIME": ("text", "Text"),
}
TENTHS = 10
_MOST_POINTS = 1000
_YES_NO = {"yes": 1, "no": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks for.

    Attributes:
        properties: those of its type.
        choices: the answers, or the ranges of a number.
        bounds: the least and the largest number of each range, both inclusive.
        cap: the most points that several answers give together, in points forms.
        bonus: in points forms, it adds to what is earned only.
        weight: in percent forms, as the form has it.
    """

    question: FormQuestion
    kind: Kind
    properties: Fields
    choices: tuple[Choice, ...] = ()
    bounds: tuple[tuple[int, int], ...] = ()
    cap: int | None = None
    bonus: bool = False
    weight: float | None = None

    @property
    def place(self) -> str:
        """Where its answers stand."""
        return self.properties.at("Options")

    @property
    def counts(self) -> bool:
        """Whether it is scored: it is not excluded, and its answers differ in points."""
        points = {choice.points for choice in self.choices}
        alike = not any(points) if self.kind == "several" else len(points) <= 1
        return not self.question.excluded and not alike

    @property
    def possible(self) -> int:
        """What can be earned with it, in its own points."""
        points = [choice.points for choice in self.choices]
        return possible(points, several=self.kind == "several")


def asked(question: FormQuestion, *, in_points: bool) -> Asked:
    """Read what a question asks for; mistakes are noted in its reading."""
    fields = question.fields
    wanted = fields.text("QuestionType", required=True)
    if wanted and wanted not in _KINDS:
        message = f"'{wanted}' is none of {', '.join(_KINDS)}"
        fields.reading.problem(fields.at("QuestionType"), message)
    kind, member = _KINDS.get(wanted, ("text", "Text"))
    properties = fields.inner("QuestionTypeProperties").inner(member)
    properties.inner("Automation")
    if wanted == "DATETIME":
        what = "a date to be chosen"
        fields.reading.differences.changed(fields.at("QuestionType"), what, "text to be written")
    points = (
        fields.inner("ScoringConfiguration").inner("PointsConfiguration") if in_points else None
    )
    return Asked(
        question=question,
        kind=kind,
        properties=properties,
        choices=_choices(properties, kind, in_points=in_points),
        bounds=_bounds(properties) if kind == "number" else (),
        cap=points.whole("MaxPointValue") if points else None,
        bonus=points.flag("IsBonus") if points else False,
        weight=None if in_points else fields.weight("Weight"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Option:
    choice: Choice
    points: int | None
    bonus: bool
    fields: Fields


def _choices(properties: Fields, kind: Kind, *, in_points: bool) -> tuple[Choice, ...]:
    if kind == "text":
        return ()
    options = [_option(item, kind, in_points=in_points) for item in properties.items("Options")]
    place, reading = properties.at("Options"), properties.reading
    if not options and kind != "number":
        reading.problem(place, "a question to choose from needs answers")
    if len(options) > MOST_OPTIONS:
        message = f"{len(options)} answers; a rubric's question has {MOST_OPTIONS} at most"
        reading.problem(place, message)
    if all(option.points is None for option in options):
        return _yes_before_no(options, in_points=in_points) if kind == "one" else _kept(options)
    for option in options:
        if option.points is None and not option.choice.fails:
            reading.differences.note(option.choice.place, "an answer without a score", "0")
    return _without_bonus(options)


def _option(item: Fields, kind: Kind, *, in_points: bool) -> _Option:
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
    return _Option(choice=choice, points=points, bonus=bonus, fields=item)


def _kept(options: Sequence[_Option]) -> tuple[Choice, ...]:
    return tuple(option.choice for option in options)


def _yes_before_no(options: Sequence[_Option], *, in_points: bool) -> tuple[Choice, ...]:
    """Yes and No need no points to be told apart."""
    words = [option.choice.text.casefold() for option in options]
    if sorted(words) != sorted(_YES_NO):
        return _kept(options)
    place = options[0].choice.place
    differences = options[0].fields.reading.differences
    differences.note(place, "Yes and No without a score", "Yes is taken for the better one")
    best = 1 if in_points else TENTHS
    pairs = zip(words, options, strict=True)
    return tuple(replace(option.choice, points=best * _YES_NO[word]) for word, option in pairs)


def _without_bonus(options: Sequence[_Option]) -> tuple[Choice, ...]:
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


def _bounds(properties: Fields) -> tuple[tuple[int, int], ...]:
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
    return tuple(bounds)
