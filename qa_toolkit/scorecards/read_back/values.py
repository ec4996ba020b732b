"""What was read back from a workbook, each thing with its cell; nothing is judged yet.

`ReadBack` holds the `Manifest`, an `OverrideRow` for each row of Detail in which something stands
or stood, and a `CoachingRow` for each row of the log and each topic of an agent's sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.domain.override import RootCause
from qa_toolkit.domain.problem import Problem

Rating = int | Literal["na"] | None
"""A person's rating: points, not applicable, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a workbook was made from.

    Attributes:
        sample: id of the sample; empty where all interactions were scored.
        ratings: hash of the machine's ratings by interaction, as `override.ratings_hash` gives it.
        seal: the digest of the hidden sheets as it was written: names this export.
    """

    rubric_id: str
    rubric_version: str
    rubric_hash: str
    sample: str
    ratings: Mapping[str, str]
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The text of one input cell, empty where nothing stands in it.

    Attributes:
        at: its place, as `Detail!K14`.
    """

    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRow:
    """One row of Detail: what a person says of one criterion of one interaction.

    Attributes:
        file: the workbook, as the user named it.
        rating: as typed.
        cause: None for none.
        based_on: number of the override that was in force when the workbook was written; 0 for
            none.
        at: the place of the cell of each of `rating`, `reason`, `cause` and `reviewer`.
    """

    file: str
    interaction: str
    criterion: str
    rating: Rating
    reason: str
    cause: RootCause | None
    reviewer: str
    based_on: int
    at: Mapping[str, str]

    def place(self, cell: str = "rating") -> str:
        """A cell with its file, as problems name it: `team.xlsx Detail!K14`."""
        return f"{self.file} {self.at[cell]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingRow:
    """What a person says of one topic of one agent, in the log or on the agent's sheet.

    Attributes:
        file: the workbook, as the user named it.
        entry: id of the entry; empty on an agent's sheet, and for a new one in the log.
        agent: the agent's id where the workbook knows it, else what was typed.
        criterion: its id where the topic is one; empty for a topic of another kind.
        topic: in words; empty on an agent's sheet.
        last_change: number of the entry's last change when the workbook was written; 0 for none.
        said: the input cells; a column that is not there says nothing.
        at: the place of the first cell that names it.
    """

    file: str
    entry: str
    agent: str
    criterion: str
    topic: str
    last_change: int
    said: Mapping[CoachingField, Said]
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """A workbook as it was handed back.

    Attributes:
        problems: what could not be read, with sheet and cell; and as warnings what was left alone.
    """

    file: str
    manifest: Manifest
    overrides: tuple[OverrideRow, ...]
    coaching: tuple[CoachingRow, ...]
    problems: tuple[Problem, ...] = field(default=())
