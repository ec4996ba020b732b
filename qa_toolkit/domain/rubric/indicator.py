"""Indicators: the observable behaviours that speak for or against a criterion, one class a kind."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from qa_toolkit.domain.commitment import CommitmentKind
from qa_toolkit.domain.rubric.words import (
    Count,
    Flag,
    Identifier,
    Language,
    ModelName,
    Part,
    Party,
    Patterns,
    Phrase,
    Phrases,
    Points,
    Real,
    Title,
    Whole,
    something_to_find,
)
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wordings import Wordings, wordings


class _Indicator(Part):
    id: Annotated[Identifier, Field(description="Its name, unique in its criterion.")]
    points: Annotated[
        Points, Field(description="What a find speaks for or, below zero, against.", examples=[1])
    ]


class _Worded(_Indicator):
    speaker: Annotated[Party, Field(description="Whose words are looked at.")] = SpeakerRole.AGENT
    language: Annotated[
        Language | None,
        Field(description="Looked for only in this language, in a rubric for several."),
    ] = None


class PhraseIndicator(_Worded):
    """Wordings one party uses."""

    kind: Annotated[Literal["phrase"], Field(description="Wordings one party uses.")]
    any: Annotated[
        Phrases,
        Field(description="Wordings to find.", examples=[["sorry to hear", "apologi* for"]]),
    ] = ()
    patterns: Patterns = ()
    unless: Annotated[
        tuple[Phrase, ...],
        Field(description="Wordings that cancel a find which stands in the same sentence."),
    ] = ()
    negatable: Annotated[
        Flag,
        Field(
            description="A find up to three words behind 'not', 'never'… does not count, nor one in "
            "quotation marks or behind 'you said'."
        ),
    ] = True
    first_turns: Annotated[
        Count | None, Field(description="Only this many first turns of the speaker.")
    ] = None
    last_turns: Annotated[
        Count | None,
        Field(description="Only this many last turns, none before the other party spoke."),
    ] = None
    within_turns: Annotated[
        Count | None,
        Field(description="Only this many agent turns after an occasion."),
    ] = None
    at_least: Annotated[
        int, Field(ge=1, le=20, description="Finds needed before any of them counts."), Whole
    ] = 1

    @model_validator(mode="after")
    def _finds_something(self) -> Self:
        something_to_find(self.any, self.patterns)
        return self

    @cached_property
    def wordings(self) -> Wordings:
        """What is looked for."""
        return wordings(self.any, self.patterns)

    @cached_property
    def cancelling(self) -> Wordings:
        """What cancels a find in the same sentence."""
        return wordings(self.unless)


class OrderIndicator(_Worded):
    """One wording comes before another: acknowledge first, then ask."""

    kind: Annotated[Literal["order"], Field(description="One wording before another.")]
    first: Annotated[Phrases, Field(description="What must be said first.")]
    then: Annotated[Phrases, Field(description="What must be said after it.")]

    @cached_property
    def first_wordings(self) -> Wordings:
        """What must be said first."""
        return wordings(self.first)

    @cached_property
    def then_wordings(self) -> Wordings:
        """What must be said after it."""
        return wordings(self.then)


class ResponseTimeIndicator(_Indicator):
    """How long the customer waits for the agent's answer."""

    kind: Annotated[
        Literal["response_time"], Field(description="How long the customer waits for an answer.")
    ]
    measure: Annotated[
        Literal["first", "longest"], Field(description="The first answer, or the longest wait.")
    ]
    at_most_s: Annotated[Real | None, Field(gt=0, description="Seconds, inclusive.")] = None
    longer_than_s: Annotated[Real | None, Field(gt=0, description="Seconds, exclusive.")] = None


class SilenceIndicator(_Indicator):
    """A silence in a call."""

    kind: Annotated[Literal["silence"], Field(description="A long gap between turns of a call.")]
    longer_than_s: Annotated[Real, Field(gt=0, description="Seconds, exclusive.")]
    unless_announced: Annotated[
        tuple[Phrase, ...],
        Field(description="Wordings of the agent before it: a hold the customer knew about."),
    ] = ()

    @cached_property
    def announcing(self) -> Wordings:
        """What announces a silence."""
        return wordings(self.unless_announced)


class InterruptionIndicator(_Indicator):
    """One party starts to speak while the other still does."""

    kind: Annotated[
        Literal["interruption"], Field(description="One party starts while the other still speaks.")
    ]
    speaker: Annotated[Party, Field(description="Who interrupts.")] = SpeakerRole.AGENT
    longer_than_s: Annotated[
        Real, Field(ge=0, description="Seconds both speak, exclusive; less is a nod, no cut.")
    ] = 1.0


class SentimentShiftIndicator(_Indicator):
    """The customer's mean sentiment moves from the first third to the last."""

    kind: Annotated[
        Literal["sentiment_shift"], Field(description="The customer leaves in another mood.")
    ]
    at_least: Annotated[
        Real | None, Field(gt=0, le=2, description="Change of the VADER compound, upwards.")
    ] = None
    at_most: Annotated[
        Real | None, Field(ge=-2, lt=0, description="Change of the VADER compound, downwards.")
    ] = None


class AttributeIndicator(_Indicator):
    """A fact known about the interaction: transferred, reopened, a survey answer."""

    kind: Annotated[Literal["attribute"], Field(description="A fact known of the interaction.")]
    metadata: Annotated[Title, Field(description="Name of the fact.", examples=["transferred"])]
    one_of: Annotated[
        tuple[Title, ...], Field(description="Values, whatever the case.", examples=[["yes"]])
    ] = ()
    at_least: Annotated[Real | None, Field(description="For facts that are numbers.")] = None
    at_most: Annotated[Real | None, Field(description="For facts that are numbers.")] = None


class ModelIndicator(_Indicator):
    """What a model says of the whole interaction."""

    kind: Annotated[Literal["model"], Field(description="A model finds it likely, or unlikely.")]
    model: Annotated[
        ModelName,
        Field(description="Its name, or its file from here.", examples=["empathy-en"]),
    ]
    at_least: Annotated[
        Real | None, Field(gt=0, le=1, description="Probability from which it counts.")
    ] = None
    at_most: Annotated[
        Real | None, Field(ge=0, lt=1, description="Probability up to which it counts.")
    ] = None


class CommitmentIndicator(_Indicator):
    """The agent says what will be done."""

    kind: Annotated[
        Literal["commitment"], Field(description="The agent says what will be done, perhaps when.")
    ]
    due: Annotated[
        Literal["any", "required"],
        Field(description="Every promise counts, or only one that names a time."),
    ] = "any"
    kinds: Annotated[
        tuple[CommitmentKind, ...],
        Field(description="Only promises of these kinds; else all.", examples=[["callback"]]),
    ] = ()


Indicator = Annotated[
    PhraseIndicator
    | OrderIndicator
    | ResponseTimeIndicator
    | SilenceIndicator
    | InterruptionIndicator
    | SentimentShiftIndicator
    | AttributeIndicator
    | ModelIndicator
    | CommitmentIndicator,
    Field(discriminator="kind"),
]
