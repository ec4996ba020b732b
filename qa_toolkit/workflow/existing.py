"""Transcripts that others made of recordings: they stand for the words unless settings say no."""

from collections.abc import Iterable

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.intake.found import Found
from qa_toolkit.store import transcripts
from qa_toolkit.workflow.project import Project


def words_kept(project: Project, found: Found) -> Transcript | None:
    """The words an interaction comes with, as far as `transcribe.existing` wants them."""
    if found.interaction.recording is not None and not _are_wanted(project):
        return None
    return found.transcript


def existing_keys(project: Project, wanted: Iterable[Interaction]) -> dict[str, str]:
    """The keys of the transcripts found beside recordings, by interaction; none if not wanted."""
    if not _are_wanted(project):
        return {}
    found = transcripts.found_keys(project.database)
    return {one.id: found[one.id] for one in wanted if one.id in found}


def unwanted(project: Project, wanted: Iterable[Interaction]) -> dict[str, None]:
    """The interactions whose words were found beside recordings though settings say no."""
    if _are_wanted(project):
        return {}
    found = transcripts.found_keys(project.database)
    current = transcripts.current_keys(project.database)
    return {one.id: None for one in wanted if found.get(one.id, "") == current.get(one.id)}


def _are_wanted(project: Project) -> bool:
    return project.settings.transcribe.existing == "use"
