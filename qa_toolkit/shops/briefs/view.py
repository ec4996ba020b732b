"""What a brief shows: words and lists, ready to be laid out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what stands beside it; `own` where those are the plan's or the scenario's words."""

    label: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the form.

    Attributes:
        number: as the form counts.
        only: in which case it is asked; empty for always.
        meanings: what each answer means, in words.
        boxes: what is ticked on paper.
        line: whether a number or words are written beside it, with the unit.
        needs_comment: whether a No is explained on paper.
    """

    number: int
    heading: str
    text: str
    guidance: str
    only: str
    is_info: bool
    meanings: tuple[str, ...]
    boxes: tuple[str, ...]
    line: str | None
    measured: str
    needs_comment: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A section of the form, in the order of the journey."""

    title: str
    guidance: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The brief of one shop.

    Attributes:
        language: of the scenario's words, as two letters.
        warning: why nobody may go yet; empty where the shopper may.
        steps: what to do in order; timings: what is measured, and how it is told.
        evidence: what to bring; code: what every shopper keeps to; ethics: of this scenario.
        times: the moments to be noted on paper.
        words: the least words of the story; story_lines: those it gets on paper.
    """

    language: str
    title: str
    shop: str
    warning: str
    facts: tuple[Fact, ...]
    persona: str
    story: str
    goal: str
    opening_line: str
    steps: tuple[str, ...]
    hold_back: tuple[str, ...]
    probe: tuple[str, ...]
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    timings: tuple[Fact, ...]
    evidence: tuple[Fact, ...]
    code: tuple[str, ...]
    ethics: tuple[str, ...]
    staff_told: str
    pay: tuple[str, ...]
    stages: tuple[Stage, ...]
    times: tuple[str, ...]
    words: int
    story_lines: int
    deadline: str
