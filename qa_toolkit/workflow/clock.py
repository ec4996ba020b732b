"""The clock on the wall where an interaction took place: one for its facts and its promises."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic_core import from_json

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.intake.dates import zone_named

if TYPE_CHECKING:  # lines are scored without a project, and need not wait for its database
    from qa_toolkit.workflow.project import Project

_STARTED_AT = "started_at"


def now(project: "Project") -> datetime:
    """This moment, in the zone of `intake.timezone`."""
    return datetime.now(zone_named(project.settings.intake.timezone))


def clock_of(project: "Project", interaction: Interaction) -> datetime | None:
    """When an interaction began, in the zone of `intake.timezone`; None where nobody knows.

    A mystery shop is told by the clock of its location, in which it was kept.
    """
    started_at = interaction.started_at
    if started_at is None or interaction.staged:
        return started_at
    return started_at.astimezone(zone_named(project.settings.intake.timezone))


def facts_in(project: "Project", interaction: Interaction) -> dict[str, str]:
    """What is known about an interaction, with `started_at` in the zone of `intake.timezone`."""
    return _with_start(interaction, clock_of(project, interaction))


def facts_of_line(text: str, interaction: Interaction) -> dict[str, str]:
    """What is known about the interaction of a line, with `started_at` in the zone it gives."""
    return _with_start(interaction, _start_in(text))


def _with_start(interaction: Interaction, started_at: datetime | None) -> dict[str, str]:
    facts = interaction.facts()
    if interaction.started_at is None or started_at is None:
        return facts
    return facts | {_STARTED_AT: started_at.isoformat()}


def _start_in(text: str) -> datetime | None:
    """The `started_at` that a line writes with a zone; None for any other way to write it."""
    if _STARTED_AT not in text:
        return None
    # reading a moment turns it to UTC, so the zone stands in the line only
    with suppress(ValueError):
        record = from_json(text)
        said: object = record.get(_STARTED_AT) if isinstance(record, Mapping) else None
        started_at = datetime.fromisoformat(said.strip()) if isinstance(said, str) else None
        return started_at if started_at is not None and started_at.tzinfo is not None else None
    return None
