"""WebVTT, https://www.w3.org/TR/webvtt1/: a voice for each cue, doubt and remarks as a note."""

from qa_toolkit.drawing.words import one_line
from qa_toolkit.transcripts.cues import cues, stamp
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.wording import cautions

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_vtt(document: Document) -> str:
    """The transcript as a WebVTT file.

    Raises:
        Unusable: a turn has no time.
    """
    told = "\n".join((one_line(document.interaction.id), *cautions(document)))
    blocks = ["WEBVTT", f"NOTE\n{told.translate(_ESCAPES)}"]
    for cue in cues(document.transcript):
        voice = f"<v {cue.voice.translate(_ESCAPES)}>" if cue.voice else ""
        times = f"{stamp(cue.start_ms, '.')} --> {stamp(cue.end_ms, '.')}"
        blocks.append(f"{times}\n{voice}{cue.text.translate(_ESCAPES)}")
    return "\n\n".join(blocks) + "\n"
