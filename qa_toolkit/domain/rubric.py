"""The scoring guide: sections, criteria and the indicators that find their evidence.

One shape for file and program: these models read the YAML of format 1 and are what `scoring`
works with. `extra="forbid"` turns a misspelt key into a problem instead of a silent default.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.phrase import pattern_of
from qa_toolkit.domain.transcript import SpeakerRole

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
CriterionId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Weight = Annotated[Decimal, Field(gt=0, le=1000)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
Points = Annotated[Decimal, Field(ge=-100, le=100)]


def _in_the_language(phrase: str) -> str:
    pattern_of(phrase)
    return phrase


Phrase = Annotated[str, AfterValidator(_in_the_language)]
"""A wording in the phrase language of `qa_toolkit.domain.phrase`."""
Phrases = Annotated[tuple[Phrase, ...], Field(min_length=1)]
Party = Literal[SpeakerRole.AGENT, SpeakerRole.CUSTOMER]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Indicator(_Part):
    id: Identifier
    points: Points
    """Added to the rating's sum when found; negative points speak against the criterion."""


class PhraseIndicator(_Indicator):
    """Wordings one party uses. The phrase language is described in `docs/rubric-format.md`."""

    kind: Literal["phrase"]
    any: Phrases
    speaker: Party = SpeakerRole.AGENT
    unless: tuple[Phrase, ...] = ()
    """Wordings that cancel a find when they stand in the same sentence."""
    negatable: bool = True
    """A find behind "not", "never", "can't"… does not count."""
    first_turns: Annotated[int, Field(ge=1)] | None = None
    """Only in this many first turns of the speaker."""
    last_turns: Annotated[int, Field(ge=1)] | None = None
    """Only in this many last turns of the speaker, none of them before the other party spoke."""
    within_turns: Annotated[int, Field(ge=1)] | None = None
    """Only in this many agent turns after an opportunity (see `Criterion.applies_when`)."""
    at_least: Annotated[int, Field(ge=1, le=20)] = 1
    """Finds needed before the indicator counts."""


class OrderIndicator(_Indicator):
    """One wording comes before another, in the agent's words: acknowledge first, then ask."""

    kind: Literal["order"]
    first: Phrases
    then: Phrases
    speaker: Party = SpeakerRole.AGENT


class ResponseTimeIndicator(_Indicator):
    """The agent's answers come in time (chats: seconds between message and answer)."""

    kind: Literal["response_time"]
    measure: Literal["first", "longest"]
    at_most_s: Annotated[float, Field(gt=0)] | None = None
    longer_than_s: Annotated[float, Field(gt=0)] | None = None


class SilenceIndicator(_Indicator):
    """A silence in a call that lasts longer than `longer_than_s` seconds."""

    kind: Literal["silence"]
    longer_than_s: Annotated[float, Field(gt=0)]
    unless_announced: tuple[Phrase, ...] = ()
    """Agent wordings in the turns before it that make it a hold the customer knew about."""


class SentimentShiftIndicator(_Indicator):
    """The customer's mean sentiment moves from the first third to the last by this much."""

    kind: Literal["sentiment_shift"]
    at_least: Annotated[float, Field(gt=0, le=2)] | None = None
    at_most: Annotated[float, Field(ge=-2, lt=0)] | None = None


Indicator = Annotated[
    PhraseIndicator
    | OrderIndicator
    | ResponseTimeIndicator
    | SilenceIndicator
    | SentimentShiftIndicator,
    Field(discriminator="kind"),
]


class Cue(_Part):
    """Something the customer says that calls for a reaction."""

    any: Phrases
    unless: tuple[Phrase, ...] = ()
    sentiment_below: Annotated[float, Field(ge=-1, le=1)] | None = None
    """A customer turn under this VADER compound is a cue even without the words."""


class AppliesWhen(_Part):
    """What must be so for a criterion to apply; all given conditions must hold."""

    customer: Identifier | None = None
    """A cue the customer gives, by its name in the rubric's `cues`: the opportunity."""
    channels: tuple[Channel, ...] = ()


class Criterion(_Part):
    """One thing that is rated on a scale whose every level is described."""

    id: CriterionId
    question: Title
    guidance: str = ""
    weight: Weight = Decimal(1)
    scale: Annotated[dict[int, str], Field(min_length=2)]
    critical: bool = False
    applies_when: AppliesWhen | None = None
    rate: Literal["any", "all", "share", "manual"] = "any"
    """`any`: the best find counts, less the worst. `all`: each indicator adds its points.
    `share`: as `any`, for each opportunity, then the mean. `manual`: only people rate it."""
    base: Decimal = Decimal(0)
    """Points before any evidence: the top of the scale for "nothing rude was said"."""
    indicators: tuple[Indicator, ...] = ()
    tips: dict[int, str] = Field(default_factory=dict)
    """What to practise, for each level that can be improved on."""

    @property
    def lowest(self) -> int:
        return min(self.scale)

    @property
    def highest(self) -> int:
        return max(self.scale)


class Section(_Part):
    """A group of criteria with its weight in the total."""

    id: Identifier
    title: Title
    weight: Weight
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class AppliesTo(_Part):
    """The interactions a rubric is made for."""

    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]


class Policy(_Part):
    """How criteria become a total.

    Attributes:
        not_applicable: `drop` leaves it out of the total, `full` counts it as fully shown.
        critical: a failed critical criterion makes the total 0 (`zero`), leaves it as computed
            but fails the interaction (`fail`), or makes its section 0 (`section`).
        total: `sections` weights section percents, `criteria` ignores the sections.
    """

    not_applicable: Literal["drop", "full"] = "drop"
    critical: Literal["zero", "fail", "section"] = "zero"
    total: Literal["sections", "criteria"] = "sections"


class Requires(_Part):
    """The least an interaction must hold before the machine rates it."""

    agent_turns: Annotated[int, Field(ge=1)] = 1
    customer_turns: Annotated[int, Field(ge=0)] = 1
    agent_words: Annotated[int, Field(ge=0)] = 0


class Rubric(_Part):
    """A whole scoring guide, format 1."""

    format: Literal[1]
    id: Identifier
    version: Version
    title: Title
    description: str = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    applies_to: AppliesTo
    pass_mark: Percent
    policy: Policy = Policy()
    minimums: dict[Identifier, Percent] = Field(default_factory=dict)
    requires: Requires = Requires()
    cues: dict[Identifier, Cue] = Field(default_factory=dict)
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    def criteria(self) -> Iterator[Criterion]:
        """All criteria in order, over all sections."""
        return (criterion for section in self.sections for criterion in section.criteria)
