"""When a criterion applies, and what makes it critical."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric.words import (
    CriterionId,
    Identifier,
    Level,
    Part,
    Patterns,
    Phrase,
    Phrases,
    Real,
    Title,
    something_to_find,
)
from qa_toolkit.domain.wordings import Wordings, wordings

CriticalClass = Literal["customer", "business", "compliance"]
CriticalRule = Literal["zero", "fail", "section"]
GivenAnswer = Level | Title
"""An answer as rubrics and cases name it: a level, `yes`, `no`, or the id of an option."""


class Cue(Part):
    """Something the customer says that calls for a reaction."""

    any: Annotated[Phrases, Field(description="Wordings of the customer that are the cue.")] = ()
    patterns: Patterns = ()
    unless: Annotated[
        tuple[Phrase, ...], Field(description="Wordings that cancel a find in the same sentence.")
    ] = ()
    sentiment_below: Annotated[
        Real | None,
        Field(ge=-1, le=1, description="A customer turn under this VADER compound is a cue, too."),
    ] = None

    @model_validator(mode="after")
    def _finds_something(self) -> Self:
        something_to_find(self.any, self.patterns)
        return self

    @cached_property
    def wordings(self) -> Wordings:
        """What the customer says."""
        return wordings(self.any, self.patterns)

    @cached_property
    def cancelling(self) -> Wordings:
        """What cancels it in the same sentence."""
        return wordings(self.unless)


class AppliesWhen(Part):
    """What must be so for a criterion to apply."""

    match: Annotated[
        Literal["all", "any"], Field(description="Whether all conditions must hold, or one.")
    ] = "all"
    customer: Annotated[
        Identifier | None,
        Field(description="A cue the customer gives, by its name in 'cues': an occasion."),
    ] = None
    channels: Annotated[tuple[Channel, ...], Field(description="Only in these channels.")] = ()
    answers: Annotated[
        dict[CriterionId, Annotated[tuple[GivenAnswer, ...], Field(min_length=1)]],
        Field(
            default_factory=dict,
            description="Criteria and the answers to them that make this one apply.",
            examples=[{"resolution.offered": [0]}],
        ),
    ]
    metadata: Annotated[
        dict[str, Annotated[tuple[Title, ...], Field(min_length=1)]],
        Field(
            default_factory=dict,
            description="Facts known of the interaction and their values, whatever the case.",
            examples=[{"queue": ["billing"]}],
        ),
    ]


class Critical(Part):
    """What a failure of the criterion means.

    Attributes:
        kind: the COPC class of the error, `class` in the file.
        rule: overrides the rubric's critical policy for this criterion, `policy` in the file.
        at: the levels that are a failure; the lowest one where none are named.
    """

    kind: Annotated[
        CriticalClass | None,
        Field(alias="class", description="Who is harmed: customer, business or compliance."),
    ] = None
    rule: Annotated[
        CriticalRule | None,
        Field(alias="policy", description="Instead of the rubric's policy for critical failures."),
    ] = None
    at: Annotated[
        tuple[Level, ...], Field(description="Levels that are a failure; else the lowest.")
    ] = ()
