"""The whole scoring guide: sections, criteria, and the policies that make a total of them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric.condition import Critical, CriticalClass, CriticalRule, Cue
from qa_toolkit.domain.rubric.criterion import Criterion
from qa_toolkit.domain.rubric.words import (
    Count,
    CountOrZero,
    Identifier,
    Language,
    ModelName,
    Part,
    Percent,
    Title,
    Version,
    Weight,
    Whole,
)


class _Group(Part):
    id: Annotated[Identifier, Field(description="Unique in the rubric.")]
    title: Annotated[Title, Field(description="What reports call it.")]
    guidance: Annotated[str, Field(description="For people who rate or read.")] = ""
    weight: Annotated[
        Weight, Field(description="Share in the total, or of a subsection in its section.")
    ]


class Subsection(_Group):
    """A group of criteria within a section."""

    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, description="What is rated.")]


class Section(_Group):
    """A group of criteria with its weight in the total, perhaps with groups of its own."""

    model: Annotated[
        ModelName | None,
        Field(
            description="The model that says how strongly it was shown, and how sure that is; a "
            "name, or a file from here.",
            examples=["empathy-en"],
        ),
    ] = None

    criteria: Annotated[tuple[Criterion, ...], Field(description="What is rated.")] = ()
    sections: Annotated[
        tuple[Subsection, ...], Field(description="Groups within; one level, no deeper.")
    ] = ()

    def groups(self) -> Iterator[tuple[str, tuple[Criterion, ...]]]:
        """The ids of its subsections with their criteria."""
        return ((part.id, part.criteria) for part in self.sections)

    def all_criteria(self) -> Iterator[Criterion]:
        """Its own criteria, then those of its subsections."""
        yield from self.criteria
        for part in self.sections:
            yield from part.criteria


class AppliesTo(Part):
    """The interactions a rubric is made for."""

    channels: Annotated[
        tuple[Channel, ...],
        Field(min_length=1, description="Channels that may be drawn into a sample."),
    ]


class CriticalPolicies(Part):
    """A critical policy for each class of critical error; `zero` where none is given."""

    customer: Annotated[CriticalRule, Field(description="Harm to the customer.")] = "zero"
    business: Annotated[CriticalRule, Field(description="Harm to the business.")] = "zero"
    compliance: Annotated[CriticalRule, Field(description="Law, security, ethics.")] = "zero"


class Policy(Part):
    """How criteria become a total."""

    not_applicable: Annotated[
        Literal["drop", "full"],
        Field(description="Leaves the total, or counts as fully shown."),
    ] = "drop"
    critical: Annotated[
        CriticalRule | CriticalPolicies,
        Field(
            description="A failed critical criterion makes the total 0 (zero), leaves it but fails "
            "the interaction (fail), or makes its section 0 (section); perhaps by class."
        ),
    ] = "zero"
    total: Annotated[
        Literal["sections", "criteria"],
        Field(description="Section percents by weight, or all criteria by their own weight."),
    ] = "sections"
    bonus: Annotated[
        Literal["capped", "open"], Field(description="Whether bonus points stop at 100 percent.")
    ] = "capped"


class Requires(Part):
    """The least an interaction must hold before the machine rates it."""

    agent_turns: Annotated[Count, Field(description="Turns of the agent.")] = 1
    customer_turns: Annotated[CountOrZero, Field(description="Turns of the customer.")] = 1
    agent_words: Annotated[CountOrZero, Field(description="Words of the agent.")] = 0


class Placed(NamedTuple):
    """A criterion with the ids of the section and subsection it stands in."""

    criterion: Criterion
    section: str
    group: str


class Rubric(Part):
    """A whole scoring guide, format 1."""

    format: Annotated[Literal[1], Field(description="Version of this format.")]
    id: Annotated[Identifier, Field(description="Kept in every scorecard.", examples=["service"])]
    version: Annotated[
        Version, Field(description="Raised when the meaning changes.", examples=["1.0.0"])
    ]
    title: Annotated[Title, Field(description="What reports call it.")]
    description: Annotated[str, Field(description="Shown on the rubric's sheet.")] = ""
    language: Annotated[
        Language | Annotated[tuple[Language, ...], Field(min_length=1)],
        Field(description="Interactions known to be in another are not rated.", examples=["en"]),
    ] = "en"
    applies_to: Annotated[AppliesTo, Field(description="What may be drawn into a sample.")]
    pass_mark: Annotated[
        Percent, Field(description="The least total that passes, before rounding.", examples=[80])
    ]
    bands: Annotated[
        dict[Title, Percent],
        Field(
            default_factory=dict,
            description="Names for totals, each with the percent it starts at.",
            examples=[{"Needs improvement": 0, "Good": 60, "Outstanding": 90}],
        ),
    ]
    policy: Annotated[Policy, Field(description="How ratings become a total.")] = Policy()
    minimums: Annotated[
        dict[Identifier, Percent],
        Field(default_factory=dict, description="The least a section must reach for a pass."),
    ]
    requires: Annotated[Requires, Field(description="The least to be rated at all.")] = Requires()
    appeal_days: Annotated[
        Annotated[int, Field(ge=1, le=365), Whole] | None,
        Field(description="Days in which an agent may ask for a review."),
    ] = None
    customer_sentiment: Annotated[
        ModelName | None,
        Field(
            description="The model that says how contented the customer is; VADER where none is.",
            examples=["customer-sentiment-en"],
        ),
    ] = None
    cues: Annotated[
        dict[Identifier, Cue],
        Field(
            default_factory=dict, description="What the customer says that calls for a reaction."
        ),
    ]
    sections: Annotated[tuple[Section, ...], Field(min_length=1, description="Groups of criteria.")]

    @cached_property
    def places(self) -> dict[str, "Placed"]:
        """Where each criterion stands, by its id."""
        return {
            criterion.id: Placed(criterion=criterion, section=section.id, group=group)
            for section in self.sections
            for group, held in (("", section.criteria), *section.groups())
            for criterion in held
        }

    @cached_property
    def scored(self) -> tuple[str, ...]:
        """The ids of the criteria whose answers count."""
        return tuple(item.id for item in self.criteria() if item.scored)

    @cached_property
    def group_ids(self) -> tuple[str, ...]:
        """The ids of all sections and subsections."""
        return tuple(
            known
            for section in self.sections
            for known in (section.id, *(part.id for part in section.sections))
        )

    @cached_property
    def facts_used(self) -> tuple[str, ...]:
        """The facts about an interaction that its scores depend on, in lower case."""
        conditions = (item.applies_when for item in self.criteria())
        asked = {name.casefold() for when in conditions if when for name in when.metadata}
        indicators = (known for item in self.criteria() for known in item.indicators)
        for known in indicators:
            if known.kind == "attribute":
                asked.add(known.metadata.casefold())
            elif known.kind == "commitment":
                asked.add("started_at")  # a due time is told by the interaction's clock
        return tuple(sorted(asked))

    @cached_property
    def models_used(self) -> tuple[str, ...]:
        """The models it names, each once."""
        named = (section.model for section in self.sections)
        indicators = (known for item in self.criteria() for known in item.indicators)
        looked_at = (known.model for known in indicators if known.kind == "model")
        return tuple(dict.fromkeys(filter(None, (*named, self.customer_sentiment, *looked_at))))

    def criteria(self) -> Iterator[Criterion]:
        """All criteria in order, over all sections."""
        return (known for section in self.sections for known in section.all_criteria())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is for, the first of which it is written in."""
        return (self.language,) if isinstance(self.language, str) else self.language

    def critical_rule(self, criterion: Criterion) -> CriticalRule:
        """What a failure of a critical criterion does: its own policy, its class's, the rubric's."""
        own = criterion.critical
        if isinstance(own, Critical) and own.rule is not None:
            return own.rule
        policy = self.policy.critical
        if not isinstance(policy, CriticalPolicies):
            return policy
        kind: CriticalClass | None = criterion.critical_class
        return "zero" if kind is None else getattr(policy, kind)

    def band_of(self, percent: Decimal) -> str:
        """The name of the highest band a total reaches; empty where there is none."""
        reached = [(least, name) for name, least in self.bands.items() if percent >= least]
        return max(reached)[1] if reached else ""
