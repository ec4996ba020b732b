"""WebVTT, https://www.w3.org/TR/webvtt1/: a header, then blocks; voices are `<v Name>`."""

import re

from qa_toolkit.domain.languages import language_of
from qa_toolkit.intake.transcripts.cues import Block, blocks, take_cue
from qa_toolkit.intake.transcripts.said import Reading
from qa_toolkit.intake.transcripts.times import ARROW

_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")
_LANGUAGE = re.compile(r"Language:\s*(\S+)", re.IGNORECASE)
_NO_CUES = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


def read_vtt(text: str, source: str) -> Reading:
    """What a WebVTT file says; comments, styles and regions say nothing."""
    reading = Reading(source, "vtt")
    for number, block in enumerate(blocks(text)):
        first = block.lines[0]
        if number == 0 and _HEADER.match(first):
            _take_header(block, reading)
            continue
        if number == 0:
            reading.warn("the file does not begin with WEBVTT", line=block.line)
        if not _NO_CUES.match(first):
            take_cue(block, reading)
    return reading


def _take_header(block: Block, reading: Reading) -> None:
    """The language, where the header gives it; and a cue that no empty line parts from the header."""
    for place, line in enumerate(block.lines):
        if told := _LANGUAGE.match(line):
            reading.language = language_of(told[1])
        if ARROW in line:
            take_cue(Block(block.line + place, block.lines[place:]), reading)
            return
