"""Calls of which only the transcript is there: what tells about a recording tells about them too."""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.fields import INTERACTION_FIELDS, NO_AGENT, make_interaction
from qa_toolkit.intake.file_names import FileNames
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.hashing import hash_of_chat
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.recordings import ADD_AGENT, RecordingFile, started_at_of, told_of
from qa_toolkit.intake.transcripts import Names, read_transcript


def read_transcribed(
    file: RecordingFile, names: FileNames, options: IntakeOptions
) -> Iterator[Found | Problem]:
    """The call that a transcript holds, or why it cannot be used, and the mistakes in the file.

    The same file gives the same content hash; another one does when any of its words, times or
    roles differ.
    """
    source = str(file.path)
    try:
        told = told_of(file, names)
        if not told.get("agent"):
            raise Unusable(NO_AGENT, hint=ADD_AGENT)
        read = read_transcript(file.path, told["id"], Names.told(told))
        yield from read.problems
        if read.transcript is None:
            return
        started_at = started_at_of(told, source, options)
        if isinstance(started_at, Problem):
            yield started_at
            started_at = None
        interaction = make_interaction(
            {"language": read.transcript.language} | told,
            channel=Channel.CALL,
            content_hash=hash_of_chat(read.transcript, None),
            source=source,
            started_at=started_at,
            extra={name: text for name, text in told.items() if name not in INTERACTION_FIELDS},
        )
        yield Found(interaction=interaction, transcript=read.transcript)
    except Unusable as reason:
        yield Problem(source=source, message=reason.message, hint=reason.hint)
