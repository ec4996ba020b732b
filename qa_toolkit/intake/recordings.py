"""Recordings: the file's bytes give the content hash, its side-cars and name the rest.

What a recording's own JSON says goes before its row in the metadata, and that before its name.
The audio itself is opened when it is transcribed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qa_toolkit.domain.interaction import Channel, Interaction, Recording
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.audio_channels import Told, channels_told
from qa_toolkit.intake.dates import read_moment
from qa_toolkit.intake.fields import INTERACTION_FIELDS, NO_AGENT, make_interaction
from qa_toolkit.intake.file_names import FileNames
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.intake.json_files import read_record
from qa_toolkit.intake.metadata import MetadataRow
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.transcripts import Names, read_transcript

_OWN_FIELDS = INTERACTION_FIELDS | {"agent_side", "channels"}
ADD_AGENT = (
    "add it to metadata.csv (columns file, agent), or set filename_pattern under [intake] in "
    "qa.toml with a group named agent"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFile:
    """A recording with the sources that tell about it.

    Attributes:
        path: as the user named its folder.
        folder: the folder that is read; the id of last resort is the path below it.
        sidecar: the recording's own JSON, where it has one.
        row: its row in a metadata file, where it has one.
        has_twin: whether another recording beside it differs from it in the suffix alone; the
            suffix then belongs to the id.
        transcript: a transcript that others made of it; it stands for the recording's words.
    """

    path: Path
    folder: Path
    sidecar: Path | None = None
    row: MetadataRow | None = None
    has_twin: bool = False
    transcript: Path | None = None


def read_recording(
    file: RecordingFile, names: FileNames, options: IntakeOptions
) -> Iterator[Found | Problem]:
    """The call that a recording holds, or why it cannot be used; warnings for what metadata says wrongly."""
    source = str(file.path)
    try:
        if not file.path.stat().st_size:
            raise Unusable("the recording is empty (0 bytes)", hint="copy or record it again")
        told = told_of(file, names)
        if not told.get("agent"):
            raise Unusable(NO_AGENT, hint=ADD_AGENT)
        started_at = started_at_of(told, source, options)
        if isinstance(started_at, Problem):
            yield started_at
            started_at = None
        channels = channels_told(told, source)
        yield from channels.warnings
        call = _call(file, told, started_at, channels)
        if file.transcript is None:
            yield Found(interaction=call, transcript=None)
        else:
            read = read_transcript(file.transcript, call.id, Names.told(told))
            yield from read.problems
            yield Found(interaction=call, transcript=read.transcript)
    except Unusable as reason:
        yield Problem(source=source, message=reason.message, hint=reason.hint)
    except OSError as reason:
        message = f"cannot be read: {reason.strerror}"
        yield Problem(source=source, message=message, hint="check the file and its permissions")


def told_of(file: RecordingFile, names: FileNames) -> dict[str, str]:
    """All that is told about a call, by field; what is more exact goes before what is less.

    Raises:
        Unusable: its own JSON cannot be read.
    """
    below = file.path.relative_to(file.folder)
    own_id = below if file.has_twin else below.with_suffix("")
    told = {"id": own_id.as_posix().strip()} | names.told(file.path)
    if file.row:
        told |= file.row.values
    if file.sidecar:
        try:
            told |= read_record(file.sidecar)
        except Unusable as reason:
            raise Unusable(f"{file.sidecar.name}: {reason.message}", hint=reason.hint) from None
    return told


def started_at_of(
    told: dict[str, str], source: str, options: IntakeOptions
) -> datetime | Problem | None:
    """When a call began, None where nothing says so; a warning for a moment that cannot be read."""
    text = told.get("started_at")
    try:
        return read_moment(text, options) if text else None
    except Unusable as reason:
        return Problem(
            source=source,
            message=f"started_at: {reason.message}; the recording has no date",
            hint=reason.hint,
            severity="warning",
        )


def _call(
    file: RecordingFile, told: dict[str, str], started_at: datetime | None, channels: Told
) -> Interaction:
    return make_interaction(
        told,
        channel=Channel.CALL,
        content_hash=hash_of_file(file.path),
        source=str(file.path),
        started_at=started_at,
        recording=Recording(
            path=file.path.resolve().as_posix(),
            agent_side=channels.side,
            channels=channels.channels,
        ),
        extra={name: text for name, text in told.items() if name not in _OWN_FIELDS},
    )
