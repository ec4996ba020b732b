"""What a question of an Amazon Connect form asks for, and whether its answers count."""

from dataclasses import dataclass

from qa_toolkit.forms.amazon_connect.choices import (
    Kind,
    bounds_in,
    options_in,
    without_bonus,
    yes_before_no,
)
from qa_toolkit.forms.amazon_connect.layout import FormQuestion, weight_of
from qa_toolkit.forms.answers import Choice, alike, possible
from qa_toolkit.forms.json_fields import Fields

_KINDS: dict[str, tuple[Kind, str]] = {
    "SINGLESELECT": ("one", "SingleSelect"),
    "MULTISELECT": ("several", "MultiSelect"),
    "NUMERIC": ("number", "Numeric"),
    "TEXT": ("text", "Text"),
    "DATETIME": ("text", "Text"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks for.

    Attributes:
        properties: those of its type.
        choices: the answers, or the ranges of a number.
        scored: some answers have points of their own, be it 0.
        bounds: the least and the largest number of each range, both inclusive.
        cap: the most points that several answers give together, in points forms.
        bonus: in points forms, it adds to what is earned only.
        weight: in percent forms, as the form has it.
    """

    question: FormQuestion
    kind: Kind
    properties: Fields
    choices: tuple[Choice, ...] = ()
    scored: bool = False
    bounds: tuple[tuple[int, int], ...] = ()
    cap: int | None = None
    bonus: bool = False
    weight: float | None = None

    @property
    def place(self) -> str:
        """Where its answers stand."""
        return self.properties.at("Options")

    @property
    def points(self) -> list[int]:
        """What each answer gives."""
        return [choice.points for choice in self.choices]

    @property
    def several(self) -> bool:
        """Whether more than one answer may be chosen."""
        return self.kind == "several"

    @property
    def alike(self) -> bool:
        """Whether all answers give the same points, which a rubric cannot count."""
        return alike(self.points, several=self.several)

    @property
    def counts(self) -> bool:
        """Whether it can be scored: it is not excluded, and its answers differ in points."""
        return not self.question.excluded and not self.alike

    @property
    def possible(self) -> int:
        """What can be earned with it, in its own points."""
        return possible(self.points, several=self.several)


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
    options = options_in(properties, kind, in_points=in_points)
    scored = any(option.points is not None for option in options)
    if kind == "one" and not scored and not question.excluded:
        choices = yes_before_no(options, in_points=in_points)
    else:
        choices = without_bonus(options)
    return Asked(
        question=question,
        kind=kind,
        properties=properties,
        choices=choices,
        scored=scored,
        bounds=bounds_in(properties) if kind == "number" else (),
        cap=points.whole("MaxPointValue") if points else None,
        bonus=points.flag("IsBonus") if points else False,
        weight=None if in_points else weight_of(fields, excluded=question.excluded),
    )
