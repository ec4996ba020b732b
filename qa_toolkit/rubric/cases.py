"""Cases: a few lines of dialogue and what a rubric must give for them.

    criterion: empathy.acknowledge
    cases:
      names_the_trouble:
        said: |
          C: My parcel never came and the party is tomorrow.
          A: Oh no, and the party is tomorrow, I can see why you are worried.
        rating: 2
        evidence: ["I can see why you are worried"]
      no_trouble:
        said: |
          C: What are your opening hours?
          A: Nine to five.
        status: not_applicable

A file without `criterion` holds cases of whole interactions: `expect` by criterion, `outcome`,
`percent`, `sections`, `critical`, `band`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric.words import Language, Level, Number, Part, Real, Title, Whole
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.rubric import dialogue
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.strict_yaml.load import load_model

Given = Annotated[
    Annotated[int, Whole] | Real | str | tuple[str, ...], Field(union_mode="left_to_right")
]


Shown = Annotated[Decimal, Field(ge=0, le=1000), Number]
"""A percent; with an open bonus it may pass 100."""


class Expected(Part):
    """What one criterion must give."""

    rating: Annotated[Level | None, Field(description="The level it must get.")] = None
    status: Annotated[
        RatingStatus | None, Field(description="The status it must get; else 'rated'.")
    ] = None
    evidence: Annotated[
        tuple[str, ...] | None,
        Field(description="Words that must be among the evidence; empty: there must be none."),
    ] = None
    not_evidence: Annotated[
        tuple[str, ...], Field(description="Words that must not be among the evidence.")
    ] = ()

    @property
    def wanted_status(self) -> RatingStatus | None:
        """The status it must have; a rating can only be had by what is rated."""
        return RatingStatus.RATED if self.rating is not None else self.status


class Case(Expected):
    """One dialogue with what is known about it, and what must come of it."""

    channel: Annotated[Channel, Field(description="How it took place.")] = Channel.CHAT
    language: Annotated[
        Language | None, Field(description="Of the dialogue; else what it reads like.")
    ] = None
    metadata: Annotated[
        dict[str, str], Field(default_factory=dict, description="Facts about the interaction.")
    ]
    said: Annotated[
        str,
        AfterValidator(dialogue.checked),
        Field(description="Lines 'A: …' of the agent, 'C: …' of the customer, perhaps '[1.5] A:'."),
    ] = ""
    answers: Annotated[
        dict[str, Given],
        Field(
            default_factory=dict,
            description="What people answered: a level, a number, yes, no, na, or ids of options.",
        ),
    ]
    expect: Annotated[
        dict[str, Expected],
        Field(default_factory=dict, description="What other criteria must give, by id."),
    ]
    outcome: Annotated[Outcome | None, Field(description="The verdict on the whole.")] = None
    percent: Annotated[
        Shown | None, Field(description="The total, as shown with one decimal place.")
    ] = None
    sections: Annotated[
        dict[str, Shown | None],
        Field(default_factory=dict, description="Section percents, as shown; null: not scored."),
    ]
    critical: Annotated[
        tuple[str, ...] | None, Field(description="The critical criteria that fail, all of them.")
    ] = None
    band: Annotated[Title | None, Field(description="The band of the total.")] = None
    todo: Annotated[
        Title | None,
        Field(description="Why this is known not to hold yet; a case that does fails."),
    ] = None

    @property
    def whole(self) -> bool:
        """Whether it says something about the interaction as a whole."""
        named = (self.outcome, self.percent, self.critical, self.band)
        return bool(self.sections) or any(value is not None for value in named)

    def wanted(self, criterion: str) -> Mapping[str, Expected]:
        """What each criterion must give; `criterion` is the one its file is about."""
        return {criterion: self, **self.expect} if criterion else self.expect

    def transcript(self) -> Transcript:
        """The dialogue as turns, in the language named."""
        return dialogue.transcript(self.said, self.language or "")


class CaseFile(Part):
    """Cases of one criterion, or of whole interactions."""

    criterion: Annotated[
        str, Field(description="What the cases are about; left out for whole interactions.")
    ] = ""
    cases: Annotated[
        dict[str, Case], Field(min_length=1, description="The cases, each with a name of its own.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedCases:
    """A file of cases as it is.

    Attributes:
        cases: None when the file cannot be used.
        document: where everything stands in it.
    """

    path: Path
    cases: CaseFile | None
    problems: tuple[Problem, ...]
    document: Document = field(default_factory=Document)

    def line_of(self, name: str) -> int:
        """The line on which a case begins."""
        return self.document.key_of(("cases", name)).line


def load_cases(path: Path) -> LoadedCases:
    """Read a file of cases; what is wrong with it is in `problems`."""
    loaded = load_model(path, CaseFile, kind="rubric", letter="R")
    problems = loaded.problems
    if loaded.model is not None:
        problems = tuple(_empty(loaded.model, loaded.document, str(path)))
    return LoadedCases(
        path=path,
        cases=None if problems else loaded.model,
        problems=problems,
        document=loaded.document,
    )


def _empty(file: CaseFile, document: Document, source: str) -> Iterator[Problem]:
    """Cases that nothing could fail."""
    for name, case in file.cases.items():
        one = case.rating is not None or case.status not in (None, RatingStatus.RATED)
        if one and not file.criterion:
            message = (
                f"cases.{name}: 'rating' and 'status' need the file's 'criterion', or 'expect'"
            )
        elif one or case.whole or case.expect:
            continue
        elif file.criterion:
            message = f"cases.{name}: says neither a rating nor another status"
        else:
            message = f"cases.{name}: expects nothing; give 'expect', 'outcome' or 'percent'"
        place = document.place_of(("cases", name))
        yield Problem(
            source=source, message=message, line=place.line, column=place.column, code="R004"
        )
