"""Scenarios: what a shopper plays, what is observed, and what has to be brought back."""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict
from pydantic_core import PydanticCustomError

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric.words import (
    CriterionId,
    Identifier,
    Language,
    Part,
    Percent,
    Title,
    Version,
    Whole,
)

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EvidenceKind = Literal["photo", "receipt", "recording", "chat", "document"]
Measure = Literal["wait", "hold", "duration"]
"""What a stopwatch says: start to answered, all holds together, start to end."""


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day", "must be a day such as 2026-11-22") from None
    return value


def _clock(value: object) -> object:
    if isinstance(value, str):
        try:
            return time.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("clock", "must be a time such as 09:30") from None
    return value


Day = Annotated[date, Strict(), BeforeValidator(_day, json_schema_input_type=str)]
Clock = Annotated[time, Strict(), BeforeValidator(_clock, json_schema_input_type=str)]
Texts = tuple[Title, ...]


class Hours(Part):
    """A span of one day's clock; it may reach past midnight, as from 22:00 to 02:00."""

    start: Annotated[Clock, Field(alias="from", description="The first minute.")]
    end: Annotated[Clock, Field(alias="to", description="The minute it ends.")]

    def __contains__(self, moment: time) -> bool:
        moment = moment.replace(tzinfo=None)
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


class Window(Part):
    """When a shop may be held."""

    start: Annotated[Day | None, Field(alias="from", description="The first day.")] = None
    end: Annotated[Day | None, Field(alias="to", description="The last day.")] = None
    days: Annotated[tuple[Weekday, ...], Field(description="Days of the week; else all.")] = ()
    hours: Annotated[Hours | None, Field(description="By the clock of the location.")] = None


class Persona(Part):
    """Who the shopper is for the time of the shop."""

    name: Annotated[str, Field(description="The name to give; else the shopper's own.")] = ""
    story: Annotated[Title, Field(description="Who you are, in a few sentences.")]
    profile: Annotated[
        dict[Identifier, tuple[Title, ...]],
        Field(
            default_factory=dict,
            description="What a shopper must be to pass as this person: values that fit.",
            examples=[{"age": ["18-30"], "language": ["en", "de"]}],
        ),
    ]


class RequiredEvidence(Part):
    """Something that has to be brought back."""

    kind: Annotated[EvidenceKind, Field(description="What it is.")]
    text: Annotated[Title, Field(description="What it must show.")]
    required: Annotated[bool, Strict(), Field(description="Whether it may be missing.")] = True


class CertificationQuestion(Part):
    """A question that a shopper must answer from the brief before an assignment."""

    id: Annotated[Identifier, Field(description="Unique in the scenario.")]
    question: Annotated[Title, Field(description="What is asked.")]
    options: Annotated[Texts, Field(min_length=2, max_length=10, description="The answers.")]
    answer: Annotated[
        Annotated[int, Field(ge=1), Whole], Field(description="The right one, counted from 1.")
    ]
    why: Annotated[str, Field(description="Shown after a wrong answer.")] = ""


class Certification(Part):
    """Who may carry the scenario out: those who answer from the brief."""

    pass_mark: Annotated[Percent, Field(description="Right answers, in percent.")]
    questions: Annotated[tuple[CertificationQuestion, ...], Field(min_length=1)]


class Scenario(Part):
    """What a shopper plays, format 1."""

    format: Annotated[Literal[1], Field(description="Version of this format.")]
    id: Annotated[Identifier, Field(description="Kept in every shop.", examples=["lost_card"])]
    version: Annotated[Version, Field(description="Raised when the meaning changes.")]
    title: Annotated[Title, Field(description="What plans and briefs call it.")]
    language: Annotated[Language, Field(description="In which the contact is held.")] = "en"
    channel: Annotated[Channel, Field(description="How the contact takes place.")]
    rubric: Annotated[
        Title,
        Field(description="What is observed and how it counts: a rubric's file, or its name."),
    ]
    persona: Persona
    goal: Annotated[Title, Field(description="What the persona wants.")]
    opening_line: Annotated[Title, Field(description="The first words.")]
    hold_back: Annotated[Texts, Field(description="Facts to tell only when asked.")] = ()
    probe: Annotated[Texts, Field(description="What to ask or mention on the way.")] = ()
    do: Annotated[Texts, Field(description="What the shopper does.")] = ()
    do_not: Annotated[Texts, Field(description="What the shopper leaves.")] = ()
    ethics: Annotated[Texts, Field(description="Beside the code that every brief shows.")] = ()
    staff_told: Annotated[
        Title, Field(description="What staff were told about shopping, and when.")
    ]
    window: Annotated[Window, Field(description="When it may be held.")] = Window()
    measures: Annotated[
        dict[CriterionId, Measure],
        Field(
            default_factory=dict,
            description="Numbers of the rubric that the stopwatch answers.",
            examples=[{"welcome.wait": "wait"}],
        ),
    ]
    evidence: Annotated[
        tuple[RequiredEvidence, ...], Field(description="What has to be brought back.")
    ] = ()
    narrative_words: Annotated[
        Annotated[int, Field(ge=0, le=2000), Whole],
        Field(description="The least words of the story of the shop."),
    ] = 50
    submit_hours: Annotated[
        Annotated[int, Field(ge=1, le=720), Whole],
        Field(description="Hours after its end in which a shop is submitted."),
    ] = 24
    certification: Annotated[
        Certification | None, Field(description="Asked before an assignment; else nobody is.")
    ] = None
    metadata: Annotated[
        dict[str, str],
        Field(default_factory=dict, description="Facts of every shop, for 'applies_when'."),
    ]
