"""A guide as values: every sentence and number that its pages lay out, decided before them."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["for", "against", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line of the table of contents; `level` 1 is a section, 2 stands below one."""

    anchor: str
    title: str
    level: int
    own: bool = False
    """Whether the words are the rubric's own, in its language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure at the top of the page."""

    label: str
    figure: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece of a picture, with its width in percent of the whole and what it stands for."""

    name: str
    width: float
    note: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow:
    """How much a section weighs, drawn as one slice a criterion."""

    anchor: str
    title: str
    share: str
    least: str
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing to know about how a total is made."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A rating there is, what it looks like, and what to practise from there."""

    points: str
    text: str
    tone: Tone = ""
    tip: str = ""
    causes: str = ""
    critical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Example wordings under a few words that say what they are."""

    label: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What the machine looks for, in plain words.

    Attributes:
        name: what the rubric calls it.
        points: what it adds or costs, `+1`.
        what: where it is looked for, and in whose words.
        wordings: what somebody might say.
    """

    tone: Tone
    name: str
    points: str
    what: str
    wordings: tuple[Wordings, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of what was said; a tone where it is what the rating rests on."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One turn of an example."""

    role: str
    who: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """An example and what it earned."""

    title: str
    earned: str
    tone: Tone
    turns: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A word beside a question."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionGuide:
    """One criterion, told to the person it rates.

    Attributes:
        share: of the total when everything applies; empty where it does not count.
        applies: when it is looked at; empty where that is always.
        critical: what a failure does; empty where it is not critical.
        answer: what kind of answer there is, where that needs saying.
        signs_note: how the signs become one rating.
        people: that only people judge it; empty where the machine does.
    """

    anchor: str
    question: str
    guidance: str
    share: str
    badges: tuple[Badge, ...]
    applies: str
    cue_anchor: str
    critical: str
    answer: str
    levels: tuple[Level, ...]
    signs: tuple[Sign, ...]
    signs_note: str
    people: str
    dialogues: tuple[Dialogue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Criteria under a title of their own, or, with an empty title, directly in a section."""

    title: str
    guidance: str
    share: str
    criteria: tuple[CriterionGuide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionGuide:
    """One section with its groups."""

    anchor: str
    title: str
    guidance: str
    share: str
    least: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueGuide:
    """What the customer says that calls for a reaction."""

    anchor: str
    title: str
    note: str
    wordings: tuple[Wordings, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The whole guide.

    Attributes:
        language: two letters, of the rubric's own words; the guide's are English.
        scale: the totals from 0 to 100 with their names, as slices.
    """

    title: str
    language: str
    lead: str
    made_for: str
    facts: tuple[Fact, ...]
    contents: tuple[Link, ...]
    weights: tuple[WeightRow, ...]
    scale: tuple[Slice, ...]
    pass_mark: str
    pass_at: float
    rules: tuple[Rule, ...]
    reading: tuple[str, ...]
    sections: tuple[SectionGuide, ...]
    cues: tuple[CueGuide, ...]
    has_critical: bool
    made_by: str
