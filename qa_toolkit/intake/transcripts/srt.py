"""SubRip: cues with a number, a line of times (`00:00:01,000 --> 00:00:02,000`), and text."""

from qa_toolkit.intake.transcripts.cues import blocks, take_cue
from qa_toolkit.intake.transcripts.said import Reading


def read_srt(text: str, source: str) -> Reading:
    """What a SubRip file says."""
    reading = Reading(source, "srt")
    for block in blocks(text):
        take_cue(block, reading)
    return reading
