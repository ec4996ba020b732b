"""SubRip: numbered cues; who speaks stands before the text."""

from qa_toolkit.transcripts.cues import cues, stamp
from qa_toolkit.transcripts.document import Document


def as_srt(document: Document) -> str:
    """The transcript as a SubRip file; the format has no place for doubt.

    Raises:
        Unusable: a turn has no time.
    """
    blocks = []
    for number, cue in enumerate(cues(document.transcript), start=1):
        times = f"{stamp(cue.start_ms, ',')} --> {stamp(cue.end_ms, ',')}"
        voice = f"{cue.voice}: " if cue.voice else ""
        blocks.append(f"{number}\n{times}\n{_plain(voice + cue.text)}\n")
    return "\n".join(blocks)


def _plain(text: str) -> str:
    """What would be a line of times or markup for a player stays text."""
    return text.replace("-->", "→").replace("<", "‹").replace(">", "›")
