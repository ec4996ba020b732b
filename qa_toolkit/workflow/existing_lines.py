"""A transcript that others made → a line, without a project."""

from pathlib import Path

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.hashing import hash_of_chat
from qa_toolkit.intake.jsonl import write_line
from qa_toolkit.intake.transcripts import read_transcript


def existing_line(path: Path, interaction_id: str) -> str:
    """The line of a file for which `is_transcript` holds; what could not be read is in its doubt.

    Raises:
        Unusable: nothing of it can be read.
    """
    read = read_transcript(path, interaction_id)
    if read.transcript is None:
        first = read.problems[0]
        place = f"line {first.line}: " if first.line else ""
        raise Unusable(f"{place}{first.message}", hint=first.hint)
    interaction = Interaction(
        id=interaction_id,
        channel=Channel.CALL,
        agent=AgentRef(id=""),
        content_hash=hash_of_chat(read.transcript, None),
        source=str(path),
    )
    return write_line(interaction, read.transcript)
