"""What an import finds, beside what earlier imports found: the same, moved, copied, or in conflict."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from qa_toolkit.domain.interaction import SHOP_SOURCE, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.store import interactions
from qa_toolkit.workflow.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The interactions of a project before an import.

    Attributes:
        recordings: by the hash of their sound.
        by_id: content hash and source of each, by id.
    """

    folder: Path
    recordings: Mapping[str, Interaction]
    by_id: Mapping[str, tuple[str, str]]

    def settle(self, item: Found | Problem) -> Found | Problem:
        """The item as it is to be kept, or why it is not."""
        if isinstance(item, Problem):
            return item
        interaction = item.interaction
        earlier = self.recordings.get(interaction.content_hash)
        if interaction.recording and earlier and earlier.id != interaction.id:
            return self._known_sound(item, earlier)
        return self._conflict(interaction) or item

    def _known_sound(self, item: Found, earlier: Interaction) -> Found | Problem:
        """Sound known under another id: a copy; or the same file, renamed or named anew."""
        interaction = item.interaction
        here = interaction.recording.path if interaction.recording else ""
        there = earlier.recording.path if earlier.recording else ""
        if here != there and _holds(Path(there), earlier.content_hash):
            return Problem(
                source=interaction.source,
                message=f"the same recording as {earlier.id}, imported before; kept once",
                severity="warning",
            )
        if interaction.id in self.by_id:
            return item  # the file of another known interaction holds this sound now
        return replace(item, interaction=replace(interaction, id=earlier.id))

    def _conflict(self, interaction: Interaction) -> Problem | None:
        """The same id with other content in another file, while the first file is still there."""
        content, source = self.by_id.get(interaction.id, ("", ""))
        if source == SHOP_SOURCE:
            return Problem(
                source=interaction.source,
                message=f"the id '{interaction.id}' is a mystery shop's",
                hint="give the interaction another id",
            )
        first, second = source_file(source), source_file(interaction.source)
        if content in ("", interaction.content_hash) or first == second:
            return None
        if interaction.recording and _is_transcript_of(first, second):
            return None  # the transcript came first, the recording is beside it now
        if not (self.folder / first).exists():
            return None
        return Problem(
            source=interaction.source,
            message=f"the id '{interaction.id}' has other content in {source}, imported before",
            hint="give each interaction its own id",
        )


def known_before(project: Project) -> Known:
    """What the project knows now."""
    return Known(
        folder=project.folder,
        recordings=interactions.recordings(project.database),
        by_id=interactions.by_id(project.database),
    )


def _is_transcript_of(transcript: str, recording: str) -> bool:
    path = PurePath(transcript)
    same_name = path.with_suffix("") == PurePath(recording).with_suffix("")
    return same_name and path.suffix.casefold() in (".vtt", ".srt", ".json")


def _holds(path: Path, content_hash: str) -> bool:
    try:
        return hash_of_file(path) == content_hash
    except OSError:
        return False


def source_file(source: str) -> str:
    """The file of a source such as `chats/monday.csv:2`."""
    name, colon, line = source.rpartition(":")
    return name if colon and line.isdigit() else source
