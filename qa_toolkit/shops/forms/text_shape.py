"""The keys of a log in YAML or JSON; what stands behind them is read question by question."""

from typing import Annotated, Any

from pydantic import Field

from qa_toolkit.domain.rubric.words import Part
from qa_toolkit.domain.shop.scenario import EvidenceKind


class FileLine(Part):
    """A file that is handed in as proof."""

    file: Annotated[str, Field(min_length=1, description="Its path, from the folder of the log.")]
    kind: Annotated[EvidenceKind, Field(description="What it is.")]


class LogFile(Part):
    """A log as people write it; a key that is not there leaves what the draft says."""

    form: Annotated[str | None, Field(description="Version of the form it was filled in on.")] = (
        None
    )
    shop: Annotated[str | None, Field(description="Id of the assignment.")] = None
    staff: Annotated[str | None, Field(description="Name of the person met.")] = None
    staff_description: Annotated[str | None, Field(description="Where no name was given.")] = None
    location: Annotated[str | None, Field(description="Id of the location.")] = None
    reference: Annotated[str | None, Field(description="Number of the ticket or receipt.")] = None
    times: Annotated[Any, Field(description="Presses of the stopwatch.")] = None
    answers: Annotated[dict[str | int, Any] | None, Field(description="By question.")] = None
    comments: Annotated[dict[str | int, str | None] | None, Field(description="By section.")] = None
    narrative: Annotated[str | None, Field(description="The story, in the past tense.")] = None
    attachments: Annotated[tuple[FileLine, ...] | None, Field(description="Proof.")] = None
