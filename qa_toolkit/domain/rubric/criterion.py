"""Criteria: what is rated, the answers there are, and how evidence becomes one of them."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from qa_toolkit.domain.rubric.condition import AppliesWhen, Critical, CriticalClass
from qa_toolkit.domain.rubric.indicator import Indicator
from qa_toolkit.domain.rubric.words import (
    CriterionId,
    Flag,
    Identifier,
    Level,
    LevelKey,
    Number,
    Part,
    Real,
    Share,
    Title,
)

AnswerType = Literal["scale", "yes_no", "choice", "multi_choice", "number", "text", "info"]
YES_NO = {0: "No", 1: "Yes"}
_UNSCORED = frozenset({"text", "info"})


class Option(Part):
    """One answer to choose, with the points it gives."""

    id: Annotated[Identifier, Field(description="Its name, unique in its criterion.")]
    text: Annotated[Title, Field(description="What people read.")]
    points: Annotated[Level, Field(description="Whole points.", examples=[5])]


class Range(Part):
    """An interval of numbers, with the points it gives: `from` inclusive, `below` exclusive."""

    start: Annotated[
        Real | None, Field(alias="from", description="Inclusive; open where missing.")
    ] = None
    below: Annotated[Real | None, Field(description="Exclusive; open where missing.")] = None
    text: Annotated[str, Field(description="What people read; else the bounds.")] = ""
    points: Annotated[Level, Field(description="Whole points.", examples=[2])]

    def __contains__(self, number: float) -> bool:
        above = self.start is None or number >= self.start
        return above and (self.below is None or number < self.below)

    @property
    def shown(self) -> str:
        """Its text, or its bounds in words."""
        if self.text:
            return self.text
        low = "" if self.start is None else f"from {self.start:g}"
        high = "" if self.below is None else f"below {self.below:g}"
        return " ".join(filter(None, (low, high))) or "any number"


class Criterion(Part):
    """One thing that is rated, with every answer described."""

    id: Annotated[
        CriterionId,
        Field(description="Its section's id, a dot and a name.", examples=["empathy.first"]),
    ]
    question: Annotated[Title, Field(description="One observable thing.")]
    guidance: Annotated[str, Field(description="For people who rate or read.")] = ""
    type: Annotated[AnswerType, Field(description="What kind of answer there is.")] = "scale"
    weight: Annotated[
        Share, Field(description="Share in its section; 0: asked and shown, but not counted.")
    ] = Decimal(1)
    bonus: Annotated[
        Flag, Field(description="Adds to what is earned, not to what could be earned.")
    ] = False
    scale: Annotated[
        dict[LevelKey, str],
        Field(
            default_factory=dict,
            description="Every allowed rating with what it looks like; of 'scale' and 'yes_no'.",
            examples=[{0: "ignores it", 1: "a stock phrase", 2: "names the trouble"}],
        ),
    ]
    options: Annotated[
        tuple[Option, ...],
        Field(max_length=40, description="The answers of 'choice' and 'multi_choice'."),
    ] = ()
    ranges: Annotated[tuple[Range, ...], Field(description="What numbers give points.")] = ()
    unit: Annotated[str, Field(description="Of a number, as people read it.")] = ""
    critical: Annotated[
        Flag | CriticalClass | Critical,
        Field(description="Whether, and how, its failure triggers the critical policy."),
    ] = False
    allow_na: Annotated[
        Flag | None,
        Field(
            description="Whether people may answer 'not applicable'; else all but critical ones."
        ),
    ] = None
    applies_when: Annotated[
        AppliesWhen | None, Field(description="Not applicable unless this holds.")
    ] = None
    rate: Annotated[
        Literal["any", "all", "share", "manual"],
        Field(
            description="How finds become a rating: the best less the worst, all added up, "
            "for each occasion, or by people only."
        ),
    ] = "any"
    min_confidence: Annotated[
        Real | None,
        Field(
            ge=0.5,
            lt=1,
            description="Where nothing is found a person must rate it, unless its section's model "
            "is at least so sure.",
        ),
    ] = None
    base: Annotated[
        Decimal, Field(ge=-1000, le=1000, description="Points before any evidence."), Number
    ] = Decimal(0)
    indicators: Annotated[
        tuple[Indicator, ...], Field(description="What speaks for or against it.")
    ] = ()
    tips: Annotated[
        dict[LevelKey, str],
        Field(default_factory=dict, description="What to practise, by the level reached."),
    ]
    causes: Annotated[
        dict[LevelKey, tuple[Title, ...]],
        Field(
            default_factory=dict,
            description="Root causes to choose from, by the level given.",
            examples=[{0: ["did not know", "system down"]}],
        ),
    ]

    @property
    def scored(self) -> bool:
        """Whether its answer counts; free text and information do not."""
        return self.type not in _UNSCORED

    @property
    def counts(self) -> bool:
        """Whether it is part of what could be earned: scored, of some weight, and no bonus."""
        return self.scored and not self.bonus and self.weight > 0

    @property
    def by_machine(self) -> bool:
        """Whether evidence gives its rating, and not only people; they alone answer with numbers."""
        return self.scored and self.type != "number" and self.rate != "manual"

    @cached_property
    def levels(self) -> dict[int, str]:
        """Every rating there is with what it looks like, whatever the type; empty if unscored."""
        match self.type:
            case "scale":
                return self.scale
            case "yes_no":
                return self.scale or YES_NO
            case "choice":
                return _joined((option.points, option.text) for option in self.options)
            case "multi_choice":
                return dict.fromkeys(sorted(_sums(self.options)), "")
            case "number":
                return _joined((known.points, known.shown) for known in self.ranges)
            case "text" | "info":
                return {}

    @cached_property
    def lowest(self) -> int:
        if self.type == "multi_choice":  # the sums in between can be many, and are not needed
            return sum(min(option.points, 0) for option in self.options)
        return min(self.levels)

    @cached_property
    def highest(self) -> int:
        if self.type == "multi_choice":
            return sum(max(option.points, 0) for option in self.options)
        return max(self.levels)

    @cached_property
    def fails_at(self) -> tuple[int, ...]:
        """The ratings that are a critical failure; none of a criterion that is not critical."""
        if self.critical is False or not self.scored:
            return ()
        named = self.critical.at if isinstance(self.critical, Critical) else ()
        return named or (self.lowest,)

    @property
    def critical_class(self) -> CriticalClass | None:
        """Who is harmed by its failure, where the rubric says so."""
        if isinstance(self.critical, Critical):
            return self.critical.kind
        return None if isinstance(self.critical, bool) else self.critical

    @property
    def na_allowed(self) -> bool:
        """Whether a person may answer "not applicable"."""
        return self.critical is False if self.allow_na is None else self.allow_na

    @property
    def cue(self) -> str | None:
        """The customer's cue it waits for."""
        return self.applies_when.customer if self.applies_when else None


def _joined(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    levels: dict[int, str] = {}
    for points, text in pairs:
        levels[points] = f"{levels[points]} / {text}" if points in levels else text
    return dict(sorted(levels.items()))


def _sums(options: tuple[Option, ...]) -> set[int]:
    """What choosing any of the options can add up to."""
    sums = {0}
    for option in options:
        sums |= {known + option.points for known in sums}
    return sums
